"""What stands in a room on plan: its name, area and size, where they cover neither walls nor furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.coats import Paints, is_light
from rooms.drawing.floors import floor_colour, shown_tile
from rooms.drawing.label_block import Block, Line, Spot, best_spot
from rooms.drawing.lettering import Figures
from rooms.drawing.paper import INK, QUIET, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import region
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Point, Svg
from rooms.outline import Room
from rooms.surfaces import Plane
from rooms.surfaces.ceilings import area_below, roofs_of
from rooms.surfaces.stairwells import floor_wells, well_mm2
from rooms.walls.vector import dot, minus
from rooms.walls.vector import length as norm

NAME_CAP, AREA_CAP, SIZE_CAP = 2.8, 2.2, 1.8
"""Heights of capitals in mm on paper; in a small room all shrink together."""
SHRINKING, LEAST = (1.0, 0.85, 0.7), 0.6
"""The last is for a name with its area that finds room at no other size."""
MARGIN = 1.0
VEIL_OPACITY = 0.85
INKS, LIGHT_INKS = (INK, QUIET), (WHITE, WHITE)
OPEN = {"pl": "w tym {area} otworu na schody", "en": "{area} of it open for stairs"}
LOW = {"pl": "w tym {area} poniżej 1,90 m", "en": "{area} of it below 1.90 m"}
SQUARE = 0.01
"""How far from a right angle (as a cosine) a room's corner may be when it is still called a rectangle."""

USES: Mapping[str, Mapping[str, str]] = {
    "pl": {
        "living": "Pokój dzienny",
        "bedroom": "Sypialnia",
        "child": "Pokój dziecka",
        "study": "Gabinet",
        "bathroom": "Łazienka",
        "toilet": "Toaleta",
        "kitchen": "Kuchnia",
        "dining": "Jadalnia",
        "hall": "Przedpokój",
        "storage": "Schowek",
        "garage": "Garaż",
        "outside": "Na zewnątrz",
    },
    "en": {
        "living": "Living room",
        "bedroom": "Bedroom",
        "child": "Child's room",
        "study": "Study",
        "bathroom": "Bathroom",
        "toilet": "Toilet",
        "kitchen": "Kitchen",
        "dining": "Dining room",
        "hall": "Hall",
        "storage": "Storage",
        "garage": "Garage",
        "outside": "Outside",
    },
}


@dataclass(frozen=True)
class Labels:
    """What the lettering of a storey's rooms needs to know; `furniture` is what it should not cover."""

    storey: Storey
    furniture: BaseGeometry
    pen: Pen
    paints: Paints
    figures: Figures

    def drawn(self) -> Svg:
        """A label in each room; what one has to cover for want of space, and joints of tiles, are veiled beneath it."""
        floors = (plane for plane in self.storey.surfaces.planes if plane.face == "floor")
        return svg.layer(
            "labels", *(self._label(plane) for plane in floors if self._room(plane).level == self.storey.level)
        )

    def _label(self, plane: Plane) -> Svg:
        room, ground = self._room(plane), floor_colour(self.storey, plane, self.paints)
        blocks = self._blocks(room, *(INKS if is_light(ground) else LIGHT_INKS))
        spot = best_spot(blocks, self.storey.floor(room), self.furniture, self.pen.paper.mm(MARGIN))
        veiled = spot.covered_mm2 or shown_tile(self.storey, plane, self.pen)
        veil = [self._veil(spot, ground)] if veiled else []
        return svg.element("g", *veil, *spot.block.drawn(spot.middle))

    def _blocks(self, room: Room, ink: str, quiet: str) -> Iterator[Block]:
        """The label in full, then smaller, then without the size; a name is never left out."""
        mm = self.pen.paper.mm
        name = [Line(part, mm(NAME_CAP), ink, 600) for part in wrapped(room_name(room, self.figures.language))]
        measured = [Line(self.figures.area(room.area_mm2), mm(AREA_CAP), ink)]
        parts = (part(self.storey, room, self.figures) for part in (low_part, open_part))
        said = (room_size(room, self.figures), *parts)
        size = [Line(one, mm(SIZE_CAP), quiet) for one in said if one]
        for lines in (name + measured + size, name + measured):
            yield from (Block(tuple(lines)).shrunk(share) for share in SHRINKING)
        yield Block(tuple(name + measured)).shrunk(LEAST)

    def _veil(self, spot: Spot, ground: str) -> Svg:
        box = spot.block.box(spot.middle, self.pen.paper.mm(MARGIN / 2))
        return svg.element("path", d=region(box), fill=ground, fill_opacity=VEIL_OPACITY)

    def _room(self, plane: Plane) -> Room:
        return self.storey.found.rooms[plane.room]


def room_name(room: Room, language: str) -> str:
    return room.name or USES[language].get(room.use, "")


def room_size(room: Room, figures: Figures) -> str:
    """Both sides of a rectangular room, the one nearer to the page's width first; empty for other shapes."""
    sides = rectangle(room.polygon) if not room.holes else None
    return figures.sides(*sides) if sides else ""


def low_part(storey: Storey, room: Room, figures: Figures) -> str:
    """How much of the floor lies under a ceiling too low to count; empty where none does."""
    over = roofs_of(storey.plan).get(room.level, ())
    low_mm2 = area_below(storey.plan, room, over) if over else 0
    return LOW[figures.language].format(area=figures.area(low_mm2)) if low_mm2 else ""


def open_part(storey: Storey, room: Room, figures: Figures) -> str:
    """How much of the room is open over stairs; empty where nothing is."""
    open_mm2 = well_mm2(room, floor_wells(storey.plan, room.level))
    return OPEN[figures.language].format(area=figures.area(open_mm2)) if open_mm2 else ""


def rectangle(ring: Sequence[Point]) -> tuple[float, float] | None:
    """Width and depth of a ring with four right angles; None for any other."""
    if len(ring) != 4:
        return None
    ways = [minus(ring[(place + 1) % 4], ring[place]) for place in range(4)]
    if any(abs(dot(p, q)) > SQUARE * norm(p) * norm(q) for p, q in pairwise(ways)):
        return None
    first, second = ways[:2] if abs(ways[0][0]) >= abs(ways[0][1]) else ways[1::-1]
    return norm(first), norm(second)


def wrapped(name: str, most: int = 18) -> list[str]:
    """A long name on several lines, broken between words."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
