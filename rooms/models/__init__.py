"""3D models that retailers bring: read as hostile, thinned to a budget, fitted to the product, kept as one GLB."""
