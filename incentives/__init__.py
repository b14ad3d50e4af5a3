"""The fee: facts, conditions, decisions and advice. Standard library only."""
