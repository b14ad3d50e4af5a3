"""A sheet photographed from aside comes out square, in its true proportion."""

import math

import numpy as np
import pytest
from PIL import Image, ImageDraw

from rooms.exchange.straightening import straightened
from rooms.fault import Fault

PHOTO = (1600, 1200)
SQUARE = [(100.0, 100.0), (500.0, 100.0), (500.0, 500.0), (100.0, 500.0)]


def seen(width: float, height: float, tilt: float, turn: float, focal: float = 1300.0) -> list[tuple[float, float]]:
    """The corners, in pixels of a photo, of a sheet (any unit) tilted away and turned before a camera, degrees."""
    a, b = math.radians(tilt), math.radians(turn)
    about_x = np.array([[1, 0, 0], [0, math.cos(a), -math.sin(a)], [0, math.sin(a), math.cos(a)]])
    about_y = np.array([[math.cos(b), 0, math.sin(b)], [0, 1, 0], [-math.sin(b), 0, math.cos(b)]])
    corners = []
    for x, y in [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]:
        point = about_y @ about_x @ np.array([x * width, y * height, 0.0]) + np.array([0, 0, 2.2 * max(width, height)])
        corners.append((PHOTO[0] / 2 + focal * point[0] / point[2], PHOTO[1] / 2 + focal * point[1] / point[2]))
    return corners


@pytest.mark.parametrize(("width", "height"), [(297, 210), (210, 297), (300, 300), (400, 100)])
@pytest.mark.parametrize(("tilt", "turn"), [(25, 20), (-30, 15), (20, -35), (40, 10)])
def test_a_sheet_keeps_its_true_proportion(width: float, height: float, tilt: float, turn: float) -> None:
    size = straightened(Image.new("RGB", PHOTO), seen(width, height, tilt, turn)).size
    assert size[0] / size[1] == pytest.approx(width / height, rel=0.01)


def test_a_sheet_seen_from_above_keeps_its_size() -> None:
    assert straightened(Image.new("RGB", PHOTO), [(100, 100), (700, 100), (700, 500), (100, 500)]).size == (600, 400)


def test_a_mark_on_the_sheet_comes_to_its_place() -> None:
    corners = seen(300, 200, 25, 20)
    photo = Image.new("RGB", PHOTO, "white")
    middle = _crossing(corners)
    ImageDraw.Draw(photo).ellipse([middle[0] - 8, middle[1] - 8, middle[0] + 8, middle[1] + 8], fill="black")
    flat = np.asarray(straightened(photo, corners).convert("L"))
    dark = np.argwhere(flat < 128)
    assert dark.mean(axis=0) == pytest.approx([flat.shape[0] / 2, flat.shape[1] / 2], abs=3)


def _crossing(corners: list[tuple[float, float]]) -> tuple[float, float]:
    """Where the diagonals meet, which is the image of the sheet's middle."""
    a, b, c, d = (np.array([*corner, 1.0]) for corner in corners)
    crossing = np.cross(np.cross(a, c), np.cross(b, d))
    return float(crossing[0] / crossing[2]), float(crossing[1] / crossing[2])


def test_what_lies_outside_the_photo_is_white() -> None:
    flat = straightened(Image.new("RGB", PHOTO, "black"), [(-400, -400), (800, -400), (800, 600), (-400, 600)])
    assert flat.getpixel((5, 5)) == (255, 255, 255)


def test_a_large_sheet_is_brought_down() -> None:
    assert max(straightened(Image.new("RGB", (6000, 100)), [(0, 0), (6000, 0), (6000, 90), (0, 90)]).size) == 3000


@pytest.mark.parametrize(
    "corners",
    [
        SQUARE[:3],
        [*SQUARE, (1.0, 1.0)],
        SQUARE[::-1],
        [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]],
        [*SQUARE[:3], (400.0, 200.0)],
        [SQUARE[0], SQUARE[0], *SQUARE[2:]],
        [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)],
        [*SQUARE[:3], (math.nan, 500.0)],
        [*SQUARE[:3], (math.inf, 500.0)],
        [*SQUARE[:3], (-1e300, 500.0)],
    ],
)
def test_corners_that_are_no_sheet_are_refused(corners: list[tuple[float, float]]) -> None:
    with pytest.raises(Fault, match="not a quadrilateral"):
        straightened(Image.new("RGB", PHOTO), corners)
