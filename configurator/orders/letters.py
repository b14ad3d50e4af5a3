"""The mails that an order sends, each once, written in the transaction that causes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.decks.service import deck_of
from configurator.i18n import translate
from configurator.mail import service as mail
from configurator.mail.models import Mail
from configurator.orders import tracking
from configurator.orders.models import Complaint, SampleOrder
from configurator.orders.payments import payments
from configurator.stores.service import days_said
from samples.delivery import in_words
from samples.label import how_to_test
from samples.order import KINDS, WAYS

NO_DAY = date.min
"""Seen from there no day is "today" or "tomorrow": nobody knows when a mail is read."""


def placed(session: Session, settings: Settings, order: SampleOrder) -> Mail:
    """What was ordered, from whom, what it costs, when it comes, and how to withdraw: the durable copy."""
    return _put(session, settings, order, "order_placed", "placed")


def ready(session: Session, settings: Settings, order: SampleOrder) -> Mail:
    return _put(session, settings, order, "order_ready", "ready")


def sent(session: Session, settings: Settings, order: SampleOrder) -> Mail:
    return _put(session, settings, order, "order_sent", "sent")


def withdrawn(session: Session, settings: Settings, order: SampleOrder) -> Mail:
    """The receipt of a withdrawal, with its day and time (Directive (EU) 2023/2673)."""
    return _put(session, settings, order, "order_withdrawn", "withdrawn")


def late(session: Session, settings: Settings, order: SampleOrder) -> Mail:
    """The promised day cannot be kept: the new one, and the way out of the order."""
    return _put(session, settings, order, "order_late", f"late/{order.arrive_on}", was=_day(order.promised_on, order))


def reminder(session: Session, settings: Settings, order: SampleOrder, links: Sequence[str]) -> Mail:
    """How to judge the samples, each with its page; and where to say that no such mail is wanted."""
    lang = order.language
    steps = {step: None for line in order.lines for step in how_to_test(line.kind)[lang]}
    pages = list(zip((line.name_pl if lang == "pl" else line.name_en for line in order.lines), links, strict=True))
    quiet = f"{tracking.link(settings, order)}/quiet"
    return _put(session, settings, order, "order_reminder", "reminder", steps=list(steps), pages=pages, quiet=quiet)


def complained(session: Session, settings: Settings, complaint: Complaint) -> Mail:
    """The receipt of a complaint for the customer; the same words go to the seller."""
    order = complaint.order
    seller = json.loads(order.seller)["email"]
    _put(session, settings, order, "complaint", f"complaint/{complaint.id}/seller", to=seller, complaint=complaint)
    return _put(session, settings, order, "complaint", f"complaint/{complaint.id}", complaint=complaint)


def complaint_answered(session: Session, settings: Settings, complaint: Complaint) -> Mail:
    order = complaint.order
    return _put(session, settings, order, "complaint_answered", f"complaint/{complaint.id}/answer", complaint=complaint)


def _day(day: date | None, order: SampleOrder) -> str:
    return in_words(day, NO_DAY)[order.language] if day else ""


def _put(
    session: Session, settings: Settings, order: SampleOrder, name: str, cause: str, *, to: str = "", **more: Any
) -> Mail:
    seller = json.loads(order.seller)
    return mail.put(
        session,
        settings,
        order.store.tenant,
        name,
        to=to or order.email,
        language=order.language,
        cause=f"order/{order.id}/{cause}",
        reply_to=seller["email"],
        **_values(settings, order, seller),
        is_demonstration=deck_of(session, order.tenant_id).demonstration,
        **more,
    )


def _values(settings: Settings, order: SampleOrder, seller: dict[str, str]) -> dict[str, Any]:
    lang = order.language
    payment = payments().get(order.payment)
    step = payment.step(order) if payment else None
    base = f"{settings.base_url}/s/{order.store.slug}"
    return {
        "order": order,
        "seller": seller | {"hours": days_said(seller["hours"], lang)},
        "store": order.store,
        "lines": [
            {
                "name": line.name_pl if lang == "pl" else line.name_en,
                "code": line.paint,
                "kind": KINDS[line.kind][lang],
                "count": line.count,
                "price_gr": line.price_gr,
            }
            for line in order.lines
        ],
        "way": WAYS[order.way][lang],
        "arrives": in_words(order.arrive_on, NO_DAY)[lang],
        "pay": translate(step.sentence, lang=lang) if step else "",
        "pay_rows": [(translate(label, lang=lang), value) for label, value in step.rows] if step else [],
        "link": tracking.link(settings, order),
        "withdraw_link": f"{base}/withdrawal",
        "complaint_link": f"{base}/complaint?order={order.code}",
        "rules_link": f"{base}/selling",
    }
