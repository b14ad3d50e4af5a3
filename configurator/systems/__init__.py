"""A retailer's own systems (tills, ERP, CRM): the keys they show, what each key opens, and requests told once."""
