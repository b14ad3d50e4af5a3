"""What a rule gives, and how much of it."""

from datetime import date
from typing import Any

import pytest

from incentives.amount import Amount
from incentives.effect import Effect, FeeEffect, Form, GrantEffect, read_effect
from incentives.effects.waive import Waive
from incentives.fault import Fault
from incentives.fee import Line
from incentives.reading import Node
from incentives.registry import STANDARD
from tests.incentives.build import at_least

DAY = date(2026, 5, 4)
LINES = (Line("design", 50_000), Line("revisions", 10_000))
TILES = "category_purchases_gross_gr_tiles"


def _fee_effect(data: Any) -> FeeEffect:
    effect = read_effect(Node(data, "then"), STANDARD)
    assert isinstance(effect, FeeEffect)
    return effect


def _grant_effect(data: Any) -> GrantEffect:
    effect = read_effect(Node(data, "then"), STANDARD)
    assert isinstance(effect, GrantEffect)
    return effect


@pytest.mark.parametrize(
    ("then", "values", "off_gr"),
    [
        ({"kind": "waive"}, {}, 60_000),
        ({"kind": "waive", "parts": ["design"]}, {}, 50_000),
        ({"kind": "reduce", "amount_gr": 20_000}, {}, 20_000),
        ({"kind": "reduce", "amount_gr": 90_000}, {}, 60_000),
        ({"kind": "reduce", "amount_gr": 90_000, "parts": ["revisions"]}, {}, 10_000),
        ({"kind": "reduce_percent", "percent": 50}, {}, 30_000),
        ({"kind": "reduce_percent", "percent": 100}, {}, 60_000),
        ({"kind": "set_fee", "amount_gr": 15_000}, {}, 45_000),
        ({"kind": "set_fee", "amount_gr": 90_000}, {}, 0),
        ({"kind": "refund"}, {}, 60_000),
        ({"kind": "refund", "amount": {"amount_gr": 20_000}}, {}, 20_000),
        ({"kind": "refund", "amount": {"percent": 100, "of": TILES}}, {TILES: 12_345}, 12_345),
        ({"kind": "refund", "amount": {"percent": 10, "of": TILES}}, {TILES: 12_345}, 1_235),
        ({"kind": "refund", "amount": {"percent": 100, "of": TILES}}, {TILES: 99_999}, 60_000),
        ({"kind": "refund", "amount": {"percent": 100, "of": TILES}}, {}, None),
        ({"kind": "defer"}, {}, 60_000),
    ],
)
def test_an_effect_takes_off(then: Any, values: Any, off_gr: int | None) -> None:
    effect = _fee_effect(then)
    assert effect.off_gr(effect.covered_gr(LINES), values) == off_gr


@pytest.mark.parametrize(("total_gr", "off_gr"), [(1, 1), (2, 1), (3, 2), (5, 3), (99, 50)])
def test_half_a_grosz_is_rounded_in_the_customer_s_favour(total_gr: int, off_gr: int) -> None:
    assert _fee_effect({"kind": "reduce_percent", "percent": 50}).off_gr(total_gr, {}) == off_gr


def test_less_than_half_a_grosz_is_dropped() -> None:
    assert _fee_effect({"kind": "reduce_percent", "percent": 7}).off_gr(7, {}) == 0


def test_what_is_taken_off_comes_from_the_first_lines() -> None:
    left = _fee_effect({"kind": "reduce", "amount_gr": 55_000}).after(LINES, 55_000)
    assert left == (Line("design", 0), Line("revisions", 5_000))


def test_what_is_taken_off_a_part_leaves_the_others() -> None:
    left = _fee_effect({"kind": "waive", "parts": ["revisions"]}).after(LINES, 10_000)
    assert left == (Line("design", 50_000), Line("revisions", 0))


@pytest.mark.parametrize(
    ("then", "form"),
    [
        ({"kind": "waive"}, Form.NOT_CHARGED),
        ({"kind": "waive", "form": "discount_on_invoice"}, Form.DISCOUNT_ON_INVOICE),
        ({"kind": "refund"}, Form.REFUND_CORRECTION),
        ({"kind": "refund", "form": "gift_card"}, Form.GIFT_CARD),
        ({"kind": "refund", "form": "set_off"}, Form.SET_OFF),
        ({"kind": "defer"}, Form.DEFERRED),
        ({"kind": "samples", "count": 3}, Form.GOODS),
        ({"kind": "credit", "amount": {"amount_gr": 1}}, Form.DISCOUNT_ON_INVOICE),
        ({"kind": "credit", "amount": {"amount_gr": 1}, "form": "gift_card"}, Form.GIFT_CARD),
    ],
)
def test_a_benefit_has_a_form(then: Any, form: Form) -> None:
    assert read_effect(Node(then, "then"), STANDARD).form is form


@pytest.mark.parametrize(
    ("amount", "values", "worth_gr"),
    [
        ({"amount_gr": 500}, {}, 500),
        ({"each_gr": 1_990, "matching": ["testers_bought"]}, {"testers_bought": 3}, 5_970),
        (
            {"each_gr": 1_990, "matching": ["testers_bought", "packs_matching"]},
            {"testers_bought": 3, "packs_matching": 1},
            1_990,
        ),
        ({"each_gr": 1_990, "matching": ["testers_bought", "packs_matching"]}, {"testers_bought": 3}, None),
        ({"percent": 40, "of": "packs_matching_gross_gr"}, {"packs_matching_gross_gr": 1_234}, 494),
        (
            {"amount_gr": 500, "most": {"percent": 40, "of": "packs_matching_gross_gr"}},
            {"packs_matching_gross_gr": 1_000},
            400,
        ),
        (
            {"amount_gr": 500, "most": {"percent": 40, "of": "packs_matching_gross_gr"}},
            {"packs_matching_gross_gr": 9_000},
            500,
        ),
        ({"amount_gr": 500, "most": {"percent": 40, "of": "packs_matching_gross_gr"}}, {}, None),
    ],
)
def test_an_amount_is_worth(amount: Any, values: Any, worth_gr: int | None) -> None:
    assert Amount.read(Node(amount), STANDARD).value(values) == worth_gr


@pytest.mark.parametrize(
    ("amount", "raised"),
    [
        ({"amount_gr": 500}, {}),
        ({"percent": 100, "of": TILES}, {TILES: 1_000}),
        ({"percent": 30, "of": TILES}, {TILES: 3_332}),
        (
            {"each_gr": 300, "matching": ["testers_bought", "packs_matching"]},
            {"testers_bought": 4, "packs_matching": 4},
        ),
        (
            {"amount_gr": 5_000, "most": {"percent": 40, "of": "packs_matching_gross_gr"}},
            {"packs_matching_gross_gr": 2_499},
        ),
    ],
)
def test_an_amount_says_what_makes_it_worth_ten_zloty(amount: Any, raised: dict[str, int]) -> None:
    assert Amount.read(Node(amount), STANDARD).raised_for(1_000) == raised


@pytest.mark.parametrize("percent", [1, 7, 30, 40, 99, 100, 250])
@pytest.mark.parametrize("amount_gr", [1, 2, 50, 999, 50_000])
def test_the_least_purchase_for_a_share_is_the_least(percent: int, amount_gr: int) -> None:
    amount = Amount.read(Node({"percent": percent, "of": TILES}), STANDARD)
    assert amount.share
    least = amount.share.enough_for(amount_gr)
    assert (amount.share.value({TILES: least}) or 0) >= amount_gr > (amount.share.value({TILES: least - 1}) or 0)


CREDIT = {"kind": "credit", "amount": {"amount_gr": 2_000}}


def test_a_credit_runs_out_so_many_days_after_the_decision() -> None:
    grant = _grant_effect({**CREDIT, "expires_days": 30}).grant({}, DAY)
    assert grant
    assert grant.expires == date(2026, 6, 3)


@pytest.mark.parametrize(("since", "worth_gr"), [(0, 2_000), (30, 2_000), (31, 0), (2**53 - 1, 0)])
def test_a_credit_can_run_out_so_many_days_after_an_event(since: int, worth_gr: int) -> None:
    grant = _grant_effect({**CREDIT, "expires_days": 30, "counted_from": "days_since_purchase"}).grant(
        {"days_since_purchase": since}, DAY
    )
    assert grant
    assert grant.worth_gr == worth_gr


def test_a_credit_counted_from_an_unknown_day_is_unknown() -> None:
    assert _grant_effect({**CREDIT, "expires_days": 30, "counted_from": "days_since_purchase"}).grant({}, DAY) is None


def test_a_credit_without_end_has_none() -> None:
    grant = _grant_effect(CREDIT).grant({}, DAY)
    assert grant
    assert grant.as_data() == {
        "kind": "credit", "form": "discount_on_invoice", "worth_gr": 2_000, "expires": None, "redeem": None,
    }  # fmt: skip


def test_a_credit_shows_the_conditions_of_its_use() -> None:
    grant = _grant_effect({**CREDIT, "redeem": at_least("basket_gross_gr", 5_000)}).grant({"basket_gross_gr": 1}, DAY)
    assert grant
    assert grant.as_data()["redeem"] == {**at_least("basket_gross_gr", 5_000), "actual": 1, "met": False}


def test_a_credit_depends_on_all_that_it_names() -> None:
    amount = {"each_gr": 1, "matching": ["testers_bought"], "most": {"percent": 40, "of": "packs_matching_gross_gr"}}
    effect = _grant_effect(
        {
            "kind": "credit",
            "amount": amount,
            "redeem": at_least("basket_gross_gr", 1),
            "counted_from": "days_since_order",
        }
    )
    assert {fact.name for fact in effect.reads()} == {
        "testers_bought", "packs_matching_gross_gr", "basket_gross_gr", "days_since_order",
    }  # fmt: skip


@pytest.mark.parametrize(("taken", "left"), [(0, 3), (2, 1), (3, 0), (7, 0)])
def test_so_many_samples_are_left(taken: int, left: int) -> None:
    grant = _grant_effect({"kind": "samples", "count": 3}).grant({"samples_taken": taken}, DAY)
    assert grant
    assert grant.as_data() == {"kind": "samples", "form": "goods", "count": 3, "left": left}


def test_samples_can_be_counted_by_another_fact() -> None:
    effect = _grant_effect({"kind": "samples", "count": 3, "taken": "testers_bought"})
    assert effect.grant({"samples_taken": 0}, DAY) is None


@pytest.mark.parametrize(
    ("then", "path", "reason"),
    [
        ({}, "then/kind", "missing"),
        ({"kind": "gift"}, "then/kind", "not_a_choice"),
        ({"kind": "waive", "amount_gr": 1}, "then/amount_gr", "unknown_field"),
        ({"kind": "waive", "form": "deferred"}, "then/form", "not_a_choice"),
        ({"kind": "waive", "form": "goods"}, "then/form", "not_a_choice"),
        ({"kind": "waive", "parts": []}, "then/parts", "empty_list"),
        ({"kind": "reduce", "amount_gr": 0}, "then/amount_gr", "out_of_range"),
        ({"kind": "reduce_percent", "percent": 101}, "then/percent", "out_of_range"),
        ({"kind": "reduce_percent", "percent": 0}, "then/percent", "out_of_range"),
        ({"kind": "reduce_percent", "percent": 12.5}, "then/percent", "not_a_whole_number"),
        ({"kind": "set_fee"}, "then/amount_gr", "missing"),
        ({"kind": "defer", "form": "set_off"}, "then/form", "unknown_field"),
        ({"kind": "refund", "amount": {}}, "then/amount", "not_an_amount"),
        ({"kind": "refund", "amount": {"amount_gr": 1, "percent": 1, "of": TILES}}, "then/amount", "not_an_amount"),
        ({"kind": "refund", "amount": {"percent": 1, "of": "own_elements"}}, "then/amount/of", "wrong_type_of_fact"),
        (
            {"kind": "refund", "amount": {"each_gr": 1, "matching": [TILES]}},
            "then/amount/matching/0",
            "wrong_type_of_fact",
        ),
        ({"kind": "refund", "amount": {"each_gr": 1, "matching": []}}, "then/amount/matching", "empty_list"),
        ({"kind": "samples", "count": 0}, "then/count", "out_of_range"),
        ({"kind": "samples", "count": 1001}, "then/count", "out_of_range"),
        ({"kind": "samples", "count": 1, "taken": TILES}, "then/taken", "wrong_type_of_fact"),
        (
            {"kind": "credit", "amount": {"amount_gr": 1}, "counted_from": "own_elements"},
            "then/counted_from",
            "wrong_type_of_fact",
        ),
        ({"kind": "credit", "amount": {"amount_gr": 1}, "expires_days": 0}, "then/expires_days", "out_of_range"),
        ({"kind": "credit", "amount": {"amount_gr": 1}, "expires_days": 36_501}, "then/expires_days", "out_of_range"),
    ],
)
def test_what_is_not_an_effect_is_refused_with_its_place(then: Any, path: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        read_effect(Node(then, "then"), STANDARD)
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_a_kind_of_effect_is_registered_once() -> None:
    with pytest.raises(TypeError, match="waive"):
        type("Again", (Waive,), {}, kind="waive")


def test_an_effect_lowers_the_fee_or_grants_something() -> None:
    with pytest.raises(TypeError, match="neither"):
        type("Nothing", (Effect,), {}, kind="nothing")


def test_every_file_of_effects_is_a_kind() -> None:
    assert set(Effect.kinds) == {"waive", "reduce", "reduce_percent", "set_fee", "refund", "defer", "credit", "samples"}


def test_a_share_is_at_most_ten_times_its_fact() -> None:
    share = {"percent": 1000, "of": "purchases_kept_gross_gr"}
    assert Amount.read(Node(share), STANDARD).value({"purchases_kept_gross_gr": 3}) == 30
    with pytest.raises(Fault, match="out of range"):
        Amount.read(Node(share | {"percent": 1001}), STANDARD)
