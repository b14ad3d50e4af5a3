"""Lint finds what cannot be read and what is likely not meant, each with its place."""

from typing import Any

import pytest

from incentives.lint import TOLD, lint
from tests.incentives.build import HELP, WORDS, at_least, at_most, equal, rule, terms_data

FIXED = {"kind": "fixed", "amount_gr": 30_000}
DRAWN = at_least("own_elements", 1)
BOUGHT = at_least("purchases_kept_gross_gr", 250_000)


def _found(data: Any) -> list[tuple[str, str]]:
    return [(finding.path, finding.kind) for finding in lint(data)]


def test_sound_terms_have_no_findings() -> None:
    assert _found(terms_data(rule("a", {"any": [DRAWN, BOUGHT]}))) == []


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        ([], "", "not_an_object"),
        ({}, "id", "missing"),
        (terms_data(rule("a", {"any": []})), "rules/0/when/any", "empty_list"),
        (terms_data(rule("a", at_least("own_element", 1))), "rules/0/when/fact", "unknown_fact"),
        (
            terms_data(rule("a", {"not": {"any": [at_least("own_elements", "1")]}})),
            "rules/0/when/not/any/0/value",
            "not_a_whole_number",
        ),
        (terms_data(rule("a", DRAWN, {"kind": "wave"})), "rules/0/then/kind", "not_a_choice"),
        (terms_data(rule("a"), rule("a")), "rules/1/id", "repeated"),
        (terms_data(rule("a", 7)), "rules/0/when", "not_an_object"),  # type: ignore[arg-type]
        (terms_data(7), "rules/0", "not_an_object"),  # type: ignore[arg-type]
        (
            terms_data(services={"help": {"title": HELP, "fee": {**FIXED, "amount_gr": -5}}}),
            "services/help/fee/amount_gr",
            "out_of_range",
        ),
    ],
)
def test_what_cannot_be_read_is_found(data: Any, path: str, kind: str) -> None:
    assert _found(data) == [(path, kind)]


def test_every_leaf_that_cannot_be_read_is_found() -> None:
    tree = {"all": [at_least("own_element", 1), {"any": [at_most("own_items", 2.5), DRAWN]}, {"none": []}]}
    data = terms_data(rule("a", tree), rule("b", equal("store", 1)))
    assert _found(data) == [
        ("rules/0/when/all/0/fact", "unknown_fact"),
        ("rules/0/when/all/1/any/0/value", "not_a_whole_number"),
        ("rules/0/when/all/2/none", "unknown_condition"),
        ("rules/1/when/value", "not_a_text"),
    ]


def test_too_deep_a_tree_is_found_without_falling_in() -> None:
    tree = DRAWN
    for _ in range(900):
        tree = {"not": tree}
    [finding] = lint(terms_data(rule("a", tree)))
    assert finding.kind == "too_deep"


def test_what_cannot_be_read_is_an_error() -> None:
    assert [finding.severity for finding in lint({})] == ["error"]


@pytest.mark.parametrize(
    "tree",
    [
        {"all": [at_least("own_elements", 5), at_most("own_elements", 3)]},
        {"all": [equal("own_elements", 0), DRAWN]},
        {"all": [equal("store", "a"), equal("store", "b")]},
        {"all": [equal("brought_dimensions", True), {"not": equal("brought_dimensions", True)}]},
        {"all": [{"any": [equal("store", "a"), equal("store", "b")]}, equal("store", "c")]},
        {"not": at_least("own_elements", 0)},
        {"not": {"any": [DRAWN, at_most("own_elements", 0)]}},
        {"not": {"fact": "customer_kind", "is": "one_of", "value": ["consumer", "business"]}},
        {"not": at_most("project_tiles_bought_pct", 100)},
        {"all": [{"fact": "own_items", "is": "between", "value": [1, 3]}, {"not": at_most("own_items", 3)}]},
    ],
)
def test_a_rule_that_nobody_can_meet_is_an_error(tree: Any) -> None:
    [finding] = lint(terms_data(rule("a", tree)))
    assert (finding.path, finding.kind, finding.severity) == ("rules/0/when", "contradiction", "error")


@pytest.mark.parametrize(
    "tree",
    [
        at_least("own_elements", 0),
        {"any": [DRAWN, at_most("own_elements", 0)]},
        {"fact": "customer_kind", "is": "one_of", "value": ["consumer", "business"]},
        {"any": [equal("store", "a"), {"fact": "store", "is": "not_equal", "value": "a"}]},
    ],
)
def test_a_rule_that_everybody_meets_is_a_warning(tree: Any) -> None:
    [finding] = lint(terms_data(rule("a", tree)))
    assert (finding.path, finding.kind, finding.severity) == ("rules/0/when", "always", "warning")


@pytest.mark.parametrize(
    "tree",
    [
        {"all": [at_least("own_elements", 3), at_most("own_elements", 3)]},
        {"all": [{"not": equal("own_elements", 1)}, at_most("own_elements", 1)]},
        {"not": equal("store", "a")},
        equal("brought_dimensions", False),
        {"not": equal("brought_dimensions", False)},
        {"all": [{"not": equal("customer_kind", "consumer")}]},
        {
            "all": [
                {"fact": "clubs", "is": "one_of", "value": ["gold"]},
                {"fact": "clubs", "is": "one_of", "value": ["green"]},
            ]
        },
        {
            "all": [
                {"fact": "clubs", "is": "equal", "value": ["gold"]},
                {"not": {"fact": "clubs", "is": "one_of", "value": ["green"]}},
            ]
        },
        {"all": [at_least("since", "2026-01-01"), at_most("since", "2026-01-01")]},
        at_least("project_tiles_bought_pct", 100),
        at_most("own_elements", 0),
        {"not": at_most("own_elements", 2**53 - 2)},
    ],
)
def test_a_rule_that_somebody_can_meet_is_no_finding(tree: Any) -> None:
    own = {
        "clubs": {"type": "words", "label": WORDS, "changer": "store"},
        "since": {"type": "date", "label": WORDS, "changer": "nobody"},
    }
    uses_both = rule(
        "z", {"all": [equal("clubs", []), equal("since", "2026-01-01")]}, {"kind": "reduce", "amount_gr": 1}
    )
    assert _found(terms_data(rule("a", tree), uses_both, facts=own)) == []


def test_words_that_exclude_each_other_are_a_contradiction() -> None:
    own = {"clubs": {"type": "words", "label": WORDS, "changer": "store"}}
    both = {"all": [equal("clubs", ["gold"]), {"not": {"fact": "clubs", "is": "one_of", "value": ["gold"]}}]}
    assert _found(terms_data(rule("a", both), facts=own)) == [("rules/0/when", "contradiction")]


def test_too_branched_a_tree_is_taken_as_possible() -> None:
    many = {"any": [equal("own_elements", number) for number in range(30)]}
    assert _found(terms_data(rule("a", {"all": [many, many, many, DRAWN]}))) == []


def test_individual_terms_for_nobody_are_an_error() -> None:
    nobody = {"all": [equal("contract", "a"), equal("contract", "b")]}
    override = {"id": "x", "title": WORDS, "when": nobody, "services": ["help"]}
    assert _found(terms_data(overrides=[override])) == [("overrides/0/when", "contradiction")]


def test_a_rule_of_individual_terms_is_looked_at_too() -> None:
    inner = rule("b", at_least("own_elements", 0))
    override = {"id": "x", "title": WORDS, "when": equal("contract", "a"), "services": ["help"], "rules": [inner]}
    assert _found(terms_data(overrides=[override])) == [("overrides/0/rules/0/when", "always")]


@pytest.mark.parametrize("form", ["set_off", "discount_on_invoice"])
def test_a_benefit_off_the_purchases_that_earn_it_defeats_itself(form: str) -> None:
    [finding] = lint(terms_data(rule("a", BOUGHT, {"kind": "refund", "form": form})))
    assert (finding.path, finding.kind, finding.severity) == ("rules/0/then", "self_defeating", "error")


@pytest.mark.parametrize("tree", [at_least("purchases_kept_gross_gr", 2), {"all": [DRAWN, BOUGHT]}])
def test_two_groszes_are_a_threshold_also_beside_something_else(tree: Any) -> None:
    assert _found(terms_data(rule("a", tree, {"kind": "refund", "form": "set_off"}))) == [
        ("rules/0/then", "self_defeating")
    ]


@pytest.mark.parametrize(
    "one",
    [
        rule("a", BOUGHT, {"kind": "refund", "form": "set_off"}, measured="before_benefit"),
        rule("a", BOUGHT, {"kind": "refund", "form": "gift_card"}),
        rule("a", DRAWN, {"kind": "refund", "form": "set_off"}),
        rule("a", at_least("purchases_kept_gross_gr", 1), {"kind": "refund", "form": "set_off"}),
        rule("a", at_most("purchases_kept_gross_gr", 100), {"kind": "refund", "form": "set_off"}),
    ],
)
def test_a_benefit_that_leaves_its_threshold_alone_is_no_finding(one: Any) -> None:
    assert _found(terms_data(one)) == []


@pytest.mark.parametrize(("amount_gr", "kinds"), [(30_001, ["no_effect"]), (30_000, ["no_effect"]), (29_999, [])])
def test_a_fee_set_no_lower_than_the_list_price_is_a_warning(amount_gr: int, kinds: list[str]) -> None:
    found = lint(terms_data(rule("a", DRAWN, {"kind": "set_fee", "amount_gr": amount_gr})))
    assert [finding.kind for finding in found] == kinds


def test_a_fee_set_lower_for_one_of_two_services_is_no_finding() -> None:
    services = {
        "help": {"title": HELP, "fee": FIXED},
        "more": {"title": WORDS, "fee": {"kind": "fixed", "amount_gr": 90_000}},
    }
    data = terms_data(rule("a", DRAWN, {"kind": "set_fee", "amount_gr": 40_000}), services=services)
    assert _found(data) == []


def test_a_fee_that_is_not_fixed_is_not_compared() -> None:
    services = {
        "help": {"title": HELP, "fee": FIXED},
        "more": {"title": WORDS, "fee": {"kind": "per_area", "per_m2_gr": 5_000}},
    }
    data = terms_data(rule("a", DRAWN, {"kind": "set_fee", "amount_gr": 30_000}), services=services)
    assert _found(data) == []


@pytest.mark.parametrize(("amount_gr", "found"), [(29_999, [("rules/0/limits", "never_in_budget")]), (30_000, [])])
def test_a_budget_smaller_than_one_waiver_is_an_error(amount_gr: int, found: Any) -> None:
    limits = [{"per": "store", "period": "month", "amount_gr": amount_gr}]
    assert _found(terms_data(rule("a", DRAWN, limits=limits))) == found


def test_a_count_is_no_budget() -> None:
    assert _found(terms_data(rule("a", DRAWN, limits=[{"per": "store", "period": "month", "count": 1}]))) == []


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (rule("a", DRAWN), rule("b", DRAWN, {"kind": "reduce", "amount_gr": 1})),
        (rule("a", DRAWN), rule("b", DRAWN)),
        (rule("a", DRAWN, priority=2), rule("b", DRAWN, priority=1)),
        (rule("a", DRAWN, services=["help"]), rule("b", DRAWN, services=["help"])),
        (
            rule("a", DRAWN, valid={"from": "2026-01-01"}),
            rule("b", DRAWN, valid={"from": "2026-01-02", "to": "2026-02-01"}),
        ),
    ],
)
def test_a_rule_that_another_always_beats_is_a_warning(other: Any, one: Any) -> None:
    assert _found(terms_data(other, one)) == [("rules/1", "shadowed")]


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (rule("a", DRAWN), rule("b", BOUGHT)),
        (rule("a", DRAWN, lane="x"), rule("b", DRAWN, lane="y")),
        (rule("a", DRAWN, {"kind": "reduce", "amount_gr": 1}), rule("b", DRAWN, {"kind": "reduce", "amount_gr": 2})),
        (rule("a", DRAWN, valid={"to": "2026-01-01"}), rule("b", DRAWN, {"kind": "reduce", "amount_gr": 1})),
        (
            rule("a", DRAWN, limits=[{"per": "store", "period": "day", "count": 1}]),
            rule("b", DRAWN, {"kind": "reduce", "amount_gr": 1}),
        ),
        (rule("a", DRAWN, services=["help"]), rule("b", DRAWN, {"kind": "reduce", "amount_gr": 1})),
        (rule("a", DRAWN), rule("b", DRAWN, {"kind": "samples", "count": 1}, lane="fee")),
        (
            rule("a", DRAWN, consumes={"fact": "own_elements", "amount": 1}),
            rule("b", DRAWN, {"kind": "reduce", "amount_gr": 1}),
        ),
    ],
)
def test_a_rule_that_can_matter_is_no_finding(other: Any, one: Any) -> None:
    assert _found(terms_data(other, one)) == []


@pytest.mark.parametrize(
    ("pl", "en", "found"),
    [
        (
            "Na razie {charged}",
            "{service}: {charged}",
            [("phrases/quoted/chip", "service_unsaid"), ("phrases/quoted/detail", "service_unsaid")],
        ),
        (
            "Pomoc projektanta za {charged}",
            "Only {charged}",
            [("phrases/quoted/chip", "service_unsaid"), ("phrases/quoted/detail", "service_unsaid")],
        ),
        ("Twoja pomoc projektanta: {charged}", "The designer's help: {charged}", []),
        ("{service} kosztuje {listed}", "{service} is {listed}", []),
        ("Zapytaj w sklepie", "Ask in the store", []),
        (
            "Zapytaj, 300 zł",
            "Ask, {charged}",
            [("phrases/quoted/chip", "service_unsaid"), ("phrases/quoted/detail", "service_unsaid")],
        ),
    ],
)
def test_an_amount_never_stands_without_its_service(pl: str, en: str, found: Any) -> None:
    assert _found(terms_data(phrases={"quoted": {"chip": {"pl": pl, "en": en}}})) == found


def test_a_fact_of_the_retailer_s_own_that_is_not_used_is_a_warning() -> None:
    own = {"visits": {"type": "count", "label": WORDS, "changer": "store"}}
    assert _found(terms_data(facts=own)) == [("facts/visits", "unused_fact")]


def test_errors_come_before_warnings() -> None:
    data = terms_data(rule("a", at_least("own_elements", 0)), rule("b", {"not": at_least("own_items", 0)}))
    assert [finding.severity for finding in lint(data)] == ["error", "warning"]


@pytest.mark.parametrize("kind", sorted(TOLD))
def test_a_finding_is_told_in_both_languages(kind: str) -> None:
    assert TOLD[kind].pl != TOLD[kind].en


def test_a_finding_is_written_as_json() -> None:
    [finding] = lint(terms_data(rule("a", at_least("own_elements", 0))))
    text = {"pl": "Tę regułę spełnia każdy", "en": "Everybody meets this rule"}
    assert finding.as_data() == {"path": "rules/0/when", "kind": "always", "severity": "warning", "text": text}


def test_an_unusual_fault_is_told_all_the_same() -> None:
    [finding] = lint(terms_data(timezone="Nowhere"))
    assert finding.as_data()["text"]["en"] == "This cannot be read"


def test_an_amount_that_names_one_of_two_services_leaves_the_other_unsaid() -> None:
    data = terms_data(
        phrases={"quoted": {"chip": {"pl": "Pomoc projektanta: {charged}", "en": "{service}: {charged}"}}}
    )
    data["services"]["kitchen"] = {**data["services"]["help"], "title": {"pl": "Kuchnia", "en": "Kitchen"}}
    assert [kind for _, kind in _found(data)] == ["service_unsaid", "service_unsaid"]
