"""How much room is free before a thing: what lies in a rectangle of its own frame, and how near."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.checking.body import Body
from rooms.checking.site import Site

GRAZE_MM = 10
"""What stands beside a thing may reach so far before it."""
TOUCH_MM = 1


@dataclass(frozen=True)
class Hit:
    """What lies in the rectangle, by its bounds in the frame; `body` is None for a wall."""

    left: float
    near: float
    right: float
    far: float
    body: Body | None


@dataclass(frozen=True)
class Place:
    """A rectangle of a body's own frame."""

    x: float
    y: float
    width: float
    depth: float

    def of(self, body: Body) -> BaseGeometry:
        return body.strip(self.x, self.y, self.width, self.depth)


def hits(site: Site, body: Body, place: Place, ignored: Callable[[Body], bool] = lambda _body: False) -> list[Hit]:
    """Walls and bodies in the way within the place, as far as they reach into it."""
    wanted = place.of(body)
    solid: list[tuple[BaseGeometry, Body | None]] = [(wall, None) for wall in site.walls_about(body.level, wanted)]
    solid += [(other.shape, other) for other in site.about(body.room, wanted) if _counts(other, body, ignored)]
    found = (_hit(body, place, shape, other) for shape, other in solid)
    return [hit for hit in found if hit is not None]


def best_depth(found: Iterable[Hit], place: Place, width: float) -> float:
    """How deep the place is free from its y on before that stretch of it, so wide, which is freest."""
    held = list(found)
    starts = [place.x, *(hit.right for hit in held), *(hit.left - width for hit in held)]
    inside = [start for start in starts if place.x - TOUCH_MM <= start <= place.x + place.width - width + TOUCH_MM]
    return max(max(_depth(held, place, start, width) for start in inside), 0.0)


def free_beside(
    site: Site,
    body: Body,
    side: int,
    stretch: tuple[float, float],
    reach: float,
    ignored: Callable[[Body], bool] = lambda _body: False,
) -> tuple[float, list[Hit]]:
    """How far it is free beside the body, right (1) or left (-1) in its frame, between two y; and what is there."""
    low, high = stretch
    place = Place(body.width / 2 if side > 0 else -body.width / 2 - reach, low, reach, high - low)
    found = hits(site, body, place, ignored)
    near = ((hit.left if side > 0 else -hit.right) - body.width / 2 for hit in found)
    return max(min(near, default=reach), 0.0), found


def free_before(
    site: Site,
    body: Body,
    side: int,
    stretch: tuple[float, float],
    reach: float,
    ignored: Callable[[Body], bool] = lambda _body: False,
) -> tuple[float, list[Hit]]:
    """The same before (1) or behind (-1) the body, between two x."""
    low, high = stretch
    place = Place(low, body.depth / 2 if side > 0 else -body.depth / 2 - reach, high - low, reach)
    found = hits(site, body, place, ignored)
    near = ((hit.near if side > 0 else -hit.far) - body.depth / 2 for hit in found)
    return max(min(near, default=reach), 0.0), found


def _depth(found: Iterable[Hit], place: Place, start: float, width: float) -> float:
    across = (hit for hit in found if hit.left < start + width - TOUCH_MM and hit.right > start + TOUCH_MM)
    return min((hit.near - place.y for hit in across), default=place.depth)


def _counts(other: Body, body: Body, ignored: Callable[[Body], bool]) -> bool:
    return other is not body and other.is_in_the_way and not ignored(other)


def _hit(body: Body, place: Place, shape: BaseGeometry, other: Body | None) -> Hit | None:
    rectangle = shapely.box(place.x, place.y, place.x + place.width, place.y + place.depth)
    own = body.own(shape).intersection(rectangle)
    if own.is_empty:
        return None
    left, near, right, far = own.bounds
    return Hit(left, near, right, far, other) if min(right - left, far - near) > TOUCH_MM else None
