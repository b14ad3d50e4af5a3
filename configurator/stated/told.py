"""Which facts a retailer tells: its own, and those of the product that only its systems can know."""

from __future__ import annotations

from fnmatch import fnmatchcase

from incentives.terms import Terms

ONLY_TOLD = (
    "package",
    "testers_bought",
    "packs_matching*",
    "basket_*",
    "category_basket_gross_gr_*",
)
"""Of facts.json: nothing in the application says which package was sold, or what lies in a shop's basket."""


def told(terms: Terms) -> frozenset[str]:
    """The names that may be stated under these terms."""
    return terms.own | {name for name in terms.reads if any(fnmatchcase(name, one) for one in ONLY_TOLD)}
