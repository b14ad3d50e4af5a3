"""How a closed fee is judged again: for the customer wherever the terms leave room."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from configurator.offers.adjusting import Event, Judged, judge
from configurator.purchases.kept import FACT
from incentives.facts import Facts
from incentives.terms import Terms
from tests.configurator.purchases.shopping import purchases_only

CLOSED = datetime(2026, 3, 10, 12, tzinfo=UTC)
MARCH = {"from": "2026-03-01", "to": "2026-03-31"}
CLAWBACK = {"policy": "clawback", "window_days": 30}


def day(month: int, day_: int) -> date:
    return date(2026, month, day_)


def judged(kept_gr: int, *events: Event, on_return: Any = None, **rule: Any) -> Judged:
    terms = Terms.read(purchases_only(on_return, **rule))
    return judge(terms, Facts.read({FACT: kept_gr}, terms.registry), CLOSED, events)


def test_time_alone_takes_nothing_back() -> None:
    assert judged(2_600_00, Event(-50_00, day(5, 1)), valid=MARCH).ruled_gr == 0


def test_buying_more_when_the_offer_is_over_costs_nothing() -> None:
    assert judged(2_500_00, Event(100_00, day(5, 1)), valid=MARCH).ruled_gr == 0


@pytest.mark.parametrize(("bought", "fee_gr"), [(day(3, 31), 0), (day(4, 1), 300_00)])
def test_a_late_purchase_is_judged_on_its_own_day(bought: date, fee_gr: int) -> None:
    assert judged(1_800_00, Event(700_00, bought), valid=MARCH).ruled_gr == fee_gr


def test_a_purchase_before_the_closing_is_judged_on_the_day_of_closing() -> None:
    assert judged(1_800_00, Event(700_00, day(2, 1)), valid=MARCH).ruled_gr == 0


@pytest.mark.parametrize(("returned", "fee_gr"), [(day(4, 9), 300_00), (day(4, 10), 0)])
def test_a_clawback_ends_with_its_window(returned: date, fee_gr: int) -> None:
    assert judged(2_500_00, Event(-1, returned), on_return=CLAWBACK).ruled_gr == fee_gr


def test_a_second_return_after_the_window_gives_nothing_back() -> None:
    events = (Event(-1, day(3, 20)), Event(-1, day(5, 20)))
    assert judged(2_500_00, *events, on_return=CLAWBACK).ruled_gr == 300_00


def test_what_was_taken_back_can_be_earned_again() -> None:
    events = (Event(-100_00, day(3, 20)), Event(100_00, day(3, 25)))
    assert judged(2_500_00, *events).ruled_gr == 0


def test_what_a_late_purchase_gave_is_kept_by_its_rules_policy() -> None:
    events = (Event(700_00, day(3, 20)), Event(-700_00, day(3, 25)))
    assert judged(1_800_00, *events, on_return={"policy": "keep"}).ruled_gr == 0


def test_the_same_events_give_the_same_bytes() -> None:
    events = (Event(700_00, day(3, 20)), Event(-1, day(3, 25)))
    assert judged(1_800_00, *events).last.as_data() == judged(1_800_00, *events).last.as_data()
