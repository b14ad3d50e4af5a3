"""What was bought from a project and brought back, by the desk and by the retailer's own till or ERP."""
