"""What is known of the starting photos beforehand: one tap takes a whole wall, and its paint turns into the new one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from configurator.photos import finding, known, painting, starts
from samples.photo import repainting

WALLS = {
    "kitchen": {"left": ([300, 400], [40, 100], [540, 200]), "back": ([600, 230], [1000, 420], [1150, 90])},
    "living": {"left": ([250, 300], [60, 95], [520, 400]), "right": ([620, 220], [880, 250], [1180, 300])},
    "bedroom": {"left": ([600, 250], [60, 100], [230, 400]), "right": ([780, 350], [700, 450], [1000, 100])},
}
THINGS = {
    "kitchen": ([300, 220], [560, 400], [750, 300], [600, 60], [900, 260], [1000, 200], [300, 650]),
    "living": ([400, 300], [543, 260], [700, 500], [500, 700], [600, 100], [951, 480], [410, 433]),
    "bedroom": ([430, 290], [420, 480], [640, 450], [780, 220], [980, 300], [1050, 600], [600, 40]),
}


def marked(start: str | None, *taps: list[int], **marks: Any) -> Any:
    blank = {"id": "a", "keep": [], "lines": [], "brush": [], "paint": None, "old": None, "slot": "wall"}
    return known.with_known(start, [{**blank, "taps": [*taps], **marks}])[0]


def found(start: str, wall: Any, places: Any) -> list[bool]:
    mask = finding.mask_of(finding.ready(starts.picture(start).jpeg), wall)
    return [bool(mask[y, x] > 127) for x, y in places]


@pytest.mark.parametrize(("start", "name"), [(start, name) for start, walls in WALLS.items() for name in walls])
def test_one_tap_anywhere_takes_the_whole_wall_and_nothing_else(start: str, name: str) -> None:
    on_wall = WALLS[start][name]
    others = [place for other, places in WALLS[start].items() if other != name for place in places]
    for tap in on_wall:
        assert all(found(start, marked(start, tap), on_wall))
        assert not any(found(start, marked(start, tap), [*others, *THINGS[start]]))


def test_a_known_wall_is_corrected_by_every_mark() -> None:
    low, high, line = [250, 550], [250, 200], [[[0, 400], [1199, 400]]]
    rubbed = [{"wall": False, "points": [[220, 300], [280, 300]], "width": 30}]
    assert found("living", marked("living", low, lines=line), [low, high]) == [True, False]
    assert found("living", marked("living", low, brush=rubbed), [low, [250, 300]]) == [True, False]
    assert found("living", marked("living", low, keep=[[250, 150]]), [low, [250, 150]]) == [True, False]
    assert found("living", marked("living", low, [860, 540]), [low, [860, 540]]) == [True, True]


@pytest.mark.parametrize(("start", "is_near"), [*((start, False) for start in WALLS), (None, True)])
def test_only_the_walls_of_starting_photos_have_a_known_paint(start: str | None, is_near: bool) -> None:
    on_floor = [650, 880]
    assert painting.is_approximate(marked(start, [600, 230])) is is_near
    assert painting.is_approximate(marked(start, on_floor))


@pytest.mark.parametrize(
    ("code", "traced"),
    [("f4f1ea", (237, 228, 211)), ("cfc6b8", (201, 186, 166)), ("2f4256", (43, 60, 79)), ("c9795a", (199, 105, 75))],
)
def test_a_kitchen_wall_comes_out_as_light_followed_in_that_paint_has_it(code: str, traced: Any) -> None:
    """`traced`: the left wall's median in the same room rendered with the paint on both of its walls."""
    photo, masks = finding.ready(starts.picture("kitchen").jpeg), starts.walls("kitchen")
    old = repainting.told_paint(starts.paint("kitchen") or "")
    painted = repainting.repaint_all(photo.pixels, [(mask, old, f"#{code}") for mask in masks])
    assert np.abs(np.median(painted[masks[0] > 250], axis=0) - traced).max() < 18
