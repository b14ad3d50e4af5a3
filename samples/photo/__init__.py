"""Photos of rooms: opened safely, their walls found by taps, and painted anew in the light they were taken in."""
