"""The parts of a thing of a kind at a size: its list of words built into plain forms in millimetres."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from rooms.fault import Fault
from rooms.kinds import Kind
from rooms.vocabulary.entries import PARTS, Fields, drawn
from rooms.vocabulary.forms import (
    ELLIPSE,
    Box,
    Cushion,
    Extrusion,
    Flat,
    Leaf,
    Loft,
    Part,
    Pillow,
    Ring,
    Rod,
    Size,
    Stretch,
    double_area,
    without_repeats,
)
from rooms.vocabulary.materials import MATERIALS
from rooms.vocabulary.shape import cosine, turned

ARC_STEP_DEG = 10
BALL_STEP_DEG = 30


@lru_cache(maxsize=2048)
def parts_of(kind: Kind, size: Size, tint: str | None = None) -> tuple[Part, ...]:
    """The parts in the kind's own frame, in mm; `tint` (#rrggbb) colours the materials that the kind gives to it.

    Outside the kind's least and most sizes the thing is built at the nearest one and stretched, so every size has an
    answer; parts for which a size leaves no room vanish.
    """
    built = kind.nearest(size)
    entries = drawn(kind.parts, PARTS, kind.scope(built), f"kinds/{kind.name}/parts")
    parts = (part for entry in entries for part in _built(entry.word, entry.fields, _look(kind, entry.fields, tint)))
    if built != size:
        parts = (part.stretched(Stretch(built, size)) for part in parts if part.is_solid)
    return tuple(part for part in parts if part.is_solid)


def _look(kind: Kind, fields: Fields, tint: str | None) -> dict[str, str]:
    material = fields["of"] or "body"
    if tint is not None and material in kind.tint:
        return {"material": material, "colour": tint}
    return {"material": material, "colour": kind.colours.get(material) or MATERIALS[material].colour}


def _built(word: str, fields: Fields, look: Mapping[str, str]) -> Iterator[Part]:
    yield BUILDERS[word](fields, look)


def _box(fields: Fields, look: Mapping[str, str]) -> Part:
    return Box(at=_spot(fields["at"]), size=_spot(fields["size"]), round=fields["round"], lean=fields["lean"], **look)


def _cushion(fields: Fields, look: Mapping[str, str]) -> Part:
    return Cushion(at=_spot(fields["at"]), size=_spot(fields["size"]), soft=fields["soft"], lean=fields["lean"], **look)


def _pillow(fields: Fields, look: Mapping[str, str]) -> Part:
    return Pillow(axis=fields["axis"], at=_spot(fields["at"]), size=_spot(fields["size"]), lean=fields["lean"], **look)


def _extrusion(fields: Fields, look: Mapping[str, str]) -> Part:
    outline = outlined(fields["outline"])
    if double_area(outline) < 0:
        outline = outline[::-1]
    return Extrusion(axis=fields["axis"], outline=outline, start=fields["start"], length=fields["length"], **look)


def _loft(fields: Fields, look: Mapping[str, str]) -> Part:
    rings = tuple(_ring(ring) for ring in fields["rings"])
    return Loft(rings=rings, outline=outlined(fields["outline"]), closed=fields["closed"], **look)


def _ring(ring: list[int]) -> Ring:
    x, y, half_width, half_depth, z, *corner = ring
    return x, y, max(half_width, 0), max(half_depth, 0), z, max(corner[0], 0) if corner else ELLIPSE


def _lathe(fields: Fields, look: Mapping[str, str]) -> Part:
    x, y, z = fields["at"]
    rings = tuple(_ring([x, y, radius, radius, z + height]) for radius, height in fields["profile"])
    return Loft(rings=rings, outline=(), closed=False, **look)


def _cylinder(fields: Fields, look: Mapping[str, str]) -> Part:
    x, y, z = fields["at"]
    height, radius = fields["height"], fields["radius"]
    top = radius if fields["radius_top"] is None else fields["radius_top"]
    if fields["axis"] == "z":
        rings = (_ring([x, y, radius, radius, z]), _ring([x, y, top, top, z + height]))
        return Loft(rings=rings if height > 0 else rings[:1], outline=(), closed=False, **look)
    end = (x + height, y, z) if fields["axis"] == "x" else (x, y + height, z)
    return Rod(a=(x, y, z), b=end, radius=radius, radius_b=top, **look)


def _ball(fields: Fields, look: Mapping[str, str]) -> Part:
    (x, y, z), (width, depth, height) = fields["at"], fields["size"]
    rings = (
        _ring(
            [
                x,
                y,
                turned(width, cosine(degrees)) // 2,
                turned(depth, cosine(degrees)) // 2,
                z + turned(height, cosine(degrees - 90)) // 2,
            ]
        )
        for degrees in range(-90, 91, BALL_STEP_DEG)
    )
    return Loft(rings=tuple(rings), outline=(), closed=False, **look)


def _rod(fields: Fields, look: Mapping[str, str]) -> Part:
    radius_b = fields["radius"] if fields["radius_b"] is None else fields["radius_b"]
    return Rod(a=_spot(fields["a"]), b=_spot(fields["b"]), radius=fields["radius"], radius_b=radius_b, **look)


def _leaf(fields: Fields, look: Mapping[str, str]) -> Part:
    return Leaf(a=_spot(fields["a"]), b=_spot(fields["b"]), width=fields["width"], droop=fields["droop"], **look)


BUILDERS: Mapping[str, Callable[[Fields, Mapping[str, str]], Part]] = {
    "box": _box,
    "cushion": _cushion,
    "pillow": _pillow,
    "extrusion": _extrusion,
    "loft": _loft,
    "lathe": _lathe,
    "cylinder": _cylinder,
    "ball": _ball,
    "rod": _rod,
    "leaf": _leaf,
}


def outlined(points: list[Any]) -> tuple[Flat, ...]:
    """Points and arcs ["A", x, y, radius, radius, from, to] (degrees, at steps of at most 10) as whole-mm points."""
    return without_repeats(point for entry in points for point in _facets(entry))


def _facets(entry: list[Any]) -> Iterator[Flat]:
    if entry[0] != "A":
        yield entry[0], entry[1]
        return
    _, x, y, along_x, along_y, start, end = entry
    steps = max(1, (abs(end - start) + ARC_STEP_DEG - 1) // ARC_STEP_DEG)
    for step in range(steps + 1):
        degrees = start + (end - start) * step // steps
        yield x + turned(along_x, cosine(degrees)), y + turned(along_y, cosine(degrees - 90))


def _spot(values: list[int]) -> tuple[int, int, int]:
    if len(values) != 3:
        raise Fault("", "wrong_count", wanted=3, found=len(values))
    x, y, z = values
    return x, y, z
