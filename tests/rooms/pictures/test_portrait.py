"""A portrait shows the room from above in its own colours, cut open towards the viewer, on white paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rooms.pictures.portrait import View, portrait
from rooms.pictures.tile_joints import joint_strips
from rooms.plan import Plan
from rooms.scene import describe

ROOM = json.loads((Path(__file__).parents[2] / "cases/scene/room.json").read_text("utf-8"))["plan"]
PAINTS = {"sage": "#3f7f4f", "oak": "#c08040"}
SIZE = (120, 90)


def pixels(plan: dict[str, Any], **options: Any) -> np.ndarray:
    return np.asarray(portrait(Plan.read(plan), SIZE, PAINTS.get, **options)).astype(int)


@pytest.fixture(scope="module")
def room() -> np.ndarray:
    return pixels(ROOM)


def like(picture: np.ndarray, rgb: tuple[int, int, int]) -> np.ndarray:
    """Where the picture has the colour, brighter or darker."""
    share = picture / np.maximum(picture.sum(axis=2, keepdims=True), 1)
    return np.abs(share - np.array(rgb) / sum(rgb)).max(axis=2) < 0.03


def test_the_paper_is_white(room):
    assert room[0].min() == room[-1].min() == 255


def test_the_model_fills_the_picture_but_for_a_margin(room):
    seen = np.nonzero((room < 240).any(axis=2))
    assert min(seen[0].min(), seen[1].min()) <= 0.12 * SIZE[1]
    assert seen[0].min() >= 2
    assert seen[0].max() <= SIZE[1] - 3


def test_paints_have_their_own_colours(room):
    assert like(room, (0x3F, 0x7F, 0x4F)).sum() > 200
    assert like(room, (0xC0, 0x80, 0x40)).sum() > 400


def test_the_page_is_not_mirrored():
    """A red thing in the upper right corner of the plan is seen in the upper right of the picture."""
    thing = {"level": "l1", "kind": "wardrobe", "at": [3600, 450], "size": [600, 600, 2000], "tint": "#c01010"}
    rows, columns = np.nonzero(like(pixels(ROOM | {"items": {"i9": thing}}), (0xC0, 0x10, 0x10)))
    assert columns.mean() > SIZE[0] * 0.55
    assert rows.mean() < SIZE[1] * 0.55


def test_walls_are_cut_on_the_viewers_side_only():
    view = View.of(describe(Plan.read(ROOM), None, PAINTS.get), SIZE)
    assert view.cut in ({"w2", "w3"}, {"w3", "w4"})


def test_a_plan_of_several_levels_shows_the_one_with_the_largest_rooms():
    levels = ROOM["levels"] | {"l2": {"name": "", "elevation": 3000, "height": 2600}}
    assert (pixels(ROOM | {"levels": levels}) == pixels(ROOM)).all()
    assert (pixels(ROOM | {"levels": levels}, level="l2") == 255).all()


def test_an_empty_plan_is_plain_paper():
    assert (pixels(Plan.empty().document) == 255).all()


def test_joints_are_drawn_where_tiles_are_large_enough():
    scene = describe(Plan.read(ROOM), None, PAINTS.get)
    tiled = next(surface for surface in scene["surfaces"] if surface["tile"])
    strips = joint_strips(tiled, 4.0)
    assert strips is not None
    assert set(strips.positions[:, 0]) == {3938.0}  # 2 mm before the face at x = 3940
    assert joint_strips(tiled, 100.0) is None
    within_a_tile = {**tiled, "polygons": [[5.0, 5.0, 0.0, 9.0, 5.0, 0.0, 9.0, 9.0, 0.0]]}
    assert joint_strips(within_a_tile, 4.0) is None
