"""Two parts from one tile, against a cutter that tries every place, every turn and every pairing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.tiling import offcuts
from rooms.tiling.matching import FREE, most_pairs
from rooms.tiling.offcuts import pairs_of

Part = tuple[int, int, int, int]
"""Left, low, right, high, in squares of the tile."""
SQUARE_MM = 100


def ring(width: int, height: int) -> tuple[tuple[float, float], ...]:
    return (0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height))


def most_by_trying(size: tuple[int, int], parts: Sequence[Part], reuse: Literal["oriented", "turned"]) -> int:
    """The most pairs, by brute force over squares."""
    places = [list(_places(size, part, reuse)) for part in parts]
    fits = {
        (a, b)
        for a, b in combinations(range(len(parts)), 2)
        if any(not one & other for one in places[a] for other in places[b])
    }
    return _most(tuple(range(len(parts))), fits)


def _places(size: tuple[int, int], part: Part, reuse: str) -> Iterator[frozenset[tuple[int, int]]]:
    turns = 1 if reuse == "oriented" else 2
    for turn in range(turns * (2 if reuse == "turned" and size[0] == size[1] else 1)):
        quarter = turn if size[0] == size[1] else 2 * turn
        for dx in range(-part[0], size[0] - part[2] + 1):
            for dy in range(-part[1], size[1] - part[3] + 1):
                held = (dx == 0 or (part[0] > 0 and part[2] < size[0])) and (
                    dy == 0 or (part[1] > 0 and part[3] < size[1])
                )
                if held:
                    squares = {(x + dx, y + dy) for x in range(part[0], part[2]) for y in range(part[1], part[3])}
                    yield frozenset(_turned(square, size, quarter) for square in squares)


def _turned(square: tuple[int, int], size: tuple[int, int], quarters: int) -> tuple[int, int]:
    x, y = square
    for _each in range(quarters if size[0] == size[1] else 0):
        x, y = size[1] - 1 - y, x
    if size[0] != size[1] and quarters == 2:
        x, y = size[0] - 1 - x, size[1] - 1 - y
    return x, y


def _most(free: tuple[int, ...], fits: set[tuple[int, int]]) -> int:
    if len(free) < 2:
        return 0
    first, rest = free[0], free[1:]
    paired = [1 + _most(tuple(x for x in rest if x != other), fits) for other in rest if (first, other) in fits]
    return max([_most(rest, fits), *paired])


@st.composite
def cuttings(draw: st.DrawFn) -> tuple[tuple[int, int], list[Part]]:
    size = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    part = st.builds(
        lambda x, y, w, h: (x % size[0], y % size[1], min(x % size[0] + w, size[0]), min(y % size[1] + h, size[1])),
        *[st.integers(0, 3)] * 2,
        *[st.integers(1, 4)] * 2,
    )
    return size, draw(st.lists(part, min_size=2, max_size=7))


@settings(max_examples=150, deadline=None)
@given(cuttings(), st.sampled_from(("oriented", "turned")))
def test_no_cutter_gets_more_out_of_the_tiles(
    cutting: tuple[tuple[int, int], list[Part]], reuse: Literal["oriented", "turned"]
) -> None:
    size, parts = cutting
    shapes = [shapely.box(*(SQUARE_MM * value for value in part)) for part in parts]
    blank = ring(*(SQUARE_MM * side for side in size))
    assert pairs_of(blank, shapes, reuse) == most_by_trying(size, parts, reuse)


@settings(max_examples=60, deadline=None)
@given(cuttings(), st.sampled_from(("oriented", "turned")))
def test_first_fit_never_takes_more_pairs_than_there_are_and_at_least_half(
    cutting: tuple[tuple[int, int], list[Part]], reuse: Literal["oriented", "turned"]
) -> None:
    size, parts = cutting
    shapes = [shapely.box(*(SQUARE_MM * value for value in part)) for part in parts]
    blank = shapely.Polygon(ring(*(SQUARE_MM * side for side in size)))
    kinds = offcuts._kinds(blank, shapes, reuse)
    made = offcuts._first_fit(kinds, offcuts._fitting(kinds, blank.area, 0.0))
    most = most_by_trying(size, parts, reuse)
    assert made <= most <= 2 * made


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 9), st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20))
def test_no_choice_of_pairs_is_larger(count: int, edges: set[tuple[int, int]]) -> None:
    fits = {(min(a, b), max(a, b)) for a, b in edges if a != b and max(a, b) < count}
    beside = [[b for b in range(count) if (min(a, b), max(a, b)) in fits] for a in range(count)]
    mate = most_pairs(beside)
    assert all(other == FREE or (mate[other] == one and other in beside[one]) for one, other in enumerate(mate))
    assert sum(other != FREE for other in mate) // 2 == _most(tuple(range(count)), fits)


@pytest.mark.parametrize(("kerf_mm", "pairs"), [(0, 1), (3, 0)])
def test_a_saws_kerf_can_cost_a_tile(kerf_mm: int, pairs: int) -> None:
    halves = [shapely.box(0, 0, 150, 300), shapely.box(150, 0, 300, 300)]
    assert pairs_of(ring(300, 300), halves, "oriented", kerf_mm) == pairs
