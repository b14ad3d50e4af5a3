"""The lines, arcs, texts and blocks of a DXF drawing, flat, by layer: x right, y down the page, in its own unit."""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import atan2, cos, radians, sin, tau
from typing import Any

from rooms.fault import Fault
from rooms.walls.vector import Vector, moved

MOST_BYTES = 48 * 1024 * 1024
"""A drawing takes some ten times its file in memory."""
MOST_ENTITIES = 100_000
"""Blocks counted as often as they are put."""
MOST_DEPTH = 8
"""Blocks within blocks."""
OWN_LAYER = "0"
"""What a block draws on this layer lies on the layer where the block is put."""
MADE_OF_OTHERS = ("LWPOLYLINE", "POLYLINE", "MLINE")


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    layer: str
    a: Vector
    b: Vector


@dataclass(frozen=True)
class Bow:
    """An arc, clockwise on the page from one angle (radians) through `sweep`."""

    layer: str
    centre: Vector
    radius: float
    start: float
    sweep: float

    def at(self, share: float) -> Vector:
        """The point so far along, from 0 to 1."""
        angle = self.start + share * self.sweep
        return moved(self.centre, (cos(angle), sin(angle)), self.radius)


@dataclass(frozen=True)
class Letters:
    """A text and where it begins."""

    text: str
    at: Vector


@dataclass(frozen=True)
class Block:
    """A block as it is put: its name, the middle of its box, the turn of its own axes, its size along them."""

    name: str
    middle: Vector
    turn_degrees: float
    size: Vector


@dataclass
class Sketch:
    """All that was read; `units` is the header's code, 0 when it says nothing; `skipped` counts what was not taken."""

    units: int = 0
    entities: int = 0
    strokes: list[Stroke] = field(default_factory=list)
    bows: list[Bow] = field(default_factory=list)
    letters: list[Letters] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    hidden: Counter[str] = field(default_factory=Counter)


def read_sketch(data: bytes) -> Sketch:
    """What the model space holds; Fault `too_large`, `not_a_drawing` or `too_many`."""
    if len(data) > MOST_BYTES:
        raise Fault("", "too_large", most=MOST_BYTES)
    from ezdxf import recover  # most of a second that only drawings need
    from ezdxf.lldxf.const import DXFError

    logging.getLogger("ezdxf").setLevel(logging.ERROR)
    try:
        document, _ = recover.read(io.BytesIO(data))
        sketch = Sketch(int(document.header.get("$INSUNITS", 0)))
        hidden = {layer.dxf.name.casefold() for layer in document.layers if layer.is_off() or layer.is_frozen()}
        _Reader(sketch, hidden).read(document.modelspace(), OWN_LAYER, 0)
    except Fault:
        raise
    except (DXFError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError, AttributeError) as error:
        raise Fault("", "not_a_drawing") from error
    return sketch


@dataclass(frozen=True)
class _Reader:
    sketch: Sketch
    hidden: set[str]

    def read(self, entities: Iterable[Any], onto: str, depth: int) -> None:
        for entity in entities:
            layer = onto if entity.dxf.layer == OWN_LAYER else str(entity.dxf.layer)
            if layer.casefold() in self.hidden:
                self.sketch.hidden[layer] += 1
                continue
            self.sketch.entities += 1
            if self.sketch.entities > MOST_ENTITIES:
                raise Fault("", "too_many", most=MOST_ENTITIES)
            self._read(entity, layer, depth)

    def _read(self, entity: Any, layer: str, depth: int) -> None:
        kind = entity.dxftype()
        if kind == "LINE":
            self.sketch.strokes.append(Stroke(layer, _page(entity.dxf.start), _page(entity.dxf.end)))
        elif kind == "ARC":
            self.sketch.bows.append(_bow(entity, layer))
        elif kind in ("TEXT", "MTEXT"):
            text = entity.plain_text() if kind == "MTEXT" else entity.dxf.text
            self.sketch.letters.append(Letters(" ".join(text.split()), _page(entity.dxf.insert)))
        elif kind in MADE_OF_OTHERS:
            self.read(entity.virtual_entities(), layer, depth)
        elif kind == "INSERT" and depth < MOST_DEPTH:
            for one in _each(entity):
                self._read_block(one, layer, depth)
        else:
            self.sketch.skipped[kind] += 1

    def _read_block(self, insert: Any, layer: str, depth: int) -> None:
        first = len(self.sketch.strokes), len(self.sketch.bows)
        self.read(insert.virtual_entities(), layer, depth + 1)
        if depth == 0:
            strokes, bows = self.sketch.strokes[first[0] :], self.sketch.bows[first[1] :]
            ends = [point for one in strokes for point in (one.a, one.b)]
            ends += [bow.at(share) for bow in bows for share in (0.0, 0.5, 1.0)]
            if ends:
                self.sketch.blocks.append(_block(str(insert.dxf.name), -float(insert.dxf.rotation), ends))


def _each(insert: Any) -> Iterator[Any]:
    if insert.mcount > 1:
        yield from insert.multi_insert()
    else:
        yield insert


def _page(point: Any) -> Vector:
    return float(point[0]), -float(point[1])


def _bow(arc: Any, layer: str) -> Bow:
    centre = _page(arc.ocs().to_wcs(arc.dxf.center))
    ends = [_page(arc.end_point), _page(arc.start_point)]
    if arc.dxf.extrusion.z < 0:
        ends.reverse()
    start, stop = (atan2(y - centre[1], x - centre[0]) for x, y in ends)
    return Bow(layer, centre, float(arc.dxf.radius), start, (stop - start) % tau or tau)


def _block(name: str, turn_degrees: float, ends: list[Vector]) -> Block:
    """The box around the block in its own axes."""
    cosine, sine = cos(radians(turn_degrees)), sin(radians(turn_degrees))
    along = [x * cosine + y * sine for x, y in ends]
    across = [y * cosine - x * sine for x, y in ends]
    u, v = (min(along) + max(along)) / 2, (min(across) + max(across)) / 2
    size = max(along) - min(along), max(across) - min(across)
    return Block(name, (u * cosine - v * sine, u * sine + v * cosine), turn_degrees % 360, size)
