"""Proposals: what the designer would change, said one by one, and what the customer answers."""
