"""A person within one tap: hand over to a designer, or ask for a call."""
