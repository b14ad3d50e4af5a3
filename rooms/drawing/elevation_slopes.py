"""What an elevation shows above a knee wall: the slope that rises from it towards the viewer, and the windows in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.paper import SHADE, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import region
from rooms.drawing.svg import Point, Svg
from rooms.drawing.wall_view import BESIDE_MM, HIGHEST_MM, WallView
from rooms.surfaces.ceilings import SEAM_MM, ceiling_of, roofs_of
from rooms.surfaces.roof_windows import Skylight, skylights_of
from rooms.surfaces.roofs import BEYOND_MM, Roof
from rooms.walls.vector import Vector, across

PARALLEL = 0.02
"""How far from parallel (as a sine) a slope's line may run to the wall that it rises from."""
FRAME_MM = 75


@dataclass(frozen=True)
class SlopeAbove:
    """The slopes that rise from a wall's side towards whoever looks at it."""

    view: WallView

    @cached_property
    def roofs(self) -> tuple[Roof, ...]:
        found = roofs_of(self.view.storey.plan).get(self.view.wall.level, ())
        return tuple(roof for roof in found if self._rises(roof)) if not self.view.wall.bulge else ()

    @cached_property
    def region(self) -> BaseGeometry:
        """What of the slopes is seen above the wall, on the drawing."""
        rooms = [self.view.storey.found.rooms[room] for room in sorted({face.room for face in self.view.faces})]
        over = roofs_of(self.view.storey.plan).get(self.view.wall.level, ())
        planes = [plane for room in rooms for plane in ceiling_of(self.view.storey.plan, room, over)]
        rising = {roof.slope for roof in self.roofs} | {lift.dormer for roof in self.roofs for lift in roof.lifts}
        sheets = [
            shapely.Polygon([self._at(point, plane.height(point)) for point in plane.cell]).buffer(0)
            for plane in planes
            if plane.roof and plane.roof.slope in rising
        ]
        seen = shapely.box(0, -HIGHEST_MM, self.view.width_mm, 0)
        return shapely.intersection(shapely.union_all(sheets, grid_size=SEAM_MM), seen).difference(self.view.profile)

    @property
    def windows(self) -> Iterator[tuple[Skylight, tuple[Point, ...]]]:
        """Each with its corners on the drawing."""
        for one in skylights_of(self.view.storey.plan, self.roofs):
            lefts = (one.low_mm, one.low_mm, one.high_mm, one.high_mm)
            corners = zip(one.corners, lefts, strict=True)
            yield one, tuple(self._at(corner, one.height(left)) for corner, left in corners)

    def _rises(self, roof: Roof) -> bool:
        """Whether the slope's line runs along the face and the room before it is on its left."""
        along = self.view.rightwards(self.view.low)
        is_along = abs(across(roof.way, along)) < PARALLEL
        return is_along and -BEYOND_MM < self.view.out_mm(roof.a) < BEYOND_MM and self._looks_out(roof)

    def _looks_out(self, roof: Roof) -> bool:
        x, y = roof.a
        return self.view.out_mm((x + roof.way[1] * BESIDE_MM, y - roof.way[0] * BESIDE_MM)) > self.view.out_mm(roof.a)

    def _at(self, point: Vector, height: float) -> Point:
        return self.view.x(self.view.along(point)), -height


def draw_slope_above(slope: SlopeAbove, pen: Pen) -> Svg:
    """Nothing where no slope rises from the wall."""
    if not slope.roofs:
        return svg.NOTHING
    sheet = pen.visible(region(slope.region), fill=WHITE)
    return pen.layer("slope", sheet, *(_window(one, corners, pen) for one, corners in slope.windows))


def _window(one: Skylight, corners: tuple[Point, ...], pen: Pen) -> Svg:
    shape = shapely.Polygon(corners)
    glass = shape.buffer(-FRAME_MM * 0.75, join_style="mitre")
    return svg.element(
        "g", pen.visible(region(shape), fill=WHITE), pen.fine(region(glass), fill=SHADE), data_id=one.window.id
    )
