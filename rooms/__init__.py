"""The plan: its document, its edits, and everything that follows from them. No framework."""
