"""Bodies of a building model: extrusions, prisms with sloping tops, and meshes in their colours.

IFC is right-handed, z up, here in millimetres: a point of the page (x, y down) is (x, -y) there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rooms.ifc.step import Ref, Step, Typed, Word
from rooms.pictures.solids import Solid, merged
from rooms.walls.vector import Vector

Spot = tuple[float, float, float]
UP: Spot = (0.0, 0.0, 1.0)


def on_floor(_point: Vector) -> float:
    """The foot of what stands on the floor."""
    return 0.0


@dataclass(frozen=True)
class Shapes:
    """Writes bodies into the file; `body` and `axis` are the contexts that they belong to."""

    step: Step
    body: Ref
    axis: Ref

    def point(self, *spot: float) -> Ref:
        return self.step.add("IfcCartesianPoint", [float(value) for value in spot])

    def placement(self, spot: Spot, along: Spot | None = None) -> Ref:
        """An axis placement whose x runs `along`; None: as the frame it stands in."""
        direction = self.step.add("IfcDirection", along) if along else None
        upwards = self.step.add("IfcDirection", UP) if along else None
        return self.step.add("IfcAxis2Placement3D", self.point(*spot), upwards, direction)

    def extrusion(self, outer: Sequence[Vector], holes: Iterable[Sequence[Vector]], low: float, high: float) -> Ref:
        """What stands over a polygon of the page between two heights."""
        inner = [self._ring(hole) for hole in holes]
        kind = "IfcArbitraryProfileDefWithVoids" if inner else "IfcArbitraryClosedProfileDef"
        profile = self.step.add(kind, Word("AREA"), None, self._ring(outer), *([inner] if inner else []))
        up = self.step.add("IfcDirection", UP)
        return self.step.new("IfcExtrudedAreaSolid", profile, self.placement((0.0, 0.0, low)), up, high - low)

    def prism(self, cell: Sequence[Vector], foot: Callable[[Vector], float], top: Callable[[Vector], float]) -> Ref:
        """What stands over a convex cell of the page, from a foot up to a top that may slope."""
        count = len(cell)
        spots = [(x, -y, foot((x, y))) for x, y in cell] + [(x, -y, top((x, y))) for x, y in cell]
        faces = [(0, place, place + 1) for place in range(1, count - 1)]
        faces += [(count, count + place + 1, count + place) for place in range(1, count - 1)]
        for place in range(count):
            after = (place + 1) % count
            faces += [(place, count + place, after), (after, count + place, count + after)]
        return self._faces(spots, faces)

    def mesh(self, solids: Sequence[Solid]) -> list[Ref]:
        """One set of triangles for each colour of the solids."""
        looks: dict[tuple[str, str], list[Solid]] = {}
        for solid in solids:
            looks.setdefault((solid.material, solid.colour), []).append(solid)
        return [self.coloured(self._triangles(merged(alike)), alike[0]) for alike in looks.values()]

    def coloured(self, body: Ref, of: Solid) -> Ref:
        """The body, wearing the solid's colour."""
        rgb = [int(of.colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        colour = self.step.add("IfcColourRgb", None, *rgb)
        shading = self.step.add("IfcSurfaceStyleShading", colour, 1.0 - of.look.opacity)
        style = self.step.add("IfcSurfaceStyle", f"{of.material} {of.colour}", Word("BOTH"), [shading])
        self.step.add("IfcStyledItem", body, [style], None)
        return body

    def shape(self, bodies: Sequence[Ref], kind: str, *others: Ref) -> Ref:
        """The representation of an element; `kind` names what the bodies are."""
        held = self.step.new("IfcShapeRepresentation", self.body, "Body", kind, bodies)
        return self.step.new("IfcProductDefinitionShape", None, None, [*others, held])

    def line(self, points: Sequence[Vector]) -> Ref:
        """An axis: straight through two points, or the arc through three."""
        spots = [(x, -y) for x, y in points]
        if len(spots) == 2:
            curve = self.step.add("IfcPolyline", [self.point(*spot) for spot in spots])
            return self.step.new("IfcShapeRepresentation", self.axis, "Axis", "Curve2D", [curve])
        held = self.step.add("IfcCartesianPointList2D", spots)
        arc = self.step.add("IfcIndexedPolyCurve", held, [Typed("IfcArcIndex", [1, 2, 3])], None)
        return self.step.new("IfcShapeRepresentation", self.axis, "Axis", "Curve2D", [arc])

    def _ring(self, ring: Sequence[Vector]) -> Ref:
        points = [self.point(x, -y) for x, y in ring]
        return self.step.add("IfcPolyline", [*points, points[0]])

    def _triangles(self, solid: Solid) -> Ref:
        spots = [(x, -y, z) for x, y, z in solid.positions.tolist()]
        return self._faces(spots, solid.triangles.tolist())

    def _faces(self, spots: Sequence[Spot], triangles: Iterable[Sequence[int]]) -> Ref:
        """Triangles counter-clockwise from outside, once the page is turned over."""
        places: dict[Spot, int] = {}
        shared = [places.setdefault((round(x, 1), round(y, 1), round(z, 1)), len(places) + 1) for x, y, z in spots]
        faces = [(shared[a], shared[b], shared[c]) for a, b, c in triangles]
        listed = self.step.add("IfcCartesianPointList3D", list(places))
        return self.step.new(
            "IfcTriangulatedFaceSet", listed, None, None, [face for face in faces if len(set(face)) == 3], None
        )
