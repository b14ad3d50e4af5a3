"""A finished drawing as DXF for other programs: the same strokes in millimetres of reality, y up, on named layers.

Layers are called as in the United States National CAD Standard 6; lineweights are those of the paper.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, copysign, cos, degrees, radians, sin, sqrt, tan, tau
from typing import TYPE_CHECKING, Any

from defusedxml.ElementTree import fromstring

from rooms.plan import Plan
from rooms.walls.vector import Vector, length, minus

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LAYERS: Mapping[str, str] = {
    "walls": "A-WALL",
    "openings": "A-DOOR",
    "items": "I-FURN",
    "overhead": "I-FURN-UPPR",
    "floors": "A-FLOR-PATT",
    "dimensions": "A-ANNO-DIMS",
    "distances": "A-ANNO-DIMS",
    "labels": "A-AREA-IDEN",
    "notes": "A-ANNO-NOTE",
}
OTHER = "A-ANNO"
LEFT_OUT = ("coats",)
LINEWEIGHTS = (13, 25, 35, 50)
"""Hundredths of a mm that every CAD program knows, of those we draw with."""
MILLIMETRES = 4
CURVE_STEPS = 8
TOKEN = re.compile(r"[MLAQCZ]|-?\d+(?:\.\d+)?(?:e-?\d+)?")
TRANSFORM = re.compile(r"(translate|rotate|scale)\(([^)]*)\)")
NUMBERS = {"M": 2, "L": 2, "A": 7, "Q": 4, "C": 6, "Z": 0}
ANCHORS = {"start": "LEFT", "middle": "CENTER", "end": "RIGHT"}

Vertex = tuple[float, float, float]
"""x, y, and the bulge of what follows: the tangent of a quarter of its angle, positive against the clock."""


@dataclass(frozen=True)
class Affine:
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, x: float, y: float) -> Vector:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, inner: Affine) -> Affine:
        """What first does `inner`, then this."""
        x, y = self.of(inner.e, inner.f)
        return Affine(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            x,
            y,
        )

    @property
    def turns(self) -> float:
        """Negative when it mirrors."""
        return self.a * self.d - self.b * self.c


PAGE_TO_DXF = Affine(d=-1.0)


def as_dxf(drawn: str, blocks: Mapping[str, str] | None = None) -> bytes:
    """A drawing's SVG as a DXF file of 2010 in mm; groups whose ids `blocks` names become blocks of those names."""
    from ezdxf.filemanagement import new  # most of a second that only this needs

    root = fromstring(drawn)
    document = new("R2010", setup=["linetypes"])
    document.header["$INSUNITS"] = MILLIMETRES
    document.header["$MEASUREMENT"] = 1
    for name in {*LAYERS.values(), OTHER}:
        document.layers.add(name)
    writer = _Writer(document, float(root.get("data-scale", "1")), blocks or {})
    for group in root:
        writer.put_layer(group)
    written = io.StringIO()
    document.write(written)
    return written.getvalue().encode("utf-8")


def block_names(plan: Plan) -> Mapping[str, str]:
    """Each thing of the plan by its kind, as blocks are called."""
    return {item.id: item.kind.upper() for item in plan.items.values()}


@dataclass(frozen=True)
class _Writer:
    document: Any
    scale: float
    blocks: Mapping[str, str]

    def put_layer(self, group: Element) -> None:
        name = group.get("data-layer")
        if _tag(group) in ("g", "path", "text") and name not in LEFT_OUT:
            self._put(group, self.document.modelspace(), LAYERS.get(name or "", OTHER), PAGE_TO_DXF)

    def _put(self, node: Element, space: Any, layer: str, to: Affine) -> None:
        to = to.then(_transform(node.get("transform", "")))
        if _tag(node) == "path":
            self._put_path(node, space, layer, to)
        elif _tag(node) == "text":
            self._put_text(node, space, layer, to)
        elif (name := self.blocks.get(node.get("data-id", ""))) is not None:
            self._put_block(node, name, space, layer, to)
        else:
            for child in node:
                self._put(child, space, layer, to)

    def _put_block(self, node: Element, name: str, space: Any, layer: str, to: Affine) -> None:
        """A block of the thing as it stands here; each is its own, for two of a kind may differ in size."""
        taken = f"{name}-{sum(1 for block in self.document.blocks if block.name.startswith(name)) + 1}"
        block = self.document.blocks.new(taken)
        for child in node:
            self._put(child, block, "0", Affine(d=-1.0))
        at = to.of(0.0, 0.0)
        mirrored = -1.0 if to.turns > 0 else 1.0
        attributes = {"layer": layer, "rotation": _turn_degrees(to), "xscale": mirrored}
        space.add_blockref(taken, at, dxfattribs=attributes)

    def _put_path(self, node: Element, space: Any, layer: str, to: Affine) -> None:
        attributes = {"layer": layer, "lineweight": self._lineweight(node)}
        if node.get("stroke") == "none":
            return
        if node.get("stroke-dasharray"):
            attributes |= {"linetype": "DASHED", "ltscale": self.scale / 4}
        for vertices, is_closed in _outlines(node.get("d", ""), to):
            space.add_lwpolyline(vertices, format="xyb", close=is_closed, dxfattribs=attributes)

    def _put_text(self, node: Element, space: Any, layer: str, to: Affine) -> None:
        from ezdxf.enums import TextEntityAlignment

        text = "".join(node.itertext()).strip()
        if not text:
            return
        height = float(node.get("font-size", "0")) * 0.7
        added = space.add_text(text, height=height, rotation=_turn_degrees(to), dxfattribs={"layer": layer})
        align = TextEntityAlignment[ANCHORS[node.get("text-anchor", "start")]]
        added.set_placement(to.of(float(node.get("x", "0")), float(node.get("y", "0"))), align=align)

    def _lineweight(self, node: Element) -> int:
        on_paper = float(node.get("stroke-width", "0")) / self.scale * 100
        return min(LINEWEIGHTS, key=lambda weight: abs(weight - on_paper))


def _tag(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _turn_degrees(to: Affine) -> float:
    """Against the clock: how the y axis of the page, which points down, is turned."""
    return -degrees(atan2(-to.c, -to.d))


def _transform(text: str) -> Affine:
    found = Affine()
    for name, given in TRANSFORM.findall(text):
        values = [float(value) for value in re.split(r"[ ,]+", given.strip())]
        found = found.then(_one(name, values))
    return found


def _one(name: str, values: list[float]) -> Affine:
    if name == "translate":
        return Affine(e=values[0], f=values[1] if len(values) > 1 else 0.0)
    if name == "scale":
        return Affine(a=values[0], d=values[-1])
    cosine, sine = cos(radians(values[0])), sin(radians(values[0]))
    turned = Affine(cosine, sine, -sine, cosine)
    if len(values) < 3:
        return turned
    return Affine(e=values[1], f=values[2]).then(turned).then(Affine(e=-values[1], f=-values[2]))


def _outlines(d: str, to: Affine) -> Iterator[tuple[list[Vertex], bool]]:
    """The lines of path data with absolute commands, each with whether it is closed."""
    tokens = TOKEN.findall(d)
    line: list[Vertex] = []
    here, place, command = (0.0, 0.0), 0, "M"
    while place < len(tokens):
        if tokens[place] in NUMBERS:
            command = tokens[place]
            place += 1
        values = [float(value) for value in tokens[place : place + NUMBERS[command]]]
        place += NUMBERS[command]
        if command == "Z":
            if line:
                yield line, True
            line = []
            continue
        if command == "M":
            if len(line) > 1:
                yield line, False
            line = []
        ends = list(_ends(command, here, values)) or [(*here, 0.0)]
        for x, y, bulge in ends:
            if line and bulge:
                line[-1] = (*line[-1][:2], bulge * copysign(1.0, to.turns) * -1)
            line.append((*to.of(x, y), 0.0))
        here = ends[-1][:2]
        command = "L" if command == "M" else command
    if len(line) > 1:
        yield line, False


def _ends(command: str, here: Vector, values: list[float]) -> Iterator[Vertex]:
    """Where a command leads, in one step or several, each with the bulge of the way there: clockwise is negative."""
    if command in "ML":
        yield values[0], values[1], 0.0
    elif command == "A":
        yield from _arc(here, values)
    else:
        controls = [here, *zip(values[::2], values[1::2], strict=True)]
        for step in range(1, CURVE_STEPS + 1):
            yield *_bezier(controls, step / CURVE_STEPS), 0.0


def _bezier(controls: list[Vector], share: float) -> Vector:
    """De Casteljau."""
    points = controls
    while len(points) > 1:
        points = [(x + (to_x - x) * share, y + (to_y - y) * share) for (x, y), (to_x, to_y) in pairwise(points)]
    return points[0]


def _arc(here: Vector, values: list[float]) -> Iterator[Vertex]:
    """A circle's arc as one bulge, an ellipse's in steps; SVG 2, appendix B.2.4, for axes that are not turned."""
    across_x, across_y, _, is_large, is_clockwise, x, y = values
    start, stop = (here[0] / across_x, here[1] / across_y), (x / across_x, y / across_y)
    chord = minus(stop, start)
    apart = length(chord)
    if apart == 0:
        return
    high = sqrt(max(1 / apart**2 - 0.25, 0.0)) * (-1 if bool(is_large) != bool(is_clockwise) else 1)
    centre = ((start[0] + stop[0]) / 2 + high * chord[1], (start[1] + stop[1]) / 2 - high * chord[0])
    begin = atan2(start[1] - centre[1], start[0] - centre[0])
    sweep = (atan2(stop[1] - centre[1], stop[0] - centre[0]) - begin) % tau
    sweep = sweep if is_clockwise else sweep - tau
    if across_x == across_y:
        yield x, y, -tan(sweep / 4)
        return
    for step in range(1, CURVE_STEPS + 1):
        angle = begin + sweep * step / CURVE_STEPS
        yield (centre[0] + cos(angle)) * across_x, (centre[1] + sin(angle)) * across_y, 0.0
