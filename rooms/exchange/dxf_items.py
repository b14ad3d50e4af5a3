"""Blocks of a drawing as furniture: what their names say, turned with the back to the nearest wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

import shapely

from rooms.exchange.dxf_drawing import Block
from rooms.exchange.gathering import Gathering, in_place
from rooms.exchange.naming import ITEMS, OPENINGS
from rooms.fields import MOST_COORDINATE_MM
from rooms.kinds import KINDS
from rooms.kinds.kind import Kind
from rooms.walls import wall_solids
from rooms.walls.polygon import whole
from rooms.walls.vector import Vector


@dataclass(frozen=True)
class Pose:
    """One of the four ways to read a block's box: how it is turned, and its width and depth then."""

    turn_degrees: float
    width: float
    depth: float

    def back(self, middle: Vector) -> Vector:
        """The middle of its back."""
        turn = radians(self.turn_degrees)
        return middle[0] + sin(turn) * self.depth / 2, middle[1] - cos(turn) * self.depth / 2


def read_blocks(blocks: Sequence[Block], level: str, gathering: Gathering) -> None:
    """Gather the blocks whose names mean a kind of furniture; of doors and windows the walls have told already."""
    walls = shapely.MultiPolygon([shapely.Polygon(ring) for ring in wall_solids(gathering.plan, level).values()])
    for block in blocks:
        place = f"blocks/{in_place(block.name) or 'unnamed'}"
        measures = {"width": whole(block.size[0]), "depth": whole(block.size[1])}
        kind = ITEMS.by_name(block.name.replace("_", " "), measures)
        if kind is None and OPENINGS.by_name(block.name.replace("_", " "), measures):
            continue
        if kind is None or kind not in KINDS or max(map(abs, block.middle)) > MOST_COORDINATE_MM:
            gathering.note(place, "not_imported")
            continue
        _gather(block, KINDS[kind], place, level, walls, gathering)


def _gather(
    block: Block, kind: Kind, place: str, level: str, walls: shapely.MultiPolygon, gathering: Gathering
) -> None:
    pose = _pose(block, kind, walls)
    wanted = whole(pose.width), whole(pose.depth), kind.size[2]
    size = kind.nearest(wanted)
    if size != wanted:
        gathering.note(place, "size_changed")
    gathering.add(
        "items",
        place,
        {
            "level": level,
            "kind": kind.name,
            "at": [whole(value) for value in block.middle],
            "turn_mdeg": whole(pose.turn_degrees * 1000) % 360_000,
            "size": list(size),
            "elevation": kind.elevation,
        },
    )


def _pose(block: Block, kind: Kind, walls: shapely.MultiPolygon) -> Pose:
    """Of the turns whose proportions are most like the kind's, the one with its back nearest to a wall."""
    wide, deep = block.size
    poses = [Pose((block.turn_degrees + turn) % 360, *size) for turn, size in _turns(wide, deep)]
    usual = kind.size[0] / kind.size[1]
    return min(
        poses,
        key=lambda pose: (
            round(abs(_ratio(pose.width, pose.depth) / usual - 1), 2),
            shapely.Point(pose.back(block.middle)).distance(walls),
        ),
    )


def _turns(wide: float, deep: float) -> list[tuple[int, Vector]]:
    return [(0, (wide, deep)), (90, (deep, wide)), (180, (wide, deep)), (270, (deep, wide))]


def _ratio(one: float, other: float) -> float:
    return max(one, 1.0) / max(other, 1.0)
