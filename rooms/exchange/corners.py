"""Wall ends that nearly touch, brought to one point, so that a corner is a corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor, isqrt

from rooms.entities import Point

LINKED_GAP_MM = 50
"""How far apart the ends may lie that a file calls joined."""

UNLINKED_GAP_MM = 10
"""How far apart ends may lie that nothing calls joined."""

LEAST_SINE = 0.1
"""Lines that cross at less than about six degrees have no crossing worth going to."""

End = tuple[int, int]
"""The number of a line, and 0 for where it begins or 1 for where it ends."""


@dataclass(frozen=True)
class Line:
    """A wall's centre line in mm, on a level; an arc never answers where lines cross."""

    level: str
    ends: tuple[Point, Point]
    straight: bool = True


@dataclass(frozen=True)
class Joined:
    """The lines in their order with ends brought together, how many moved, and links too long to follow."""

    lines: tuple[Line, ...]
    moved: tuple[End, ...]
    too_far: tuple[tuple[End, End], ...]


def join(lines: Sequence[Line], links: Iterable[tuple[End, End]]) -> Joined:
    """Bring together linked ends within LINKED_GAP_MM and any ends within UNLINKED_GAP_MM on the same level.

    Two straight lines meet where they cross; others where most of them end. A line is never joined to itself.
    """
    corners = _Corners(lines)
    too_far = [link for link in links if not corners.unite(*link, within=LINKED_GAP_MM)]
    for pair in _neighbours(lines):
        corners.unite(*pair, within=UNLINKED_GAP_MM)
    ends = {end: corner for group in corners.groups() for corner in [_meeting(lines, group)] for end in group}
    placed = [_placed(line, ends[number, 0], ends[number, 1]) for number, line in enumerate(lines)]
    moved = [end for end in ends if _at(placed, end) != _at(lines, end)]
    return Joined(tuple(placed), tuple(sorted(moved)), tuple(too_far))


class _Corners:
    """Which ends belong together: a forest of ends, where a tree never holds both ends of one line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._members: dict[End, list[End]] = {(n, side): [(n, side)] for n in range(len(lines)) for side in (0, 1)}
        self._numbers: dict[End, set[int]] = {end: {end[0]} for end in self._members}
        self._first: dict[End, End] = {end: end for end in self._members}

    def unite(self, one: End, other: End, *, within: int) -> bool:
        """Put the ends into one corner; False when they lie too far apart for that."""
        if _apart(_at(self._lines, one), _at(self._lines, other)) > within:
            return False
        kept, added = sorted((self._first[one], self._first[other]))
        if kept != added and not self._closes(kept, added):
            self._numbers[kept] |= self._numbers.pop(added)
            for end in self._members.pop(added):
                self._members[kept].append(end)
                self._first[end] = kept
        return True

    def groups(self) -> Iterator[list[End]]:
        for members in self._members.values():
            yield sorted(members)

    def _closes(self, kept: End, added: End) -> bool:
        """Both ends of one line, or ends that a chain of small gaps has carried too far."""
        anchor = _at(self._lines, kept)
        return not self._numbers[kept].isdisjoint(self._numbers[added]) or any(
            _apart(anchor, _at(self._lines, end)) > LINKED_GAP_MM for end in self._members[added]
        )


def _neighbours(lines: Sequence[Line]) -> Iterator[tuple[End, End]]:
    """Pairs of ends that lie in the same or neighbouring squares of a grid; one pair per end and square suffices."""
    squares: dict[tuple[str, int, int], End] = {}
    for number, line in enumerate(lines):
        for side in (0, 1):
            x, y = (value // UNLINKED_GAP_MM for value in line.ends[side])
            around = [(line.level, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
            for square in around:
                if square in squares:
                    yield squares[square], (number, side)
            squares.setdefault((line.level, x, y), (number, side))


def _meeting(lines: Sequence[Line], group: list[End]) -> Point:
    places = [_at(lines, end) for end in group]
    if len(set(places)) == 1:
        return places[0]
    crossing = _crossing(*(lines[number] for number, _ in group)) if len(group) == 2 else None
    if crossing and all(_apart(crossing, place) <= LINKED_GAP_MM for place in places):
        return crossing
    return Counter(places).most_common(1)[0][0]


def _crossing(one: Line, other: Line) -> Point | None:
    (ax, ay), (bx, by) = one.ends
    (cx, cy), (dx, dy) = other.ends
    px, py, qx, qy = bx - ax, by - ay, dx - cx, dy - cy
    sine = px * qy - py * qx
    lengths = (px * px + py * py) * (qx * qx + qy * qy)
    if not (one.straight and other.straight) or sine * sine <= LEAST_SINE**2 * lengths:
        return None
    share = ((cx - ax) * qy - (cy - ay) * qx) / sine
    return floor(ax + px * share + 0.5), floor(ay + py * share + 0.5)


def _placed(line: Line, a: Point, b: Point) -> Line:
    return line if a == b else Line(line.level, (a, b), line.straight)


def _at(lines: Sequence[Line], end: End) -> Point:
    return lines[end[0]].ends[end[1]]


def _apart(one: Point, other: Point) -> int:
    return isqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)
