"""Joints of tiles: each pattern covers the surface with tiles of the right size."""

from __future__ import annotations

import math
from typing import Any

import pytest
import shapely

from rooms.drawing.tile_lines import tile_lines
from rooms.fields import TILE
from rooms.tiling.patterns import PATTERNS

FLOOR = shapely.box(0, 0, 3000, 2400)


def tile(pattern: str, width: int = 300, height: int = 100, joint: int = 0) -> dict[str, Any]:
    return {"size": [width, height], "joint": joint, "tint": "#cccccc", "pattern": pattern}


def pieces(pattern: str, **sizes: int) -> list[shapely.Polygon]:
    """The tiles that the joints cut out, whole ones and cut ones."""
    lines = tile_lines(FLOOR, tile(pattern, **sizes), (0, 0))
    edges = shapely.union_all([lines, FLOOR.boundary], grid_size=1e-6)
    return list(shapely.get_parts(shapely.polygonize([edges])))


def test_every_pattern_of_the_document_can_be_drawn() -> None:
    assert set(PATTERNS) == set(TILE["pattern"]["of"])


@pytest.mark.parametrize("pattern", ["straight", "half", "third", "diagonal", "herringbone"])
def test_no_piece_is_larger_than_a_tile(pattern: str) -> None:
    assert max(piece.area for piece in pieces(pattern)) == pytest.approx(300 * 100)


@pytest.mark.parametrize("pattern", ["straight", "half", "third", "diagonal", "herringbone"])
def test_most_of_the_floor_is_whole_tiles(pattern: str) -> None:
    whole = [piece for piece in pieces(pattern) if piece.area == pytest.approx(300 * 100)]
    assert sum(piece.area for piece in whole) > 0.75 * FLOOR.area


def test_hexagons_are_as_wide_as_the_tile_from_flat_to_flat() -> None:
    assert max(piece.area for piece in pieces("hexagon")) == pytest.approx(math.sqrt(3) / 2 * 300**2)


def test_the_first_tile_stands_at_the_origin() -> None:
    assert shapely.box(0, 0, 300, 100).equals(min(pieces("straight"), key=lambda piece: piece.bounds))


def test_the_joint_widens_the_pitch() -> None:
    assert max(piece.area for piece in pieces("straight", joint=3)) == pytest.approx(303 * 103)


def test_rows_of_a_half_bond_are_moved_by_half_a_tile() -> None:
    second_row = [piece.bounds[0] for piece in pieces("half") if piece.bounds[1] == 100 and piece.area > 29_000]
    assert min(second_row) == 150


def test_too_many_tiles_are_not_drawn() -> None:
    assert tile_lines(FLOOR, tile("straight", width=10, height=10), (0, 0)).is_empty
