"""A store's own phrases and facts, as the one who writes the terms reads them."""

from typing import Any

import pytest

from incentives.bonds import Bonds
from incentives.lint import lint
from incentives.own_fact import own_fact_said
from incentives.phrases import State
from incentives.phrasing import gap_names, phrase_example, phrase_said, shown, typed
from incentives.terms import Terms
from incentives.wording import Words
from tests.incentives.build import WORDS, at_least, at_most, decided, rule, terms_data

CHIP = {"pl": "{service}: {charged}", "en": "{service}: {charged}"}
TERMS = Terms.read(terms_data(phrases={"quoted": {"chip": CHIP}}))
PHRASE = TERMS.phrases.by_state[State.QUOTED]


def _fact(**data: Any) -> list[str]:
    own = {"visits": {"label": {"pl": "Wizyty", "en": "Visits"}, "changer": "store", **data}}
    return [words.en for _, words in own_fact_said(Terms.read(terms_data(facts=own)).registry.facts["visits"]).lines()]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_what_is_shown_is_what_is_typed(language: str) -> None:
    assert typed(shown(CHIP["pl"], language), language) == CHIP["pl"]


def test_a_phrase_is_said_with_readable_gaps_and_with_an_example() -> None:
    service = Words("Projekt", "Design")
    assert "{" not in "".join(words.pl for _, words in phrase_said(State.QUOTED, PHRASE).lines())
    assert "Design: 300 PLN" in "".join(words.en for _, words in phrase_example(State.QUOTED, PHRASE, service).lines())


def test_every_state_has_gaps() -> None:
    assert all(gap_names(state) for state in State)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        ({"type": "money", "net": True}, ", net"),
        ({"type": "count", "counted_in": {"pl": "km", "en": "km"}}, "number: km"),
        ({"type": "word", "choices": {"a": {"pl": "a", "en": "Ay"}, "b": {"pl": "b", "en": "Bee"}}}, "Ay or Bee"),
    ],
)
def test_a_fact_says_its_unit_or_its_list(data: Any, part: str) -> None:
    assert any(part in line for line in _fact(**data))


def test_the_innermost_part_that_contradicts_through_its_parts_is_named() -> None:
    inner = {"all": [at_least("own_structure", 2), at_most("own_elements", 1)]}
    [finding] = [one for one in lint(terms_data(rule("a", {"all": [at_least("own_dimensions", 1), inner]}))) if one]
    assert (finding.path, finding.kind) == ("rules/0/when/all/1", "contradiction_of_parts")


def test_two_ways_that_each_contradict_are_named_together() -> None:
    ways = [{"all": [at_least("own_structure", least), at_most("own_elements", 1)]} for least in (2, 3)]
    assert [(one.path, one.kind) for one in lint(terms_data(rule("a", {"any": ways})))] == [
        ("rules/0/when", "contradiction_of_parts")
    ]


def test_a_contradiction_that_takes_too_many_rounds_to_see_is_not_made_up() -> None:
    bonds = Bonds(parts=(("whole", "part"),), sums=(("whole", ("part", "rest")),))
    assert bonds.can_hold({"rest": [1]}, lambda name, value: name != "rest" or value >= 1)


def test_a_count_of_the_store_s_own_is_told_with_its_unit() -> None:
    way = {
        "type": "count",
        "label": {"pl": "Droga", "en": "Way"},
        "changer": "nobody",
        "counted_in": {"pl": "km", "en": "km"},
    }
    data = terms_data(rule("a", at_least("way", 10)), facts={"way": way})
    assert "12 km" in decided(data, {"way": 12}).as_data()["reasons"][0]["text"]["pl"]


def test_a_fact_of_the_store_s_own_that_cannot_be_read_is_found_at_its_place() -> None:
    data = terms_data(facts={"good": {"type": "flag", "label": WORDS, "changer": "store"}, "bad": {"type": "colour"}})
    assert next(finding.path for finding in lint(data)).startswith("facts/bad")
