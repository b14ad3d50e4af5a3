"""The facts that the fee knows of a project's purchases, from its receipts. Pure; what cannot be known is left out.

What is told here is told of the project, so "purchases" and "purchases from the project" are the same receipts; what
was bought for another project is that project's. The net sum is taken by VAT rate over the whole receipt, the tax
rounded half up (VAT act, art. 106e(7)).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

from configurator.purchases.papers import Paper, Pick, Sold

GIVES = (
    "purchases_kept_*",
    "project_purchases_kept_*",
    "goods_purchases_kept_*",
    "largest_purchase_gross_gr",
    "project_largest_purchase_gross_gr",
    "days_since_purchase",
    "days_order_to_purchase",
    "days_proposal_to_purchase",
    "category_count_*",
    "category_purchases_gross_gr_*",
    "brand_count_*",
    "project_*_bought_pct",
)
"""The names, as facts.json spells them."""
DAYS = frozenset({"days_since_purchase", "days_order_to_purchase", "days_proposal_to_purchase"})
"""Those that no receipt's line tells."""


@dataclass(frozen=True)
class Wanted:
    """A product on the project's list: so many hundredths of its unit, and the price of one unit."""

    sku: str
    category: str
    hundredths: int
    price_gr: int


@dataclass(frozen=True)
class Around:
    """What is beside the receipts: the day of the decision, of the order, of the proposal, and what the project wants.

    None is what has not happened, or is not known.
    """

    day: date
    ordered: date | None = None
    proposed: date | None = None
    wanted: tuple[Wanted, ...] | None = field(default=None)


def among(names: Iterable[str]) -> frozenset[str]:
    """Those of the names that stand on purchases."""
    return frozenset(name for name in names if any(fnmatchcase(name, pattern) for pattern in GIVES))


def known(papers: Sequence[Paper], names: Iterable[str], around: Around) -> dict[str, int]:
    """The facts of these names that can be known."""
    found = {name: _value(name, papers, around) for name in among(names)}
    return {name: value for name, value in found.items() if value is not None}


def wanted_as_data(wanted: Sequence[Wanted]) -> list[dict[str, Any]]:
    """What the project wanted, as the ledger keeps it."""
    return [vars(one) for one in wanted]


def _value(name: str, papers: Sequence[Paper], around: Around) -> int | None:
    if name in PLAIN:
        return PLAIN[name](papers, around)
    for prefix, of in FAMILIES.items():
        if name.startswith(prefix):
            return of(papers, _spelling(name.removeprefix(prefix)))
    return _share(papers, _spelling(name.removeprefix("project_").removesuffix("_bought_pct")), around)


def _kept_gr(papers: Sequence[Paper], _: Around) -> int:
    return sum(paper.kept_gr for paper in papers)


def _largest_gr(papers: Sequence[Paper], _: Around) -> int:
    return max((paper.kept_gr for paper in papers), default=0)


def _net_gr(papers: Sequence[Paper], _: Around, pick: Pick = lambda _: True) -> int | None:
    return _added(_paper_net_gr(paper, pick) for paper in papers)


def _goods_gr(papers: Sequence[Paper], _: Around) -> int | None:
    return _added(paper.part_gr(_is_goods) for paper in papers)


def _days_since(papers: Sequence[Paper], around: Around) -> int | None:
    """From the last purchase of which anything is kept."""
    last = max((paper.day for paper in papers if paper.kept_gr > 0), default=None)
    return max(0, (around.day - last).days) if last else None


def _days_from_order(papers: Sequence[Paper], around: Around) -> int | None:
    return _days_to(papers, around.ordered)


def _days_from_proposal(papers: Sequence[Paper], around: Around) -> int | None:
    return _days_to(papers, around.proposed)


def _days_to(papers: Sequence[Paper], began: date | None) -> int | None:
    """To the largest purchase, the earlier of two alike; 0 for one made before."""
    kept = [paper for paper in papers if paper.kept_gr > 0]
    if began is None or not kept:
        return None
    largest = min(kept, key=lambda paper: (-paper.kept_gr, paper.day))
    return max(0, (largest.day - began).days)


PLAIN: Mapping[str, Callable[[Sequence[Paper], Around], int | None]] = {
    "purchases_kept_gross_gr": _kept_gr,
    "purchases_kept_net_gr": _net_gr,
    "project_purchases_kept_gross_gr": _kept_gr,
    "project_purchases_kept_net_gr": _net_gr,
    "goods_purchases_kept_gross_gr": _goods_gr,
    "goods_purchases_kept_net_gr": lambda papers, around: _net_gr(papers, around, _is_goods),
    "largest_purchase_gross_gr": _largest_gr,
    "project_largest_purchase_gross_gr": _largest_gr,
    "days_since_purchase": _days_since,
    "days_order_to_purchase": _days_from_order,
    "days_proposal_to_purchase": _days_from_proposal,
}


def _category_pieces(papers: Sequence[Paper], category: str) -> int | None:
    return _added(paper.pieces(partial(_is_of, category)) for paper in papers)


def _category_gr(papers: Sequence[Paper], category: str) -> int | None:
    return _added(paper.part_gr(partial(_is_of, category)) for paper in papers)


def _brand_pieces(papers: Sequence[Paper], brand: str) -> int | None:
    return _added(paper.pieces(lambda line: _spelling(line.brand) == brand if line.brand else None) for paper in papers)


FAMILIES: Mapping[str, Callable[[Sequence[Paper], str], int | None]] = {
    "category_count_": _category_pieces,
    "category_purchases_gross_gr_": _category_gr,
    "brand_count_": _brand_pieces,
}


def _share(papers: Sequence[Paper], category: str, around: Around) -> int | None:
    """Per cent, by list prices, rounded down: of what the project wants, no more of a product than it wants counts."""
    wanted = [one for one in around.wanted or () if _spelling(one.category) == category]
    whole_gr = sum(one.hundredths * one.price_gr for one in wanted)
    if not whole_gr:
        return None
    bought_gr = 0
    for one in wanted:
        hundredths = _added(paper.hundredths(partial(_is_product, one)) for paper in papers)
        if hundredths is None:
            return None
        bought_gr += min(hundredths, one.hundredths) * one.price_gr
    return 100 * bought_gr // whole_gr


def _paper_net_gr(paper: Paper, pick: Pick) -> int | None:
    if paper.kept_gr <= 0:
        return 0
    bought = paper.moves[0].lines
    if not bought or any(line.vat_percent is None and pick(line) is not False for line in bought):
        return None
    parts = {rate: paper.part_gr(partial(_at_rate, rate, pick)) for rate in paper.rates()}
    return _added(None if part is None else part - _tax_gr(part, rate) for rate, part in parts.items())


def _tax_gr(gross_gr: int, rate: int) -> int:
    return (2 * gross_gr * rate + 100 + rate) // (2 * (100 + rate))


def _at_rate(rate: int, pick: Pick, line: Sold) -> bool | None:
    if pick(line) is False:
        return False
    return line.vat_percent == rate if line.vat_percent is not None else None


def _is_goods(line: Sold) -> bool:
    return not line.service


def _is_of(category: str, line: Sold) -> bool | None:
    return _spelling(line.category) == category if line.category else None


def _is_product(wanted: Wanted, line: Sold) -> bool | None:
    if line.sku:
        return line.sku == wanted.sku
    return False if line.category and _spelling(line.category) != _spelling(wanted.category) else None


def _added(parts: Iterable[int | None]) -> int | None:
    total = 0
    for part in parts:
        if part is None:
            return None
        total += part
    return total


def _spelling(name: str) -> str:
    """One spelling for a category or a brand: `Złota Łazienka` and `zlota-lazienka` are the same."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
