"""Where facts come from: one source a module."""
