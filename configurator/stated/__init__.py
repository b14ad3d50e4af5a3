"""What people and the retailer's systems state of a project: whose it is, by which contract, and facts of its own."""
