"""GlobalIds that stay: the same element of a plan has the same one in every file."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

SPACE = uuid5(NAMESPACE_URL, "zacznij/ifc")
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$"
LETTERS = 22


def global_id(*path: str) -> str:
    """The 22 letters that buildingSMART writes a UUID with, of what the path names."""
    number = uuid5(SPACE, "/".join(path)).int
    return "".join(DIGITS[number >> 6 * place & 63] for place in reversed(range(LETTERS)))
