"""A home's XML as elements, with limits, and its attributes as our numbers."""

from __future__ import annotations

import math
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from rooms.entities import Point
from rooms.fault import Fault
from rooms.fields import MOST_COORDINATE_MM

ROOT = "home"
MOST_TAGS = 250_000
MOST_ATTRIBUTES = 400_000
MOST_DEPTH = 200
MOST_NUMBER_LETTERS = 40
MOST_RATIO = 100


def home_of(text: bytes) -> Element:
    """The home's element; Fault `damaged_xml`, `hostile_xml`, `too_large`, `too_deep` or `not_a_plan`."""
    if text.count(b"<") > MOST_TAGS or text.count(b"=") > MOST_ATTRIBUTES:
        raise Fault("", "too_large", most=MOST_TAGS)
    try:
        parser = XMLParser(target=_Shallow())
        parser.feed(text)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise Fault("", "hostile_xml") from error
    except ParseError as error:
        raise Fault("", "damaged_xml", line=error.position[0], column=error.position[1]) from error
    except (LookupError, ValueError) as error:
        if isinstance(error, Fault):
            raise
        raise Fault("", "damaged_xml") from error  # an encoding that nobody knows
    if root.tag != ROOT:
        raise Fault("", "not_a_plan")
    return root


class _Shallow(TreeBuilder):
    """Builds elements until they lie too deep."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise Fault("", "too_deep", most=MOST_DEPTH)
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(tag)


def real(element: Element, name: str, missing: float | None = None) -> float:
    """A finite number; Fault `not_a_number` where it is absent without a value for that, or is none."""
    text = element.get(name)
    if text is None and missing is not None:
        return missing
    try:
        value = float(text[:MOST_NUMBER_LETTERS]) if text is not None else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise Fault(name, "not_a_number")
    return value


def ratio(element: Element, name: str, missing: float) -> float:
    """A share of a length, or an angle in radians; Fault as `real`, or `out_of_range`."""
    found = real(element, name, missing)
    if abs(found) > MOST_RATIO:
        raise Fault(name, "out_of_range", most=MOST_RATIO)
    return found


def millimetres(centimetres: float) -> int:
    """The nearest whole millimetre, halves upwards."""
    return math.floor(centimetres * 10 + 0.5)


def length(element: Element, name: str, missing: float | None = None) -> int:
    """A length in mm; Fault as `real`, or `out_of_range` beyond what a coordinate may be."""
    found = real(element, name, missing)
    if abs(found) * 10 > MOST_COORDINATE_MM:
        raise Fault(name, "out_of_range", most=MOST_COORDINATE_MM)
    return millimetres(found)


def point(element: Element, x: str = "x", y: str = "y") -> Point:
    """A place in mm."""
    return length(element, x), length(element, y)


def turn(element: Element, name: str = "angle") -> int:
    """Radians, clockwise as seen on the page, as thousandths of a degree from 0 to 359 999."""
    return math.floor(math.degrees(math.remainder(real(element, name, 0.0), math.tau)) * 1000 + 0.5) % 360_000


def flag(element: Element, name: str, missing: bool = False) -> bool:
    return element.get(name, "true" if missing else "false") == "true"


def rgb(text: str | None) -> str | None:
    """`FFA0DDDF` (opacity, red, green, blue) as `#a0dddf`; None for none, or one that cannot be seen."""
    if text is None or len(text) != 8 or text[:2] == "00":
        return None
    digits = text[2:].lower()
    return f"#{digits}" if set(digits) <= set("0123456789abcdef") else None
