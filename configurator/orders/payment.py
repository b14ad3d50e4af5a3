"""The port behind which ways of paying stand: when a way is offered, and what the customer does next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from configurator.orders.models import SampleOrder, SellingSettings

FREE = "free"
"""What stands in an order that costs nothing."""


@dataclass(frozen=True)
class Step:
    """What the customer does to pay: a sentence of the word list, rows to copy from, or a page to go to."""

    sentence: str
    rows: tuple[tuple[str, str], ...] = ()
    go_to: str | None = None


@dataclass(frozen=True)
class Payment:
    """A way of paying. `before_sending`: the order leaves when the money is there."""

    key: str
    fits: Callable[[SellingSettings, str], bool]
    step: Callable[[SampleOrder], Step]
    before_sending: bool
