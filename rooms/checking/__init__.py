"""What the checks stand on: the site they look at, the packs their numbers come from, the findings they give."""
