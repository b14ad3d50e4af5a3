"""Paid at the till when the order is collected."""

from __future__ import annotations

from configurator.orders.models import SampleOrder, SellingSettings
from configurator.orders.payment import Payment, Step


def _fits(_settings: SellingSettings, way: str) -> bool:
    return way == "collection"


def _step(_order: SampleOrder) -> Step:
    return Step("orders.pay_on_collection")


PAYMENT = Payment("on_collection", _fits, _step, before_sending=False)
