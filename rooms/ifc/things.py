"""Things as furniture, sanitary ware, appliances and lights: alike ones share their bodies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from rooms.entities import Item
from rooms.ifc.model import Model, Storey
from rooms.ifc.rooms import path_of
from rooms.ifc.step import Ref, Typed, Word
from rooms.kinds import KINDS
from rooms.outline import Found
from rooms.pictures.solids import item_solids, opening_solids
from rooms.plan import Plan

CLASSES: Mapping[str, tuple[str, str]] = json.loads(Path(__file__).with_name("classes.json").read_text("utf-8"))
"""The class of a kind and its predefined type; of the others the category tells the class."""
PROXY = "IfcBuildingElementProxy"
BY_CATEGORY = {"technical": PROXY, "building": PROXY, "light": "IfcLightFixture"}
STRANGERS = ("box",)
OWN_SET = "Zacznij_Thing"
SIZES = ("Width", "Depth", "Height")


class Things:
    """Writes the things of a scene; `spaces` are the rooms written before, by their places in `found`."""

    def __init__(self, model: Model, plan: Plan, found: Found, spaces: Mapping[int, Ref], language: str) -> None:
        self._model, self._plan, self._found = model, plan, found
        self._spaces, self._language = spaces, language
        self._maps: dict[str, Ref] = {}

    def write(self, storey: Storey, level: str, look: Mapping[str, Any]) -> None:
        """A thing of the scene, in the room that it stands in."""
        item = self._plan.items.get(look["id"])
        kind = KINDS.get(look["kind"])
        name = (item.name if item else "") or (kind.names[self._language].one if kind else look["kind"])
        path, (entity, sort) = ("items", look["id"]), class_of(look["kind"])
        ref = self._model.element(
            entity, path, name, look["kind"], self._frame(storey, level, look), self._shape(look), sort and Word(sort)
        )
        self._put(storey, level, look, ref)
        if item:
            self._tell_sizes(item, path, ref)
            self._tell_product(item, path, ref)

    def write_roof_window(self, storey: Storey, level: str, look: Mapping[str, Any]) -> None:
        """A window that leans in a slope."""
        solids = list(opening_solids({**look, "turn_mdeg": 0, "at": (0, 0, 0)}, 0.0))
        shape = self._model.shapes.shape(self._model.shapes.mesh(solids), "Tessellation")
        sizes = float(look["height"]), float(look["width"])
        kinds = Word("SKYLIGHT"), Word("SINGLE_PANEL"), None
        frame = self._frame(storey, level, look)
        path = ("openings", look["id"])
        ref = self._model.element("IfcWindow", path, "", look["kind"], frame, shape, *sizes, *kinds)
        self._model.put(storey.ref, storey.path, ref)

    def _frame(self, storey: Storey, level: str, look: Mapping[str, Any]) -> Ref:
        turn, (x, y, z) = look["turn_mdeg"] * pi / 180_000, look["at"]
        spot = float(x), -float(y), float(z - self._plan.levels[level].elevation)
        return self._model.frame(spot, (cos(turn), -sin(turn), 0.0), storey.frame)

    def _shape(self, look: Mapping[str, Any]) -> Ref:
        key = json.dumps([look[name] for name in ("kind", "size", "tint", "mirrored")])
        if key not in self._maps:
            self._maps[key] = self._map(look)
        step = self._model.step
        still = step.add(
            "IfcCartesianTransformationOperator3D", None, None, self._model.shapes.point(0, 0, 0), 1.0, None
        )
        return self._model.shapes.shape([step.add("IfcMappedItem", self._maps[key], still)], "MappedRepresentation")

    def _map(self, look: Mapping[str, Any]) -> Ref:
        shapes = self._model.shapes
        held = shapes.step.new(
            "IfcShapeRepresentation", shapes.body, "Body", "Tessellation", shapes.mesh(list(item_solids(look)))
        )
        return shapes.step.add("IfcRepresentationMap", shapes.placement((0.0, 0.0, 0.0)), held)

    def _put(self, storey: Storey, level: str, look: Mapping[str, Any], ref: Ref) -> None:
        place = self._found.room_at(level, tuple(look["at"][:2]))
        if place is None:
            self._model.put(storey.ref, storey.path, ref)
        else:
            self._model.put(self._spaces[place], path_of(self._found.rooms[place], place), ref)

    def _tell_sizes(self, item: Item, path: tuple[str, ...], ref: Ref) -> None:
        """What a plan knows it by: taps and handles reach out of it."""
        told = {name: Typed("IfcLengthMeasure", float(size)) for name, size in zip(SIZES, item.size, strict=True)}
        self._model.properties(ref, path, OWN_SET, {**told, "Mirrored": Typed("IfcBoolean", item.mirrored)})

    def _tell_product(self, item: Item, path: tuple[str, ...], ref: Ref) -> None:
        if item.product:
            label = partial(Typed, "IfcLabel")
            held = {
                "ArticleNumber": Typed("IfcIdentifier", item.product["sku"]),
                "ModelLabel": label(item.product["name"]),
            }
            self._model.properties(ref, path, "Pset_ManufacturerTypeInformation", held)


def class_of(kind: str) -> tuple[str, str | None]:
    """The IFC class of a kind and its predefined type, where there is one."""
    if kind in CLASSES:
        entity, sort = CLASSES[kind]
        return entity, sort
    known = KINDS.get(kind)
    if known is None or kind in STRANGERS:
        return PROXY, None
    return BY_CATEGORY.get(known.category, "IfcFurniture"), None
