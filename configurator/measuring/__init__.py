"""Dimensions that the customer brings: typed in a form, photographed from a link, handed over and marked by staff.

Whether they were brought is decided in `brought.py`, in the customer's favour where the papers allow it:

* Typed dimensions count at once: a room's width and length in the form or on the start page, or two lengths in the
  studio. Nobody has to confirm them.
* A mark by staff ("wymiary od klienta") counts until a counter-mark with a reason withdraws it. Nothing is edited.
* A photo waits until staff have looked at it. While it waits the fact is unknown, so no decision is final. When nobody
  has looked within the time in which the store promises its answers, the photo counts by itself: the customer does not
  pay for the store's delay. Staff may still decline it, with a reason that the customer reads.

The terms speak of bringing, not of beginning first: what is brought after the designer's first edit counts too, until
the service is closed.
"""
