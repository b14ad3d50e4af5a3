"""Rooms to draw, and drawings to read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from rooms.plan import Plan

SVG = "{http://www.w3.org/2000/svg}"
HALF = 60


def room(width: int = 5200, depth: int = 4000, **collections: Any) -> Plan:
    """A room of inner sides with walls of 120: w1 above, w2 right, w3 below, w4 left, their right sides inside."""
    corners = [(-HALF, -HALF), (width + HALF, -HALF), (width + HALF, depth + HALF), (-HALF, depth + HALF)]
    walls = {
        f"w{place + 1}": {"level": "l1", "a": list(corners[place]), "b": list(corners[(place + 1) % 4])}
        for place in range(4)
    }
    document: dict[str, Any] = {"version": 1, "plan": {}, "levels": {"l1": {}}, "walls": walls}
    document["rooms"] = {"r1": {"level": "l1", "at": [width // 2, depth // 2], "name": "Salon"}}
    for name, entities in collections.items():
        document[name] = document.get(name, {}) | entities if name != "plan" else entities
    return Plan.read(document)


def item(kind: str, at: list[int], size: list[int], **fields: Any) -> dict[str, Any]:
    return {"level": "l1", "kind": kind, "at": at, "size": size} | fields


PATH = re.compile(r"(?:[MLQA](?:[ ,]?-?\d+(?:\.\d+)?)+|[Z ])+")


def read(svg: str) -> ElementTree.Element:
    """The drawing, whose path data must all be such as a browser draws to the end."""
    root = ElementTree.fromstring(svg)  # noqa: S314 -- our own drawing
    assert [d for path in root.iter(f"{SVG}path") if not PATH.fullmatch(d := path.get("d", ""))] == []
    return root


def layer(svg: str, name: str) -> ElementTree.Element | None:
    return read(svg).find(f".//{SVG}g[@data-layer='{name}']")


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in read(svg).iter(f"{SVG}text")]


def paths(element: ElementTree.Element | None) -> Iterator[ElementTree.Element]:
    if element is not None:
        yield from element.iter(f"{SVG}path")


def numbers(element: ElementTree.Element, name: str) -> list[float]:
    """An attribute's numbers: a viewBox, or a length in mm."""
    return [float(number) for number in element.get(name, "").removesuffix("mm").split()]
