"""A building model being written: project, site, building, storeys, and what stands in them with its properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rooms.entities import Level
from rooms.ifc.names import global_id
from rooms.ifc.shapes import Shapes, Spot
from rooms.ifc.step import DERIVED, Ref, Step, Typed, Value, Word

Properties = Mapping[str, Typed]

MM2_IN_M2 = 1_000_000
ORIGIN: Spot = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Quantity:
    """A measured number: `kind` is Length (mm) or Area (m²)."""

    kind: str
    value: float


def length(value_mm: float) -> Quantity:
    return Quantity("Length", float(value_mm))


def area(value_mm2: float) -> Quantity:
    return Quantity("Area", value_mm2 / MM2_IN_M2)


@dataclass(frozen=True)
class Storey:
    """A level in the file: what is placed on it, and the frame that it is placed in."""

    ref: Ref
    frame: Ref
    path: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """Of one plan; the ids of its entities make the GlobalIds. `path` names the building."""

    step: Step
    shapes: Shapes
    building: Ref
    path: tuple[str, ...]
    inside: dict[Ref, tuple[tuple[str, ...], list[Ref]]] = field(default_factory=dict)
    parts: dict[Ref, tuple[tuple[str, ...], list[Ref]]] = field(default_factory=dict)

    @classmethod
    def begin(cls, name: str, seed: str, north: Spot) -> Model:
        """Project, site and building, whose GlobalIds the seed makes; `north` is where true north lies."""
        step = Step()
        units = step.add("IfcUnitAssignment", [_unit(step, *unit) for unit in UNITS])
        origin = step.add("IfcAxis2Placement3D", step.add("IfcCartesianPoint", ORIGIN), None, None)
        to_north = step.add("IfcDirection", north[:2])
        whole = step.add("IfcGeometricRepresentationContext", None, "Model", 3, 0.01, origin, to_north)
        body, axis = (
            step.add("IfcGeometricRepresentationSubContext", *_context(kind, whole, view))
            for kind, view in (("Body", "MODEL_VIEW"), ("Axis", "GRAPH_VIEW"))
        )
        head = global_id("project", seed), None, name or "Plan", None
        project = step.add("IfcProject", *head, None, None, None, [whole], units)
        frame = step.add("IfcLocalPlacement", None, origin)
        site = step.add(
            "IfcSite", global_id("site", seed), *[None] * 4, frame, *[None] * 2, Word("ELEMENT"), *[None] * 5
        )
        inner = step.add("IfcLocalPlacement", frame, origin)
        building = step.add(
            "IfcBuilding", global_id("building", seed), *[None] * 4, inner, None, None, Word("ELEMENT"), *[None] * 3
        )
        model = cls(step, Shapes(step, body, axis), building, ("building", seed))
        model.part(project, ("project", seed), site)
        model.part(site, ("site", seed), building)
        return model

    def storey(self, level: Level, name: str) -> Storey:
        path = ("level", level.id)
        frame = self.frame((0.0, 0.0, float(level.elevation)))
        head = global_id(*path), None, name, None, None, frame, None, None
        ref = self.step.add("IfcBuildingStorey", *head, Word("ELEMENT"), float(level.elevation))
        self.part(self.building, self.path, ref)
        return Storey(ref, frame, path)

    def frame(self, spot: Spot, along: Spot | None = None, within: Ref | None = None) -> Ref:
        return self.step.add("IfcLocalPlacement", within, self.shapes.placement(spot, along))

    def element(
        self, entity: str, path: tuple[str, ...], name: str, kind: str, frame: Ref, shape: Ref | None, *more: Value
    ) -> Ref:
        """A thing of a class: `kind` is our own word for it, `path` names it, `more` are the class's own attributes."""
        return self.step.add(entity, global_id(*path), None, name, None, kind or None, frame, shape, None, *more)

    def part(self, whole: Ref, path: tuple[str, ...], part: Ref) -> None:
        """The part belongs to the whole, which the path names."""
        self.parts.setdefault(whole, (path, []))[1].append(part)

    def put(self, where: Ref, path: tuple[str, ...], element: Ref) -> None:
        """The element stands in a storey or a room, which the path names."""
        self.inside.setdefault(where, (path, []))[1].append(element)

    def relate(self, entity: str, path: tuple[str, ...], *ends: Value) -> None:
        self.step.add(entity, global_id(entity, *path), None, None, None, *ends)

    def properties(self, of: Ref, path: tuple[str, ...], name: str, values: Properties) -> None:
        """A set of properties of the element that the path names."""
        held = [self.step.add("IfcPropertySingleValue", key, None, value, None) for key, value in values.items()]
        told = self.step.add("IfcPropertySet", global_id(name, *path), None, name, None, held)
        self.relate("IfcRelDefinesByProperties", (name, *path), [of], told)

    def quantities(self, of: Ref, path: tuple[str, ...], name: str, values: Mapping[str, Quantity]) -> None:
        """What was measured of the element that the path names."""
        held = [
            self.step.add(f"IfcQuantity{one.kind}", key, None, None, one.value, None) for key, one in values.items()
        ]
        told = self.step.add("IfcElementQuantity", global_id(name, *path), None, name, None, None, held)
        self.relate("IfcRelDefinesByProperties", (name, *path), [of], told)

    def finish(self) -> None:
        """Write who holds whom."""
        for whole, (path, parts) in self.parts.items():
            self.relate("IfcRelAggregates", path, whole, parts)
        for where, (path, elements) in self.inside.items():
            self.relate("IfcRelContainedInSpatialStructure", path, elements, where)


UNITS: tuple[tuple[str, str | None, str], ...] = (
    ("LENGTHUNIT", "MILLI", "METRE"),
    ("AREAUNIT", None, "SQUARE_METRE"),
    ("VOLUMEUNIT", None, "CUBIC_METRE"),
    ("PLANEANGLEUNIT", None, "RADIAN"),
)


def _unit(step: Step, kind: str, prefix: str | None, name: str) -> Ref:
    return step.add("IfcSIUnit", DERIVED, Word(kind), Word(prefix) if prefix else None, Word(name))


def _context(kind: str, whole: Ref, view: str) -> Iterable[Value]:
    derived: Sequence[Value] = [DERIVED] * 4
    return (kind, "Model", *derived, whole, None, Word(view), None)
