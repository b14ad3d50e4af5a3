"""What one rule uses up no other rule counts, whichever sum it reads it from, with tax or without."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.incentives.build import at_least, decided, rule, terms_data
from tests.incentives.random_terms import tried

DRAWN, BOUGHT = at_least("own_elements", 1), at_least("purchases_kept_gross_gr", 250_000)
HUNDRED = {"kind": "reduce", "amount_gr": 10_000}
GROSS, NET = "purchases_kept_gross_gr", "purchases_kept_net_gr"
PROJECT, PROJECT_NET = "project_purchases_kept_gross_gr", "project_purchases_kept_net_gr"
SUMS = (GROSS, NET, PROJECT, PROJECT_NET, "goods_purchases_kept_gross_gr", "goods_purchases_kept_net_gr")


def _applied(*rules: Any, **facts: Any) -> list[str]:
    return [pick.rule.id for pick in decided(terms_data(*rules), facts).choice.picks]


def test_what_one_rule_uses_up_another_cannot_count() -> None:
    uses = {"consumes": {"fact": "purchases_kept_gross_gr", "amount": 250_000}}
    rules = (rule("a", BOUGHT, HUNDRED, lane="a", **uses), rule("b", BOUGHT, HUNDRED, lane="b", **uses))
    assert _applied(*rules, purchases_kept_gross_gr=499_999) == ["a"]
    assert _applied(*rules, purchases_kept_gross_gr=500_000) == ["a", "b"]


def _counting(fact: str, *, uses: str) -> list[Any]:
    """A rule that uses up 2 500 zł of one fact, and one that counts 2 500 zł of another."""
    used = {"consumes": {"fact": uses, "amount": 250_000}}
    return [
        rule("a", at_least(uses, 250_000), HUNDRED, lane="a", **used),
        rule("b", at_least(fact, 250_000), HUNDRED, lane="b"),
    ]


@pytest.mark.parametrize(
    ("uses", "counts"),
    [
        ("project_purchases_kept_gross_gr", "purchases_kept_gross_gr"),
        ("purchases_kept_gross_gr", "project_purchases_kept_gross_gr"),
        ("project_purchases_kept_gross_gr", "goods_purchases_kept_gross_gr"),
        ("category_purchases_gross_gr_tiles", "purchases_kept_gross_gr"),
        ("purchases_kept_gross_gr", "largest_purchase_gross_gr"),
    ],
)
def test_a_purchase_used_up_is_used_up_in_every_sum_that_holds_it(uses: str, counts: str) -> None:
    rules = _counting(counts, uses=uses)
    bought = {"purchases_kept_gross_gr": 250_000, uses: 250_000, counts: 250_000}
    assert _applied(*rules, **bought) == ["a"]
    assert _applied(*rules, **bought | {"purchases_kept_gross_gr": 500_000}) == ["a", "b"]


def test_what_else_was_bought_is_used_up_first() -> None:
    rules = _counting("project_purchases_kept_gross_gr", uses="purchases_kept_gross_gr")
    bought = {"purchases_kept_gross_gr": 499_999, "project_purchases_kept_gross_gr": 250_000}
    assert _applied(*rules, **bought) == ["a"]
    assert _applied(*rules, **bought | {"purchases_kept_gross_gr": 500_000}) == ["a", "b"]


def test_no_more_is_used_up_than_there_is() -> None:
    rules = _counting("purchases_kept_gross_gr", uses="project_purchases_kept_gross_gr")
    rules[0]["when"] = at_least("own_elements", 1)
    bought = {"purchases_kept_gross_gr": 350_000, "project_purchases_kept_gross_gr": 100_000}
    assert _applied(*rules, own_elements=1, **bought) == ["a", "b"]


def test_a_count_can_be_used_up_too() -> None:
    uses = {"consumes": {"fact": "packs_matching", "amount": 2}}
    rules = [rule(name, at_least("packs_matching", 1), HUNDRED, lane=name, **uses) for name in "ab"]
    assert _applied(*rules, packs_matching=2) == ["a"]


def test_using_up_an_unknown_fact_leaves_it_unknown() -> None:
    uses = {"consumes": {"fact": "purchases_kept_gross_gr", "amount": 1}}
    assert _applied(rule("a", DRAWN, HUNDRED, **uses), own_elements=1) == ["a"]


def test_using_up_a_part_of_an_unknown_whole_leaves_the_whole_unknown() -> None:
    first, second = _counting("purchases_kept_gross_gr", uses="project_purchases_kept_gross_gr")
    assert decided(terms_data(first, second), {"project_purchases_kept_gross_gr": 250_000}).needs == (
        "purchases_kept_gross_gr",
    )


@pytest.mark.parametrize(("uses", "counts"), [(GROSS, NET), (NET, GROSS), (PROJECT, NET), (PROJECT_NET, GROSS)])
def test_what_is_used_up_with_tax_is_used_up_without_it_too(uses: str, counts: str) -> None:
    bought = {GROSS: 250_000, NET: 250_000, PROJECT: 250_000, PROJECT_NET: 250_000}
    assert _applied(*_counting(counts, uses=uses), **bought) == ["a"]
    assert _applied(*_counting(counts, uses=uses), **bought | {GROSS: 500_000, NET: 500_000}) == ["a", "b"]


@pytest.mark.parametrize(("wanted", "applied"), [(203_252, ["a", "b"]), (203_253, ["a"])])
def test_the_sum_without_tax_shrinks_in_proportion_to_a_whole_grosz_below(wanted: int, applied: list[str]) -> None:
    first, second = _counting(NET, uses=GROSS)
    second["when"]["value"] = wanted
    assert _applied(first, second, **{GROSS: 500_000, NET: 406_505}) == applied


def test_the_same_purchases_from_the_project_shrink_with_the_sum_without_tax() -> None:
    bought = {GROSS: 500_000, NET: 250_000, PROJECT_NET: 250_000, PROJECT: 500_000}
    assert _applied(*_counting(PROJECT_NET, uses=GROSS), **bought) == ["a"]


def test_where_nothing_was_bought_with_tax_nothing_is_used_up_without_it() -> None:
    first, second = _counting(NET, uses=GROSS)
    first["when"] = DRAWN
    assert _applied(first, second, own_elements=1, **{GROSS: 0, NET: 250_000}) == ["a", "b"]


@pytest.mark.parametrize(
    ("counts", "needs"), [(GROSS, [PROJECT]), (NET, [PROJECT, GROSS]), (SUMS[4], [PROJECT, GROSS])]
)
def test_how_much_was_used_up_has_to_be_known(counts: str, needs: list[str]) -> None:
    first, second = _counting(counts, uses=PROJECT)
    first["when"] = DRAWN
    decision = decided(terms_data(first, second), {"own_elements": 1, counts: 250_000})
    assert ([pick.rule.id for pick in decision.choice.picks], decision.needs) == (["a"], tuple(needs))


def test_what_nobody_counts_need_not_be_known() -> None:
    first, second = _counting("own_items", uses=PROJECT)
    first["when"] = DRAWN
    assert decided(terms_data(first, second), {"own_elements": 1, "own_items": 1}).final


@tried
@given(
    st.lists(st.tuples(*(st.sampled_from(SUMS) for _ in range(3)), st.integers(1, 3)), min_size=2, max_size=3),
    st.dictionaries(st.sampled_from(SUMS), st.integers(0, 3)),
)
def test_what_becomes_known_later_changes_no_final_decision(
    rules: list[tuple[str, str, str, int]], known: dict[str, int]
) -> None:
    data = terms_data(*(_reading(number, *one) for number, one in enumerate(rules)))
    decision = decided(data, known)
    assert decision.final is (not decision.needs)
    if decision.final:
        missing = [name for name in {name for one in rules for name in one[:3]} | {GROSS, NET} if name not in known]
        for values in product((0, 2), repeat=len(missing)):
            found = decided(data, {**known, **dict(zip(missing, values, strict=True))})
            assert found.charged_gr == decision.charged_gr


def _reading(number: int, reads: str, also: str, uses: str, amount: int) -> Any:
    when = {"any": [at_least(reads, amount), at_least(also, 3)]}
    return rule(f"r{number}", when, HUNDRED, lane=f"l{number}", consumes={"fact": uses, "amount": amount})
