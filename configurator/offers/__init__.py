"""The fee: terms published, quotes given, services opened and closed, and the ledger of what was decided."""
