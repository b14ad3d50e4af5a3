"""A kind of furniture or fixture: what all things of it have in common, at every size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rooms.vocabulary.entries import Fields, bound
from rooms.vocabulary.forms import Size
from rooms.vocabulary.shape import Scope, evaluate


@dataclass(frozen=True)
class Names:
    """A kind's name for one, for many, and the other words people search it by."""

    one: str
    many: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class Zone:
    """Room that people need at a thing: a rectangle of the thing's own frame in mm, `at` its least corner.

    `purpose` is moving, sitting, opening or side; `source` names where the number is from; `severity` is standard
    or guideline.
    """

    purpose: str
    at: tuple[int, int]
    size: tuple[int, int]
    source: str
    severity: str


@dataclass(frozen=True, eq=False)
class Kind:
    """What every thing of a kind has in common; sizes are (width, depth, height) in mm.

    `elevation` is the usual height of its underside above the floor, `tint` the materials that an item's own colour
    goes to, `overhang` tells that parts may reach out of the footprint. `sign` tells that the plan symbol is an agreed
    sign, larger than the thing and drawn whole at every height; `widths` are those it is made in, if in steps.
    """

    name: str
    names: Mapping[str, Names]
    category: str
    uses: tuple[str, ...]
    size: Size
    least: Size
    most: Size
    widths: tuple[int, ...]
    elevation: int
    mount: str
    snap: str
    overhang: bool
    sign: bool
    tint: tuple[str, ...]
    colours: Mapping[str, str]
    zones: tuple[Fields, ...]
    let: Fields
    parts: tuple[Any, ...]
    symbol: tuple[Any, ...]
    front: tuple[Any, ...]

    def fits(self, size: Size) -> bool:
        return self.nearest(size) == size

    def nearest(self, size: Size) -> Size:
        """The size within least and most that is nearest to the wanted one."""
        width, depth, height = (
            min(max(wanted, least), most) for wanted, least, most in zip(size, self.least, self.most, strict=True)
        )
        return width, depth, height

    def scope(self, size: Size) -> Scope:
        """The names that the kind's expressions may use at the size."""
        measures = {"size.w": size[0], "size.d": size[1], "size.h": size[2]}
        return bound(measures, self.let, f"kinds/{self.name}/let")


def zones_of(kind: Kind, size: Size) -> tuple[Zone, ...]:
    """The zones that a thing of the kind needs at the size."""
    scope = kind.scope(kind.nearest(size))
    return tuple(_zone(zone, scope, f"kinds/{kind.name}/zones/{place}") for place, zone in enumerate(kind.zones))


def _zone(zone: Fields, scope: Scope, path: str) -> Zone:
    x, y = (evaluate(one, scope, f"{path}/at") for one in zone["at"])
    width, depth = (evaluate(one, scope, f"{path}/size") for one in zone["size"])
    return Zone(zone["purpose"], (x, y), (width, depth), zone["source"], zone["severity"])
