"""Typed amounts of money."""

from __future__ import annotations

from configurator.errors import Refused

MOST_DIGITS = 9


def read_grosze(typed: str, *, path: str) -> int | None:
    """An amount of zlotys, as in `1 800,00` or `300 PLN`, in grosze; None for nothing. Refused with the path."""
    text = "".join(typed.split()).lower().removesuffix("zł").removesuffix("pln")
    if not text:
        return None
    whole, dot, part = text.replace(",", ".").partition(".")
    well_formed = text.isascii() and whole.isdigit() and (part.isdigit() if dot else not part)
    if not well_formed or len(part) > 2 or len(whole) > MOST_DIGITS:
        raise Refused("not_an_amount", path=path)
    return int(whole) * 100 + int(part.ljust(2, "0"))
