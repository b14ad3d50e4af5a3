"""Paid by a bank transfer; the order is sent when it has arrived."""

from __future__ import annotations

import json

from configurator.i18n import money
from configurator.orders.models import SampleOrder, SellingSettings
from configurator.orders.payment import Payment, Step
from configurator.projects.code import spoken


def _fits(settings: SellingSettings, way: str) -> bool:
    return bool(settings.bank_account) and way != "collection"


def _step(order: SampleOrder) -> Step:
    seller = json.loads(order.seller)
    rows = (
        ("orders.pay_to", seller["company"]),
        ("orders.pay_account", seller["bank_account"]),
        ("orders.pay_amount", money(order.total_gr, order.language)),
        ("orders.pay_title", spoken(order.code)),
    )
    return Step("orders.pay_by_transfer", rows)


PAYMENT = Payment("transfer", _fits, _step, before_sending=True)
