"""A wall of a photo from taps."""

import numpy as np
import pytest

from samples.fault import Fault
from samples.photo.masking import Wall
from tests.samples.photo.rooms_in_code import FAR_TAP, HEIGHT, KEEP_TAP, WALL_TAP, WIDTH, inside, room


def _overlap(mask: np.ndarray, wanted: np.ndarray) -> float:
    return float(((mask > 127) & wanted).sum() / ((mask > 127) | wanted).sum())


def test_a_tap_at_each_end_finds_a_wall_that_differs_from_the_rest() -> None:
    assert _overlap(Wall(room()).mask([WALL_TAP, FAR_TAP]), inside()) > 0.95


def test_a_tap_on_what_must_stay_takes_it_out() -> None:
    mask = Wall(room("#eceae4")).mask([WALL_TAP, (110, 60)], [KEEP_TAP, (60, 5), (60, 80)])
    assert mask[KEEP_TAP[1], KEEP_TAP[0]] == 0
    assert _overlap(mask, inside()) > 0.9


def test_a_large_photo_gives_a_mask_of_its_own_size() -> None:
    large = room().repeat(8, axis=0).repeat(8, axis=1)
    mask = Wall(large).mask([(x * 8, y * 8) for x, y in (WALL_TAP, FAR_TAP)])
    assert _overlap(mask, inside().repeat(8, axis=0).repeat(8, axis=1)) > 0.95


def test_a_photo_of_one_colour_is_all_wall() -> None:
    assert (Wall(np.full((40, 40, 3), 200, np.uint8)).mask([(5, 5)]) == 255).all()


@pytest.mark.parametrize(
    ("wall", "keep", "path", "reason"),
    [
        ([], [], "wall", "no_wall"),
        ([WALL_TAP, (WIDTH, 0)], [], "wall/1", "outside_the_picture"),
        ([WALL_TAP], [(0, -1)], "keep/0", "outside_the_picture"),
        ([WALL_TAP], [(0, HEIGHT)], "keep/0", "outside_the_picture"),
    ],
)
def test_taps_that_cannot_be_are_told_with_their_place(
    wall: list[tuple[int, int]], keep: list[tuple[int, int]], path: str, reason: str
) -> None:
    with pytest.raises(Fault) as refused:
        Wall(room()).mask(wall, keep)
    assert (refused.value.path, refused.value.reason) == (path, reason)
