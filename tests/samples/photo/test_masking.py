"""A wall of a photo from taps."""

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from samples.fault import Fault
from samples.photo.job import Stroke
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


def test_the_last_stroke_of_brush_or_eraser_counts() -> None:
    strokes = [Stroke(True, ((10, 5), (60, 5)), 6), Stroke(False, ((30, 5),), 6)]
    mask = Wall(room()).mask([WALL_TAP, FAR_TAP], brush=strokes)
    assert mask[5, [15, 30, 50]].tolist() == [255, 0, 255]


WHITE = "#f4f4f0"
"""The ceiling of the room in code is of this colour, too."""


def test_a_line_keeps_a_white_wall_from_a_white_ceiling() -> None:
    ceiling = Wall(room(WHITE)).mask([WALL_TAP, FAR_TAP], [KEEP_TAP])[:15]
    fenced = Wall(room(WHITE)).mask([WALL_TAP, FAR_TAP], [KEEP_TAP], lines=[((0, 14), (119, 14))])
    assert (ceiling > 127).mean() > 0.3
    assert (fenced[:13] > 127).mean() == 0
    assert fenced[15, 10:60].min() == 255
    assert _overlap(fenced, inside()) > 0.9


def test_a_wall_crosses_a_line_that_has_taps_on_both_sides() -> None:
    mask = Wall(room(WHITE)).mask([WALL_TAP, FAR_TAP, (60, 4)], [KEEP_TAP], lines=[((0, 14), (119, 14))])
    assert (mask[:60] > 127).mean() > 0.8


def test_the_end_of_a_line_must_be_in_the_picture() -> None:
    with pytest.raises(Fault, match="lines/0/1: outside the picture"):
        Wall(room()).mask([WALL_TAP], lines=[((0, 0), (WIDTH, 0))])


def test_a_wall_ends_at_a_faint_line_in_noise_that_no_pixel_shows() -> None:
    noise = np.random.default_rng(7).normal(0, 2.5, (300, 400, 3))
    grey = np.full((300, 400, 3), 180.0)
    grey[:90] += (2.5, 2, -2)
    mask = Wall((grey + noise).round().clip(0, 255).astype(np.uint8)).mask([(200, 200)])
    assert (mask[:84] > 127).mean() < 0.1 < 0.9 < (mask[96:] > 127).mean()


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (40, 1), (7, 9)])
def test_the_smallest_pictures_are_all_wall(size: tuple[int, int]) -> None:
    assert (Wall(np.full((*size, 3), 255, np.uint8)).mask([(0, 0)]) == 255).all()


def test_a_skirting_board_of_nearly_the_walls_white_stays() -> None:
    wall, board = slice(0, 212), slice(212, 220)
    photo = np.full((240, 320, 3), 190.0)
    photo[board], photo[220:] = 204, (120, 80, 50)
    noise = np.random.default_rng(3).normal(0, 2, photo.shape)
    mask = Wall((photo + noise).round().clip(0, 255).astype(np.uint8)).mask([(160, 100)])
    assert (mask[board] > 127).mean() < 0.2 < 0.95 < (mask[wall] > 127).mean()


def test_a_further_tap_on_a_wall_takes_none_of_it_away() -> None:
    taps = [(30, 40), (105, 40), (60, 62), (112, 68)]
    found = [Wall(room()).mask(taps[:count]) > 127 for count in (2, 3, 4)]
    assert all((before & ~after).sum() == 0 for before, after in itertools.pairwise(found))


def test_a_tap_on_the_edge_of_a_shadow_means_the_wall_beside_it() -> None:
    photo = np.full((200, 280, 3), 190, np.uint8)
    photo[60:120, 80:200] = (40, 90, 70)
    photo[60:120, 200:206] = np.linspace(110, 180, 6)[None, :, None] * (1, 0.95, 0.85)
    assert (Wall(photo).mask([(204, 90)])[60:, :80] > 127).mean() > 0.9


LEAVES = np.random.default_rng(4).integers(0, 255, (30, 40, 3), np.uint8).repeat(4, axis=0).repeat(4, axis=1)


@pytest.mark.parametrize(
    ("photo", "tap", "wanted"),
    [
        (LEAVES, (80, 60), "patterned"),
        (room(), WALL_TAP, None),
        (room(), (60, 80), "low"),
        (room(), (60, 5), "high"),
        (room(), (82, 45), "apart"),
    ],
    ids=["leaves", "wall", "floor", "ceiling", "picture"],
)
def test_a_tap_is_doubted_where_no_wall_lies(
    photo: NDArray[np.uint8], tap: tuple[int, int], wanted: str | None
) -> None:
    wall = Wall(photo)
    assert wall.doubt(wall.mask([tap]), [tap]) == wanted
