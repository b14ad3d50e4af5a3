"""Schemes of a room: a paint for each of its slots, proposed from a colour, a picture or a mood, and judged."""
