"""A found room as somebody with a tape walks it: straight runs of wall from corner to corner, with their letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rooms.outline import Room
from rooms.outline.boundary import Edge
from rooms.outline.stretch import Face
from rooms.outline.wall_letters import letter_of, lettered
from rooms.walls.vector import Vector, across, dot, length, minus

STRAIGHT = 0.009
"""Two stretches whose directions differ by less (sine of half a degree) are one wall to a tape."""
FEWEST, MOST = 3, 24


@dataclass(frozen=True)
class Run:
    """A straight stretch between two corners. `key` keeps through changes of the plan, `name` is for people.

    A run along several walls in one line has several faces; one too short for a letter is named after its neighbours.
    """

    key: str
    name: str
    faces: tuple[Face, ...]
    start: Vector
    end: Vector

    @property
    def way(self) -> Vector:
        return minus(self.end, self.start)


def runs_of(room: Room) -> tuple[Run, ...] | None:
    """The runs clockwise from wall A; None where a wall is curved, or there are more than a person would measure."""
    edges = list(_outer(room.boundary))
    if not edges or any(not _is_straight(edge) for edge in edges):
        return None
    joined = _joined(edges)
    if not FEWEST <= len(joined) <= MOST:
        return None
    sides = lettered(room)
    letters = [_letters([letter_of(sides, edge.wall, edge.side) for edge in run]) for run in joined]
    first = letters.index("A") if "A" in letters else 0
    return _named(joined[first:] + joined[:first], letters[first:] + letters[:first])


def _outer(boundary: Sequence[Edge]) -> Iterator[Edge]:
    """The edges of the outer ring, which come first, up to where it closes."""
    for edge in boundary:
        yield edge
        if edge.points[-1] == boundary[0].points[0]:
            return


def _is_straight(edge: Edge) -> bool:
    way = minus(edge.points[-1], edge.points[0])
    return all(abs(across(way, minus(point, edge.points[0]))) <= length(way) for point in edge.points[1:-1])


def _joined(edges: Sequence[Edge]) -> list[list[Edge]]:
    runs: list[list[Edge]] = []
    for edge in edges:
        if runs and _goes_on(runs[-1][-1], edge):
            runs[-1].append(edge)
        else:
            runs.append([edge])
    if len(runs) > 1 and _goes_on(runs[-1][-1], runs[0][0]):
        runs[0] = runs.pop() + runs[0]
    return runs


def _goes_on(before: Edge, after: Edge) -> bool:
    one, other = (minus(edge.points[-1], edge.points[0]) for edge in (before, after))
    return dot(one, other) > 0 and abs(across(one, other)) < STRAIGHT * length(one) * length(other)


def _letters(letters: Sequence[str | None]) -> str:
    return "+".join(dict.fromkeys(letter for letter in letters if letter))


def _named(runs: Sequence[Sequence[Edge]], letters: Sequence[str]) -> tuple[Run, ...]:
    """Letters met twice are counted, and a jog is named by the walls that it lies between."""
    found: list[Run] = []
    for place, run in enumerate(runs):
        faces = tuple(dict.fromkeys((edge.wall, edge.side) for edge in run))
        again = sum(faces[0] in other.faces for other in found)
        name = letters[place] or "/".join(
            filter(None, (_nearest(letters[:place][::-1]), _nearest([*letters[place + 1 :], *letters[:place]])))
        )
        seen = sum(name in (other.name, other.name.split("·")[0]) for other in found)
        found.append(
            Run(
                key=".".join(faces[0]) + (f".{again}" if again else ""),
                name=f"{name}·{seen + 1}" if seen else name,
                faces=faces,
                start=run[0].points[0],
                end=run[-1].points[-1],
            )
        )
    return tuple(found)


def _nearest(letters: Sequence[str]) -> str:
    return next((letter for letter in letters if letter), "")
