"""Drawings in SVG: the plan, a wall's elevation, the small card; the user unit is the millimetre of reality."""
