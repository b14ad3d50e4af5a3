"""Sets: several things that are placed as one, the store's and a person's own."""
