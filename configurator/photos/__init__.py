"""Photos of rooms whose walls are painted anew: brought, marked by taps, painted, shown and taken away."""
