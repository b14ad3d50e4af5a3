"""Products: what a retailer sells, and which of it was picked for a project."""
