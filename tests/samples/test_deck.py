"""Fan decks."""

import json

import pytest

from samples.deck import Deck
from samples.fault import Fault
from samples.paint import make_paint

WHITE = make_paint("1", "Biała", "White", (97, 0, 2))
SAGE = make_paint("2", "Szałwia", "Sage", (72, -9, 10))
DECK = Deck("own", "Nasz", "Ours", (WHITE, SAGE))


def test_a_paint_is_found_by_its_code() -> None:
    assert (DECK["2"], DECK.get("2"), DECK.get("3")) == (SAGE, SAGE, None)
    assert "2" in DECK
    assert "3" not in DECK


def test_an_unknown_code_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        DECK["3"]


def test_families_come_in_the_order_of_a_deck() -> None:
    assert list(Deck("own", "Nasz", "Ours", (SAGE, WHITE)).families.items()) == [
        ("white", (WHITE,)),
        ("green", (SAGE,)),
    ]


def test_the_same_code_twice_is_refused_with_both_places() -> None:
    with pytest.raises(Fault) as refused:
        Deck("own", "Nasz", "Ours", (WHITE, SAGE, WHITE))
    assert (refused.value.path, refused.value.reason) == ("paints/2/code", "code_twice")
    assert refused.value.detail == {"code": "1", "first": 0}


def test_the_browsers_data_holds_the_true_colour_in_hundredths() -> None:
    data = json.loads(json.dumps(DECK.as_data()))
    assert data["paints"][1] == ["2", "Szałwia", "Sage", "#a7b59e", 7200, -900, 1000, "B", 2, 1, 2]


def test_an_empty_deck_is_a_deck() -> None:
    empty = Deck("own", "Nasz", "Ours", ())
    assert (len(empty), empty.labs.shape, dict(empty.families)) == (0, (0, 3), {})
