"""The fast answer is the same as the tree's: true exactly where the tree is met for certain."""

import os
from typing import Any

import pytest
from hypothesis import given, settings

from incentives.compiled import Code, certainly_met
from incentives.condition import read_condition
from incentives.conditions.all_of import AllOf
from incentives.facts import Facts
from incentives.reading import Node
from incentives.registry import STANDARD
from tests.incentives.build import at_least, equal
from tests.incentives.random_terms import facts, trees

MANY = int(os.environ.get("INCENTIVES_EXAMPLES", "20"))


@settings(max_examples=MANY * 3, deadline=None, derandomize=MANY < 100)
@given(trees(), trees(), facts(most_missing=4))
def test_the_fast_answer_is_that_of_the_tree(one: Any, other: Any, known: Any) -> None:
    conditions = [read_condition(Node(tree), STANDARD) for tree in (one, other, {"not": one})]
    values = Facts.read(known).values
    assert certainly_met(conditions)(values) == tuple(condition.truth(values) is True for condition in conditions)


@pytest.mark.parametrize("word", ["'); raise SystemExit(1) #", 'a"b', "\\", "{0}", "ząb"])
def test_no_text_of_the_terms_becomes_code(word: str) -> None:
    [met] = certainly_met([read_condition(Node(equal("store", word)), STANDARD)])({"store": word})
    assert met


def test_a_rule_without_a_condition_is_always_met() -> None:
    assert certainly_met([AllOf(())])({}) == (True,)


def test_no_rules_have_no_answers() -> None:
    assert certainly_met([])({}) == ()


def test_a_fact_is_looked_up_once() -> None:
    code = Code()
    tree = read_condition(Node({"any": [at_least("own_elements", 1), at_least("own_elements", 2)]}), STANDARD)
    tree.python(code, wanted=True)
    assert code.facts == {"own_elements": "fact0"}
