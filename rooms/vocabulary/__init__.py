"""The words that kinds are written in: expressions of sizes, lists of entries, forms, materials."""
