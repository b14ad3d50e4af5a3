"""Paint: colour science, fan decks, quantities and sample orders. No framework."""
