"""The paint that a sample leads to: litres, tins, tools, and the tester's price that comes back."""
