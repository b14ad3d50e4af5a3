"""The staff's place: who waits for an answer, and the projects they bring."""
