"""Doors and windows of a scene: frames, leaves, panes and boards as boxes in the opening's own frame.

The frame: origin on the wall's centre line in the middle of the hole at its sill, x along the wall from a to b,
y to the wall's right, z up; mm. The browser's twin is `static/js/model/scene/joinery.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rooms.surfaces.woodwork import BOARD_OUT_MM, CASING_MM, FRAME_MM, MULLION_MM, SASH_DEPTH_MM, SASH_MM

Box = dict[str, Any]
Leaf = dict[str, Any]

CASING_DEPTH_MM = 12
LEAF_MM = 40
PANE_MM = 24
BOARD_MM = 25
RAIL_MM = 60
FULL_SWING_MDEG = 90_000


@dataclass(frozen=True)
class Hole:
    """A hole in a wall, mm.

    `inside` is 1 when its room lies to the wall's right, else -1; `towards` the same of where its leaves open.
    """

    kind: str
    width: int
    height: int
    thickness: int
    hinge: str
    towards: int
    inside: int


def joinery(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    """What stands still in the hole, and the leaves that turn about a pivot (closed as described)."""
    if (build := BUILDERS.get(hole.kind)) is None:
        return [], []
    boxes, leaves = build(hole)
    return _solid(boxes), [leaf | {"boxes": _solid(leaf["boxes"])} for leaf in leaves]


def _solid(boxes: Sequence[Box]) -> list[Box]:
    """The boxes for which the hole is large enough."""
    return [box for box in boxes if min(box["size"]) > 0]


def _door(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    clear = hole.width - 2 * FRAME_MM
    at_left = (hole.towards > 0) == (hole.hinge == "left")
    start = -clear // 2
    return _lining(hole), [_leaf(hole, start, clear, at_left=at_left)]


def _double_door(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    clear = hole.width - 2 * FRAME_MM
    half = clear // 2
    return _lining(hole), [
        _leaf(hole, -half, half, at_left=True),
        _leaf(hole, 0, half, at_left=False),
    ]


def _sliding_door(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    """A leaf that hangs before the wall and stands a third open."""
    side = hole.towards
    face = hole.thickness // 2 + CASING_DEPTH_MM + 8
    slid = hole.width // 3 * (1 if (side > 0) == (hole.hinge == "right") else -1)
    width, height = hole.width + 60, hole.height + 20
    low = face if side > 0 else -face - LEAF_MM
    handle = 70 - width // 2 if slid > 0 else width // 2 - 90
    boxes = [
        *_lining(hole),
        _box("front", slid - width // 2, low, 8, width, LEAF_MM, height),
        _box("metal", -hole.width, low + 5, height + 20, 2 * hole.width, 30, RAIL_MM // 2),
        _box("metal", handle + slid, low + LEAF_MM if side > 0 else low - 8, 950, 20, 8, 200),
    ]
    return boxes, []


def _folding_door(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    """Two halves, the second drawn as standing beside the first when open."""
    clear = hole.width - 2 * FRAME_MM
    at_left = (hole.towards > 0) == (hole.hinge == "left")
    half = clear // 2
    near = _leaf(hole, -half if at_left else 0, half, at_left=at_left, handle=False)
    far = _leaf(hole, 0 if at_left else -half, half, at_left=not at_left)
    return _lining(hole), [near, far]


def _window(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    return [*_glazing(hole, sashes=1), *_boards(hole)], []


def _double_window(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    return [*_glazing(hole, sashes=2), *_boards(hole)], []


def _french_window(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    return _glazing(hole, sashes=2 if hole.width >= 1200 else 1), []


def _roof_window(hole: Hole) -> tuple[list[Box], list[Leaf]]:
    return _glazing(hole, sashes=1), []


BUILDERS: Mapping[str, Callable[[Hole], tuple[list[Box], list[Leaf]]]] = {
    "door": _door,
    "double_door": _double_door,
    "sliding_door": _sliding_door,
    "folding_door": _folding_door,
    "window": _window,
    "double_window": _double_window,
    "french_window": _french_window,
    "roof_window": _roof_window,
}


def _lining(hole: Hole) -> list[Box]:
    """The lining through the wall and the casings on its two faces."""
    half, deep = hole.width // 2, hole.thickness
    upright = hole.height - FRAME_MM
    back = -(deep // 2)
    boxes = [
        _box("front", -half, back, 0, FRAME_MM, deep, upright),
        _box("front", hole.width - half - FRAME_MM, back, 0, FRAME_MM, deep, upright),
        _box("front", -half, back, upright, hole.width, deep, FRAME_MM),
    ]
    for low in (back - CASING_DEPTH_MM, back + deep):
        boxes += [
            _box("front", -half - CASING_MM + FRAME_MM, low, 0, CASING_MM, CASING_DEPTH_MM, upright),
            _box("front", hole.width - half - FRAME_MM, low, 0, CASING_MM, CASING_DEPTH_MM, upright),
            _box(
                "front", -half - CASING_MM + FRAME_MM, low, upright,
                hole.width + 2 * (CASING_MM - FRAME_MM), CASING_DEPTH_MM, CASING_MM,
            ),
        ]  # fmt: skip
    return boxes


def _leaf(hole: Hole, start: int, width: int, *, at_left: bool, handle: bool = True) -> Leaf:
    """A leaf over [start, start + width] of the hole, flush with the face that it opens to."""
    face = hole.thickness // 2
    low = face - LEAF_MM if hole.towards > 0 else -face
    boxes = [_box("front", start + 3, low, 8, width - 6, LEAF_MM, hole.height - FRAME_MM - 12)]
    if handle:
        grip = start + width - 180 if at_left else start + 60
        boxes += [
            _box("metal", grip, low - 45, 1040, 120, 14, 14),
            _box("metal", grip, low + LEAF_MM + 31, 1040, 120, 14, 14),
            _box("metal", grip + (106 if at_left else 0), low - 45, 1040, 14, LEAF_MM + 90, 14),
        ]
    pivot = start if at_left else start + width
    swing = FULL_SWING_MDEG * (1 if at_left == (hole.towards > 0) else -1)
    return {"pivot": [pivot, face if hole.towards > 0 else -face], "swing_mdeg": swing, "boxes": boxes}


def _glazing(hole: Hole, *, sashes: int) -> list[Box]:
    low = _sash_place(hole)
    half = hole.width // 2
    boxes = [
        _box("white", -half, low, 0, SASH_MM, SASH_DEPTH_MM, hole.height),
        _box("white", hole.width - half - SASH_MM, low, 0, SASH_MM, SASH_DEPTH_MM, hole.height),
        _box("white", -half + SASH_MM, low, 0, hole.width - 2 * SASH_MM, SASH_DEPTH_MM, SASH_MM),
        _box("white", -half + SASH_MM, low, hole.height - SASH_MM, hole.width - 2 * SASH_MM, SASH_DEPTH_MM, SASH_MM),
        _box("glass", -half + SASH_MM, low + (SASH_DEPTH_MM - PANE_MM) // 2, SASH_MM,
             hole.width - 2 * SASH_MM, PANE_MM, hole.height - 2 * SASH_MM),
    ]  # fmt: skip
    if sashes == 2:
        boxes.append(
            _box("white", -MULLION_MM // 2, low, SASH_MM, MULLION_MM, SASH_DEPTH_MM, hole.height - 2 * SASH_MM)
        )
    handle = -10 if sashes == 2 else hole.width - half - SASH_MM // 2 - 10
    boxes.append(
        _box("metal", handle, low + SASH_DEPTH_MM if hole.inside > 0 else low - 30, hole.height // 2 - 60, 20, 30, 120)
    )
    return boxes


def _sash_place(hole: Hole) -> int:
    """The lesser y of the frame: a third of the wall's depth in from the outer face."""
    free = hole.thickness - SASH_DEPTH_MM
    from_outside = free // 3 if free > 0 else free // 2
    outer = -hole.inside * (hole.thickness // 2)
    return outer + from_outside if hole.inside > 0 else outer - from_outside - SASH_DEPTH_MM


def _boards(hole: Hole) -> list[Box]:
    """The board inside, which stands out a little into the room, and the sheet outside."""
    low = _sash_place(hole)
    half, face = hole.width // 2, hole.thickness // 2
    if hole.inside > 0:
        inner, outer = (low + SASH_DEPTH_MM, face + BOARD_OUT_MM), (-face - BOARD_OUT_MM, low)
    else:
        inner, outer = (-face - BOARD_OUT_MM, low), (low + SASH_DEPTH_MM, face + BOARD_OUT_MM)
    within = (inner[0], face) if hole.inside > 0 else (-face, inner[1])
    lip = (face, inner[1]) if hole.inside > 0 else (inner[0], -face)
    return [
        _box("white", -half, within[0], 0, hole.width, within[1] - within[0], BOARD_MM),
        _box("white", -half - 40, lip[0], 0, hole.width + 80, lip[1] - lip[0], BOARD_MM),
        _box("metal", -half, outer[0], 0, hole.width, outer[1] - outer[0], 8),
    ]


def _box(material: str, x: int, y: int, z: int, width: int, depth: int, height: int) -> Box:
    return {"material": material, "at": [x, y, z], "size": [width, depth, height]}
