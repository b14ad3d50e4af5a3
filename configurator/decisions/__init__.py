"""Decisions for a retailer's own systems: asked for, kept and explained for ever, and told as they change."""
