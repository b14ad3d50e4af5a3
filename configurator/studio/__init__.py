"""The studio: the page in which a project is designed."""
