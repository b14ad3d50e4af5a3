"""Furniture and fixtures built from their kinds: parts, triangles, symbols for plans and views from the front."""
