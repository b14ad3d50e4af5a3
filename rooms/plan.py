"""The plan: a checked document and its typed entities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from rooms.description import COLLECTIONS, DESCRIPTION, VERSION, Document, checked
from rooms.entities import (
    Background,
    Block,
    Dimension,
    Dormer,
    Finish,
    Item,
    Label,
    Level,
    Note,
    Opening,
    RoofWindow,
    Slope,
    View,
    Waiver,
    Wall,
)

Entity = TypeVar("Entity")


@dataclass(frozen=True)
class Plan:
    """A checked plan document and its typed entities, keyed by id in the document's order."""

    document: Document

    @classmethod
    def read(cls, document: object) -> Plan:
        """The plan of a whole document; Fault names the first place that is not as described."""
        return cls(checked(document))

    @classmethod
    def empty(cls) -> Plan:
        return cls({"version": VERSION, "plan": {}} | {name: {} for name in COLLECTIONS})

    @property
    def name(self) -> str:
        return str(self._head("name"))

    @property
    def purpose(self) -> str:
        return str(self._head("purpose"))

    @property
    def north_mdeg(self) -> int:
        return int(self._head("north_mdeg"))

    @cached_property
    def levels(self) -> Mapping[str, Level]:
        return self._typed("levels", Level)

    @cached_property
    def walls(self) -> Mapping[str, Wall]:
        return self._typed("walls", Wall)

    @cached_property
    def openings(self) -> Mapping[str, Opening]:
        return self._typed("openings", Opening)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        return self._typed("items", Item)

    @cached_property
    def rooms(self) -> Mapping[str, Label]:
        return self._typed("rooms", Label)

    @cached_property
    def finishes(self) -> Mapping[str, Finish]:
        return self._typed("finishes", Finish)

    @cached_property
    def slopes(self) -> Mapping[str, Slope]:
        return self._typed("slopes", Slope)

    @cached_property
    def skylights(self) -> Mapping[str, RoofWindow]:
        return self._typed("skylights", RoofWindow)

    @cached_property
    def dormers(self) -> Mapping[str, Dormer]:
        return self._typed("dormers", Dormer)

    @cached_property
    def backgrounds(self) -> Mapping[str, Background]:
        return self._typed("backgrounds", Background)

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        return self._typed("notes", Note)

    @cached_property
    def dimensions(self) -> Mapping[str, Dimension]:
        return self._typed("dimensions", Dimension)

    @cached_property
    def waivers(self) -> Mapping[str, Waiver]:
        return self._typed("waivers", Waiver)

    @cached_property
    def solids(self) -> Mapping[str, Block]:
        return self._typed("solids", Block)

    @cached_property
    def views(self) -> Mapping[str, View]:
        return self._typed("views", View)

    @cached_property
    def bodies(self) -> Mapping[str, Wall]:
        """All that stands in the way of a room: the walls, and after them columns and shafts as walls of their own."""
        standing = {block.id: block.as_wall() for block in self.solids.values() if block.stands}
        return MappingProxyType({**self.walls, **standing})

    @cached_property
    def niches(self) -> Mapping[str, tuple[Opening, ...]]:
        """The niches of each wall that has any."""
        held = [one for one in self.openings.values() if one.kind == "niche"]
        return {wall: tuple(one for one in held if one.wall == wall) for wall in {one.wall for one in held}}

    def wall_heights(self, wall: Wall) -> tuple[int, int]:
        """The wall's height in mm at a and at b, taken from its level where it has none of its own."""
        at_a = wall.height if wall.height is not None else self.level_height(wall.level)
        return at_a, wall.height_b if wall.height_b is not None else at_a

    def level_height(self, level: str) -> int:
        found = self.levels.get(level)
        return found.height if found else COLLECTIONS["levels"]["fields"]["height"]["default"]

    def _head(self, name: str) -> Any:
        return self.document.get("plan", {}).get(name, DESCRIPTION["plan"][name]["default"])

    def _typed(self, collection: str, kind: type[Entity]) -> Mapping[str, Entity]:
        fields = COLLECTIONS[collection]["fields"]
        held = self.document.get(collection, {})
        return MappingProxyType({id_: _entity(kind, id_, entity, fields) for id_, entity in held.items()})


def _entity(kind: Callable[..., Entity], id_: str, values: Mapping[str, Any], fields: Mapping[str, Any]) -> Entity:
    known = {
        ("from_" if name == "from" else name): _frozen(values.get(name, rule.get("default")))
        for name, rule in fields.items()
    }
    return kind(id=id_, **known)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
