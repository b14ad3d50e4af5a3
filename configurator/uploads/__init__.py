"""Files that people send: known by what they hold, and sent to their place where they came to another."""
