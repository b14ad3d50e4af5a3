"""DXF drawings: pairs of parallel lines become walls, gaps between them doors and windows, blocks furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import floor
from typing import Any

from rooms.description import COLLECTIONS
from rooms.exchange.dxf_drawing import Block, Letters, Sketch, Stroke, read_sketch
from rooms.exchange.dxf_faces import Ring, faces_of, rings_of
from rooms.exchange.dxf_items import read_blocks
from rooms.exchange.dxf_runs import Gap, Run, Signs, runs_of
from rooms.exchange.dxf_units import is_door_arc, unit_mm
from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.naming import room_use
from rooms.exchange.report import Format, Imported
from rooms.exchange.tangle import check_tangle
from rooms.fault import Fault
from rooms.fields import MOST_COORDINATE_MM
from rooms.outline import find_rooms
from rooms.walls.polygon import whole
from rooms.walls.vector import Vector, length, minus

WALLS = re.compile(r"wall|[sś]cian|\bmur|mauer|wand|muro|pared|tabique|parete|st[eě]n|стен", re.IGNORECASE)
LEAST_WALLS_MM = 3000
"""Layers with less than this of wall on them are not where the walls are."""
NOT_WALLS = re.compile(
    r"dim|wymiar|text|tekst|opis|name|hatch|kreskow|furn|mebl|equip|axis|\bosie?\b|topo|plant|nivel|project|defpoints",
    re.IGNORECASE,
)
FLOORS = re.compile(r"flo+r|patt|hatch|kreskow|posadz|pod[lł]og|p[lł]ytk", re.IGNORECASE)
"""Joints of boards and tiles run up to a wall and are no sign of what is in it."""
DOOR, WINDOW, PASSAGE = (2050, 0), (1500, 900), (2100, 0)
"""Usual height and sill: a drawing from above tells neither."""
BINARY = b"AutoCAD Binary DXF"
TEXT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*999\s*\n[^\n]*\n)*\s*0\s*\r?\n\s*SECTION")


def claims(data: bytes) -> bool:
    """Group codes from the first line on, the first section soon; or the binary form's name."""
    head = data[:4096]
    return head.startswith(BINARY) or TEXT.match(head) is not None


def read(name: str, data: bytes) -> Imported:
    """The drawing in the unit that its header names; Fault as `read_in`."""
    return _read(name, data, None)


def read_in(name: str, data: bytes, unit: str) -> Imported:
    """The drawing in this unit, one of `UNITS_MM`; Fault as `read_sketch` and `unit_mm`, or `no_walls`."""
    return _read(name, data, unit)


def _read(name: str, data: bytes, unit: str | None) -> Imported:
    sketch = read_sketch(data)
    sketch = _in_mm(sketch, unit_mm(sketch, unit))
    gathering = Gathering(FORMAT.name, data)
    gathering.head(name=gathering.text("name", name.rpartition(".")[0] or name, most_letters("plan", "name")))
    level = str(gathering.add("levels", "level", {"name": "", "elevation": 0}))
    layers, runs = _walls(sketch)
    rings = list(rings_of([bow for bow in sketch.bows if bow.layer in layers]))
    if not runs and not rings:
        raise Fault("", "no_walls")
    corner = _corner([point for run in runs for point in (run.a, run.b)] or [ring.bow.at(0.5) for ring in rings])
    for run in runs:
        _gather_run(run, level, corner, gathering)
    for ring in rings:
        _gather_ring(ring, level, corner, gathering)
    check_tangle(gathering.plan)
    read_blocks([_moved(block, corner) for block in sketch.blocks], level, gathering)
    _name_rooms(sketch.letters, level, corner, gathering)
    _note_the_rest(sketch, layers, gathering)
    return gathering.imported()


def _in_mm(sketch: Sketch, unit: float) -> Sketch:
    def mm(point: Vector) -> Vector:
        return point[0] * unit, point[1] * unit

    return replace(
        sketch,
        strokes=[Stroke(one.layer, mm(one.a), mm(one.b)) for one in sketch.strokes],
        bows=[replace(bow, centre=mm(bow.centre), radius=bow.radius * unit) for bow in sketch.bows],
        letters=[Letters(one.text, mm(one.at)) for one in sketch.letters],
        blocks=[replace(block, middle=mm(block.middle), size=mm(block.size)) for block in sketch.blocks],
    )


def _walls(sketch: Sketch) -> tuple[frozenset[str], list[Run]]:
    """The layers that hold walls, and the walls: layers called so, else all that are not called something else."""
    layers = {one.layer for one in sketch.strokes} | {bow.layer for bow in sketch.bows}
    called = frozenset(layer for layer in layers if WALLS.search(layer))
    runs = _runs(sketch, called)
    if sum(length(minus(run.b, run.a)) for run in runs) < LEAST_WALLS_MM:
        called = frozenset(layer for layer in layers if not NOT_WALLS.search(layer))
        runs = _runs(sketch, called)
    return called, runs


def _runs(sketch: Sketch, layers: frozenset[str]) -> list[Run]:
    doors = [bow for bow in sketch.bows if is_door_arc(bow)]
    others = [one for one in sketch.strokes if one.layer not in layers and not FLOORS.search(one.layer)]
    return runs_of(faces_of(one for one in sketch.strokes if one.layer in layers), Signs(doors, others))


def _corner(points: Iterable[Vector]) -> Vector:
    """What becomes the plan's 0, 0: drawings may lie anywhere on the globe."""
    held = list(points)
    return floor(min(x for x, _ in held)), floor(min(y for _, y in held))


def _at(point: Vector, corner: Vector) -> list[int]:
    return [whole(point[0] - corner[0]), whole(point[1] - corner[1])]


def _moved(block: Block, corner: Vector) -> Block:
    return replace(block, middle=minus(block.middle, corner))


def _gather_run(run: Run, level: str, corner: Vector, gathering: Gathering) -> None:
    a, b = _at(run.a, corner), _at(run.b, corner)
    if a == b:
        gathering.note("walls", "no_length")
        return
    wall = _gather_wall({"level": level, "a": a, "b": b}, run.thickness, gathering)
    if wall is None:
        return
    for gap in run.gaps:
        _gather_gap(gap, run, wall, gathering)


def _gather_wall(values: Mapping[str, Any], thickness: float, gathering: Gathering) -> str | None:
    rule = COLLECTIONS["walls"]["fields"]["thickness"]
    try:
        _check_range(values)
    except Fault as fault:
        gathering.note("walls", fault.reason)
        return None
    return gathering.add(
        "walls", "walls", {**values, "thickness": min(max(whole(thickness), rule["from"]), rule["to"])}
    )


def _check_range(values: Mapping[str, Any]) -> None:
    if any(abs(place) > MOST_COORDINATE_MM for name in ("a", "b") for place in values[name]):
        raise Fault("walls", "out_of_range")


def _gather_gap(gap: Gap, run: Run, wall: str, gathering: Gathering) -> None:
    """A door's hinge is at one end of the gap; seen from where it opens to, that is its left or its right."""
    height, sill = {"window": WINDOW, "passage": PASSAGE}.get(gap.kind, DOOR)
    near_a = gap.hinge == 0
    gathering.add(
        "openings",
        "openings",
        {
            "wall": wall,
            "offset": whole(gap.span[0] - run.span[0]),
            "width": whole(gap.span[1] - gap.span[0]),
            "kind": gap.kind,
            "height": height,
            "sill": sill,
            "opens": "right" if gap.opens_right else "left",
            "hinge": "left" if near_a == gap.opens_right else "right",
        },
    )
    gathering.note("openings", "height_guessed")
    if gap.kind == "passage":
        gathering.note("openings", "kind_guessed")


def _gather_ring(ring: Ring, level: str, corner: Vector, gathering: Gathering) -> None:
    """Clockwise on the page the middle of the arc lies to the left of the chord, which is the negative side."""
    a, b = _at(ring.bow.at(0.0), corner), _at(ring.bow.at(1.0), corner)
    _gather_wall({"level": level, "a": a, "b": b, "bulge": -whole(ring.sagitta)}, ring.thickness, gathering)


def _name_rooms(letters: Sequence[Letters], level: str, corner: Vector, gathering: Gathering) -> None:
    """A text within a room names it; of several the one that is a use we know, else the first without numbers.

    A name of a room that no walls enclose stays as a loose label.
    """
    found = find_rooms(gathering.plan)
    named: dict[int, list[tuple[str, list[int]]]] = {}
    for one in letters:
        at = _at(one.at, corner)
        room = found.room_at(level, (at[0], at[1])) if one.text else None
        if any(letter.isdigit() for letter in one.text) or (room is None and not room_use(one.text)):
            gathering.note("texts", "not_imported")
        elif room is None:
            _label(one.text, at, level, gathering)
            gathering.note(f"rooms/{in_place(one.text)}", "not_enclosed")
        else:
            named.setdefault(room, []).append((one.text, at))
    for texts in named.values():
        _label(*next((one for one in texts if room_use(one[0])), texts[0]), level, gathering)
        if len(texts) > 1:
            gathering.note("texts", "not_imported", len(texts) - 1)


def _label(text: str, at: list[int], level: str, gathering: Gathering) -> None:
    name = gathering.text("texts", text, most_letters("rooms", "name"))
    gathering.add("rooms", "rooms", {"level": level, "at": at, "name": name, "use": room_use(text)})


def _note_the_rest(sketch: Sketch, layers: frozenset[str], gathering: Gathering) -> None:
    left = [one.layer for one in sketch.strokes] + [bow.layer for bow in sketch.bows if not is_door_arc(bow)]
    for layer, count in sorted(Counter(left).items()):
        if layer not in layers:
            gathering.note(f"layers/{in_place(layer)}", "not_imported", count)
    for kind, count in sorted(sketch.skipped.items()):
        gathering.note(f"entities/{in_place(kind)}", "not_imported", count)
    for layer, count in sorted(sketch.hidden.items()):
        gathering.note(f"layers/{in_place(layer)}", "hidden", count)


FORMAT = Format("dxf", claims, read, read_in=read_in)
