"""What stands where in a building model: units, storeys, and what belongs to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import atan2, isfinite, pi

import numpy as np

from rooms.description import COLLECTIONS
from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.ifc.bodies import Bodies
from rooms.exchange.ifc.frames import NOTHING, Doubles, moved, placed
from rooms.exchange.ifc.text import StepFile
from rooms.fields import MOST_COORDINATE_MM
from rooms.walls.polygon import whole

PREFIXES = {"MILLI": 0.001, "CENTI": 0.01, "DECI": 0.1, "KILO": 1000.0}
METRE_MM = 1000.0
MOST_PARENTS = 20
FAR_MM = 100_000
"""Models so far from their zero, as on a map, are brought to it."""
STEP_MM = 300
"""What begins so little below a floor stands on it."""
PAGE = np.array([1.0, -1.0, 1.0])
LEVEL = COLLECTIONS["levels"]["fields"]
WALLS = ("IFCWALL", "IFCWALLSTANDARDCASE", "IFCWALLELEMENTEDCASE")


@dataclass(frozen=True)
class Storey:
    """A level of the plan, where its floor lies in the model, and how high it is, mm."""

    level: str
    floor: float
    height: int


@dataclass(frozen=True)
class Building:
    """The file with its unit; `corner` of the page becomes the plan's 0, 0. `parents` tells what a thing is part of."""

    file: StepFile
    bodies: Bodies
    unit_mm: float
    parents: Mapping[int, int]
    corner: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def of(cls, file: StepFile) -> Building:
        plain = cls(file, Bodies(file), unit_mm(file), dict(_parents(file)))
        spots = [plain.page(wall)[:1] for wall in file.all(*WALLS)]
        held = np.vstack([NOTHING, *spots])[:, :2]
        if not len(held) or np.abs(held).max() <= FAR_MM:
            return plain
        x, y = np.floor(held.min(0) / 1000) * 1000
        return cls(file, plain.bodies, plain.unit_mm, plain.parents, (float(x), float(y)))

    def frame(self, product: int) -> Doubles:
        return placed(self.file, self.file.ref(product, 5))

    def page(self, product: int) -> Doubles:
        """The corners of an element's body as the page has them, z up, mm."""
        return self.to_page(moved(self.frame(product), self.bodies.cloud(product)))

    def to_page(self, cloud: Doubles) -> Doubles:
        found: Doubles = cloud * self.unit_mm * PAGE - (*self.corner, 0.0)
        return found if np.isfinite(found).all() and np.abs(found).max(initial=0) < 1e9 else NOTHING

    def within(self, product: int) -> Iterator[int]:
        """What the thing stands in, and what that is part of."""
        for _step in range(MOST_PARENTS):
            if not (product := self.parents.get(product, 0)):
                return
            yield product

    def name(self, product: int) -> str:
        return self.file.text(product, 2).strip()


def unit_mm(file: StepFile) -> float:
    """The model's unit of length; metres where it tells none."""
    for project in file.all("IFCPROJECT"):
        for unit in file.refs(file.ref(project, 8), 0):
            if file.value(unit, 1) != "LENGTHUNIT":
                continue
            if file.type(unit) == "IFCSIUNIT":
                return METRE_MM * PREFIXES.get(str(file.value(unit, 2)), 1.0)
            measure = file.ref(unit, 3)
            share, base = file.real(measure, 0), file.ref(measure, 1)
            if share and isfinite(share):
                return abs(share) * METRE_MM * PREFIXES.get(str(file.value(base, 2)), 1.0)
    return METRE_MM


def north_mdeg(file: StepFile) -> int:
    """How far true north lies clockwise from the top of the page."""
    for context in file.all("IFCGEOMETRICREPRESENTATIONCONTEXT"):
        way = file.value(file.ref(context, 5), 0)
        if isinstance(way, list) and len(way) > 1 and all(isinstance(one, float) for one in way[:2]):
            return whole(atan2(way[0], way[1]) * 180_000 / pi) % 360_000
    return 0


def read_storeys(building: Building, gathering: Gathering) -> Mapping[int, Storey]:
    """The storeys from the lowest up, each as high as most of its walls, as levels of the plan."""
    file = building.file
    floors = {number: _floor(building, number) for number in file.all("IFCBUILDINGSTOREY")} or {0: 0.0}
    tops = _tops(building, floors)
    found: dict[int, Storey] = {}
    for number in sorted(floors, key=lambda number: floors[number])[: COLLECTIONS["levels"]["most"]]:
        name = building.name(number) or file.text(number, 7)
        place = f"levels/{in_place(name) or len(found) + 1}"
        high = max(tops[number], key=lambda top: (tops[number][top], top), default=LEVEL["height"]["default"])
        sizes = {"elevation": whole(floors[number]), "height": high}
        values = {
            field: gathering.size(place, size, LEVEL[field]["from"], LEVEL[field]["to"])
            for field, size in sizes.items()
        }
        text = gathering.text(place, name, most_letters("levels", "name"))
        level = str(gathering.add("levels", place, {"name": text} | values))
        found[number] = Storey(level, floors[number], values["height"])
    if len(floors) > len(found):
        gathering.note("levels", "too_many", len(floors) - len(found))
    return found


def _tops(building: Building, floors: Mapping[int, float]) -> Mapping[int, Counter[int]]:
    """How high the walls of each storey are, and how many of them."""
    tops: dict[int, Counter[int]] = {number: Counter() for number in floors}
    for wall in building.file.all(*WALLS):
        if len(z := building.page(wall)[:, 2]):
            number = _storey_of(building, floors, wall, float(z.min()))
            tops[number][whole(float(z.max()) - floors[number])] += 1
    return tops


def storey_of(building: Building, storeys: Mapping[int, Storey], product: int, low_mm: float) -> Storey:
    """The storey that the thing is put into, else the highest that begins below it."""
    return storeys[_storey_of(building, {number: one.floor for number, one in storeys.items()}, product, low_mm)]


def _storey_of(building: Building, floors: Mapping[int, float], product: int, low_mm: float) -> int:
    told = next((one for one in building.within(product) if one in floors), None)
    if told is not None:
        return told
    below = [number for number, floor in floors.items() if floor <= low_mm + STEP_MM]
    return max(below or floors, key=lambda number: floors[number] if below else -floors[number])


def in_range(*places: float) -> bool:
    return all(abs(place) <= MOST_COORDINATE_MM for place in places)


def _floor(building: Building, storey: int) -> float:
    """By the storey's placement; where it has none, by the elevation that it tells."""
    if building.file.ref(storey, 5):
        return float(building.frame(storey)[2, 3]) * building.unit_mm
    return (building.file.real(storey, 9) or 0.0) * building.unit_mm


def _parents(file: StepFile) -> Iterator[tuple[int, int]]:
    for relation in file.all("IFCRELAGGREGATES"):
        yield from ((part, file.ref(relation, 4)) for part in file.refs(relation, 5))
    for relation in file.all("IFCRELCONTAINEDINSPATIALSTRUCTURE"):
        yield from ((part, file.ref(relation, 5)) for part in file.refs(relation, 4))
