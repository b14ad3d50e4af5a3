"""Skins of triangles: rings joined into lofts, grids into sheets, outlines cut into triangles."""

from __future__ import annotations

from collections.abc import Sequence

Spot = tuple[float, float, float]
Triangle = tuple[int, int, int]

ROUND = 0.4  # an edge looks round while the squared cosine of its bend is above this: up to 50 degrees


class Skin:
    """Vertices and triangles being gathered; triangles are counter-clockwise seen from outside."""

    def __init__(self) -> None:
        self.positions: list[Spot] = []
        self.triangles: list[Triangle] = []

    def loft(
        self,
        rings: Sequence[Sequence[Spot]],
        *,
        profile: Sequence[tuple[int, int]] | None = None,
        caps: Sequence[Triangle] | None = None,
        closed: bool = False,
        sharp: bool = True,
        soft: bool = False,
    ) -> None:
        """Join rings of equally many points, each running from x towards y as its axis runs towards z.

        `profile` tells where the rings bend (a half size and a height each); `caps` how the ends are cut, a fan
        otherwise; without `sharp` the side is round, and when `soft` the ends are round with it.
        """
        columns = _columns(max(rings, key=_extent)) if sharp else [(one, one) for one in range(len(rings[0]))]
        bands = len(rings) if closed else len(rings) - 1
        first = above = self._row(rings[0], columns)
        for band in range(bands):
            below = above
            upper = (band + 1) % len(rings)
            above = self._row(rings[upper], columns)
            self._band(below, above, columns)
            if band + 1 < bands and profile and not _is_round(profile, band):
                above = self._row(rings[upper], columns)
        if not closed:
            self._cap(first if soft else self._plain(rings[0]), caps, up=False)
            self._cap(above if soft else self._plain(rings[-1]), caps, up=True)

    def sheet(self, grid: Sequence[Sequence[Spot]], *, turned_over: bool) -> None:
        """A grid of quads, facing down (towards -z for rows along y) unless turned over."""
        start = len(self.positions)
        across = len(grid[0])
        self.positions.extend(spot for line in grid for spot in line)
        for row in range(len(grid) - 1):
            for column in range(across - 1):
                a = start + row * across + column
                corners = (a, a + 1, a + 1 + across, a + across)
                self._quad(*(corners[::-1] if turned_over else corners))

    def _row(self, ring: Sequence[Spot], columns: Sequence[tuple[int, int]]) -> list[int]:
        """The ring's vertices, two at a sharp point; the last of each point's columns opens the next side."""
        start = len(self.positions)
        for place, (arriving, leaving) in enumerate(columns):
            self.positions.extend([ring[place]] * (leaving - arriving + 1))
        return list(range(start, len(self.positions)))

    def _band(self, below: Sequence[int], above: Sequence[int], columns: Sequence[tuple[int, int]]) -> None:
        for place, (_, leaving) in enumerate(columns):
            arriving = columns[(place + 1) % len(columns)][0]
            self._quad(below[arriving], below[leaving], above[leaving], above[arriving])

    def _plain(self, ring: Sequence[Spot]) -> list[int]:
        start = len(self.positions)
        self.positions.extend(ring)
        return list(range(start, len(self.positions)))

    def _cap(self, row: Sequence[int], caps: Sequence[Triangle] | None, *, up: bool) -> None:
        for a, b, c in caps or [(0, place, place + 1) for place in range(1, len(row) - 1)]:
            self._triangle(row[a], row[c if up else b], row[b if up else c])

    def _quad(self, a: int, b: int, c: int, d: int) -> None:
        self._triangle(a, b, c)
        self._triangle(a, c, d)

    def _triangle(self, a: int, b: int, c: int) -> None:
        first, second, third = self.positions[a], self.positions[b], self.positions[c]
        if first not in (second, third) and second != third:
            self.triangles.append((a, b, c))


def triangulated(outline: Sequence[tuple[int, int]]) -> list[Triangle]:
    """An outline without crossings that runs from its first axis towards its second, cut into triangles by its ears."""
    left = list(range(len(outline)))
    found: list[Triangle] = []
    while len(left) > 3:
        ear = next((place for place in range(len(left)) if _is_ear(outline, left, place)), 0)
        found.append((left[ear - 1], left[ear], left[(ear + 1) % len(left)]))
        del left[ear]
    return [*found, (left[0], left[1], left[2])]


def _is_ear(outline: Sequence[tuple[int, int]], left: Sequence[int], place: int) -> bool:
    before, tip, after = (outline[left[(place + step) % len(left)]] for step in (-1, 0, 1))
    if _bend(before, tip, after) <= 0:
        return False
    others = (outline[one] for one in left if outline[one] not in (before, tip, after))
    return not any(
        _bend(before, tip, other) >= 0 and _bend(tip, after, other) >= 0 and _bend(after, before, other) >= 0
        for other in others
    )


def _bend(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _extent(ring: Sequence[Spot]) -> float:
    x, y, z = (max(spot[axis] for spot in ring) - min(spot[axis] for spot in ring) for axis in range(3))
    return x + y + z


def _columns(ring: Sequence[Spot]) -> list[tuple[int, int]]:
    """For each point the column where the side before it ends and the one where the side after it begins."""
    columns: list[tuple[int, int]] = []
    following = 0
    for place, spot in enumerate(ring):
        before, after = ring[place - 1], ring[(place + 1) % len(ring)]
        arriving = [spot[axis] - before[axis] for axis in range(3)]
        leaving = [after[axis] - spot[axis] for axis in range(3)]
        sharp = 0 if _bends_gently(arriving, leaving) else 1
        columns.append((following, following + sharp))
        following += 1 + sharp
    return columns


def _is_round(profile: Sequence[tuple[int, int]], band: int) -> bool:
    before, at, after = profile[band], profile[band + 1], profile[(band + 2) % len(profile)]
    return _bends_gently((at[0] - before[0], at[1] - before[1]), (after[0] - at[0], after[1] - at[1]))


def _bends_gently(arriving: Sequence[float], leaving: Sequence[float]) -> bool:
    along = _dot(arriving, leaving)
    return along > 0 and along * along > ROUND * _dot(arriving, arriving) * _dot(leaving, leaving)


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    total = 0.0
    for one, other in zip(a, b, strict=True):
        total += one * other
    return total
