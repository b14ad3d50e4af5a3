"""What is written along a curved wall's face on plan: the length of its arc and its radius, which no chain can tell."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees

from rooms.drawing.dimensions import readable, top_of_letters
from rooms.drawing.lettering import Figures, text
from rooms.drawing.pen import Pen
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Svg
from rooms.surfaces import Face
from rooms.walls.vector import dot, moved

CAP = 1.8
"""Height of the letters in mm on paper."""
AWAY = 1.5
"""Between the face and the letters, in mm on paper."""
WIDE = 0.75
"""A letter's width over its height."""
LEAST = 22.0
"""Shorter faces, in mm on paper, have no room for it."""
WORDS = {"pl": "łuk", "en": "arc"}


def draw_arcs(storey: Storey, figures: Figures, pen: Pen) -> Svg:
    """A line of letters beside the middle of each face of an arc that is long enough on paper."""
    return pen.layer("arcs", *_written(storey, figures, pen))


def _written(storey: Storey, figures: Figures, pen: Pen) -> Iterator[Svg]:
    for face in storey.surfaces.faces:
        is_here = storey.found.rooms[face.room].level == storey.level
        if is_here and face.side in ("left", "right") and face.length_mm > pen.paper.mm(LEAST):
            wall = storey.plan.walls.get(face.wall)
            if wall and wall.bulge:
                yield _label(storey, face, figures, pen)


def _label(storey: Storey, face: Face, figures: Figures, pen: Pen) -> Svg:
    """Behind the wall where no room is, else in the room that the face belongs to."""
    line, half = storey.solids[face.wall].line, storey.plan.walls[face.wall].thickness / 2
    sign = 1 if face.side == "right" else -1
    radius = line.radius_mm + sign * line.turn * half
    said = f"{WORDS[figures.language]} {figures.length(face.length_mm)}, R {figures.length(radius)}"
    side = sign if _has_room_behind(storey, face) else -sign
    middle = (face.from_mm + face.to_mm) / 2
    foot, out = line.at(middle, side * half), line.at(middle, side * (half + 1))
    away = out[0] - foot[0], out[1] - foot[1]
    along = readable((-away[1], away[0]))
    swell = (len(said) * WIDE * pen.paper.mm(CAP)) ** 2 / (8 * radius) if side * line.turn < 0 else 0.0
    lift = pen.paper.mm(AWAY if dot(top_of_letters(along), away) > 0 else AWAY + CAP) + swell
    return text(said, moved(foot, away, lift), pen.paper.mm(CAP), turn=degrees(atan2(along[1], along[0])))


def _has_room_behind(storey: Storey, face: Face) -> bool:
    others = (one for one in storey.surfaces.faces if one.wall == face.wall and one.side not in (face.side, "a", "b"))
    return any(one.from_mm < face.to_mm and face.from_mm < one.to_mm for one in others)
