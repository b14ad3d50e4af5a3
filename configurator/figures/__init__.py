"""What came of it, for whoever runs the store."""
