"""Projects: the log of edits, its variants, and who may open it."""
