"""Strategies for small terms and facts over small domains, so that boundaries and ties are met often."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

MANY = int(os.environ.get("INCENTIVES_EXAMPLES", "20"))
"""Examples a property is tried on; the long proof asks for more."""

tried = settings(max_examples=MANY, deadline=None, derandomize=MANY < 100)

Json = dict[str, Any]

DOMAINS: dict[str, list[Any]] = {
    "own_elements": [0, 1, 2, 3],
    "own_dimensions": [0, 1, 2, 3],
    "purchases_kept_gross_gr": [0, 1, 2, 3, 4, 5],
    "brought_dimensions": [False, True],
    "customer_kind": ["consumer", "business"],
    "days_since_order": [0, 1, 2, 3, 4],
    "revisions_used": [0, 1, 2, 3],
}
RAISED_BY_CUSTOMER = ("own_elements", "own_dimensions", "purchases_kept_gross_gr", "brought_dimensions")
WORDS = {"pl": "x", "en": "x"}


def leaves(*, growing: bool) -> st.SearchStrategy[Json]:
    """Leaves over the domains; `growing` ones are met for good once the customer has done enough."""
    names = RAISED_BY_CUSTOMER if growing else tuple(DOMAINS)
    return st.sampled_from(names).flatmap(lambda name: _leaf(name, growing))


def _leaf(name: str, growing: bool) -> st.SearchStrategy[Json]:
    values = DOMAINS[name]
    if isinstance(values[0], bool):
        wanted = st.just(True) if growing else st.sampled_from(values)
        return wanted.map(lambda value: {"fact": name, "is": "equal", "value": value})
    one = st.sampled_from(values)
    if growing:
        return one.map(lambda value: {"fact": name, "is": "at_least", "value": value})
    some = st.lists(one, min_size=1, max_size=3)
    several = some.map(lambda value: {"fact": name, "is": "one_of", "value": value})
    plain = st.sampled_from(["equal", "not_equal", *(["at_least", "at_most"] if values[0] == 0 else [])])
    single = st.tuples(plain, one).map(lambda pair: {"fact": name, "is": pair[0], "value": pair[1]})
    if values[0] != 0:
        return single | several
    return (
        single | several | st.tuples(one, one).map(lambda ends: {"fact": name, "is": "between", "value": sorted(ends)})
    )


def trees(*, growing: bool = False) -> st.SearchStrategy[Json]:
    def groups(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
        parts = st.lists(inner, min_size=1, max_size=3)
        both = st.sampled_from(["all", "any"]).flatmap(lambda kind: parts.map(lambda found: {kind: found}))
        return both if growing else both | inner.map(lambda part: {"not": part})

    return st.recursive(leaves(growing=growing), groups, max_leaves=5)


def effects(*, waiving: bool = False) -> st.SearchStrategy[Json]:
    if waiving:
        return st.just({"kind": "waive"})
    parts = st.sampled_from([{}, {}, {"parts": ["design"]}, {"parts": ["revisions"]}])
    share = {"percent": 50, "of": "purchases_kept_gross_gr"}
    kinds = st.sampled_from(
        [{"kind": "waive"}, {"kind": "reduce", "amount_gr": 3}, {"kind": "reduce", "amount_gr": 7},
         {"kind": "reduce_percent", "percent": 50}, {"kind": "reduce_percent", "percent": 33},
         {"kind": "set_fee", "amount_gr": 4}, {"kind": "refund", "form": "set_off", "amount": share}]
    )  # fmt: skip
    return st.builds(lambda kind, part: {**kind, **part}, kinds, parts) | st.just({"kind": "defer"})


FEE = {
    "kind": "total",
    "parts": {
        "design": {"kind": "fixed", "amount_gr": 11},
        "revisions": {"kind": "beyond", "fact": "revisions_used", "included": 1, "each_gr": 5},
    },
}
OTHER_FEE = {"kind": "total", "parts": {part: {"kind": "fixed", "amount_gr": 6} for part in FEE["parts"]}}
WINDOWS = [{}, {}, {}, {"valid": {"to": "2026-05-03"}}, {"valid": {"from": "2026-05-04", "to": "2026-05-04"}}]


@st.composite
def terms(draw: st.DrawFn, *, growing: bool = False, waiving: bool = False, lanes: int = 3) -> Json:
    """Terms of one service, whose list price depends on how often the design was revised."""
    some = draw(rules("r", growing=growing, waiving=waiving, lanes=lanes))
    return {"id": "random", "version": 1, "services": {"help": {"title": WORDS, "fee": FEE}}, "rules": some}


@st.composite
def terms_with_overrides(draw: st.DrawFn) -> Json:
    """The same with individual terms, which may come with rules and a fee of their own."""
    overrides = []
    for name in ("x", "y")[: draw(st.integers(1, 2))]:
        override = {"id": name, "title": WORDS, "services": ["help"], "when": draw(trees())}
        override |= {"rules": draw(rules(name)), "keeps_rules": draw(st.booleans())}
        override |= draw(st.sampled_from([{}, {"fees": {"help": OTHER_FEE}}]))
        overrides.append(override | draw(st.sampled_from([{}, {"priority": 1}])))
    return {**draw(terms()), "overrides": overrides}


@st.composite
def rules(draw: st.DrawFn, name: str, *, growing: bool = False, waiving: bool = False, lanes: int = 3) -> list[Json]:
    """At most five rules, named by a letter and a number."""
    rules = []
    for number in range(draw(st.integers(0, 5))):
        rule: Json = {"id": f"{name}{number}", "title": WORDS, "then": draw(effects(waiving=waiving))}
        rule["when"] = draw(trees(growing=growing))
        rule |= draw(st.sampled_from(WINDOWS))
        if rule["then"]["kind"] != "defer" and lanes > 1:
            rule["lane"] = draw(st.sampled_from(["a", "b", "c"][:lanes]))
            rule |= draw(st.sampled_from([{}, {}, {"group": "g"}]))
            rule |= draw(st.sampled_from([{}, {}, {"consumes": {"fact": "purchases_kept_gross_gr", "amount": 2}}]))
        rule |= draw(st.sampled_from([{}, {"priority": 1}, {"priority": -1}]))
        rules.append(rule)
    return rules


@st.composite
def facts(draw: st.DrawFn, *, most_missing: int = 3) -> Json:
    missing = draw(st.sets(st.sampled_from(sorted(DOMAINS)), max_size=most_missing))
    return {name: draw(st.sampled_from(values)) for name, values in DOMAINS.items() if name not in missing}
