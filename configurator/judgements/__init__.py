"""A sample at home: the page behind its label, where it is looked at, judged, and followed by the paint."""
