"""Documents of a project to print: the PDF, page by page."""
