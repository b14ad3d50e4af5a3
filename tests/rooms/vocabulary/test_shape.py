"""The grammar of sizes answers the shared cases, in words that name the place."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.fault import Fault
from rooms.vocabulary.shape import MOST_LETTERS, check_expression, cosine, evaluate

CASES = Path(__file__).parents[2] / "cases" / "shape"
VALUES = json.loads((CASES / "values.json").read_text("utf-8"))
FAULTS = json.loads((CASES / "faults.json").read_text("utf-8"))


@pytest.mark.parametrize("case", VALUES["cases"], ids=lambda case: str(case["expression"]))
def test_an_expression_has_its_value(case):
    assert evaluate(case["expression"], VALUES["scope"]) == case["value"]


@pytest.mark.parametrize("case", FAULTS["cases"], ids=lambda case: str(case["expression"]))
def test_a_bad_expression_is_refused_with_its_place_and_letter(case):
    with pytest.raises(Fault) as refusal:
        evaluate(case["expression"], FAULTS["scope"], "kinds/sofa/parts/0")
    found = refusal.value
    assert (found.path, found.reason, found.detail.get("at")) == ("kinds/sofa/parts/0", case["reason"], case.get("at"))


def test_an_expression_may_not_be_longer_than_the_limit():
    check_expression("1" + "+1" * 99, "here")
    with pytest.raises(Fault, match="here: too long"):
        check_expression("1" + "+1" * (MOST_LETTERS // 2), "here")


def test_checking_does_not_look_names_up():
    check_expression("anything * 2", "here")


@given(st.text(alphabet="0123456789+-*/(),<>=! abdeifmnosxzw.", max_size=40))
def test_any_text_is_a_number_or_a_fault(text):
    with suppress(Fault):
        assert type(evaluate(text, {"a": 3, "size.w": 7})) is int


@pytest.mark.parametrize("degrees", range(0, 361, 15))
def test_a_cosine_is_the_same_both_ways_round(degrees):
    assert cosine(degrees) == cosine(-degrees) == -cosine(degrees + 180)
