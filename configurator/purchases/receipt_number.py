"""One spelling for a receipt's number, so that the desk, the till and the ERP mean the same paper.

A receipt counts once per retailer. It is known by its number; where the numbers of several tills repeat, also by the
till. A retailer whose numbers begin anew each year puts the year into the number or the till (`K1-2026`). A receipt
told without a till may be any till's of that number, so it stands against all of them until a till is named.
"""

from __future__ import annotations

import re
from unicodedata import normalize

PARTS = re.compile(r"[0-9]+|[^\W0-9_]+")


def normal(typed: str) -> str:
    """Capitals and digits without leading zeros: `par-0012/2026` and `PAR 12/2026` are both `PAR12/2026`.

    Two numbers that stood apart stay apart. Empty when nothing in it could tell one receipt from another.
    """
    told = ""
    for part in PARTS.findall(normalize("NFKC", typed).upper()):
        between = "/" if told[-1:].isdigit() and part.isdigit() else ""
        told += between + (part.lstrip("0") or "0" if part.isdigit() else part)
    return told


def may_be_same_till(one: str, other: str) -> bool:
    """Whether two receipts of one number can be the same paper: an unnamed till may be any."""
    return not one or not other or one == other
