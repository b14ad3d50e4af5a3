"""The two neighbours of a colour that is not the one."""

from __future__ import annotations

from samples.colour.cie import lab_to_lch
from samples.demo import demo_deck
from samples.neighbours import neighbours


def test_one_neighbour_is_lighter_and_the_other_greyer() -> None:
    for code in ("ZK-0300", "ZK-0900", "ZK-1200"):
        paint = demo_deck()[code]
        found = dict(neighbours(demo_deck(), paint))
        assert found["lighter"].lab[0] > paint.lab[0] + 2
        assert lab_to_lch(found["greyer"].lab)[1] < lab_to_lch(paint.lab)[1] - 1


def test_nothing_is_lighter_or_greyer_than_white_so_two_others_are_offered() -> None:
    found = neighbours(demo_deck(), demo_deck()["ZK-0001"])
    assert [way for way, _paint in found] == ["darker", "stronger"]
