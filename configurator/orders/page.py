"""What the samples page shows: the form with its prices, dates, refusals and errors, each in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.i18n import language, money, translate
from configurator.orders import counter as counters
from configurator.orders.allowance import Free
from configurator.orders.counter import Counter
from configurator.orders.dearer import Dearer, dearer_to_send
from configurator.orders.form import Form, found_paints
from configurator.orders.hazards import statements
from configurator.orders.payments import payments
from configurator.orders.service import promised
from configurator.orders.trays import design_paints
from configurator.projects.code import spoken
from configurator.stores.models import Store
from configurator.stores.service import stores_of
from samples.contact import NEEDED
from samples.deck import Deck
from samples.delivery import WARSAW, in_words
from samples.fault import Fault
from samples.order import KINDS, WAYS, Line, LineTotal, Offer, Total, faults, total, ways_for
from samples.paint import Paint

LABELS_IN = "pl"
CONTACT_ORDER = ("store", "locker", "name", "email", "phone", "street", "postcode", "city")
AUTOCOMPLETE = {"name": "name", "email": "email", "phone": "tel", "street": "street-address"} | {
    "postcode": "postal-code",
    "city": "address-level2",
}


@dataclass(frozen=True)
class Row:
    """One line of the tray.

    `full_gr` is what it costs where nothing is free; `wrong` what keeps just it, or its kind, from being ordered.
    """

    line: Line
    paint: Paint
    price: LineTotal
    full_gr: int
    wrong: str


@dataclass(frozen=True)
class WayRow:
    key: str
    label: str
    price_gr: int
    refusal: str
    arrives: str


@dataclass(frozen=True)
class Page:
    """Everything on the page, in the visitor's language. `errors` are sentences by the field's name.

    `is_orderable`: nothing is wrong with the lines. `pays_first`: it is sent when the money is there. `statements` name
    the words of the law's statements in the warnings; `dearer` says by kind that choosing it makes the delivery dearer.
    """

    form: Form
    rows: tuple[Row, ...]
    ways: tuple[WayRow, ...]
    payments: tuple[str, ...]
    payment: str
    total: Total | None
    is_orderable: bool
    pays_first: bool
    free: Free
    errors: dict[str, str]
    stores: tuple[Store, ...]
    found: tuple[Paint, ...]
    design: tuple[Paint, ...]
    paint_kinds: tuple[tuple[str, str, int], ...]
    never_free: str
    hazardous: bool
    statements: Sequence[str]
    dearer: Mapping[str, str]

    @property
    def fields(self) -> list[tuple[str, str, str]]:
        """The contact's fields: name, for which ways, and what browsers fill in."""
        offered = {way.key for way in self.ways}
        found = ((name, [way for way in NEEDED if name in NEEDED[way] and way in offered]) for name in CONTACT_ORDER)
        rows = ((name, " ".join(f"for-{way}" for way in ways)) for name, ways in found if ways)
        return [(name, classes, AUTOCOMPLETE.get(name, "off")) for name, classes in rows]

    @property
    def free_after(self) -> int:
        """How many free samples are left once those of this order are taken."""
        return self.free.left - (self.total.free_used if self.total else 0)

    @property
    def arrives(self) -> str:
        return next((way.arrives for way in self.ways if way.key == self.form.way), "")


def page(session: Session, counter: Counter, form: Form, told: Iterable[Fault] = ()) -> Page:
    """The page for this form; `told` is what kept it from being ordered."""
    offer, lang, deck = counter.selling.offer, language(), counter.selling.deck
    free = counters.free_left(session, counter, form.contact["email"])
    wrong = [fault for fault in faults(offer, form.draft, deck) if fault.path.startswith("lines") and form.lines]
    cost = total(offer, form.draft, free.left) if form.lines else None
    fitting = tuple(key for key, way in payments().items() if way.fits(counter.selling.settings, form.way))
    payment = form.payment if form.payment in fitting else next(iter(fitting), "")
    there = {line.paint for line in form.lines}
    in_design = design_paints(counter.project, deck) if counter.project else []
    return Page(
        form=form,
        rows=_rows(offer, form.lines, cost, wrong, deck) if cost else (),
        ways=_ways(counter, form, payment if cost is None or cost.total_gr else ""),
        payments=fitting,
        payment=payment,
        total=cost,
        is_orderable=not wrong,
        pays_first=bool(cost and cost.total_gr) and payment in payments() and payments()[payment].before_sending,
        free=free,
        errors=_errors([*wrong, *told]),
        stores=tuple(store for store in stores_of(session, counter.store.tenant_id) if store.address),
        found=found_paints(form, deck) if form.sought else (),
        design=tuple(deck[code] for code in in_design if code not in there),
        paint_kinds=tuple((key, KINDS[key][lang], terms.price_gr) for key, terms in offer.kinds.items()),
        never_free=", ".join(KINDS[key][lang] for key, terms in offer.kinds.items() if not terms.may_be_free),
        hazardous=any(line.kind == "pot" for line in form.lines),
        statements=statements(counter.selling.settings.hazards) if lang != LABELS_IN else (),
        dearer={kind: _dearer_said(kind, one) for kind, one in dearer_to_send(offer).items()},
    )


def _dearer_said(kind: str, dearer: Dearer) -> str:
    return translate(f"samples.dearer_{dearer.way}", kind=KINDS[kind][language()], price=money(dearer.least_gr))


def _rows(offer: Offer, lines: Sequence[Line], cost: Total, wrong: Sequence[Fault], deck: Deck) -> tuple[Row, ...]:
    """Each line with its price, and what is wrong with it: first of all the limit of its kind."""
    found = []
    for place, (line, price) in enumerate(zip(lines, cost.lines, strict=True)):
        told = [one for one in wrong if one.path.startswith(f"lines/{place}/") or one.detail.get("kind") == line.kind]
        fault = max(told, key=lambda one: "kind" in one.detail, default=None)
        full_gr = price.count * offer.kinds[line.kind].price_gr
        found.append(Row(line, deck[line.paint], price, full_gr, sentence(fault) if fault else ""))
    return tuple(found)


def sentence(fault: Fault) -> str:
    """What is wrong, in words; a missing field says what to type."""
    name = f"missing_{_field(fault)}" if fault.reason == "missing" else fault.reason
    return translate(f"samples.{name}", **_in_words(fault.detail))


def _errors(told: Iterable[Fault]) -> dict[str, str]:
    """The first sentence for each field, in the order of the page."""
    found: dict[str, str] = {}
    for fault in told:
        found.setdefault(_field(fault), sentence(fault))
    places = {name: place for place, name in enumerate(("tray", "agreed", "lines", "way", *CONTACT_ORDER, "payment"))}
    return dict(sorted(found.items(), key=lambda pair: places.get(pair[0], 0)))


def _ways(counter: Counter, form: Form, payment: str) -> tuple[WayRow, ...]:
    at, lang = now(), language()
    today = at.astimezone(WARSAW).date()
    refusals = ways_for(counter.selling.offer, form.lines)
    return tuple(
        WayRow(
            key=key,
            label=WAYS[key][lang],
            price_gr=terms.price_gr,
            refusal=sentence(refusal) if (refusal := refusals[key]) else "",
            arrives=in_words(
                promised(counter.selling, key, "" if key == "collection" else payment, at).arrives_on, today
            )[lang],
        )
        for key, terms in counter.selling.offer.ways.items()
    )


def _field(fault: Fault) -> str:
    """The field beside which a fault is told: the contact's own, else the part of the form."""
    first, _, rest = fault.path.partition("/")
    return rest if first == "contact" else first


def _in_words(detail: Mapping[str, object]) -> dict[str, Any]:
    lang = language()
    told: dict[str, Any] = dict(detail)
    for name, words in (("kind", KINDS), ("way", WAYS)):
        if (key := str(told.get(name))) in words:
            told[name] = words[key][lang]
    if "kinds" in told:
        told["kinds"] = ", ".join(KINDS[key][lang] for key in str(told["kinds"]).split(", "))
    if "code" in told and str(told["code"]).isalnum():
        told["code"] = spoken(str(told["code"]))
    return told
