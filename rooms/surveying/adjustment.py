"""Least squares over the corners of a measured room, with every measurement in its turn left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rooms.surveying.measured import CROSSING_MM, Array, Measured, tape_mm

ROUNDS = 12
STILL_MM = 0.05
UNKNOWN = 1e-6
"""The weight, 1/mm, that keeps a corner of which nothing is known where it was drawn."""
SHARP = 50.0
"""The weight, 1/mm, that holds a direction exactly."""


@dataclass(frozen=True)
class Adjusted:
    """One solution for each row of `left_out`; row 0 leaves nothing out, row k leaves out measurement k - 1.

    Measurements are the walls in order, then the checks. `corners` (h, n, 2), `lengths` (h, k) of walls and checks as
    solved, `spread` (h, k) their standard deviations, `misfit` (h,) the weighted square sums, `freedom` how many
    measurements there are more than needed, `backwards` (h,) whether a wall has turned about.
    """

    corners: Array
    lengths: Array
    misfit: Array
    freedom: float
    backwards: Array
    normal: Array

    def spread_across(self, start: int, end: int) -> Array:
        """Standard deviation of the length between two corners, mm, (h,)."""
        rows = _rows(self.corners, np.array([start]), np.array([end]))[0]
        squared = np.einsum("hki,hij,hkj->h", rows, np.linalg.inv(self.normal), rows)
        return np.asarray(np.sqrt(np.maximum(squared, 0.0)))

    def reliability(self, measured: Measured, check: tuple[int, int], wrong_mm: float) -> tuple[Array, Array]:
        """With one more check: what each wall, wrong by so much, adds to the square sum, (n,), and what of that would
        be left if another wall were blamed, (n, n)."""
        starts, ends = _chords(measured)
        rows = _rows(self.corners[:1], np.append(starts, check[0]), np.append(ends, check[1]))[0][0]
        weight = np.append(_weights(measured)[0], 1 / tape_mm(float(self.across(*check)[0]), CROSSING_MM)) ** 2
        normal = self.normal[0] + weight[-1] * np.outer(rows[-1], rows[-1])
        walls = slice(0, len(measured.walls))
        left = -(rows[walls] @ np.linalg.solve(normal, rows[walls].T)) * weight[walls, None] * weight[None, walls]
        left[np.diag_indices_from(left)] += weight[walls]
        own = np.maximum(np.diag(left), 1e-12)
        noticed = wrong_mm**2 * own
        return noticed, np.maximum(noticed[:, None] * (1 - left**2 / np.outer(own, own)), 0.0)

    def across(self, start: int, end: int) -> Array:
        """The length between two corners, mm, (h,)."""
        gap = self.corners[:, end] - self.corners[:, start]
        return np.asarray(np.hypot(gap[:, 0], gap[:, 1]))


def adjusted(measured: Measured, *, sharp: bool = False) -> Adjusted:
    """Every solution at once, by Gauss and Newton; `sharp` holds the drawn directions exactly.

    Unknown are the corners but the first, which lies at 0, 0. Observed are the lengths of walls and checks, and that
    each wall strays from its direction by nothing.
    """
    starts, ends = _chords(measured)
    told = np.array([*measured.lengths, *(check.mm for check in measured.checks)], dtype=float)
    weights = _weights(measured)
    side_weights = np.full(len(measured.walls), SHARP) if sharp else 1 / measured.sideways_mm
    sides = _side_rows(measured)
    corners = np.repeat(walked(measured)[None], len(weights), axis=0)
    for _round in range(ROUNDS):
        rows, lengths = _rows(corners, starts, ends)
        pull = np.concatenate([told - lengths, -(_flat(corners) @ sides.T)], axis=1)
        design = np.concatenate([rows, np.broadcast_to(sides, (len(weights), *sides.shape))], axis=1)
        weight = (
            np.concatenate([weights, np.broadcast_to(side_weights, (len(weights), len(side_weights)))], axis=1) ** 2
        )
        normal = np.einsum("hki,hk,hkj->hij", design, weight, design) + UNKNOWN**2 * np.eye(sides.shape[1])
        step = np.linalg.solve(normal, np.einsum("hki,hk->hi", design, weight * pull)[..., None])[..., 0]
        corners[:, 1:] += step.reshape(len(weights), -1, 2)
        if np.abs(step).max() < STILL_MM:
            break
    rows, lengths = _rows(corners, starts, ends)
    pull = np.concatenate([told - lengths, -(_flat(corners) @ sides.T)], axis=1)
    leverage = np.einsum("ki,ij,kj->k", design[0], np.linalg.inv(normal[0]), design[0]) * weight[0]
    walls = np.roll(corners, -1, axis=1) - corners
    return Adjusted(
        corners,
        lengths,
        misfit=(weight * pull**2).sum(axis=1),
        freedom=float((weight[0] > 0).sum() - leverage.sum()),
        backwards=((walls * measured.ways).sum(axis=2) < 0).any(axis=1),
        normal=normal,
    )


def walked(measured: Measured) -> Array:
    """The corners as measured, the gap at the end dealt out evenly, (n, 2)."""
    walk = measured.ways * measured.lengths[:, None]
    walk = walk - walk.mean(axis=0)
    return np.concatenate([np.zeros((1, 2)), np.cumsum(walk, axis=0)[:-1]])


def _chords(measured: Measured) -> tuple[np.ndarray, np.ndarray]:
    """The corners at which walls and checks begin and end."""
    walls = np.arange(len(measured.walls))
    starts = [*walls, *(check.start for check in measured.checks)]
    ends = [*np.roll(walls, -1), *(check.end for check in measured.checks)]
    return np.array(starts), np.array(ends)


def _weights(measured: Measured) -> Array:
    """One over the standard deviation of every measurement, (h, k): row k without measurement k - 1."""
    walls = [1 / tape_mm(mm) if mm else 0.0 for mm in measured.walls]
    whole = np.array([*walls, *(1 / tape_mm(check.mm, CROSSING_MM) for check in measured.checks)])
    return np.concatenate([whole[None], whole * (1 - np.eye(len(whole)))])


def _rows(corners: Array, starts: np.ndarray, ends: np.ndarray) -> tuple[Array, Array]:
    """How each length changes with the corners but the first, (h, k, 2(n - 1)), and the lengths, (h, k)."""
    gaps = corners[:, ends] - corners[:, starts]
    lengths = np.hypot(gaps[..., 0], gaps[..., 1])
    units = gaps / np.maximum(lengths, 1.0)[..., None]
    touch = np.zeros((len(starts), corners.shape[1]))
    touch[np.arange(len(starts)), ends] += 1
    touch[np.arange(len(starts)), starts] -= 1
    rows = units[:, :, None, :] * touch[None, :, 1:, None]
    return rows.reshape(*rows.shape[:2], -1), lengths


def _side_rows(measured: Measured) -> Array:
    """How far each wall strays from its direction, linear in the corners but the first, (n, 2(n - 1))."""
    many = len(measured.walls)
    touch = np.roll(np.eye(many), 1, axis=1) - np.eye(many)
    across = np.stack([-measured.ways[:, 1], measured.ways[:, 0]], axis=1)
    rows = touch[:, 1:, None] * across[:, None, :]
    return np.asarray(rows.reshape(many, -1))


def _flat(corners: Array) -> Array:
    return corners[:, 1:].reshape(len(corners), -1)
