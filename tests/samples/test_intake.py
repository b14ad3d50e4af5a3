"""A retailer's colours becoming a deck."""

import numpy as np
import pytest

from samples.colour.arrays import Lab
from samples.colour.difference import delta_e
from samples.deck import Deck
from samples.demo import demo_deck
from samples.intake import intake, twins
from samples.paint import make_paint
from samples.swatch import Swatch

GREY: Lab = (50, 0, 0)


def _swatch(code: str = "", name: str = "Szary", lab: Lab = GREY, **told: str) -> Swatch:
    return Swatch("row 2", name, lab, code, told=told)


def test_of_two_with_one_code_the_first_enters_and_the_second_is_told() -> None:
    taken = intake([_swatch("1", "Pierwszy"), _swatch("1", "Drugi")], "own", "Nasz")
    assert [paint.name_pl for paint in taken.deck] == ["Pierwszy"]
    assert [(fault.path, fault.reason) for fault in taken.faults] == [("row 2/code", "code_twice")]


@pytest.mark.parametrize(
    ("swatch", "path"),
    [
        (_swatch("1", lab=(120, 0, 0)), "row 2/lab/L"),
        (_swatch("x" * 99), "row 2/code"),
        (_swatch("1", name="x" * 999), "row 2/name_pl"),
        (_swatch("1", base="Z"), "row 2/base"),
        (_swatch("1", coats="dwie"), "row 2/coats"),
        (_swatch("1", hiding="7"), "row 2/hiding"),
    ],
)
def test_a_colour_that_cannot_enter_is_told_with_its_place_and_the_others_enter(swatch: Swatch, path: str) -> None:
    taken = intake([_swatch("0"), swatch, _swatch("2")], "own", "Nasz")
    assert [paint.code for paint in taken.deck] == ["0", "2"]
    assert [fault.path for fault in taken.faults] == [path]


def test_what_the_file_tells_enters_the_deck() -> None:
    swatch = _swatch("1", name_en="Grey", base="b", coats="3", hiding="2", price_group="4")
    paint = intake([swatch], "own", "Nasz").deck["1"]
    assert (paint.name_en, paint.base, paint.coats, paint.hiding, paint.price_group) == ("Grey", "B", 3, 2, 4)


def test_colours_without_codes_are_numbered_and_counted() -> None:
    taken = intake([_swatch(), _swatch(name="Inny", lab=(60, 0, 0))], "own", "Nasz")
    assert ([paint.code for paint in taken.deck], taken.coded) == (["0001", "0002"], 2)


def test_a_code_before_every_name_is_the_code() -> None:
    taken = intake([_swatch(name="K1 Szary"), _swatch(name="K2 Inny szary")], "own", "Nasz")
    assert [(paint.code, paint.name_pl) for paint in taken.deck] == [("K1", "Szary"), ("K2", "Inny szary")]


def test_pairs_that_the_eye_cannot_tell_are_found_as_by_measuring_all() -> None:
    random = np.random.default_rng(8)
    labs = random.uniform([20, -40, -40], [90, 40, 40], (300, 3))
    labs = np.concatenate([labs, labs[:40] + random.normal(0, 0.2, (40, 3))])
    deck = Deck("x", "x", "x", tuple(make_paint(str(i), "x", "x", tuple(lab)) for i, lab in enumerate(labs)))
    every = delta_e(deck.labs[:, None], deck.labs[None])
    wanted = {(str(i), str(j)) for i, j in np.argwhere(every < 0.3).tolist() if i < j}
    assert {(pair.first.code, pair.second.code) for pair in twins(deck)} == wanted
    assert wanted


def test_the_demonstration_deck_has_no_twins() -> None:
    assert twins(demo_deck()) == ()


def test_an_absurd_deck_of_one_colour_is_answered() -> None:
    taken = intake((_swatch(str(number)) for number in range(3000)), "own", "Nasz")
    assert len(taken.twins) == 1000
