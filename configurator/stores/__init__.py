"""Retailers and their stores."""
