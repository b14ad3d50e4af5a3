"""What is known of the starting photos beforehand: one tap takes a whole wall, and its paint turns into the new one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from configurator.photos import finding, known, painting, starts
from samples.colour.srgb import from_hex, to_linear
from samples.demo import demo_deck

WALLS = {
    "kitchen": {"left": ([300, 90], [40, 60], [580, 210]), "back": ([870, 250], [1150, 500], [660, 230])},
    "living": {"left": ([230, 300], [60, 90], [500, 550]), "right": ([920, 220], [1000, 560], [1190, 300])},
    "bedroom": {"left": ([600, 200], [20, 600], [660, 480]), "right": ([790, 300], [1150, 510], [770, 85])},
}
THINGS = {
    "kitchen": ([800, 60], [960, 300], [440, 300], [1500, 400]),
    "living": ([760, 330], [1020, 360], [860, 540], [400, 560], [600, 100], [1019, 500]),
    "bedroom": ([360, 250], [350, 480], [640, 450], [740, 170], [1000, 250], [1050, 600]),
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
    low, high, line = [230, 600], [230, 200], [[[0, 400], [1199, 400]]]
    rubbed = [{"wall": False, "points": [[200, 300], [260, 300]], "width": 30}]
    assert found("living", marked("living", low, lines=line), [low, high]) == [True, False]
    assert found("living", marked("living", low, brush=rubbed), [low, [230, 300]]) == [True, False]
    assert found("living", marked("living", low, keep=[[230, 150]]), [low, [230, 150]]) == [True, False]
    assert found("living", marked("living", low, [860, 540]), [low, [860, 540]]) == [True, True]


@pytest.mark.parametrize(("start", "is_near"), [("kitchen", True), ("living", False), ("bedroom", False), (None, True)])
def test_only_the_walls_of_drawn_starting_photos_have_a_known_paint(start: str | None, is_near: bool) -> None:
    on_floor = [650, 750]
    assert painting.is_approximate(marked(start, [600, 200])) is is_near
    assert painting.is_approximate(marked(start, on_floor))


@pytest.mark.parametrize("code", ["ZK-0418", "ZK-0172"])
def test_a_greige_and_a_rose_read_so_on_a_wall_that_was_terracotta(code: str) -> None:
    """The room's light is a little warm: the wall is darker than the chip in all channels nearly alike."""
    deck, photo = demo_deck(), finding.ready(starts.picture("living").jpeg)
    wall = marked("living", [920, 220], paint=code)
    shown = np.median(painting.painted(photo, [wall], deck)[finding.mask_of(photo, wall) > 200], axis=0)
    darker = to_linear(shown / 255) / to_linear(from_hex(deck.hex_of(code) or ""))
    assert darker.max() < 1.3 * darker.min()
