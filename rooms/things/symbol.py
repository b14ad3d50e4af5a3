"""How a thing is drawn: its symbol in the plan and its view from the front, as paths painted in order.

A plan symbol lies in the thing's own frame (x right, y down), which is the frame of SVG. A front view has x to the
right and y = -z, so the underside stands on y = 0. Paths hold absolute M, L, A, Q, C and Z in whole mm. A kind that
draws no symbol of its own is shown by its parts, the far ones first, so that near ones cover what they hide.
The browser's twin is `static/js/plan/symbol.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rooms.kinds import Kind
from rooms.things.parts import outlined, parts_of
from rooms.things.view import FRONT, TOP, Command, View, Way, polygon, rectangle, ring_path, seen
from rooms.vocabulary.entries import STROKES, Entry, Fields, drawn
from rooms.vocabulary.forms import Part, Size, Stretch

SHADED = frozenset({"glass", "mirror", "screen", "black", "water"})


@dataclass(frozen=True)
class Stroke:
    """A path `d` in whole mm, its weight (outline, detail, hidden) and its fill (None, paper, shade, ink)."""

    d: str
    weight: str
    fill: str | None


@lru_cache(maxsize=2048)
def symbol_of(kind: Kind, size: Size) -> tuple[Stroke, ...]:
    """The plan symbol in the thing's own frame: x right, y down, mm."""
    return tuple(_strokes(kind, size, kind.symbol, TOP))


@lru_cache(maxsize=2048)
def elevation_symbol_of(kind: Kind, size: Size) -> tuple[Stroke, ...]:
    """The view from the front: x right, y = -z, mm, the underside on y = 0."""
    return tuple(_strokes(kind, size, kind.front, FRONT))


def _strokes(kind: Kind, size: Size, entries: Sequence[Any], view: View) -> Iterator[Stroke]:
    built = kind.nearest(size)
    stretch = Stretch(built, size)
    for entry in drawn(entries, STROKES, kind.scope(built), f"kinds/{kind.name}/{view.name}"):
        if entry.word == "parts":
            yield from _part_strokes(kind, size, view)
        else:
            yield _stroke(entry, stretch, view)


def _part_strokes(kind: Kind, size: Size, view: View) -> Iterator[Stroke]:
    parts = sorted(parts_of(kind, size), key=view.nearness)
    for part in parts:
        fill = "shade" if part.material in SHADED else "paper"
        for place, way in enumerate(seen(part, view)):
            yield Stroke(_written(way), "detail" if place else _weight(part, size, view), None if place else fill)


def _weight(part: Part, size: Size, view: View) -> str:
    """Outline for a part that covers most of the view."""
    (left, low), (right, high) = view.bounds(part)
    whole = size[view.across] * size[view.along]
    return "outline" if 2 * (right - left) * (high - low) >= whole else "detail"


def _stroke(entry: Entry, stretch: Stretch, view: View) -> Stroke:
    way = [view.stretched(command, stretch) for command in WAYS[entry.word](entry.fields)]
    return Stroke(_written(view.placed(way)), entry.fields["weight"], entry.fields.get("fill"))


def _written(way: Way) -> str:
    return " ".join(" ".join((command[0], *map(str, command[1:]))) for command in way)


def _rect(fields: Fields) -> Way:
    (x, y), (width, height) = fields["at"], fields["size"]
    return rectangle(x, y, x + width, y + height, fields["round"])


def _circle(fields: Fields) -> Way:
    x, y = fields["at"]
    return ring_path(x, y, fields["radius"], fields["radius"])


def _ellipse(fields: Fields) -> Way:
    (x, y), (along_x, along_y) = fields["at"], fields["radii"]
    return ring_path(x, y, along_x, along_y)


def _line(fields: Fields) -> Way:
    return polygon(fields["points"], closed=False)


def _outline(fields: Fields) -> Way:
    return polygon(outlined(fields["points"]), closed=True)


def _path(fields: Fields) -> Way:
    return [_command(command) for command in fields["d"]]


def _command(command: list[Any]) -> Command:
    """An arc is written ["A", radius x, radius y, large, sweep, x, y]: ellipses here are never turned."""
    if command[0] == "A":
        letter, along_x, along_y, large, sweep, x, y = command
        return letter, along_x, along_y, 0, large, sweep, x, y
    return tuple(command)


WAYS: Mapping[str, Callable[[Fields], Way]] = {
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "outline": _outline,
    "path": _path,
}
