"""A retailer's own fan decks: brought as files, kept as they are sold, found by colour and by words."""
