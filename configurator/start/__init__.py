"""The first page: one sentence, the doors, and the rooms to start from."""
