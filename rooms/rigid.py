"""Rigid: the one move, turned and mirrored as need be, that brings the most lines of one drawing onto another's.

Points are complex numbers, lengths in mm. Pairs of like lines propose moves; a raster of the other drawing says
roughly how many lines each would bring home; the best few are fitted by least squares and counted exactly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.complex128]
Flags = NDArray[np.bool_]

ANCHORS = 12
FITTED = 24
MOST_MOVES = 20_000
AT_ONCE = 500_000
RASTER = 512


def best_fit(here: Points, there: Points, alike: Flags, *, enough: int, within_mm: float) -> dict[int, int]:
    """Which line here lies on which line there after the best move, or nothing when fewer than `enough` do.

    `here` is n lines by their two ends (n × 2), `there` m lines; only where `alike` (n × m) may one lie on another.
    `enough` must be half of n or of m at least: of a dozen lines of the smaller drawing, one then is a true anchor.
    """
    if not alike.size or min(np.count_nonzero(alike.any(axis=1)), np.count_nonzero(alike.any(axis=0))) < enough:
        return {}
    moves = _moves(here, there, _anchored(alike))
    rough = _rough_counts(moves, here, there, 2 * within_mm)
    best: dict[int, int] = {}
    for number in np.argsort(-rough, kind="stable")[:FITTED]:
        if rough[number] >= max(enough, len(best) + 1):
            best = max(best, _fitted(moves, int(number), here, there, alike, within_mm), key=len)
    return best if len(best) >= enough else {}


@dataclass(frozen=True)
class _Moves:
    """Moves by number: mirror at the x axis or not, turn about `source`, put that onto `target`."""

    mirrored: Flags
    turn: Points
    source: Points
    target: Points

    def carry(self, number: int | slice, points: Points) -> Points:
        """The points moved: by one move, in their shape; by a slice of moves, one row each."""
        mirrored, turn, source, target = (
            array[number] if isinstance(number, int) else array[number, None]
            for array in (self.mirrored, self.turn, self.source, self.target)
        )
        carried: Points = target + (np.where(mirrored, points.conj(), points) - source) * turn
        return carried


def _anchored(alike: Flags) -> NDArray[np.intp]:
    """Pairs of like lines for a dozen lines of the smaller drawing, the rarest to the commonest."""
    is_fewer_here = alike.shape[0] <= alike.shape[1]
    smaller = alike if is_fewer_here else alike.T
    counts = smaller.sum(axis=1)
    lines = np.argsort(counts, kind="stable")[np.count_nonzero(counts == 0) :]
    chosen = lines[np.unique(np.linspace(0, len(lines) - 1, ANCHORS).astype(int))]
    pairs = np.array([(line, other) for line in chosen for other in np.flatnonzero(smaller[line])])
    pairs = pairs if is_fewer_here else pairs[:, ::-1]
    return pairs[:: math.ceil(4 * len(pairs) / MOST_MOVES)]


def _moves(here: Points, there: Points, pairs: NDArray[np.intp]) -> _Moves:
    """Each pair either way round and either side up."""
    lines, onto = here[pairs[:, 0]], there[pairs[:, 1]]
    source = np.concatenate([lines, lines, lines.conj(), lines.conj()])
    target = np.concatenate([onto, onto[:, ::-1], onto, onto[:, ::-1]])
    mirrored = np.repeat([False, True], 2 * len(pairs))
    turn = (target[:, 1] - target[:, 0]) * (source[:, 1] - source[:, 0]).conj()
    size = np.abs(turn)
    return _Moves(mirrored, np.where(size > 0, turn / np.maximum(size, 1), 1), source.mean(axis=1), target.mean(axis=1))


def _rough_counts(moves: _Moves, here: Points, there: Points, near_mm: float) -> NDArray[np.intp]:
    """How many lines each move brings with their middle near to the middle of some line."""
    middles = there.mean(axis=1)
    corner = complex(middles.real.min(), middles.imag.min()) - 2 * complex(near_mm, near_mm)
    span = max(np.ptp(middles.real), np.ptp(middles.imag)) + 4 * near_mm
    cell = max(near_mm / 2, span / RASTER)
    raster = _raster(middles - corner, cell, math.ceil(span / cell) + 1, math.ceil(near_mm / cell))
    ours, step = here.mean(axis=1), max(1, AT_ONCE // len(here))
    parts = (moves.carry(slice(n, n + step), ours) for n in range(0, len(moves.turn), step))
    return np.concatenate([_hits(raster, (part - corner) / cell) for part in parts])


def _raster(points: Points, cell: float, size: int, reach: int) -> Flags:
    """A square of cells, those within reach of a point set."""
    raster = np.zeros((size, size), dtype=bool)
    for point in points / cell:
        column, row = int(point.real), int(point.imag)
        raster[max(row - reach, 0) : row + reach + 1, max(column - reach, 0) : column + reach + 1] = True
    return raster


def _hits(raster: Flags, cells: Points) -> NDArray[np.intp]:
    """How many points of each row fall on marked cells."""
    columns, rows = np.floor(cells.real), np.floor(cells.imag)
    inside = (columns >= 0) & (rows >= 0) & (columns < len(raster)) & (rows < len(raster))
    marked = raster[np.where(inside, rows, 0).astype(int), np.where(inside, columns, 0).astype(int)]
    counts: NDArray[np.intp] = (marked & inside).sum(axis=1)
    return counts


def _fitted(moves: _Moves, number: int, here: Points, there: Points, alike: Flags, within_mm: float) -> dict[int, int]:
    """The pairs of a move made better: by least squares over the lines it brings near."""
    carried = moves.carry(number, here)
    near = _near(carried, there, alike, 2 * within_mm)
    if not near:
        return {}
    lines, onto = carried[list(near)], there[list(near.values())]
    swapped = _apart(lines, onto) > _apart(lines, onto[:, ::-1])
    better = _moved(carried, lines.ravel(), np.where(swapped[:, None], onto[:, ::-1], onto).ravel())
    return _near(better, there, alike, within_mm)


def _moved(points: Points, source: Points, target: Points) -> Points:
    """The points, turned and moved as the source best comes onto the target (least squares)."""
    centre, onto = source.mean(), target.mean()
    turn = ((target - onto) * (source - centre).conj()).sum()
    moved: Points = onto + (points - centre) * (turn / abs(turn) if abs(turn) > 0 else 1)
    return moved


def _near(carried: Points, there: Points, alike: Flags, most_mm: float) -> dict[int, int]:
    """For each line the nearest like it, where both ends are that near."""
    found: dict[int, int] = {}
    for rows in np.array_split(np.arange(len(carried)), 1 + alike.size // AT_ONCE):
        lines = carried[rows][:, None]
        apart = np.where(alike[rows], np.minimum(_apart(lines, there), _apart(lines, there[:, ::-1])), np.inf)
        nearest = apart.argmin(axis=1)
        within = apart[np.arange(len(rows)), nearest] <= most_mm
        found |= {int(rows[row]): int(nearest[row]) for row in np.flatnonzero(within)}
    return found


def _apart(one: Points, other: Points) -> NDArray[np.float64]:
    """How far apart the farther ends are."""
    farthest: NDArray[np.float64] = np.maximum(*np.moveaxis(np.abs(one - other), -1, 0))
    return farthest
