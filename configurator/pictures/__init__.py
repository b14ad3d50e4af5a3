"""Pictures that customers and staff bring to a project: a plan to draw over, a sketch with dimensions, a photo."""
