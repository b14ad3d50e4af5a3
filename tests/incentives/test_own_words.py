"""A store's own phrases and facts, as the one who writes the terms reads them."""

import re
from typing import Any

import pytest

from incentives.bonds import Bonds
from incentives.lint import lint
from incentives.own_fact import ASKED, own_fact_said
from incentives.phrases import GAPS, USUAL, State
from incentives.phrasing import gap_names, phrase_example, phrase_said, shown, typed
from incentives.terms import Terms
from incentives.wording import Words
from tests.incentives.build import WORDS, at_least, at_most, decided, rule, terms_data

KM = {"pl": "km", "en": "km"}
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


def test_every_state_offers_the_gaps_that_its_texts_may_have() -> None:
    for state in State:
        assert len(gap_names(state)) == len(GAPS[state]), state
        chip = "".join(f"[{words.pl}]" for words in gap_names(state))
        assert set(re.findall(r"{(\w+)}", typed(chip, "pl"))) == set(GAPS[state])


@pytest.mark.parametrize(
    ("text", "seen"),
    [("{left:Został|Zostały|Zostało} Ci", "[ile zostało:Został|Zostały|Zostało] Ci"), ("{odd}", "[odd]")],
)
def test_a_gap_keeps_its_forms_and_one_that_is_not_known_its_name(text: str, seen: str) -> None:
    assert (shown(text, "pl"), typed(seen, "pl")) == (seen, text)


@pytest.mark.parametrize(
    ("state", "texts"),
    [
        (State.UNBEGUN, ["300 zł", "0 zł"]),
        (State.QUOTED, ["300 zł"]),
        (State.EARNED, ["0 zł", "masz już własny szkic"]),
        (State.REDUCED, ["150 zł", "300 zł"]),
        (State.DEFERRED, ["na razie 0 zł", "300 zł"]),
        (State.PENDING, ["na razie 300 zł", "powierzchnia podłogi"]),
        (State.ALLOWANCE, ["Zostały Ci 2 z 3"]),
        (State.CREDIT, ["40 zł", "do 31 grudnia"]),
    ],
)
def test_an_example_reads_as_a_customer_would_read_it(state: State, texts: list[str]) -> None:
    lines = [words.pl for _, words in phrase_example(state, USUAL[state], Words("Projekt", "Design")).lines()]
    assert all(any(text in line for line in lines) for text in texts), lines


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


def test_a_fact_s_kind_list_and_changer_each_have_a_line_of_their_own() -> None:
    choices = {"a": {"pl": "a", "en": "Ay"}, "b": {"pl": "b", "en": "Bee"}}
    assert _fact(type="word", choices=choices) == [
        "Visits", "What it is: one of a list", "The list: Ay or Bee", "Who can change it: the store",
    ]  # fmt: skip
    way = {"visits": {"label": {"pl": "Droga", "en": "Way"}, "type": "count", "changer": "store", "counted_in": KM}}
    fact = Terms.read(terms_data(facts=way)).registry.facts["visits"]
    assert [words.pl for _, words in own_fact_said(fact).lines()][1] == "Co to jest: liczba: km"


def test_only_what_a_fact_can_do_without_may_be_left_out() -> None:
    assert {one.name: one.optional for one in ASKED} == {
        "label": False, "type": False, "net": True, "counted_in": True, "choices": False, "changer": False,
    }  # fmt: skip
    assert [one.name for one in ASKED if one.asked.reshapes] == ["type"]


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
