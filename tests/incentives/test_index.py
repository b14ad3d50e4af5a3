"""Rules are found by a word that they ask for, and none is overlooked."""

from __future__ import annotations

from typing import Any

import pytest

from incentives.index import Index
from incentives.terms import Terms
from tests.incentives.build import at_least, equal, rule, terms_data

OPOLE, ZABRZE = equal("store", "opole"), equal("store", "zabrze")
BATHROOM = {"fact": "purpose", "is": "one_of", "value": ["bathroom", "kitchen"]}


def _found(facts: dict[str, Any], *conditions: Any) -> list[str]:
    rules = [rule(f"r{place}", condition) for place, condition in enumerate(conditions)]
    index = Index(Terms.read(terms_data(*rules)).rules)
    return [found.id for found in index.candidates(facts)]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"store": "opole"}, ["r0", "r2"]),
        ({"store": "zabrze"}, ["r1", "r2"]),
        ({"store": "brzeg"}, ["r2"]),
        ({}, ["r2"]),
    ],
)
def test_the_word_tells_which_rules_can_be_met(facts: dict[str, Any], found: list[str]) -> None:
    assert _found(facts, OPOLE, ZABRZE, at_least("own_elements", 1)) == found


def test_one_of_several_words_will_do() -> None:
    assert _found({"purpose": "kitchen"}, BATHROOM, equal("purpose", "hall")) == ["r0"]


def test_a_word_asked_for_among_other_things_is_asked_for() -> None:
    assert _found({"store": "zabrze"}, {"all": [at_least("own_elements", 1), {"all": [OPOLE]}]}) == []


@pytest.mark.parametrize("tree", [{"any": [OPOLE, ZABRZE]}, {"not": OPOLE}, OPOLE | {"is": "not_equal"}, None])
def test_what_can_be_met_without_the_word_is_always_looked_at(tree: Any) -> None:
    assert _found({"store": "brzeg"}, tree, OPOLE) == ["r0"]


def test_the_fact_that_tells_most_apart_is_chosen() -> None:
    both = [{"all": [equal("purpose", "hall"), equal("store", store)]} for store in ("opole", "zabrze")]
    assert _found({"purpose": "hall", "store": "zabrze"}, *both) == ["r1"]
