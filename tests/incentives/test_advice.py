"""Ways to a lower fee: told only when deciding again proves them, cheapest first, and no more than needed."""

from typing import Any

import pytest

from incentives.reading import Node
from incentives.registry import STANDARD
from tests.incentives.build import at_least, at_most, decided, equal, rule, terms_data

BOUGHT = "purchases_kept_gross_gr"
PROJECT = "project_purchases_kept_gross_gr"
LARGEST = "project_largest_purchase_gross_gr"


def _ways(*rules: Any, fee: Any = None, **facts: Any) -> list[dict[str, Any]]:
    ways = decided(terms_data(*rules, fee=fee), facts).core["ways"]
    return [{act["fact"]: act["to"] for act in way["acts"]} for way in ways]


def test_the_cheapest_way_is_told_first() -> None:
    rules = (
        rule("a", at_least(BOUGHT, 50_000)),
        rule("b", at_least("own_elements", 2)),
        rule("c", at_least(BOUGHT, 1_000), {"kind": "reduce", "amount_gr": 1}),
    )
    assert _ways(*rules, own_elements=0, purchases_kept_gross_gr=0) == [
        {"own_elements": 2}, {BOUGHT: 1_000}, {BOUGHT: 50_000},
    ]  # fmt: skip


def test_at_most_three_ways_are_told() -> None:
    facts = {"own_structure": 0, "own_items": 0, "own_finishes": 0, "own_dimensions": 0, "products_picked": 0}
    rules = [rule(name.replace("_", "-"), at_least(name, 1)) for name in facts]
    assert len(_ways(*rules, **facts)) == 3


def test_ways_to_the_lowest_fee_come_before_ways_to_a_middling_one() -> None:
    names = ["own_structure", "own_items", "own_finishes"]
    middling = [rule(name.replace("_", "-"), at_least(name, 1), {"kind": "reduce", "amount_gr": 1}) for name in names]
    ways = _ways(*middling, rule("all", at_least(BOUGHT, 50_000)), **dict.fromkeys(names, 0), purchases_kept_gross_gr=0)
    assert {BOUGHT: 50_000} in ways


def test_a_way_takes_all_that_a_rule_asks_for() -> None:
    tree = {"all": [at_least("products_picked", 2), equal("brought_dimensions", True), at_least(PROJECT, 250_000)]}
    facts = {"products_picked": 1, "brought_dimensions": False, PROJECT: 250_000}
    assert _ways(rule("a", tree), **facts) == [{"products_picked": 2, "brought_dimensions": True}]


def test_a_way_that_contradicts_itself_is_not_told() -> None:
    tree = {"all": [equal("own_elements", 0), at_least("own_elements", 1)]}
    assert _ways(rule("a", tree), own_elements=0) == []


def test_a_way_asks_for_no_more_than_needed() -> None:
    tree = {"all": [at_least("own_elements", 3), {"any": [at_least("own_elements", 1), at_least("own_dimensions", 2)]}]}
    assert _ways(rule("a", tree), own_elements=0, own_dimensions=0) == [{"own_elements": 3}]


@pytest.mark.parametrize(
    ("tree", "facts"),
    [
        (at_most("products_picked", 2), {"products_picked": 5}),
        (equal("customer_kind", "business"), {"customer_kind": "consumer"}),
        (at_least("revisions_used", 1), {"revisions_used": 0}),
        (at_least("own_elements", 1), {"own_elements": 0, "designer_began": True}),
        (at_least("own_dimensions", 1), {"own_dimensions": 0, "designer_began": True}),
        (at_most("days_since_order", 5), {"days_since_order": 6}),
        (at_least("own_elements", 1), {}),
    ],
)
def test_no_way_leads_through_what_the_customer_cannot_change(tree: Any, facts: Any) -> None:
    assert _ways(rule("a", tree), **facts) == []


def test_no_way_leads_back_over_thousands_of_years() -> None:
    tree = {"all": [at_least("own_elements", 1), at_most("days_since_order", 30)]}
    assert _ways(rule("a", tree), own_elements=0, days_since_order=10_000_000) == []


def test_what_is_left_to_do_after_the_designer_began_is_still_told() -> None:
    tree = {"any": [at_least("own_elements", 1), at_least(PROJECT, 100)]}
    assert _ways(rule("a", tree), own_elements=0, designer_began=True, **{PROJECT: 0}) == [{PROJECT: 100}]


def test_no_way_leads_through_an_expired_rule() -> None:
    assert _ways(rule("a", at_least("own_elements", 1), valid={"to": "2026-05-03"}), own_elements=0) == []


def test_no_way_leads_to_a_used_up_budget() -> None:
    limited = rule("a", at_least("own_elements", 1), limits=[{"per": "customer", "period": "year", "count": 1}])
    assert _ways(limited, own_elements=0, uses_customer_year_a=1) == []


def test_there_is_no_way_down_from_nothing() -> None:
    assert _ways(rule("a"), rule("b", at_least("own_elements", 1)), own_elements=0) == []


def test_no_way_is_told_while_the_list_price_is_unknown() -> None:
    fee = {"kind": "per_area", "per_m2_gr": 5_000}
    assert _ways(rule("a", at_least("own_elements", 1)), fee=fee, own_elements=0) == []


def test_a_purchase_from_the_project_is_a_purchase_too() -> None:
    tree = {"all": [at_least(PROJECT, 100_000), at_least(BOUGHT, 100_000)]}
    [way] = decided(terms_data(rule("a", tree)), {PROJECT: 0, BOUGHT: 50_000}).ways
    assert (way.changes, way.cost_gr) == ({PROJECT: 100_000, BOUGHT: 150_000}, 100_000)


def test_a_single_purchase_is_paid_whole() -> None:
    [way] = decided(terms_data(rule("a", at_least(LARGEST, 250_000))), {LARGEST: 240_000}).ways
    assert way.cost_gr == 250_000


def test_a_single_purchase_adds_to_all_purchases() -> None:
    tree = {"all": [at_least(LARGEST, 250_000), at_most(BOUGHT, 400_000)]}
    assert _ways(rule("a", tree), **{LARGEST: 0, BOUGHT: 200_000}) == []


def test_a_single_purchase_is_the_largest_one() -> None:
    tree = {"all": [at_least(LARGEST, 250_000), at_least("largest_purchase_gross_gr", 200_000)]}
    [way] = decided(terms_data(rule("a", tree)), {LARGEST: 0, "largest_purchase_gross_gr": 0}).ways
    assert way.changes["largest_purchase_gross_gr"] == 250_000


def test_purchases_of_two_categories_are_paid_apart() -> None:
    names = ["category_purchases_gross_gr_tiles", "category_purchases_gross_gr_fixtures"]
    tree = {"all": [at_least(name, 1_000) for name in names]}
    [way] = decided(terms_data(rule("a", tree)), dict.fromkeys(names, 0)).ways
    assert way.cost_gr == 2_000


def test_a_purchase_that_counts_elsewhere_is_paid_once_and_the_larger_sum_is_told() -> None:
    tree = {"all": [at_least(PROJECT, 1_000), at_least(BOUGHT, 2_500)]}
    [way] = decided(terms_data(rule("a", tree)), {PROJECT: 0, BOUGHT: 0}).ways
    assert way.cost_gr == 2_500


def test_pieces_besides_a_sum_cost_what_is_not_known() -> None:
    tree = {"all": [at_least("packs_matching", 1), at_least(BOUGHT, 2_500)]}
    [way] = decided(terms_data(rule("a", tree)), {"packs_matching": 0, BOUGHT: 0}).ways
    assert way.cost_gr is None


def test_three_hard_steps_are_more_work_than_eight_easy_ones() -> None:
    own = {name: {"type": "count", "label": {"pl": name, "en": name}, "changer": "customer", "effort": effort}
           for name, effort in (("easy", 1), ("hard", 3))}  # fmt: skip
    rules = (rule("a", at_least("hard", 3)), rule("b", at_least("easy", 8)))
    found = decided(terms_data(*rules, facts=own), {"easy": 0, "hard": 0}).ways
    assert [way.rule.id for way in found] == ["b", "a"]


def test_pieces_cost_money_that_is_not_known() -> None:
    [way] = decided(terms_data(rule("a", at_least("packs_matching", 1))), {"packs_matching": 0}).ways
    assert way.cost_gr is None


def test_what_costs_an_unknown_sum_is_told_last() -> None:
    rules = (rule("a", at_least("packs_matching", 1)), rule("b", at_least(BOUGHT, 900_000)))
    assert _ways(*rules, packs_matching=0, purchases_kept_gross_gr=0) == [{BOUGHT: 900_000}, {"packs_matching": 1}]


def test_drawing_counts_by_whatever_is_drawn() -> None:
    tree = {"all": [at_least("own_elements", 1), at_most("own_items", 0)]}
    assert _ways(rule("a", tree), own_elements=0, own_items=0) == []


def test_a_purchase_made_now_is_a_fresh_one() -> None:
    tree = {"all": [at_least(BOUGHT, 100), at_most("days_since_purchase", 30)]}
    [way] = decided(terms_data(rule("a", tree)), {BOUGHT: 50, "days_since_purchase": 99}).ways
    assert way.changes == {BOUGHT: 100, "days_since_purchase": 0}
    assert way.until is None


def test_a_purchase_made_now_is_as_late_as_the_order_is_old() -> None:
    tree = {"all": [at_least(LARGEST, 100), at_most("days_order_to_purchase", 365)]}
    [way] = decided(terms_data(rule("a", tree)), {LARGEST: 0, "days_since_order": 360}).ways
    assert way.changes["days_order_to_purchase"] == 360
    assert str(way.until) == "2026-05-09"


def test_a_purchase_made_now_is_too_late_when_the_order_is_too_old() -> None:
    tree = {"all": [at_least(LARGEST, 100), at_most("days_order_to_purchase", 365)]}
    assert _ways(rule("a", tree), **{LARGEST: 0, "days_since_order": 366}) == []


@pytest.mark.parametrize(
    ("tree", "valid", "until"),
    [
        ({"all": [at_least(BOUGHT, 1), at_most("days_since_order", 30)]}, {}, "2026-05-14"),
        (at_least(BOUGHT, 1), {"valid": {"to": "2026-05-31"}}, "2026-05-31"),
        (
            {"all": [at_least(BOUGHT, 1), at_most("days_since_order", 30)]},
            {"valid": {"to": "2026-05-10"}},
            "2026-05-10",
        ),
        (at_least(BOUGHT, 1), {}, None),
    ],
)
def test_a_way_says_until_when_it_works(tree: Any, valid: Any, until: str | None) -> None:
    [way] = decided(terms_data(rule("a", tree, **valid)), {BOUGHT: 0, "days_since_order": 20}).core["ways"]
    assert way["until"] == until


def test_a_benefit_that_grows_with_purchases_is_told_whole() -> None:
    share = {"kind": "refund", "amount": {"percent": 50, "of": BOUGHT}}
    ways = _ways(rule("a", at_least(BOUGHT, 100), share), **{BOUGHT: 0})
    assert {BOUGHT: 59_999} in ways


def test_a_benefit_that_grows_is_told_also_when_the_rule_is_met() -> None:
    share = {"kind": "refund", "amount": {"percent": 100, "of": BOUGHT}}
    assert _ways(rule("a", then=share), **{BOUGHT: 10_000}) == [{BOUGHT: 30_000}]


def test_while_the_fee_is_deferred_the_ways_go_by_what_is_put_off() -> None:
    rules = (rule("later", then={"kind": "defer"}), rule("a", at_least("own_elements", 1)))
    decision = decided(terms_data(*rules), {"own_elements": 0})
    assert decision.charged_gr == 0
    assert [way.charged_gr for way in decision.ways] == [0]


def test_a_retailer_s_own_fact_can_be_a_way() -> None:
    own = {"visits": {"type": "count", "label": {"pl": "Wizyty", "en": "Visits"}, "changer": "customer"}}
    assert STANDARD.extended(own={"visits": Node(own["visits"])}).facts["visits"].can_be_raised({})
    decision = decided(terms_data(rule("a", at_least("visits", 2)), facts=own), {"visits": 0})
    assert decision.as_data()["ways"][0]["text"] == {"pl": "Wizyty: co najmniej 2", "en": "Visits: at least 2"}


def test_a_word_is_never_a_way() -> None:
    own = {"club": {"type": "word", "label": {"pl": "Klub", "en": "Club"}, "changer": "customer"}}
    data = terms_data(rule("a", equal("club", "gold")), facts=own)
    assert decided(data, {"club": "green"}).ways == ()


def test_many_alternatives_are_tried_within_bounds() -> None:
    many = {"all": [{"any": [at_least(name, count) for count in range(1, 9)]}
                    for name in ("own_structure", "own_items", "own_finishes")]}  # fmt: skip
    assert _ways(rule("a", many), own_structure=0, own_items=0, own_finishes=0) == [
        {"own_structure": 1, "own_items": 1, "own_finishes": 1}
    ]


def test_what_one_rule_used_up_has_to_be_bought_again_for_another() -> None:
    uses = {"consumes": {"fact": PROJECT, "amount": 250_000}}
    data = terms_data(
        rule("a", at_least(PROJECT, 250_000), {"kind": "reduce", "amount_gr": 20_000}, lane="a", **uses),
        rule("b", at_least(BOUGHT, 100_000), {"kind": "reduce", "amount_gr": 10_000}, lane="b"),
    )
    [way] = decided(data, {PROJECT: 250_000, BOUGHT: 349_999}).ways
    assert (way.changes, way.cost_gr, way.charged_gr) == ({BOUGHT: 350_000}, 1, 0)
