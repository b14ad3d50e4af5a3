"""Names made for colours."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samples import naming
from samples.colour.oklab import linear_to_oklab
from samples.colour.srgb import from_hex, to_linear
from samples.naming import Gender, agree, name_all

VOCABULARY: dict[str, Any] = json.loads(Path(naming.__file__).with_name("names.json").read_text("utf-8"))
THINGS = [thing for group in VOCABULARY["nouns"].values() for thing in group]
ENDINGS = {"m": "yi", "f": "a", "n": "e", "pl": "e"}


@pytest.mark.parametrize(
    ("adjective", "gender", "agreeing"),
    [
        ("poranny", "m", "poranny"),
        ("poranny", "f", "poranna"),
        ("poranny", "n", "poranne"),
        ("letni", "f", "letnia"),
        ("letni", "pl", "letnie"),
        ("górski", "f", "górska"),
        ("górski", "n", "górskie"),
        ("głęboki", "f", "głęboka"),
        ("pachnący", "f", "pachnąca"),
    ],
)
def test_an_adjective_agrees_with_its_noun(adjective: str, gender: Gender, agreeing: str) -> None:
    assert agree(adjective, gender) == agreeing


def test_every_adjective_ends_as_its_gender_wants() -> None:
    for adjective, *_ in VOCABULARY["adjectives"]:
        for gender in ("m", "f", "n", "pl"):
            assert agree(adjective, gender)[-1] in ENDINGS[gender]


def test_no_thing_and_no_word_stands_twice() -> None:
    words = [*VOCABULARY["adjectives"], *VOCABULARY["phrases"]]
    for names in (
        [thing[0] for thing in THINGS],
        [thing[2] for thing in THINGS],
        [w[0] for w in words],
        [w[1] for w in words],
    ):
        assert len(set(names)) == len(names)


def test_every_thing_has_a_gender_and_a_colour() -> None:
    for pl, gender, en, hex_ in THINGS:
        assert gender in ENDINGS
        assert re.fullmatch("#[0-9a-f]{6}", hex_)
        assert pl.strip()
        assert en.strip()


def test_every_word_suits_things_that_there_are() -> None:
    for _, _, kinds, lighter, purer in [*VOCABULARY["adjectives"], *VOCABULARY["phrases"]]:
        assert set(kinds) <= set(VOCABULARY["nouns"])
        assert abs(lighter) <= 0.2
        assert 0.5 <= purer <= 1.2


def test_a_colour_is_named_after_a_thing_of_that_colour() -> None:
    brick, snow = (linear_to_oklab(to_linear(from_hex(hex_))) for hex_ in ("#a8523f", "#f7f9fa"))
    assert name_all([brick, snow]) == [("Cegła", "Brick"), ("Śnieg", "Snow")]


def test_one_colour_many_times_gets_many_names() -> None:
    names = name_all(np.tile(linear_to_oklab(to_linear(from_hex("#a7b59e"))), (40, 1)))
    assert len({pl for pl, _ in names}) == len({en for _, en in names}) == 40
