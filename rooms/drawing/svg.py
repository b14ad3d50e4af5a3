"""SVG as text that cannot be broken out of: every name is ours, every value and every word is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NewType

Svg = NewType("Svg", str)
"""Markup made in this module; plain text becomes Svg by `words` alone."""

NOTHING = Svg("")

Point = tuple[float, float]

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, *children: Svg, **attributes: str | float | None) -> Svg:
    """One element; `stroke_width=2` writes `stroke-width="2"`, None writes nothing. No style is ever written."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not children:
        return Svg(f"<{name}{written}/>")
    return Svg(f"<{name}{written}>{joined(children)}</{name}>")


def document(*children: Svg, **attributes: str | float | None) -> str:
    """A whole SVG document."""
    return element("svg", *children, xmlns="http://www.w3.org/2000/svg", **attributes)


def joined(parts: Iterable[Svg]) -> Svg:
    return Svg("".join(parts))


def layer(name: str, *children: Svg, **attributes: str | float | None) -> Svg:
    """A named group, or nothing when there is nothing in it."""
    held = [child for child in children if child]
    return element("g", *held, data_layer=name, **attributes) if held else NOTHING


def words(text: str) -> Svg:
    """A person's text, made harmless."""
    return Svg(escape(NOT_XML.sub("", text), quote=True))


def number(value: float) -> str:
    """At most two decimals and no more signs than needed: 12, 12.5, -0.25."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def line(points: Sequence[Point]) -> str:
    """Path data of an open line."""
    return "M" + "L".join(at(point) for point in points)


def ring(points: Sequence[Point]) -> str:
    """Path data of a closed outline."""
    return line(points) + "Z"


def arc(start: Point, stop: Point, radius: float, *, clockwise: bool) -> str:
    """Path data of the shorter arc from start to stop."""
    return f"M{at(start)}A{number(radius)} {number(radius)} 0 0 {int(clockwise)} {at(stop)}"


def _value(value: str | float) -> str:
    return words(value) if isinstance(value, str) else number(value)
