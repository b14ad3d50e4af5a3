"""Orders handed to a fulfilment house: what it is told of each, as JSON and as a table, and what it tells back."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from sqlalchemy import or_, select, tuple_
from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.errors import Refused
from configurator.judgements import token
from configurator.orders import seeking, service, tracking
from configurator.orders.models import SampleOrder
from configurator.orders.payment import FREE
from configurator.orders.payments import payments
from configurator.orders.selling import selling
from samples.order import KINDS

STATES = ("packed", "sent", "delivered")
MOST = 200
COLUMNS = (
    *(
        "order",
        "state",
        "way",
        "send_on",
        "arrive_on",
        "name",
        "street",
        "postcode",
        "city",
        "locker",
        "phone",
        "email",
    ),
    *("paint", "paint_name", "kind", "count", "hazard", "label_url"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would calculate; such a cell is told with an apostrophe before it."""


def to_send(session: Session, tenant_id: str, after: str = "") -> tuple[Sequence[SampleOrder], str | None]:
    """Orders that wait to be sent, paid where that comes first, the oldest first; `after` is the last one's number.

    The second answer is what to ask `after` next, None when that was all.
    """
    wanted = select(SampleOrder).where(
        SampleOrder.tenant_id == tenant_id,
        SampleOrder.sent_at.is_(None),
        SampleOrder.withdrawn_at.is_(None),
        or_(SampleOrder.paid_at.is_not(None), SampleOrder.payment.in_(_paid_later())),
    )
    if after:
        last = seeking.by_number(session, tenant_id, after)
        wanted = wanted.where(tuple_(SampleOrder.placed_at, SampleOrder.id) > tuple_(last.placed_at, last.id))
    found = session.scalars(wanted.order_by(SampleOrder.placed_at, SampleOrder.id).limit(MOST + 1)).all()
    return found[:MOST], found[MOST - 1].code if len(found) > MOST else None


def tell(session: Session, order: SampleOrder, settings: Settings, *, state: str, number: str) -> Mapping[str, Any]:
    """The house's news: packed, sent with the carrier's number, delivered. Mails go out as when staff press it."""
    if state not in STATES:
        raise Refused("not_a_choice", path="state")
    if state == "packed":
        service.mark_packed(session, order, settings)
    elif state == "sent":
        service.mark_sent(session, order, settings, number)
    else:
        service.mark_arrived(session, order)
    return {
        "order": order.code,
        "state": tracking.state(order),
        "arrive_on": order.arrive_on.isoformat(),
        "tracking_number": order.tracking_number,
    }


def as_data(session: Session, settings: Settings, order: SampleOrder) -> dict[str, Any]:
    """An order as the API tells it: where it goes, what is in it, and what its labels carry."""
    hazards = selling(session, order.tenant_id).settings.hazards.splitlines()
    return {
        "order": order.code,
        "state": tracking.state(order),
        "way": order.way,
        "placed_at": order.placed_at.isoformat(),
        "send_on": order.send_on.isoformat(),
        "arrive_on": order.arrive_on.isoformat(),
        "tracking_number": order.tracking_number,
        "language": order.language,
        "to": {name: getattr(order, name) for name in COLUMNS[5:12]},
        "lines": [
            {
                "paint": line.paint,
                "name": {"pl": line.name_pl, "en": line.name_en},
                "hex": line.hex,
                "kind": line.kind,
                "kind_name": KINDS[line.kind],
                "count": line.count,
                "hazards": hazards if line.kind == "pot" else [],
                "label_url": token.link(settings, line),
            }
            for line in order.lines
        ],
    }


def table(session: Session, settings: Settings, orders: Iterable[SampleOrder]) -> str:
    """The orders as CSV, a row for each line of each, in UTF-8 with semicolons, as offices open it."""
    written = StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for order in orders:
        rows.writerows(_rows(as_data(session, settings, order)))
    return "\ufeff" + written.getvalue()


def _rows(order: Mapping[str, Any]) -> Iterator[list[str]]:
    head = [order[name] for name in COLUMNS[:5]] + [order["to"][name] for name in COLUMNS[5:12]]
    for line in order["lines"]:
        told = [line["paint"], line["name"][order["language"]], line["kind"], line["count"]]
        yield [_plain(cell) for cell in (*head, *told, " ".join(line["hazards"]), line["label_url"])]


def _plain(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _paid_later() -> list[str]:
    return [FREE, *(key for key, way in payments().items() if not way.before_sending)]
