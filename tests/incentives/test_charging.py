"""The amount alone, found by the short way, is that of the decision."""

from datetime import datetime
from typing import Any

import pytest

from incentives.case import charge
from incentives.facts import Facts
from incentives.fault import Fault
from incentives.terms import Terms
from tests.incentives.build import AT, at_least, decided, equal, rule, terms_data

DRAWN, BOUGHT = at_least("own_elements", 1), at_least("purchases_kept_gross_gr", 250_000)
HUNDRED = {"kind": "reduce", "amount_gr": 10_000}


def test_charge_is_the_decision_s_amount() -> None:
    terms = Terms.read(terms_data(rule("a", DRAWN, HUNDRED)))
    assert charge(terms, Facts.read({"own_elements": 1}, terms.registry), AT) == 20_000


def _charged(*rules: Any, **facts: Any) -> int:
    terms = Terms.read(terms_data(*rules))
    return charge(terms, Facts.read(facts, terms.registry), AT)


def test_charging_asks_for_a_time_with_its_zone() -> None:
    terms = Terms.read(terms_data())
    with pytest.raises(Fault, match="time without zone"):
        charge(terms, Facts.read({}), datetime(2026, 5, 4))  # noqa: DTZ001 - that is what is refused


def test_charging_passes_over_what_has_expired() -> None:
    assert _charged(rule("old", valid={"to": "2026-05-03"}), rule("hundred", then=HUNDRED)) == 20_000


@pytest.mark.parametrize(
    ("used", "charged_gr"), [({"uses_store_day_a": 0}, 0), ({"uses_store_day_a": 1}, 20_000), ({}, 20_000)]
)
def test_charging_passes_over_what_is_used_up_or_might_be(used: Any, charged_gr: int) -> None:
    limited = rule("a", limits=[{"per": "store", "period": "day", "count": 1}])
    assert _charged(limited, rule("hundred", then=HUNDRED), **used) == charged_gr


@pytest.mark.parametrize(
    ("rules", "facts", "charged_gr"),
    [
        ([rule("a", then=HUNDRED, lane="a"), rule("b", then=HUNDRED, lane="b")], {}, 10_000),
        ([rule("a", then=HUNDRED), rule("later", then={"kind": "defer"})], {}, 0),
        (
            [rule("a", then={"kind": "refund", "amount": {"percent": 10, "of": "basket_gross_gr"}})],
            {"basket_gross_gr": 50_000},
            25_000,
        ),
        (
            [
                rule("a", then={"kind": "refund", "amount": {"percent": 10, "of": "basket_gross_gr"}}),
                rule("b", then=HUNDRED),
            ],
            {"basket_gross_gr": 150_000},
            15_000,
        ),
    ],
)
def test_charging_adds_up_puts_off_and_counts(rules: list[Any], facts: Any, charged_gr: int) -> None:
    assert _charged(*rules, **facts) == decided(terms_data(*rules), facts).charged_gr == charged_gr


@pytest.mark.parametrize(("store", "charged_gr"), [("a", 20_000), ("b", 30_000)])
def test_charging_finds_the_word_that_a_rule_asks_for_also_deep_in_it(store: str, charged_gr: int) -> None:
    tree = {"all": [{"all": [equal("store", "a"), DRAWN]}, BOUGHT]}
    facts = {"store": store, "own_elements": 1, "purchases_kept_gross_gr": 250_000}
    assert _charged(rule("a", tree, HUNDRED), **facts) == charged_gr


@pytest.mark.parametrize(
    ("store", "drawn", "bought_gr", "brought", "charged_gr"),
    [
        ("a", 1, 0, True, 20_000),
        ("a", 0, 250_000, True, 0),
        ("a", 1, 250_000, True, 0),
        ("a", 0, 0, True, 30_000),
        ("a", 1, 250_000, False, 30_000),
        ("b", 1, 250_000, True, 30_000),
    ],
)
def test_charging_asks_each_rule_of_a_store_for_all_that_it_wants(
    store: str, drawn: int, bought_gr: int, brought: bool, charged_gr: int
) -> None:
    shared = [equal("store", "a"), equal("brought_dimensions", True)]
    rules = [rule("drawn", {"all": [*shared, DRAWN]}, HUNDRED), rule("bought", {"all": [*shared, BOUGHT]})]
    known = {"store": store, "own_elements": drawn, "purchases_kept_gross_gr": bought_gr, "brought_dimensions": brought}
    assert _charged(*rules, **known) == decided(terms_data(*rules), known).charged_gr == charged_gr


def test_charging_passes_over_what_gives_nothing() -> None:
    assert _charged(rule("a", then={"kind": "set_fee", "amount_gr": 40_000})) == 30_000
