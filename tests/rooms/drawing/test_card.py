"""The small picture: 4:3, without a word."""

from __future__ import annotations

import pytest

from rooms.drawing.card import draw_card
from tests.rooms.drawing.house import item, layer, numbers, paths, read, room, texts

SOFA = item("sofa", [2000, 460], [2100, 920, 820], tint="#aabbcc")


@pytest.mark.parametrize(("width", "depth"), [(5200, 4000), (1000, 1800), (6000, 1500)])
def test_a_card_is_four_to_three(width: int, depth: int) -> None:
    _x, _y, wide, high = numbers(read(draw_card(room(width, depth))), "viewBox")
    assert wide / high == pytest.approx(4 / 3, abs=1e-4)


def test_the_walls_stand_in_the_middle() -> None:
    x, y, wide, high = numbers(read(draw_card(room(5200, 4000))), "viewBox")
    assert (x + wide / 2, y + high / 2) == pytest.approx((2600, 2000), abs=0.1)


def test_a_card_has_no_words() -> None:
    assert texts(draw_card(room())) == []


def test_things_wear_their_own_colours() -> None:
    assert "#aabbcc" in draw_card(room(items={"i1": SOFA}))


def test_a_door_that_opens_outwards_is_within_the_picture() -> None:
    plan = room(openings={"o1": {"wall": "w3", "offset": 360, "width": 900, "opens": "left"}})
    _x, y, _wide, high = numbers(read(draw_card(plan)), "viewBox")
    assert y + high > 4120 + 800


def test_a_rug_casts_no_shadow() -> None:
    plan = room(items={"i1": item("rug", [2000, 2000], [2300, 1600, 14])})
    assert not [path for path in paths(layer(draw_card(plan), "item")) if path.get("fill") == "#000000"]


def test_an_unknown_kind_is_still_there() -> None:
    assert "M-500 -300" in draw_card(room(items={"i1": item("time_machine", [2000, 2000], [1000, 600, 900])}))
