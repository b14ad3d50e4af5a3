"""Colour schemes of a room: proposed, drawn as that room, kept with the project, voted on by the family."""
