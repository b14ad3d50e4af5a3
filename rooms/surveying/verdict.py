"""What the measurements of a room say together: closed or not, who is suspected, and what to measure next."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, sqrt

import numpy as np

from rooms.surveying.adjustment import Adjusted, adjusted, walked
from rooms.surveying.deciding import deciding, first_check, loosest
from rooms.surveying.measured import Measured, tape_mm
from rooms.walls.vector import Vector

AGREES_Z, FITS_Z = 2.326, 3.09
"""Of a hundred good measurings one is called bad; of a thousand wrong single lengths one is called two wrong ones."""
AS_GOOD = 6.0
"""Two explanations whose square sums differ by less (a likelihood ratio below 20) are not told apart."""
KNOWN_MM = 60.0
"""A wall that may be off by more (standard deviation) is not known."""
LEAST_FREEDOM = 0.5
LEAST_WRONG_MM = 10.0
CLOSED_MM = 0.5


@dataclass(frozen=True)
class Suspect:
    """A measurement that may be the wrong one: a wall, or a check (`is_check`), by its place among them.

    It was told as `told_mm` and would have to be about `wanted_mm`; `misfit` is what the others disagree then.
    """

    place: int
    is_check: bool
    told_mm: int
    wanted_mm: int
    misfit: float

    @property
    def off_mm(self) -> int:
        """How much too long it was told, mm; less than nothing: too short."""
        return self.told_mm - self.wanted_mm


@dataclass(frozen=True)
class Verdict:
    """`agrees` is None as long as nothing checks anything. `gap` is the misclosure in mm, `tolerance_mm` how large it
    might be in its direction; both None while a wall is unmeasured or the angles are unknown.

    `suspects` come likeliest first; the first `rivals` of them explain everything equally well, so that one rival is
    named and two or more are undecided. `is_several`: no single wrong length explains it. `unknown` are the walls that
    follow from nothing. `next_check` is the one length across, as two corners, that tells most now, and `corners` the
    room, whole mm from its first corner, when everything is known and agrees.
    """

    agrees: bool | None
    gap: Vector | None
    tolerance_mm: float | None
    suspects: tuple[Suspect, ...]
    rivals: int
    is_several: bool
    unknown: tuple[int, ...]
    next_check: tuple[int, int] | None
    corners: tuple[tuple[int, int], ...] | None

    @property
    def gap_mm(self) -> int | None:
        return None if self.gap is None else round(hypot(*self.gap))

    @property
    def is_decided(self) -> bool:
        return self.rivals == 1


def judge(measured: Measured) -> Verdict:
    """Weigh everything measured of a room of three walls or more."""
    solved = adjusted(measured)
    unknown = _unknown(measured, solved)
    agrees = _agrees(solved)
    if agrees is False:
        return _contradiction(measured, solved, unknown)
    next_check = first_check(measured, solved) if measured.keeps_corners else loosest(measured, solved)
    corners = None if unknown else _corners(measured)
    return Verdict(agrees, measured.misclosure(), tolerance_mm(measured), (), 0, False, unknown, next_check, corners)


def tolerance_mm(measured: Measured) -> float | None:
    """How large the misclosure may be in its own direction before the walls are said not to close, mm.

    By propagation: every wall adds its own error along itself and its stray across.
    """
    gap = measured.misclosure()
    if gap is None:
        return None
    along, across = measured.ways, measured.ways[:, ::-1] * (-1, 1)
    told = np.array([tape_mm(long) for long in measured.lengths])
    spread = np.einsum("k,ki,kj->ij", told**2, along, along)
    spread += np.einsum("k,ki,kj->ij", measured.sideways_mm**2, across, across)
    size = hypot(*gap)
    way = np.array(gap) / size if size else np.array((1.0, 0.0))
    return sqrt(_chi_square(2.0, AGREES_Z) / float(way @ np.linalg.solve(spread, way)))


def _agrees(solved: Adjusted) -> bool | None:
    if solved.freedom < LEAST_FREEDOM:
        return None
    return float(solved.misfit[0]) <= _chi_square(solved.freedom, AGREES_Z)


def _contradiction(measured: Measured, solved: Adjusted, unknown: tuple[int, ...]) -> Verdict:
    suspects = _suspects(measured, solved)
    best = suspects[0].misfit if suspects else float(solved.misfit[0])
    rivals = sum(one.misfit <= best + AS_GOOD for one in suspects)
    is_several = best > _chi_square(max(solved.freedom - 1, 0.2), FITS_Z)
    rows = [1 + one.place + (len(measured.walls) if one.is_check else 0) for one in suspects[:rivals]]
    next_check = deciding(measured, solved, rows) if rivals > 1 else None
    return Verdict(
        False,
        measured.misclosure(),
        tolerance_mm(measured),
        suspects,
        rivals,
        is_several,
        unknown,
        next_check,
        None,
    )


def _suspects(measured: Measured, solved: Adjusted) -> tuple[Suspect, ...]:
    """Every measurement by how well the others agree without it; of two alike the longer, harder to measure, first."""
    told = [*measured.walls, *(check.mm for check in measured.checks)]
    found = [
        Suspect(
            place if place < len(measured.walls) else place - len(measured.walls),
            place >= len(measured.walls),
            mm,
            round(float(solved.lengths[place + 1, place])),
            round(float(solved.misfit[place + 1]), 3),
        )
        for place, mm in enumerate(told)
        if mm and not solved.backwards[place + 1]
    ]
    wrong = [one for one in found if abs(one.off_mm) >= LEAST_WRONG_MM]
    return tuple(sorted(wrong, key=_likelier))


def _likelier(one: Suspect) -> tuple[float, int, float]:
    return round(one.misfit / AS_GOOD), -one.told_mm, one.misfit


def _unknown(measured: Measured, solved: Adjusted) -> tuple[int, ...]:
    """The walls that neither a tape nor the others tell."""
    many = len(measured.walls)
    return tuple(
        place
        for place, mm in enumerate(measured.walls)
        if mm is None and float(solved.spread_across(place, (place + 1) % many)[0]) > KNOWN_MM
    )


def _corners(measured: Measured) -> tuple[tuple[int, int], ...]:
    """The room with its error dealt out, in whole mm; walls along the page stay along it, wall 0 in any case.

    Walls that close have no error to deal out: they stay as told, whatever a check that agrees says of a mm.
    """
    closes = (gap := measured.misclosure()) is not None and hypot(*gap) < CLOSED_MM
    solved = walked(measured) if closes else adjusted(measured, sharp=measured.keeps_corners).corners[0]
    if not measured.keeps_corners:
        way, wanted = solved[1] / np.hypot(*solved[1]), measured.ways[0]
        cos, sin = way @ wanted, way[0] * wanted[1] - way[1] * wanted[0]
        solved = solved @ np.array([[cos, sin], [-sin, cos]])
    xs, ys = _whole(solved[:, 0]), _whole(solved[:, 1])
    return tuple(zip(xs, ys, strict=True))


def _whole(stops: np.ndarray) -> list[int]:
    """Rounded, what is within half a mm of its neighbour like that."""
    order = np.argsort(stops)
    whole = [0] * len(stops)
    last: float | None = None
    held = 0
    for place in order:
        stop = float(stops[place])
        if last is None or stop - last > 0.5:
            held = round(stop)
        whole[place], last = held, stop
    return whole


def _chi_square(freedom: float, z: float) -> float:
    """The quantile of chi square, after E. B. Wilson and M. M. Hilferty, The distribution of chi-square, 1931."""
    share = 2 / (9 * freedom)
    return float(freedom * max(1 - share + z * share**0.5, 0.0) ** 3)
