"""A home's pieces, groups dissolved: furniture, lights, shelves, doors and windows, each where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from rooms.entities import Point
from rooms.exchange.gathering import Gathering, in_place
from rooms.exchange.sweethome_levels import Storeys
from rooms.exchange.sweethome_xml import flag, length, point, turn
from rooms.fault import Fault

GROUP = "furnitureGroup"
OPENING = "doorOrWindow"
SINGLE = ("pieceOfFurniture", "light", "shelfUnit", OPENING)
MOST_GROUPS_DEEP = 50


@dataclass(frozen=True)
class Piece:
    """A piece in the plan's frame: mm, thousandths of a degree; its own frame has the back up and the front down."""

    element: Element
    place: str
    level: str
    at: Point
    turn_mdeg: int
    mirrored: bool
    size: tuple[int, int, int]
    elevation: int

    @cached_property
    def name(self) -> str:
        return self.element.get("name", "").strip()

    @cached_property
    def catalog_id(self) -> str:
        return self.element.get("catalogId", "")

    @property
    def leaning(self) -> bool:
        return any(name in self.element.attrib for name in ("pitch", "roll"))

    @property
    def opening(self) -> bool:
        return self.element.tag == OPENING


def read_pieces(home: Element, storeys: Storeys, gathering: Gathering) -> list[Piece]:
    """Every visible piece that has a place and a size, in the home's order; the others are noted."""
    found = []
    for element, level in _dissolved(home, storeys, gathering):
        place = _place(element)
        try:
            found.append(_read(element, place, storeys.of(element, gathering, place, level)))
        except Fault as fault:
            gathering.note(place, fault.reason)
    return found


def _dissolved(home: Element, storeys: Storeys, gathering: Gathering) -> Iterator[tuple[Element, str | None]]:
    """The single pieces; what stands in a group has its place in the home's frame already, and the group's level."""
    waiting: list[tuple[Element, str | None, int]] = [(child, None, 0) for child in reversed(home)]
    while waiting:
        element, level, depth = waiting.pop()
        if element.tag not in (GROUP, *SINGLE):
            continue
        if not flag(element, "visible", missing=True):
            gathering.note(_place(element), "hidden", count=_singles(element))
        elif element.tag != GROUP:
            yield element, level
        elif depth >= MOST_GROUPS_DEEP:
            gathering.note(_place(element), "too_deep", count=_singles(element))
        else:
            inner = storeys.of(element, gathering, _place(element), level)
            waiting.extend((child, inner, depth + 1) for child in reversed(element))


def _singles(element: Element) -> int:
    return sum(1 for inner in element.iter() if inner.tag in SINGLE)


def _place(element: Element) -> str:
    kind = "openings" if element.tag == OPENING else "pieces"
    return f"{kind}/{in_place(element.get('name') or element.get('catalogId') or element.get('id') or 'unnamed')}"


def _read(element: Element, place: str, level: str) -> Piece:
    width, depth, height = (_measure(element, name) for name in ("width", "depth", "height"))
    return Piece(
        element,
        place,
        level,
        at=point(element),
        turn_mdeg=turn(element),
        mirrored=flag(element, "modelMirrored"),
        size=(width, depth, height),
        elevation=length(element, "elevation", 0.0),
    )


def _measure(element: Element, name: str) -> int:
    """A leaning piece tells the measures of its footprint and its top apart."""
    leaning = f"{name}InPlan"
    return length(element, leaning if leaning in element.attrib else name)
