"""The samples page's form: what was typed, kept as it was typed, and the draft of an order in it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from werkzeug.datastructures import MultiDict

from configurator.orders.trays import Lines, merged, with_paints
from samples.contact import NEEDED, Contact
from samples.deck import Deck
from samples.order import MOST_LINES, Draft, Line, Offer, ways_for
from samples.paint import Paint
from samples.search import search

FIELDS = tuple(field.name for field in fields(Contact))
KEY = re.compile(r"[\w-]{16,64}")
MOST_TYPED = 300
MOST_DIGITS = 5
MOST_FOUND = 6


@dataclass(frozen=True)
class Form:
    """`version` is the tray's as the page showed it; `agreed_gr` the total it showed; `press` the button."""

    lines: Lines
    way: str
    payment: str
    contact: Mapping[str, str]
    key: str
    version: int
    agreed_gr: int | None
    press: str
    sought: str

    @property
    def is_order(self) -> bool:
        return self.press == "order"

    @property
    def draft(self) -> Draft:
        """What is ordered: of the contact only what the way of delivery needs is read, and so only that is kept."""
        needed = NEEDED.get(self.way, ())
        contact = Contact(**{name: self.contact.get(name, "") for name in needed}).stripped()
        return Draft(self.lines, self.way, contact)


def blank(offer: Offer, lines: Lines, version: int, store: str) -> Form:
    """The form as it is first shown: the first way that carries the samples is chosen."""
    contact = dict.fromkeys(FIELDS, "") | {"store": store}
    return Form(lines, _first_way(offer, lines), "", contact, new_key(), version, None, "", "")


def read(form: MultiDict[str, str], offer: Offer, deck: Deck) -> Form:
    """What was sent; what cannot be a line at all is passed over, what is only wrong is kept and told."""
    press = form.get("press", "update")
    if press == "update" and form.get("sought", "").strip():  # Enter in the search field
        press = "add"
    lines = _pressed(_lines(form, offer, deck), press, form.get("sought", ""), default_kind(offer), deck)
    return Form(
        lines=merged(lines),
        way=_way(offer, merged(lines), form.get("way", ""), press),
        payment=form.get("payment", ""),
        contact={name: form.get(name, "")[:MOST_TYPED] for name in FIELDS},
        key=key if KEY.fullmatch(key := form.get("key", "")) else new_key(),
        version=form.get("version", 0, type=int),
        agreed_gr=form.get("agreed", None, type=int),
        press=press,
        sought=form.get("sought", "")[:MOST_TYPED] if press == "add" else "",
    )


def found_paints(form: Form, deck: Deck) -> tuple[Paint, ...]:
    """What the search for another paint has found, without those that are on the tray."""
    there = {line.paint for line in form.lines}
    return tuple(paint for paint in search(deck, form.sought, MOST_FOUND) if paint.code not in there)


def default_kind(offer: Offer) -> str:
    """A painted card where there is one: it shows the colour and travels in a letter."""
    return "card" if "card" in offer.kinds else next(iter(offer.kinds))


def new_key() -> str:
    """The page's key: the same order, however often its button is pressed."""
    return secrets.token_urlsafe(24)


def _way(offer: Offer, lines: Lines, chosen: str, press: str) -> str:
    """The chosen way; while choosing, another one where that does not carry the samples any more."""
    if chosen in offer.ways and (press == "order" or ways_for(offer, lines)[chosen] is None):
        return chosen
    return _first_way(offer, lines)


def _first_way(offer: Offer, lines: Lines) -> str:
    open_ = [way for way, refusal in ways_for(offer, lines).items() if refusal is None]
    return open_[0] if open_ else next(iter(offer.ways))


def _lines(form: MultiDict[str, str], offer: Offer, deck: Deck) -> Lines:
    sent = list(zip(form.getlist("paint"), form.getlist("kind"), form.getlist("count"), strict=False))[:MOST_LINES]
    return tuple(
        Line(paint, kind if kind in offer.kinds else default_kind(offer), _count(count))
        for paint, kind, count in sent
        if paint in deck
    )


def _count(typed: str) -> int:
    """A typed count, also one that is too great; what is no number becomes one piece, which the page then shows."""
    digits = typed.strip()[:MOST_DIGITS]
    return int(digits) if digits.isascii() and digits.isdigit() else 1


def _pressed(lines: Lines, press: str, sought: str, kind: str, deck: Deck) -> Lines:
    """The lines after a button of the tray: more-0, less-0, remove-0, add (a code in full), add-ZK-0001."""
    verb, _, of = press.partition("-")
    if verb == "add":
        code = of or sought.strip().upper()
        return _without_none(with_paints(lines, [code], kind, deck))
    place = int(of) if of.isascii() and of.isdigit() else -1
    change = {"more": 1, "less": -1, "remove": -(10**MOST_DIGITS)}.get(verb, 0)
    return _without_none(
        replace(line, count=line.count + change) if at == place else line for at, line in enumerate(lines)
    )


def _without_none(lines: Iterable[Line]) -> Lines:
    return tuple(line for line in lines if line.count > 0)
