"""How many millimetres a drawing's unit has: by its header, held against its doors' widths and its size."""

from __future__ import annotations

from collections.abc import Mapping
from math import pi

from rooms.exchange.dxf_drawing import Bow, Sketch, Stroke
from rooms.fault import Fault

UNITS_MM: Mapping[str, float] = {"mm": 1.0, "cm": 10.0, "dm": 100.0, "m": 1000.0, "in": 25.4, "ft": 304.8}
CODES: Mapping[int, str] = {1: "in", 2: "ft", 4: "mm", 5: "cm", 6: "m", 14: "dm"}
"""$INSUNITS, as the DXF reference of 2018 numbers them."""
DOOR_MM = (550.0, 1300.0)
"""A leaf, as its arc shows it: from a cupboard's or a toilet's to a wide front door's."""
HOUSE_MM = (1_500.0, 300_000.0)
"""The longer side of what is drawn."""


def unit_mm(sketch: Sketch, named: str | None) -> float:
    """The unit's length in mm: the one named, else the header's when doors or the whole are likely then.

    Fault `unit_unknown` at `unit`, with the drawing's longer side and the units that are likely, when neither is.
    """
    if named is not None:
        if named not in UNITS_MM:
            raise Fault("unit", "not_one_of", of=", ".join(UNITS_MM))
        return UNITS_MM[named]
    stated = CODES.get(sketch.units)
    fitting = [unit for unit in UNITS_MM if _is_likely(sketch, UNITS_MM[unit])]
    if stated in fitting:
        return UNITS_MM[stated]
    raise Fault("unit", "unit_unknown", long=round(_longer_side(sketch)), likely=", ".join(fitting))


def is_door_arc(bow: Bow) -> bool:
    """About a quarter of a circle, as a leaf swings."""
    return abs(bow.sweep - pi / 2) <= pi / 12


def _is_likely(sketch: Sketch, unit: float) -> bool:
    """A house by its size, and a leaf among its arcs if it has any."""
    leaves = [bow.radius * unit for bow in sketch.bows if is_door_arc(bow)]
    is_house = HOUSE_MM[0] <= _longer_side(sketch) * unit <= HOUSE_MM[1]
    return is_house and (not leaves or any(DOOR_MM[0] <= leaf <= DOOR_MM[1] for leaf in leaves))


def _longer_side(sketch: Sketch) -> float:
    return max(_breadth(sketch.strokes, 0), _breadth(sketch.strokes, 1))


def _breadth(strokes: list[Stroke], axis: int) -> float:
    places = [point[axis] for one in strokes for point in (one.a, one.b)]
    return max(places, default=0.0) - min(places, default=0.0)
