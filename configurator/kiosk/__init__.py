"""A device in the store on which anyone may begin, and which forgets whoever leaves it."""
