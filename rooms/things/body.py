"""The outlines of products that have a 3D model of their own: their symbols in plans and on walls.

The browser's twin is `static/js/plan/body_symbol.js`: the same whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rooms.entities import Item
from rooms.models.silhouette import Outlines, Rings
from rooms.things.symbol import Stroke


@dataclass(frozen=True)
class Body:
    """A model's outlines at its own `size` in mm, and whom it is owed to."""

    size: tuple[int, int, int]
    outlines: Outlines
    author: str = ""
    licence: str = ""


Bodies = Mapping[str, Body]
"""By the product's number."""
NO_BODIES: Bodies = {}


def body_of(item: Item, bodies: Bodies) -> Body | None:
    """The own model of the product that the item is."""
    product: Mapping[str, Any] = item.product or {}
    return bodies.get(product.get("sku", ""))


def body_symbol(body: Body, size: tuple[int, int, int]) -> tuple[Stroke, ...]:
    """From above, stretched to the size: x right, y down, mm, about the middle."""
    return _strokes(body.outlines.top, body.outlines.top_lines, (size[0], body.size[0]), (size[1], body.size[1]))


def body_front(body: Body, size: tuple[int, int, int]) -> tuple[Stroke, ...]:
    """From the front, stretched to the size: x right, y = -z, mm, the underside on y = 0."""
    return _strokes(body.outlines.front, body.outlines.front_lines, (size[0], body.size[0]), (size[2], body.size[2]))


def body_back(body: Body, size: tuple[int, int, int]) -> tuple[Stroke, ...]:
    """From the back, as it lies from the front: the whole alone."""
    return _strokes(body.outlines.front, (), (size[0], body.size[0]), (size[2], body.size[2]))


def body_side(body: Body, size: tuple[int, int, int]) -> tuple[Stroke, ...]:
    """From the side, the whole alone: x from its back to its front, y = -z; of a model without a side nothing."""
    return _strokes(body.outlines.side, (), (size[1], body.size[1]), (size[2], body.size[2]))


def _strokes(whole: Rings, lines: Rings, across: tuple[int, int], down: tuple[int, int]) -> tuple[Stroke, ...]:
    """The whole as one path, so that holes stay open, and the lines within it; nothing of what covers nothing."""
    found = (Stroke(_way(whole, across, down), "outline", "paper"), Stroke(_way(lines, across, down), "detail", None))
    return tuple(stroke for stroke in found if stroke.d)


def _way(rings: Rings, across: tuple[int, int], down: tuple[int, int]) -> str:
    ways = (
        "M " + " L ".join(f"{_stretched(x, across)} {_stretched(y, down)}" for x, y in ring) + " Z" for ring in rings
    )
    return " ".join(ways)


def _stretched(mm: int, by: tuple[int, int]) -> int:
    """Half up, as the browser does."""
    wanted, own = by
    return (2 * mm * wanted + own) // (2 * own)
