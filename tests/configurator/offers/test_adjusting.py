"""How a closed fee is judged again: for the customer wherever the terms leave room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest

from configurator.offers.judging import Closing, Event, Judged, judge
from configurator.purchases.papers import Move, Paper, Sold
from incentives.facts import Facts
from incentives.terms import Terms
from tests.configurator.purchases.shopping import purchases_only

CLOSED = datetime(2026, 3, 10, 12, tzinfo=UTC)
MARCH = {"from": "2026-03-01", "to": "2026-03-31"}
CLAWBACK = {"policy": "clawback", "window_days": 30}


def day(month: int, day_: int) -> date:
    return date(2026, month, day_)


@dataclass(frozen=True)
class Did:
    """Bought on a receipt of its own (above zero), or brought back of the first one."""

    amount_gr: int
    day: date
    lines: tuple[Sold, ...] = ()


def judged(kept_gr: int, *did: Did, on_return: Any = None, lines: tuple[Sold, ...] = (), **rule: Any) -> Judged:
    terms = Terms.read(purchases_only(on_return, **rule))
    papers = [Paper((Move(kept_gr, CLOSED.date(), lines),))]
    closing = Closing(terms, CLOSED, Facts.read({}, terms.registry), list(papers), ordered=date(2026, 1, 10))
    events = []
    for one in did:
        move = Move(one.amount_gr, one.day, one.lines)
        if one.amount_gr > 0:
            papers.append(Paper((move,)))
        else:
            papers[0] = Paper((*papers[0].moves, move))
        events.append(Event(one.amount_gr, one.day, list(papers)))
    return judge(closing, events)


def test_time_alone_takes_nothing_back() -> None:
    assert judged(2_600_00, Did(-50_00, day(5, 1)), valid=MARCH).ruled_gr == 0


def test_buying_more_when_the_offer_is_over_costs_nothing() -> None:
    assert judged(2_500_00, Did(100_00, day(5, 1)), valid=MARCH).ruled_gr == 0


@pytest.mark.parametrize(("bought", "fee_gr"), [(day(3, 31), 0), (day(4, 1), 300_00)])
def test_a_late_purchase_is_judged_on_its_own_day(bought: date, fee_gr: int) -> None:
    assert judged(1_800_00, Did(700_00, bought), valid=MARCH).ruled_gr == fee_gr


def test_a_purchase_before_the_closing_is_judged_on_the_day_of_closing() -> None:
    assert judged(1_800_00, Did(700_00, day(2, 1)), valid=MARCH).ruled_gr == 0


@pytest.mark.parametrize(("returned", "fee_gr"), [(day(4, 9), 300_00), (day(4, 10), 0)])
def test_a_clawback_ends_with_its_window(returned: date, fee_gr: int) -> None:
    assert judged(2_500_00, Did(-1, returned), on_return=CLAWBACK).ruled_gr == fee_gr


def test_a_second_return_after_the_window_gives_nothing_back() -> None:
    events = (Did(-1, day(3, 20)), Did(-1, day(5, 20)))
    assert judged(2_500_00, *events, on_return=CLAWBACK).ruled_gr == 300_00


def test_what_was_taken_back_can_be_earned_again() -> None:
    events = (Did(-100_00, day(3, 20)), Did(100_00, day(3, 25)))
    assert judged(2_500_00, *events).ruled_gr == 0


def test_what_a_late_purchase_gave_is_kept_by_its_rules_policy() -> None:
    events = (Did(700_00, day(3, 20)), Did(-700_00, day(3, 25)))
    assert judged(1_800_00, *events, on_return={"policy": "keep"}).ruled_gr == 0


def test_the_same_events_give_the_same_bytes() -> None:
    events = (Did(700_00, day(3, 20)), Did(-1, day(3, 25)))
    assert judged(1_800_00, *events).last.as_data() == judged(1_800_00, *events).last.as_data()


def reading(fact: str, value: int) -> dict[str, Any]:
    return {"when": {"fact": fact, "is": "at_least", "value": value}}


TAP = Sold(900_00, vat_percent=23, category="fixtures")
FITTING = Sold(300_00, vat_percent=8, service=True)


def test_what_was_brought_back_moves_the_net_sum_by_its_own_rate() -> None:
    bought = {"lines": (TAP, FITTING), **reading("purchases_kept_net_gr", 731_71)}
    assert judged(1_200_00, Did(-300_00, day(3, 20), (FITTING,)), **bought).ruled_gr == 0
    assert judged(1_200_00, Did(-300_00, day(3, 20), (replace(TAP, amount_gr=300_00),)), **bought).ruled_gr == 0
    assert judged(1_200_00, Did(-900_00, day(3, 20), (TAP,)), **bought).ruled_gr == 300_00


def test_a_service_brought_back_leaves_the_goods() -> None:
    bought = {"lines": (TAP, FITTING), **reading("goods_purchases_kept_gross_gr", 900_00)}
    assert judged(1_200_00, Did(-300_00, day(3, 20), (FITTING,)), **bought).ruled_gr == 0
    assert judged(1_200_00, Did(-900_00, day(3, 20), (TAP,)), **bought).ruled_gr == 300_00


def test_what_nobody_knows_came_back_raises_nothing() -> None:
    bought = {"lines": (TAP, FITTING), **reading("goods_purchases_kept_gross_gr", 900_00)}
    found = judged(1_200_00, Did(-300_00, day(3, 20)), **bought)
    assert (found.ruled_gr, found.last.needs) == (0, ("goods_purchases_kept_gross_gr",))
    assert judged(1_200_00, Did(-1_200_00, day(3, 20)), **bought).ruled_gr == 300_00


def test_the_largest_purchase_falls_to_the_next() -> None:
    one = reading("largest_purchase_gross_gr", 2_000_00)
    events = (Did(1_900_00, day(3, 20)), Did(-200_00, day(3, 21)))
    assert judged(2_100_00, *events, **one).ruled_gr == 300_00
    assert judged(2_100_00, Did(2_000_00, day(3, 20)), *events[1:], **one).ruled_gr == 0


@pytest.mark.parametrize(("bought", "fee_gr"), [(day(4, 10), 0), (day(4, 11), 300_00)])
def test_the_days_from_the_order_go_on_after_the_closing(bought: date, fee_gr: int) -> None:
    enough = {"fact": "purchases_kept_gross_gr", "is": "at_least", "value": 700_00}
    soon = {"fact": "days_order_to_purchase", "is": "at_most", "value": 90}
    assert judged(1_00, Did(700_00, bought), when={"all": [enough, soon]}).ruled_gr == fee_gr


@pytest.mark.parametrize(
    "fact", ["purchases_kept_net_gr", "goods_purchases_kept_gross_gr", "largest_purchase_gross_gr"]
)
def test_buying_never_raises_and_a_return_never_lowers(fact: str) -> None:
    chance = Random(7)  # noqa: S311 - the same draws every time
    for _ in range(25):
        did: list[Did] = []
        before = judged(1_200_00, lines=(TAP, FITTING), **reading(fact, 800_00)).ruled_gr
        for number in range(5):
            line = replace(chance.choice((TAP, FITTING)), amount_gr=chance.randrange(1, 200_00))
            lines = (line,) if chance.random() < 0.8 else ()
            did.append(Did(chance.choice((-1, 1)) * line.amount_gr, day(4, number + 1), lines))
            after = judged(1_200_00, *did, lines=(TAP, FITTING), **reading(fact, 800_00)).ruled_gr
            assert after <= before if did[-1].amount_gr > 0 else after >= before
            before = after
