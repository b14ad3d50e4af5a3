"""Tiles: how each pattern lies on a surface, which tiles are cut there, and how many have to be bought."""
