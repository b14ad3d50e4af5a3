"""Where a room's ceiling ends: the one long line across the upper half of a photo, found though white meets white.

A step of colour too faint for any pixel is plain when it is averaged along a straight line. The line is then followed
from column to column (dynamic programming over height and direction): it may bend, hide behind a lamp for a while and
leave through the top, and what lies above it should be plain.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from samples.photo.edges import Grid, smoothed

DIRECTIONS = range(-5, 6)
"""Sixteenths of a half-turn: from 56° up to 56° down."""
DOUBLINGS = 5
"""A step is averaged along 2⁵ pixels, of the halved picture."""
AWAY = (-6, -4, -2, 2, 4, 6)
"""Where colours are taken across the line; their trend on either side is shading, not a step."""
LIGHTNESS = 0.35
FAINTEST, MOST = 1.0, 1.5
"""ΔE: a line gains where its step is above the one, and no more than up to the other: length counts, not contrast."""
DISBELIEF = 0.5
"""How much more a line must show, per tap on the wall that has already been above it."""
BEND, DENT = 3.0, 9.0
"""What a bend costs, and a bend towards the ceiling, which a room of four walls does not have, on top of it."""
CLUTTER = 0.01
"""What an edge above the line costs, per pixel and unit of the logarithm of its steepness."""
MOST_CLUTTER = 0.4
"""And no more than that: a lamp may hang there."""
CREST, MOST_CREST = 0.03, 10.0
"""What each ΔE of the step adds, so that the line follows the crest of a broad one."""
BUSY, HIDDEN = 1.0, -0.2
"""Beside a line there is plain wall and plain ceiling; the busier it is (mean of that logarithm), the less is seen."""
LOWEST = 0.5
"""Of the picture's height: a ceiling does not come lower."""
SNAP, STAY, SLIDE, MOST_EDGE = 9, 0.03, 1.0, 6.0
"""Pixels that the line moves to an edge; what each of them costs, and each change; the most that an edge gains."""
STRIDE = 4
LEAST_PX = 64
"""A picture with a shorter side shows no ceiling."""
NEVER = -1e6
NONE = -1


class Ceiling:
    """A Lab picture (rows, columns, 3) and its steepness, made ready once, and asked by the taps on the wall."""

    def __init__(self, lab: Grid, steep: Grid) -> None:
        self._columns = lab.shape[1]
        self._first: NDArray[np.float64] | None = None
        if min(lab.shape[:2]) < LEAST_PX:
            return
        edge = np.log(np.maximum(1, _halved(steep[..., None])))
        step, busy = _steps(np.concatenate([_halved(lab) * np.array([LIGHTNESS, 1, 1], np.float32), edge], axis=2))
        seen = np.minimum(step, MOST) + CREST * np.minimum(step, MOST_CREST) - FAINTEST
        self._edge = _level_edges(lab)
        clutter = np.minimum(CLUTTER * np.cumsum(edge[..., 0], axis=0), MOST_CLUTTER)
        self._gain = seen + (HIDDEN - seen) * np.minimum(busy / BUSY, 1) - clutter
        self._first = self._line([], 0)

    def line(self, wall: Iterable[tuple[int, int]]) -> NDArray[np.float64]:
        """The height (y) of the line in each column, above every tap (x, y) on the wall; negative: no ceiling seen."""
        if self._first is None:
            return np.full(self._columns, float(NONE))
        taps = [(x // 2, y // 2) for x, y in wall]
        first = self._first
        above = sum(bool(y <= first[min(x, len(first) - 1)]) for x, y in taps)
        found = self._line(taps, above)
        rough = np.interp(np.arange(self._columns), np.arange(len(found)) * 2 + 0.5, found * 2 + 0.5)
        return np.where(rough < 1, rough, _snapped(rough, self._edge))

    def _line(self, taps: list[tuple[int, int]], above: int) -> NDArray[np.float64]:
        _, rows, columns = self._gain.shape
        limit = np.full(columns, int(rows * LOWEST))
        for x, y in taps:
            near = slice(max(0, x - STRIDE), x + STRIDE + 1)
            limit[near] = np.minimum(limit[near], y - 2)
        at = np.arange(STRIDE // 2, columns, STRIDE)
        gain: Grid = (self._gain[:, :, at] - FAINTEST * DISBELIEF * above).astype(np.float32)
        for column, middle in enumerate(at):
            lowest = limit[max(0, middle - STRIDE // 2) : middle + STRIDE // 2 + 1].min()
            gain[:, max(0, lowest) :, column] = NEVER
        return np.interp(np.arange(columns), at, _best_path(np.moveaxis(gain, 2, 0)))


def _level_edges(lab: Grid) -> Grid:
    """How steeply the colour changes from each pixel to what lies above it."""
    down = np.abs(np.diff(smoothed(lab), axis=0, prepend=lab[:1])).sum(axis=2)
    found: Grid = np.minimum(down, MOST_EDGE)
    return found


def _snapped(rough: NDArray[np.float64], edge: Grid) -> NDArray[np.float64]:
    """The line moved, by at most SNAP pixels, to the edge that it runs along; by dynamic programming again."""
    offsets = np.arange(-SNAP, SNAP + 1)
    rows = np.clip(np.rint(rough).astype(np.intp)[:, None] + offsets, 0, len(edge) - 1)
    gain = edge[rows, np.arange(len(rough))[:, None]] - STAY * np.abs(offsets)
    score, came = gain[0], np.empty((len(rough), len(offsets)), np.intp)
    for column in range(1, len(rough)):
        padded = np.pad(score, 1, constant_values=NEVER)
        moves = np.stack([padded[1:-1], padded[:-2] - SLIDE, padded[2:] - SLIDE])
        best = moves.argmax(axis=0)
        came[column] = np.array([0, -1, 1])[best]
        score = moves[best, np.arange(len(offsets))] + gain[column]
    at, found = int(score.argmax()), np.empty(len(rough))
    for column in range(len(rough) - 1, -1, -1):
        found[column] = rough[column] + offsets[at]
        at += int(came[column, at]) if column else 0
    return found


def _halved(values: Grid) -> Grid:
    rows, columns = values.shape[0] // 2, values.shape[1] // 2
    halves: Grid = values[: 2 * rows, : 2 * columns].reshape(rows, 2, columns, 2, -1).mean(axis=(1, 3))
    return halves


def _steps(values: Grid) -> tuple[Grid, Grid]:
    """How large a step of colour crosses a long line through each pixel, and how busy it is beside it.

    Of colours and a busyness (rows, columns, 4); directions, rows, columns.
    """
    found, busy = (np.empty((len(DIRECTIONS), *values.shape[:2]), np.float32) for _ in range(2))
    for place, direction in enumerate(DIRECTIONS):
        angle = math.pi * direction / 16
        down, across = math.sin(angle), math.cos(angle)
        run = _between(_moved(values, 0, 1), values)
        for doubling in range(1, DOUBLINGS):
            reach = 2 ** (doubling - 1)
            shift = round(down * reach), round(across * reach)
            run = _between(_moved(run, *shift), _moved(run, -shift[0], -shift[1]))
        one3, one2, one1, other1, other2, other3 = (
            _moved(run, round(across * far), round(-down * far)) for far in AWAY
        )
        trend = (4 * other1 + other2 - 2 * other3 - 4 * one1 - one2 + 2 * one3) / 3
        plain = (other1 + other2 - one1 - one2) / 2
        step = np.where(np.abs(trend) < np.abs(plain), trend, plain) * (np.sign(trend) == np.sign(plain))
        found[place] = np.sqrt((step[..., :3] ** 2).sum(axis=2))
        busy[place] = (one2[..., 3] + other2[..., 3]) / 2
    return found, busy


def _between(one: Grid, other: Grid) -> Grid:
    return (one + other) * np.float32(0.5)


def _moved(values: Grid, down: int, across: int) -> Grid:
    """The picture's value so many pixels further down and across; the border repeats."""
    for axis, by in ((0, down), (1, across)):
        rest, border = (values[by:], values[-1:]) if axis == 0 else (values[:, by:], values[:, -1:])
        if by < 0:
            rest, border = (values[:by], values[:1]) if axis == 0 else (values[:, :by], values[:, :1])
        parts = [rest, np.repeat(border, abs(by), axis=axis)]
        values = np.concatenate(parts if by > 0 else parts[::-1], axis=axis) if by else values
    return values


def _best_path(gain: Grid) -> NDArray[np.float64]:
    """The height with the greatest sum of gains less bends, column by column, of gains (columns, directions, rows)."""
    columns, directions, rows = gain.shape
    turn = np.subtract.outer(DIRECTIONS, DIRECTIONS)
    cost = (BEND / 2 * np.minimum(np.abs(turn), 2) + DENT * (turn >= 2)).astype(np.float32)
    fall = [round(STRIDE * math.tan(math.pi * direction / 16)) for direction in DIRECTIONS]
    score, none = gain[0], 0.0
    came: list[tuple[NDArray[np.intp], NDArray[np.bool_], tuple[int, int] | None]] = []
    for column in range(1, columns):
        turned = score[None] - cost[:, :, None]
        before = turned.argmax(axis=1)
        best = np.take_along_axis(turned, before[:, None], axis=1)[:, 0]
        score, entered = np.full_like(best, 2 * NEVER), np.zeros((directions, rows), bool)
        left, leaver = none, None
        for direction, down in enumerate(fall):
            if down >= 0:
                score[direction, down:] = best[direction, : rows - down]
                entered[direction, :down] = True
                score[direction, :down] = none
                continue
            score[direction, :down] = best[direction, -down:]
            out = int(best[direction, :-down].argmax())
            if best[direction, out] > left:
                left, leaver = float(best[direction, out]), (direction, out)
        score, none = score + gain[column], left
        came.append((before, entered, leaver))
    return _traced(score, none, came, fall)


def _traced(
    score: Grid,
    none: float,
    came: list[tuple[NDArray[np.intp], NDArray[np.bool_], tuple[int, int] | None]],
    fall: list[int],
) -> NDArray[np.float64]:
    path = np.full(len(came) + 1, float(NONE))
    direction, y = (int(place) for place in np.unravel_index(score.argmax(), score.shape))
    at = (direction, y) if score[direction, y] > none else None
    for column in range(len(came), -1, -1):
        if at is not None:
            path[column] = at[1]
        if column == 0:
            break
        before, entered, leaver = came[column - 1]
        if at is None:
            at = leaver if leaver is None else (int(before[leaver]), leaver[1])
        elif entered[at]:
            at = None
        else:
            higher = at[1] - fall[at[0]]
            at = int(before[at[0], higher]), higher
    return path
