"""What the command line gets: JSON in and out, and the place of what is wrong."""

import json

import pytest

from incentives import command
from incentives.fault import Fault
from tests.incentives.build import AT, at_least, rule, terms_data

DATA = terms_data(rule("a", at_least("own_elements", 1)))


def test_a_decision_is_json() -> None:
    decision = command.decide_data(DATA, {"own_elements": 1}, AT)
    assert json.loads(json.dumps(decision)) == decision
    assert decision["charged_gr"] == 0


def test_terms_and_facts_are_read_from_text() -> None:
    terms = command.read_terms(json.dumps(DATA))
    assert command.read_facts('{"own_elements": 2}', terms).values == {"own_elements": 2}


def test_a_wrong_fact_is_refused_with_its_place() -> None:
    with pytest.raises(Fault, match="own_elements: not a whole number"):
        command.read_facts('{"own_elements": 2.0}', command.read_terms(json.dumps(DATA)))


def test_terms_are_linted_however_broken() -> None:
    assert command.lint_data([])["findings"][0]["kind"] == "not_an_object"


def test_a_backtest_is_json() -> None:
    report = command.backtest_data(DATA, DATA, [{"own_elements": 1}], AT)
    assert json.loads(json.dumps(report))["cases"] == 1
