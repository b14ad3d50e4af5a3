"""Paints found by words, codes and numbers."""

import json
from pathlib import Path

import pytest

from samples.demo import demo_deck
from samples.search import search, stem

CASES = json.loads((Path(__file__).parents[1] / "cases/colour/search.json").read_text("utf-8"))
DECK = demo_deck()


@pytest.mark.parametrize(("query", "codes"), CASES["cases"])
def test_the_same_is_found_as_in_the_browser(query: str, codes: list[str]) -> None:
    assert [paint.code for paint in search(DECK, query, CASES["most"])] == codes


@pytest.mark.parametrize(
    "query", ["ciepła zieleń jasna", "jasne ciepłe zielenie", "light warm green", "CIEPLA ZIELEN JASNA"]
)
def test_a_light_warm_green_is_one_in_any_words(query: str) -> None:
    assert {paint.family for paint in search(DECK, query, 20)} == {"green"}
    assert all({"light", "warm"} <= paint.traits.facets for paint in search(DECK, query, 20))


@pytest.mark.parametrize("query", ["szałwia", "szalwia", "szałwii", "Szałwię", "sage"])
def test_a_name_is_found_with_any_ending_and_without_its_marks(query: str) -> None:
    assert "szałwia" in search(DECK, query)[0].name_pl.lower()


@pytest.mark.parametrize("query", ["ZK-0423", "zk 423", "423", "zk0423"])
def test_a_code_is_found_however_it_is_typed(query: str) -> None:
    assert [paint.code for paint in search(DECK, query)] == ["ZK-0423"]


def test_a_hex_colour_finds_what_is_nearest_to_it() -> None:
    wanted = DECK["ZK-0700"]
    assert search(DECK, wanted.hex)[0] == wanted


@pytest.mark.parametrize(
    ("query", "family"),
    [("beż", "beige"), ("granatowy", "blue"), ("biel z nutą zieleni", "white"), ("turkus", "turquoise")],
)
def test_the_first_found_is_of_the_family_asked_for(query: str, family: str) -> None:
    assert search(DECK, query)[0].family == family


@pytest.mark.parametrize("query", ["", "   ", "kwkwkw", "💛", "0" * 100_000, "a " * 50_000])
def test_nonsense_is_answered_with_nothing_or_little(query: str) -> None:
    assert len(search(DECK, query, 5)) <= 5


@pytest.mark.parametrize(
    ("word", "told"), [("szalwii", "szalw"), ("szalwia", "szalw"), ("mgla", "mgl"), ("mgle", "mgl"), ("dab", "dab")]
)
def test_an_ending_is_taken_off_unless_too_little_is_left(word: str, told: str) -> None:
    assert stem(word) == told
