"""A table of cases is charged as each case alone would be, one after the other where that matters."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.terms import Terms
from tests.incentives.bulk_tables import Case, Json, both, day, told
from tests.incentives.random_terms import WORDS, facts, terms, terms_with_overrides, tried

WARSAW = ZoneInfo("Europe/Warsaw")
PERIODS = {
    "ever": lambda _: "",
    "day": lambda at: at.strftime("%F"),
    "week": lambda at: at.strftime("%G %V"),
    "month": lambda at: at.strftime("%Y %m"),
    "year": lambda at: at.strftime("%Y"),
}
HOLDERS = ("customer", "household", "store", "contract")
TYPES = dict.fromkeys(HOLDERS, "varchar")
OWN = {
    "visits": {"type": "count", "label": WORDS, "changer": "store"},
    "since": {"type": "date", "label": WORDS, "changer": "store"},
    "colours": {"type": "words", "label": WORDS, "changer": "store", "choices": {"red": WORDS, "blue": WORDS}},
}
ABOUT_OWN = [
    {"fact": "visits", "is": "between", "value": [1, 2]},
    {"fact": "since", "is": "at_least", "value": "2026-05-03"},
    {"fact": "since", "is": "one_of", "value": ["2026-05-02", "2026-05-04"]},
    {"fact": "colours", "is": "equal", "value": ["red", "blue"]},
    {"fact": "colours", "is": "not_equal", "value": []},
    {"fact": "colours", "is": "one_of", "value": ["red"]},
]
own_facts = st.fixed_dictionaries(
    {},
    optional={
        "visits": st.integers(0, 3),
        "since": st.sampled_from(["2026-05-02", "2026-05-03", "2026-05-04"]),
        "colours": st.lists(st.sampled_from(["red", "blue"]), max_size=3),
    },
)
moments = st.builds(day, st.integers(2, 5), st.sampled_from([1, 21, 22, 23]))
random_terms = terms() | terms_with_overrides()


def _rules(data: Json) -> list[Json]:
    return [*data["rules"], *(rule for one in data.get("overrides", []) for rule in one["rules"])]


def _without_consuming(data: Json) -> Json:
    for rule in _rules(data):
        rule.pop("consumes", None)
    return data


@st.composite
def _limited(draw: st.DrawFn) -> Json:
    """Terms of which some rules have limits."""
    data = draw(random_terms)
    for rule in _rules(data):
        kinds = st.sampled_from([{"count": 1}, {"count": 2}, {"amount_gr": 9}, {"amount_gr": 20}])
        pers, periods = st.sampled_from(["all", *HOLDERS]), st.sampled_from(sorted(PERIODS))
        limit = st.builds(lambda kind, per, period: kind | {"per": per, "period": period}, kinds, pers, periods)
        if limits := draw(st.lists(limit, max_size=2)):
            rule["limits"] = limits
    return data


holders = st.fixed_dictionaries({}, optional={name: st.sampled_from("ab") for name in HOLDERS})
held = st.builds(lambda known, who: known | who, facts(), holders)


@tried
@given(random_terms.map(_without_consuming), st.lists(st.tuples(facts(), moments), min_size=1, max_size=12))
def test_every_row_is_charged_as_its_case_is_alone(data: Json, cases: list[Case]) -> None:
    bulk, alone, report = both(data, cases)
    assert bulk == alone
    assert report.path == "once for each outcome"


@tried
@given(
    st.lists(st.sampled_from(ABOUT_OWN), min_size=1, max_size=3),
    st.sampled_from(["all", "any"]),
    st.lists(st.tuples(own_facts, moments), min_size=1, max_size=8),
)
def test_a_retailer_s_own_facts_are_columns_too(leaves: list[Json], kind: str, cases: list[Case]) -> None:
    service = {"title": WORDS, "fee": {"kind": "beyond", "fact": "visits", "included": 1, "each_gr": 500}}
    rule = {"id": "own", "title": WORDS, "when": {kind: leaves}, "then": {"kind": "reduce_percent", "percent": 30}}
    data = {"id": "own", "version": 1, "services": {"help": service, "other": service}, "facts": OWN, "rules": [rule]}
    bulk, alone, _ = both(data | {"default_service": "help"}, cases, since="date")
    assert bulk == alone


@tried
@given(_limited(), st.lists(st.tuples(held, moments), min_size=1, max_size=12))
def test_limits_and_what_is_used_up_are_replayed_in_time_order(data: Json, cases: list[Case]) -> None:
    bulk, _, report = both(data, cases, **TYPES)
    assert bulk == _one_after_the_other(Terms.read(data), cases)
    stateful = any("limits" in rule or "consumes" in rule for rule in _rules(data))
    assert report.path == ("in time order" if stateful else "once for each outcome")


def _one_after_the_other(terms: Terms, cases: list[Case]) -> list[Any]:
    """Each decided with the uses of all before it, every use being looked at anew."""
    uses: Counter[tuple[str, Any, str]] = Counter()
    found: dict[int, Any] = {}
    for place in sorted(range(len(cases)), key=lambda place: (cases[place][1], place)):
        known, at = cases[place]
        places = {limit.fact.name: _place(limit, known, at) for rule in terms.all_rules() for limit in rule.limits}
        used = {name: uses[where] for name, where in places.items() if where}
        decision = decide(terms, Facts.read(_of(known, terms) | used, terms.registry), at)
        uses.update({where: amount for name, amount in _used(decision) if (where := places[name])})
        found[place] = told(decision)
    return [found[place] for place in range(len(cases))]


def _place(limit: Any, known: Json, at: datetime) -> tuple[str, Any, str] | None:
    who = "all" if limit.per == "all" else known.get(limit.per)
    return (limit.fact.name, who, PERIODS[limit.period](at.astimezone(WARSAW))) if who else None


def _used(decision: Decision) -> list[tuple[str, int]]:
    uses = [(limit, pick) for pick in decision.choice.picks for limit in pick.rule.limits]
    return list({limit.fact.name: pick.off_gr if limit.counts_money else 1 for limit, pick in uses}.items())


def _of(known: Json, terms: Terms) -> Json:
    return {name: value for name, value in known.items() if name in terms.registry.facts}
