"""An order of samples: what it may hold, how it may travel, what it costs. No clock, no database, no float."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from samples.colour.words import Said
from samples.contact import Contact, contact_faults
from samples.fault import Fault

Kind = Literal["pot", "card", "sticker"]
Way = Literal["letter", "locker", "courier", "collection"]

KINDS: Mapping[str, Said] = {
    "pot": {"pl": "słoiczek testowy", "en": "tester pot"},
    "card": {"pl": "malowana karta", "en": "painted card"},
    "sticker": {"pl": "naklejka z farbą", "en": "paint sticker"},
}
WAYS: Mapping[str, Said] = {
    "letter": {"pl": "list", "en": "letter"},
    "locker": {"pl": "automat paczkowy", "en": "parcel locker"},
    "courier": {"pl": "kurier", "en": "courier"},
    "collection": {"pl": "odbiór w sklepie", "en": "collection in the store"},
}
PAID_BUTTON: Said = {"pl": "Zamawiam z obowiązkiem zapłaty", "en": "Order with an obligation to pay"}
FREE_BUTTON: Said = {"pl": "Zamawiam bezpłatnie", "en": "Order free of charge"}

MOST_LINES = 50
MOST_OF_ONE = 99


@dataclass(frozen=True)
class KindTerms:
    """What one sample of a kind costs, how many an order may hold, and whether it counts as a free one."""

    price_gr: int
    most: int
    may_be_free: bool = True


@dataclass(frozen=True)
class WayTerms:
    """What a way of delivery costs, what it carries, how many pieces, and from what value on it is free."""

    price_gr: int
    carries: frozenset[str]
    most: int
    free_from_gr: int | None = None


@dataclass(frozen=True)
class Offer:
    """A store's terms for samples; `free` is how many samples a person gets free of charge.

    `most_of_person` and `most_of_household` are how many of any price go to one in a month; None: as many as are asked.
    """

    kinds: Mapping[str, KindTerms]
    ways: Mapping[str, WayTerms]
    free: int = 0
    most: int = 20
    most_of_person: int | None = None
    most_of_household: int | None = None


@dataclass(frozen=True)
class Line:
    paint: str
    kind: str
    count: int = 1


@dataclass(frozen=True)
class Draft:
    """An order as the customer fills it in."""

    lines: tuple[Line, ...]
    way: str = ""
    contact: Contact = field(default_factory=Contact)


@dataclass(frozen=True)
class LineTotal:
    """A line's pieces, how many of them are free, and what the others cost together."""

    count: int
    free: int
    price_gr: int


@dataclass(frozen=True)
class Total:
    lines: tuple[LineTotal, ...]
    goods_gr: int
    delivery_gr: int
    free_used: int

    @property
    def total_gr(self) -> int:
        return self.goods_gr + self.delivery_gr

    @property
    def button(self) -> Said:
        """The words that the law wants on the button (Polish consumer rights act, art. 17)."""
        return PAID_BUTTON if self.total_gr else FREE_BUTTON


DEMO_OFFER = Offer(
    kinds={"pot": KindTerms(14_90, 6), "card": KindTerms(4_90, 12), "sticker": KindTerms(6_90, 12)},
    ways={
        "letter": WayTerms(6_90, frozenset({"card", "sticker"}), 12),
        "locker": WayTerms(12_90, frozenset(KINDS), 12, free_from_gr=100_00),
        "courier": WayTerms(17_90, frozenset(KINDS), 20, free_from_gr=100_00),
        "collection": WayTerms(0, frozenset(KINDS), 20),
    },
    free=3,
)


def faults(offer: Offer, draft: Draft, known: Container[str]) -> tuple[Fault, ...]:
    """Everything that keeps the order from being placed, each with its path; `known` holds the deck's codes."""
    return (
        *_line_faults(offer, draft.lines, known),
        *_way_faults(offer, draft),
        *contact_faults(draft.contact, draft.way),
    )


def ways_for(offer: Offer, lines: Sequence[Line]) -> dict[str, Fault | None]:
    """Each way the store offers: None when it carries these samples, else why not."""
    return {way: _refusal(way, terms, lines) for way, terms in offer.ways.items()}


def total(offer: Offer, draft: Draft, free_left: int = 0) -> Total:
    """What a faultless order costs when the person has so many free samples left; the dearest become free first."""
    free = _free_of_each(offer, draft.lines, max(free_left, 0))
    lines = tuple(
        LineTotal(line.count, given, (line.count - given) * offer.kinds[line.kind].price_gr)
        for line, given in zip(draft.lines, free, strict=True)
    )
    goods_gr = sum(line.price_gr for line in lines)
    return Total(lines, goods_gr, _delivery_gr(offer.ways[draft.way], goods_gr), sum(free))


def _free_of_each(offer: Offer, lines: Sequence[Line], free_left: int) -> list[int]:
    free = [0] * len(lines)
    for place in sorted(range(len(lines)), key=lambda place: -offer.kinds[lines[place].kind].price_gr):
        if offer.kinds[lines[place].kind].may_be_free:
            free[place] = min(lines[place].count, free_left)
            free_left -= free[place]
    return free


def _delivery_gr(way: WayTerms, goods_gr: int) -> int:
    return 0 if way.free_from_gr is not None and goods_gr >= way.free_from_gr else way.price_gr


def _line_faults(offer: Offer, lines: Sequence[Line], known: Container[str]) -> Iterator[Fault]:
    if not 1 <= len(lines) <= MOST_LINES:
        yield Fault("lines", "wrong_count", least=1, most=MOST_LINES)
    for place, line in enumerate(lines[:MOST_LINES]):
        if line.paint not in known:
            yield Fault(f"lines/{place}/paint", "unknown_paint", code=line.paint[:60])
        if line.kind not in offer.kinds:
            yield Fault(f"lines/{place}/kind", "not_offered", kind=line.kind[:20])
        if type(line.count) is not int or not 1 <= line.count <= MOST_OF_ONE:
            yield Fault(f"lines/{place}/count", "out_of_range", least=1, most=MOST_OF_ONE)
    yield from _twice(lines)
    yield from _too_many(offer, lines)


def _twice(lines: Sequence[Line]) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for place, line in enumerate(lines):
        if (line.paint, line.kind) in seen:
            yield Fault(f"lines/{place}", "line_twice", code=line.paint[:60], kind=line.kind[:20])
        seen.add((line.paint, line.kind))


def _too_many(offer: Offer, lines: Sequence[Line]) -> Iterator[Fault]:
    counts: Counter[str] = Counter()
    for line in lines:
        counts[line.kind] += line.count
    for kind, terms in offer.kinds.items():
        if counts[kind] > terms.most:
            yield Fault("lines", "too_many_of_a_kind", kind=kind, most=terms.most, asked=counts[kind])
    if counts.total() > offer.most:
        yield Fault("lines", "too_many", most=offer.most, asked=counts.total())


def _way_faults(offer: Offer, draft: Draft) -> Iterator[Fault]:
    if draft.way not in offer.ways:
        yield Fault("way", "missing" if not draft.way else "not_offered", ways=", ".join(offer.ways))
    elif (refusal := _refusal(draft.way, offer.ways[draft.way], draft.lines)) is not None:
        yield refusal


def _refusal(way: str, terms: WayTerms, lines: Iterable[Line]) -> Fault | None:
    kinds = sorted({line.kind for line in lines} - terms.carries)
    if kinds:
        return Fault("way", "does_not_carry", way=way, kinds=", ".join(kinds))
    asked = sum(line.count for line in lines)
    return Fault("way", "too_many_for_the_way", way=way, most=terms.most, asked=asked) if asked > terms.most else None
