"""Slow and outside work, done later and for certain: a leased row in the same database."""
