"""What holds for all terms and facts, tried on many small ones against a naive evaluator and by exhaustion."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from incentives.canonical import canonical
from incentives.case import charge
from incentives.condition import read_condition
from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.reading import Node
from incentives.registry import STANDARD
from incentives.terms import Terms
from tests.incentives.oracle import charged_and_applied
from tests.incentives.random_terms import DOMAINS, RAISED_BY_CUSTOMER, facts, terms, terms_with_overrides, trees, tried

AT = datetime(2026, 5, 4, 10, tzinfo=UTC)
Json = dict[str, Any]


def _read(data: Json) -> Terms:
    """The terms, read once however often an example asks for them."""
    key = canonical(data)
    if key not in READ:
        READ.clear()
        READ[key] = Terms.read(data)
    return READ[key]


READ: dict[bytes, Terms] = {}


def _decide(data: Json, known: Json, at: datetime = AT) -> Decision:
    terms = _read(data)
    return decide(terms, Facts.read(known, terms.registry), at)


def _charge(data: Json, known: Json, at: datetime = AT) -> int:
    terms = _read(data)
    return charge(terms, Facts.read(known, terms.registry), at)


@tried
@given(terms(), facts())
def test_the_engine_agrees_with_the_naive_evaluator(data: Json, known: Json) -> None:
    decision = _decide(data, known)
    applied = [pick.rule.id for pick in decision.choice.picks]
    assert (decision.charged_gr, applied) == charged_and_applied(data, known, AT.date())


@tried
@given(terms(), facts())
def test_the_fee_lies_between_nothing_and_the_list_price(data: Json, known: Json) -> None:
    decision = _decide(data, known)
    assert 0 <= decision.charged_gr <= decision.listed_gr
    assert all(
        0 <= left.amount_gr <= line.amount_gr
        for left, line in zip(decision.choice.lines, decision.listed.lines, strict=True)
    )


@tried
@given(terms(), facts(most_missing=2))
def test_a_final_decision_does_not_change_when_the_missing_becomes_known(data: Json, known: Json) -> None:
    decision = _decide(data, known)
    if decision.final:
        for full in _completions(known):
            again = _decide(data, full)
            assert (again.charged_gr, again.form) == (decision.charged_gr, decision.form)


@tried
@given(terms(), facts(most_missing=2))
def test_what_is_charged_for_now_is_never_less_by_an_unknown_than_by_what_it_turns_out_to_be(
    data: Json, known: Json
) -> None:
    data["services"]["help"]["fee"] = {"kind": "fixed", "amount_gr": 11}
    for rule in data["rules"]:
        rule["then"].pop("parts", None)
    assert _charge(data, known) == max(_charge(data, full) for full in (known, *_completions(known)))


@tried
@given(terms(), facts())
def test_a_decision_that_is_not_final_says_what_it_needs(data: Json, known: Json) -> None:
    decision = _decide(data, known)
    assert decision.final is (not decision.needs)
    assert not set(decision.needs) & known.keys()


@tried
@given(terms(growing=True), facts(most_missing=0), st.sampled_from(RAISED_BY_CUSTOMER))
def test_doing_more_never_costs_more(data: Json, known: Json, name: str) -> None:
    fees = [_charge(data, {**known, name: value}) for value in DOMAINS[name]]
    assert fees == sorted(fees, reverse=True)


@tried
@given(terms(), facts())
def test_every_way_gives_what_it_promises(data: Json, known: Json) -> None:
    without_defer = {**data, "rules": [rule for rule in data["rules"] if rule["then"]["kind"] != "defer"]}
    decision = _decide(data, known)
    for way in decision.as_data()["ways"]:
        assert _charge(without_defer, {**known, **way["changes"]}) == way["charged_gr"] < _charge(without_defer, known)


@tried
@given(terms(), facts())
def test_a_way_still_works_on_its_last_day(data: Json, known: Json) -> None:
    without_defer = {**data, "rules": [rule for rule in data["rules"] if rule["then"]["kind"] != "defer"]}
    for way in _decide(data, known).ways:
        if way.until is not None:
            later = (way.until - AT.date()).days
            passed = {**known, "days_since_order": known.get("days_since_order", 0) + later, **way.changes}
            read = Terms.read(without_defer)
            picks = decide(read, Facts.read(passed, read.registry), AT + timedelta(days=later)).choice.picks
            assert (
                any(pick.rule.id == way.rule.id for pick in picks) or _charge(without_defer, passed) <= way.charged_gr
            )


@tried
@given(terms(growing=True, waiving=True, lanes=1), facts(most_missing=0))
def test_if_anything_the_customer_can_do_waives_the_fee_the_cheapest_is_told_and_no_more_than_needed(
    data: Json, known: Json
) -> None:
    data["services"]["help"]["fee"] = {"kind": "fixed", "amount_gr": 11}
    decision = _decide(data, known)
    waiving = (
        [raised for raised in _raises(known) if _charge(data, {**known, **raised}) == 0] if decision.charged_gr else []
    )
    assert bool(decision.ways) is bool(waiving)
    if decision.ways:
        assert decision.ways[0].cost_gr == min(_cost_gr(known, raised) for raised in waiving)
    for way in decision.ways:
        assert not [raised for raised in waiving if _is_less(raised, {**known, **way.changes})]


@tried
@given(terms() | terms_with_overrides(), facts(), st.randoms())
def test_the_order_of_rules_individual_terms_and_parts_of_the_fee_does_not_matter(
    data: Json, known: Json, random: Any
) -> None:
    ours, theirs = _decide(data, known).core, _decide(_shuffled(data, random), known).core
    assert ours | {"terms_sha": ""} == theirs | {"terms_sha": ""}


@tried
@given(terms(), facts())
def test_equal_input_gives_equal_bytes(data: Json, known: Json) -> None:
    backwards = dict(reversed(list(known.items())))
    assert canonical(_decide(data, known).as_data()) == canonical(_decide(data, backwards).as_data())


@tried
@given(terms(), facts())
def test_terms_and_facts_survive_their_own_json(data: Json, known: Json) -> None:
    read = Terms.read(data)
    again = Terms.read(read.as_data())
    assert again.sha == read.sha
    assert Facts.read(Facts.read(known, read.registry).as_data(), again.registry).as_data() == known


def _shuffled(data: Json, random: Any) -> Json:
    """The same with its fields, rules and individual terms in another order."""
    fields = {name: data[name] for name in random.sample(list(data), len(data))}
    for name, value in fields.items():
        if isinstance(value, dict):
            fields[name] = _shuffled(value, random)
        elif name in ("rules", "overrides"):
            fields[name] = [_shuffled(inner, random) for inner in random.sample(value, len(value))]
    return fields


def _completions(known: Json) -> list[Json]:
    missing = [name for name in DOMAINS if name not in known]
    return [
        {**known, **dict(zip(missing, values, strict=True))} for values in product(*(DOMAINS[name] for name in missing))
    ]


def _raises(known: Json) -> list[Json]:
    """Everything the customer could do within the domains, doing nothing included."""
    more = [[value for value in DOMAINS[name] if value >= known[name]] for name in RAISED_BY_CUSTOMER]
    return [dict(zip(RAISED_BY_CUSTOMER, values, strict=True)) for values in product(*more)]


def _cost_gr(known: Json, raised: Json) -> int:
    return int(raised["purchases_kept_gross_gr"] - known["purchases_kept_gross_gr"])


def _lowers(rule: Json) -> bool:
    return bool(rule["then"]["kind"] != "defer")


def _is_less(raised: Json, way: Json) -> bool:
    return all(raised[name] <= way[name] for name in raised) and any(raised[name] < way[name] for name in raised)


@tried
@given(terms(), facts())
def test_charging_alone_is_charging_with_reasons(data: Json, known: Json) -> None:
    for some in (data, {**data, "rules": [{**rule, "lane": "a"} for rule in data["rules"] if _lowers(rule)]}):
        assert _charge(some, known) == _decide(some, known).charged_gr


@tried
@given(trees(), facts())
def test_a_condition_made_ready_answers_as_the_condition_does(tree: Json, known: Json) -> None:
    condition, values = read_condition(Node(tree), STANDARD), Facts.read(known).values
    for wanted in (True, False):
        assert condition.test(wanted=wanted)(values) is (condition.truth(values) is wanted)
