"""Pictures and files of a scene: drawn in numpy, written as GLB, shown in a page or a notebook."""
