"""3D models of products: brought in furniture libraries or alone, made small, shown as a dry run, then taken in."""
