"""Ways of paying: ONE FILE = ONE WAY, each with its `PAYMENT`; a key taken twice raises on import."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from configurator.orders.payment import Payment


@cache
def payments() -> Mapping[str, Payment]:
    """Every way of paying, by its key."""
    found: dict[str, Payment] = {}
    for module in iter_modules(__path__):
        payment: Payment = import_module(f"{__name__}.{module.name}").PAYMENT
        if payment.key in found:
            raise ValueError(f"two ways of paying are named {payment.key}")
        found[payment.key] = payment
    return found
