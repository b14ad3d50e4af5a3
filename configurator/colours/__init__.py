"""Colours in their room: how a paint will read on this very wall, beside how it reads on its card."""
