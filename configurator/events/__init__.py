"""Counts of what people do on the screens that the log of edits does not hold; of nobody in particular."""
