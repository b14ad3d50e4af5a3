"""The decision: what is applied, what is not and why, and what is still unknown."""

from datetime import UTC, datetime
from typing import Any

import pytest

from incentives.canonical import canonical, sha_of
from tests.incentives.build import AT, at_least, at_most, decided, equal, rule, terms_data

DRAWN, BOUGHT = at_least("own_elements", 1), at_least("purchases_kept_gross_gr", 250_000)
CREDIT_BY_PACK = {"kind": "credit", "amount": {"each_gr": 1, "matching": ["packs_matching"]}}
HALF, HUNDRED = {"kind": "reduce_percent", "percent": 50}, {"kind": "reduce", "amount_gr": 10_000}
PARTS = {"kind": "total", "parts": {"design": {"kind": "fixed", "amount_gr": 50_000},
         "revisions": {"kind": "fixed", "amount_gr": 10_000}}}  # fmt: skip


def _applied(*rules: Any, fee: Any = None, **facts: Any) -> list[str]:
    data = terms_data(*rules, fee=fee)
    return [pick.rule.id for pick in decided(data, facts).choice.picks]


def test_without_rules_the_list_price_is_charged() -> None:
    decision = decided(terms_data(), {})
    assert (decision.listed_gr, decision.charged_gr, decision.final, decision.form) == (30_000, 30_000, True, None)


def test_a_rule_without_a_condition_holds_for_everybody() -> None:
    assert decided(terms_data(rule("a")), {}).charged_gr == 0


def test_of_one_lane_the_best_rule_is_applied() -> None:
    assert _applied(rule("half", then=HALF), rule("hundred", then=HUNDRED)) == ["half"]


def test_lanes_add_up_in_their_order() -> None:
    data = terms_data(rule("half", then=HALF, lane="b"), rule("hundred", then=HUNDRED, lane="a"))
    assert decided(data, {}).charged_gr == 10_000


def test_the_order_of_the_lanes_can_be_said() -> None:
    rules = (rule("half", then=HALF, lane="b"), rule("hundred", then=HUNDRED, lane="a"))
    assert decided(terms_data(*rules, lanes=["b", "a"]), {}).charged_gr == 5_000


def test_of_a_group_only_one_is_applied_in_all() -> None:
    rules = (rule("half", then=HALF, lane="b", group="g"), rule("hundred", then=HUNDRED, lane="a", group="g"))
    assert _applied(*rules) == ["half"]


def test_a_worse_rule_first_can_be_the_better_choice() -> None:
    rules = (
        rule("large", then={"kind": "reduce", "amount_gr": 15_000}, lane="a", group="g"),
        rule("small", then={"kind": "reduce", "amount_gr": 14_000}, lane="a"),
        rule("more", then={"kind": "reduce", "amount_gr": 16_000}, lane="b", group="g"),
    )
    assert _applied(*rules) == ["small", "more"]


def test_between_equals_the_higher_priority_decides() -> None:
    assert _applied(rule("a"), rule("b", priority=1)) == ["b"]


def test_between_equal_priorities_the_earlier_name_decides() -> None:
    assert _applied(rule("b"), rule("a")) == ["a"]


def test_no_rule_is_applied_that_gives_nothing() -> None:
    assert _applied(rule("all", lane="a"), rule("hundred", then=HUNDRED, lane="b")) == ["all"]


def test_a_benefit_can_be_limited_to_a_part() -> None:
    decision = decided(terms_data(rule("a", then={"kind": "waive", "parts": ["design"]}), fee=PARTS), {})
    assert decision.charged_gr == 10_000


def test_deferring_comes_after_every_other_rule() -> None:
    assert _applied(rule("later", then={"kind": "defer"}), rule("hundred", then=HUNDRED)) == ["hundred", "later"]


def test_there_is_nothing_to_defer_when_nothing_is_left() -> None:
    assert _applied(rule("later", then={"kind": "defer"}), rule("all")) == ["all"]


def test_deferring_does_not_ask_for_what_another_rule_used_up() -> None:
    uses = {"consumes": {"fact": "purchases_kept_gross_gr", "amount": 250_000}}
    rules = (rule("later", BOUGHT, {"kind": "defer"}), rule("a", BOUGHT, HUNDRED, **uses))
    assert _applied(*rules, purchases_kept_gross_gr=250_000) == ["a", "later"]


def test_of_one_lane_of_grants_the_one_worth_most_is_given() -> None:
    small, large = ({"kind": "credit", "amount": {"amount_gr": worth}} for worth in (100, 200))
    assert _applied(rule("s", then=small, lane="x"), rule("l", then=large, lane="x")) == ["l"]


def test_grants_of_different_rules_are_all_given() -> None:
    credit = {"kind": "credit", "amount": {"amount_gr": 100}}
    assert _applied(rule("a", then=credit), rule("b", then={"kind": "samples", "count": 3}), samples_taken=0) == [
        "a",
        "b",
    ]


def test_what_is_granted_apart_takes_nothing_off_the_fee() -> None:
    decision = decided(terms_data(rule("b", then={"kind": "samples", "count": 3})), {"samples_taken": 0})
    assert decision.core["applied"][0]["benefit_gr"] == 0


def test_the_form_is_that_of_the_largest_benefit() -> None:
    small = rule("a", then={**HUNDRED, "form": "gift_card"}, lane="a")
    large = rule("b", then={"kind": "refund", "form": "set_off", "amount": {"amount_gr": 15_000}}, lane="b")
    assert decided(terms_data(small, large), {}).form == "set_off"


@pytest.mark.parametrize(
    ("one", "facts", "why"),
    [
        (rule("a", DRAWN), {"own_elements": 0}, "not_met"),
        (rule("a", DRAWN), {}, "unknown"),
        (rule("a", valid={"from": "2026-05-05"}), {}, "not_yet"),
        (rule("a", valid={"to": "2026-05-03"}), {}, "expired"),
        (rule("a", then={"kind": "set_fee", "amount_gr": 30_000}), {}, "no_effect"),
        (rule("b", then=HUNDRED), {}, "outbid"),
        (rule("a", then={"kind": "refund", "amount": {"percent": 9, "of": "basket_gross_gr"}}), {}, "unknown"),
        (rule("a", then={"kind": "samples", "count": 2}), {}, "unknown"),
        (rule("a", then=CREDIT_BY_PACK), {"packs_matching": 0}, "no_effect"),
    ],
)
def test_a_rule_that_is_not_applied_says_why(one: Any, facts: Any, why: str) -> None:
    other = rule("half", then=HALF) if one["id"] == "b" else rule("z", at_least("own_items", 99))
    verdicts = {verdict.rule.id: verdict.why for verdict in decided(terms_data(one, other), facts).verdicts}
    assert verdicts[one["id"]] == why


def test_every_rule_shows_its_whole_tree() -> None:
    tree = {"any": [DRAWN, {"all": [BOUGHT, equal("brought_dimensions", True)]}]}
    [applied] = decided(terms_data(rule("a", tree)), {"own_elements": 2, "purchases_kept_gross_gr": 1}).core["applied"]
    assert applied["tree"] == {
        "any": [
            {**DRAWN, "actual": 2, "met": True},
            {"all": [{**BOUGHT, "actual": 1, "met": False},
                     {**equal("brought_dimensions", True), "actual": None, "met": None}], "met": False},
        ],
        "met": True,
    }  # fmt: skip


LIMITED = {"limits": [{"per": "customer", "period": "year", "count": 2}]}
BUDGETED = {"limits": [{"per": "store", "period": "month", "amount_gr": 100_000}]}


@pytest.mark.parametrize(("used", "charged_gr"), [(0, 0), (1, 0), (2, 30_000), (3, 30_000)])
def test_a_rule_can_be_used_so_many_times(used: int, charged_gr: int) -> None:
    assert decided(terms_data(rule("a", **LIMITED)), {"uses_customer_year_a": used}).charged_gr == charged_gr


@pytest.mark.parametrize(("used_gr", "charged_gr"), [(0, 0), (70_000, 0), (70_001, 30_000)])
def test_a_rule_can_have_a_budget(used_gr: int, charged_gr: int) -> None:
    assert decided(terms_data(rule("a", **BUDGETED)), {"used_gr_store_month_a": used_gr}).charged_gr == charged_gr


def test_the_limit_stands_in_the_tree() -> None:
    decision = decided(terms_data(rule("a", **BUDGETED)), {"used_gr_store_month_a": 0})
    assert decision.core["applied"][0]["tree"]["all"][1]["value"] == 70_000


def test_an_unknown_use_never_waives() -> None:
    decision = decided(terms_data(rule("a", DRAWN, **LIMITED)), {"own_elements": 1})
    assert (decision.charged_gr, decision.needs) == (30_000, ("uses_customer_year_a",))


def test_a_budget_is_not_held_against_a_fee_that_is_not_certain() -> None:
    fee = {"kind": "per_area", "per_m2_gr": 5_000, "minimum_gr": 50_000}
    decision = decided(terms_data(rule("a", **BUDGETED), fee=fee), {"used_gr_store_month_a": 0})
    assert decision.charged_gr == 50_000


def test_a_budget_counts_an_unknown_benefit_as_large_as_it_can_be() -> None:
    share = {"kind": "refund", "amount": {"percent": 100, "of": "basket_gross_gr"}}
    decision = decided(terms_data(rule("a", then=share, **BUDGETED)), {"used_gr_store_month_a": 0})
    assert decision.core["rejected"][0]["tree"]["all"][1]["value"] == 70_000


def test_a_budget_does_not_limit_what_is_granted_apart() -> None:
    data = terms_data(rule("a", then={"kind": "samples", "count": 3}, **BUDGETED))
    assert decided(data, {"used_gr_store_month_a": 100_000, "samples_taken": 0}).core["applied"]


@pytest.mark.parametrize(("used_gr", "granted"), [(0, True), (10_000, True), (10_001, False)])
def test_a_credit_takes_its_worth_out_of_the_budget(used_gr: int, granted: bool) -> None:
    credit = {"kind": "credit", "amount": {"each_gr": 20_000, "matching": ["packs_matching"]}}
    data = terms_data(rule("a", then=credit, limits=[{"per": "store", "period": "month", "amount_gr": 30_000}]))
    assert bool(decided(data, {"used_gr_store_month_a": used_gr, "packs_matching": 1}).choice.picks) is granted


def test_a_credit_of_unknown_worth_is_not_granted_within_a_budget() -> None:
    credit = {"kind": "credit", "amount": {"each_gr": 20_000, "matching": ["packs_matching"]}}
    data = terms_data(rule("a", then=credit, limits=[{"per": "store", "period": "month", "amount_gr": 30_000}]))
    decision = decided(data, {"used_gr_store_month_a": 0})
    assert (decision.choice.picks, decision.needs) == ((), ("packs_matching",))


def test_an_unknown_that_could_not_change_the_fee_leaves_it_final() -> None:
    data = terms_data(rule("a", DRAWN), rule("b", BOUGHT, HUNDRED))
    assert decided(data, {"own_elements": 1}).final


def test_an_unknown_that_could_change_the_fee_makes_it_provisional() -> None:
    data = terms_data(rule("a", DRAWN, HUNDRED), rule("b", BOUGHT))
    decision = decided(data, {"own_elements": 1})
    assert (decision.charged_gr, decision.final, decision.needs) == (20_000, False, ("purchases_kept_gross_gr",))


def test_an_unknown_that_could_only_change_the_form_makes_it_provisional() -> None:
    data = terms_data(rule("b", DRAWN), rule("a", BOUGHT, {"kind": "waive", "form": "gift_card"}))
    assert not decided(data, {"own_elements": 1}).final


def test_an_unknown_grant_that_could_be_the_larger_makes_it_provisional() -> None:
    known = rule("a", then={"kind": "credit", "amount": {"amount_gr": 500}}, lane="x")
    unknown = rule("b", then={"kind": "credit", "amount": {"each_gr": 1, "matching": ["packs_matching"]}}, lane="x")
    assert not decided(terms_data(known, unknown), {}).final


def test_only_the_unknown_that_matters_is_needed() -> None:
    tree = {"all": [DRAWN, {"any": [BOUGHT, equal("brought_dimensions", True)]}, {"any": [equal("store", "a"), DRAWN]}]}
    decision = decided(terms_data(rule("a", tree)), {"own_elements": 1, "brought_dimensions": False})
    assert decision.needs == ("purchases_kept_gross_gr",)


def test_until_when_the_fee_holds_is_the_first_day_on_which_a_benefit_runs_out() -> None:
    data = terms_data(
        rule("a", at_most("days_since_order", 365), HUNDRED, lane="a"),
        rule("b", then=HUNDRED, lane="b", valid={"to": "2026-05-20"}),
    )
    assert str(decided(data, {"days_since_order": 360}).until) == "2026-05-09"
    assert str(decided(data, {"days_since_order": 0}).until) == "2026-05-20"


def test_what_time_does_not_end_has_no_end() -> None:
    assert decided(terms_data(rule("a", DRAWN)), {"own_elements": 1}).until is None


def test_an_endless_count_of_days_is_no_end() -> None:
    data = terms_data(rule("a", at_most("days_since_order", 2**53 - 1)))
    assert decided(data, {"days_since_order": 0}).until is None


def test_the_core_is_named_by_its_hash() -> None:
    decision = decided(terms_data(rule("a", DRAWN)), {"own_elements": 1})
    assert decision.sha == sha_of(decision.core)
    assert decision.as_data()["sha"] == decision.sha


def test_the_texts_are_no_part_of_the_core() -> None:
    decision = decided(terms_data(rule("a", DRAWN)), {"own_elements": 0})
    assert not {"text", "detail", "state", "reasons", "needs_text"} & decision.core.keys()
    assert "text" not in decision.core["ways"][0]


def test_terms_facts_and_time_are_named() -> None:
    data = terms_data(rule("a", DRAWN))
    core = decided(data, {"own_elements": 1}, AT).core
    assert (core["terms_sha"], core["facts_sha"]) == (sha_of(data), sha_of({"own_elements": 1}))
    assert (core["terms"], core["version"], core["at"], core["engine"]) == ("shop", 1, "2026-05-04T10:00:00Z", "2")


def test_the_same_instant_in_another_zone_gives_the_same_bytes() -> None:
    data = terms_data(rule("a", DRAWN))
    there = datetime.fromisoformat("2026-05-04T12:00:00+02:00")
    assert canonical(decided(data, {}, there).as_data()) == canonical(decided(data, {}, AT).as_data())


def test_what_bookkeeping_needs_is_there() -> None:
    data = terms_data(rule("a", on_return={"policy": "clawback", "window_days": 30}))
    data["services"]["help"] |= {"vat_percent": 23, "basis": "net"}
    core = decided(data, {}).core
    assert (core["vat_percent"], core["basis"], core["form"]) == (23, "net", "not_charged")
    assert core["applied"][0]["on_return"] == {"policy": "clawback", "window_days": 30}


@pytest.mark.parametrize(
    ("at", "charged_gr"),
    [
        ("2026-03-28T22:59:59+00:00", 30_000),  # 28 March 23:59:59 in Warsaw, winter time
        ("2026-03-28T23:00:00+00:00", 0),  # the 29th begins; clocks go forward that night
        ("2026-03-29T21:59:59+00:00", 0),  # the 29th ends in summer time
        ("2026-10-24T22:00:00+00:00", 0),  # 25 October begins in summer time
        ("2026-10-25T22:59:59+00:00", 0),  # and ends in winter time, 25 hours later
        ("2026-10-25T23:00:00+00:00", 30_000),
    ],
)
def test_the_first_and_the_last_day_are_whole_days_also_when_clocks_change(at: str, charged_gr: int) -> None:
    data = terms_data(rule("a", valid={"from": "2026-03-29", "to": "2026-10-25"}))
    assert decided(data, {}, datetime.fromisoformat(at)).charged_gr == charged_gr


@pytest.mark.parametrize("day", [1, 31])
def test_a_window_of_one_day_lasts_that_day(day: int) -> None:
    data = terms_data(rule("a", valid={"from": f"2026-12-{day:02d}", "to": f"2026-12-{day:02d}"}))
    days = [datetime(2026, 12, day, hour, tzinfo=UTC) for hour in (0, 22)]
    assert [decided(data, {}, at).charged_gr for at in days] == [0, 0]


def test_a_rule_that_is_not_met_on_its_last_day_has_not_expired() -> None:
    decision = decided(terms_data(rule("a", DRAWN, valid={"to": "2026-05-04"})), {"own_elements": 0})
    assert decision.verdicts[0].why == "not_met"


def test_a_budget_and_a_count_are_both_open_while_the_list_price_is() -> None:
    limits = [{"per": "store", "period": "day", "count": 1}, {"per": "store", "period": "day", "amount_gr": 90_000}]
    fee = {"kind": "per_area", "per_m2_gr": 5_000, "minimum_gr": 50_000}
    used = {"uses_store_day_a": 0, "used_gr_store_day_a": 0}
    assert decided(terms_data(rule("a", limits=limits), fee=fee), used).verdicts[0].outcome.met
    assert _applied(rule("a", limits=limits), fee=fee, **used) == []
