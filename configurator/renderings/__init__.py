"""Pictures of a project's rooms in true light: begun in the studio, drawn by a worker, getting finer meanwhile."""
