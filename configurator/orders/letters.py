"""The mails that an order sends, each once, written in the transaction that causes it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.i18n import translate
from configurator.mail import service as mail
from configurator.mail.models import Mail
from configurator.orders import tracking
from configurator.orders.models import SampleOrder
from configurator.orders.payments import payments
from samples.delivery import in_words
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


def _put(session: Session, settings: Settings, order: SampleOrder, name: str, cause: str) -> Mail:
    seller = json.loads(order.seller)
    return mail.put(
        session,
        settings,
        order.store.tenant,
        name,
        to=order.email,
        language=order.language,
        cause=f"order/{order.id}/{cause}",
        reply_to=seller["email"],
        **_values(settings, order, seller),
    )


def _values(settings: Settings, order: SampleOrder, seller: dict[str, str]) -> dict[str, Any]:
    lang = order.language
    payment = payments().get(order.payment)
    step = payment.step(order) if payment else None
    base = f"{settings.base_url}/s/{order.store.slug}"
    return {
        "order": order,
        "seller": seller,
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
        "rules_link": f"{base}/selling",
    }
