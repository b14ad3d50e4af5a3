"""Likeness: whether an entity is really another than it was, and whether a drawing is a copy of another drawing.

A rigid move, a turn, a mirror image and 100 mm are forgiven.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rooms.description import COLLECTIONS
from rooms.entities import Dormer, RoofWindow
from rooms.plan import Plan
from rooms.rigid import Points, best_fit

Fields = Mapping[str, Any]

FORGIVEN_MM = 100
FORGIVEN_MDEG = 2_000
FEWEST = 5
TOGETHER_MM = 150
"""How near two ends must come: 100 mm to the side and along are 141 mm aslant, and the fit itself is never exact."""


@dataclass(frozen=True)
class Shape:
    """What stays of an entity when it is moved, turned or mirrored: its kind, how it looks, its sizes in mm."""

    kind: str
    looks: tuple[object, ...]
    sizes_mm: tuple[int, ...]


def is_really_changed(collection: str, was: Fields, now: Fields, plan: Plan) -> bool:
    """Whether the entity is of another kind, another look or, by more than 100 mm, another size than it was."""
    one, other = shape(collection, was, plan), shape(collection, now, plan)
    new_look = any(look is not None and look != before for before, look in zip(one.looks, other.looks, strict=True))
    return one.kind != other.kind or new_look or not _alike_in_size(one, other)


def _alike_in_size(one: Shape, other: Shape) -> bool:
    pairs = zip(one.sizes_mm, other.sizes_mm, strict=True)
    return all(abs(size - before) <= FORGIVEN_MM for before, size in pairs)


def shape(collection: str, fields: Fields, plan: Plan) -> Shape:
    """The entity's shape; heights that it takes from its level or wall are looked up in the plan."""
    return SHAPES[collection]({**DEFAULTS[collection], **fields}, plan)


def _wall(wall: Fields, plan: Plan) -> Shape:
    at_a = wall["height"] if wall["height"] is not None else plan.level_height(wall["level"])
    at_b = wall["height_b"] if wall["height_b"] is not None else at_a
    thick = wall["thickness"], wall["thickness_b"] or wall["thickness"]
    sizes = (length_mm(wall), min(at_a, at_b), max(at_a, at_b), abs(wall["bulge"]), min(thick), max(thick))
    return Shape("wall", (), sizes)


def _opening(opening: Fields, _plan: Plan) -> Shape:
    depth = opening["depth"] if opening["kind"] == "niche" else 0
    return Shape(opening["kind"], (), (opening["width"], opening["height"], opening["sill"], depth))


def _item(item: Fields, _plan: Plan) -> Shape:
    return Shape(item["kind"], (item["tint"], (item["product"] or {}).get("sku")), tuple(item["size"]))


def _finish(finish: Fields, plan: Plan) -> Shape:
    wall = plan.bodies.get(finish["wall"]) if finish["wall"] else None
    highest = max(plan.wall_heights(wall)) if wall else 0
    top = highest if finish["z_to"] is None else min(finish["z_to"], highest or finish["z_to"])
    return Shape("finish", (finish["paint"], _tile_look(finish["tile"])), (finish["z_from"], top))


def _tile_look(tile: Fields | None) -> object:
    return tile and (*tile["size"], tile["tint"], tile["pattern"], (tile.get("product") or {}).get("sku"))


def _block(block: Fields, plan: Plan) -> Shape:
    top = plan.level_height(block["level"]) if block["z_to"] is None else block["z_to"]
    deep = block["size"][0] if block["round"] else block["size"][1]
    return Shape(block["kind"], (block["round"],), (block["size"][0], deep, block["z_from"], top))


def _slope(slope: Fields, _plan: Plan) -> Shape:
    forgiven_turns = slope["angle_mdeg"] * FORGIVEN_MM // FORGIVEN_MDEG
    return Shape("slope", (), (length_mm(slope), slope["knee"], forgiven_turns))


def _skylight(window: Fields, _plan: Plan) -> Shape:
    return Shape("roof_window", (), (window["width"], window["height"], window["sill"]))


def _dormer(dormer: Fields, _plan: Plan) -> Shape:
    pitch = 0 if dormer["form"] == "flat" else dormer["angle_mdeg"] * FORGIVEN_MM // FORGIVEN_MDEG
    return Shape("dormer", (dormer["form"],), (dormer["width"], dormer["height"], dormer["front"], pitch))


DEFAULTS = {
    collection: {name: rule.get("default") for name, rule in described["fields"].items()}
    for collection, described in COLLECTIONS.items()
}
SHAPES = {
    "walls": _wall,
    "openings": _opening,
    "items": _item,
    "finishes": _finish,
    "slopes": _slope,
    "skylights": _skylight,
    "dormers": _dormer,
    "solids": _block,
}


def length_mm(line: Fields) -> int:
    """The length from a to b, to the nearest mm."""
    return math.floor(math.dist(line["a"], line["b"]) + 0.5)


@dataclass(frozen=True)
class Drawing:
    """Some entities of a plan, by their paths, to be laid upon another drawing."""

    plan: Plan
    paths: tuple[str, ...]

    @classmethod
    def of(cls, plan: Plan) -> Drawing:
        """All of the plan that has a shape."""
        return cls(plan, tuple(f"{name}/{id_}" for name in SHAPES for id_ in plan.document.get(name, {})))

    @cached_property
    def pieces(self) -> list[_Piece]:
        placed = ((path, _ends(self.plan, *path.split("/"))) for path in self.paths)
        return [_Piece(path, _shape_at(self.plan, path), ends) for path, ends in placed if ends]

    @cached_property
    def lines(self) -> Points:
        return np.array([piece.ends for piece in self.pieces], dtype=complex).reshape(-1, 2)


def copied(drawn: Drawing, original: Drawing) -> frozenset[str]:
    """Of the entities drawn, those that stand in the original too, moved, turned or mirrored as one.

    None, unless they are five or more and half of what was drawn or half of the original; finishes do not count there.
    """
    mine, theirs = drawn.pieces, original.pieces
    enough = max(FEWEST, math.ceil(min(len(mine), len(theirs)) / 2))
    pairs = best_fit(drawn.lines, original.lines, _alike(mine, theirs), enough=enough, within_mm=TOGETHER_MM)
    found = {mine[one].path: theirs[other].path for one, other in pairs.items()}
    finishes = (path for path in drawn.paths if found and path.startswith("finishes/"))
    return frozenset(found) | {path for path in finishes if _is_copied_finish(drawn.plan, path, original.plan, found)}


@dataclass(frozen=True)
class _Piece:
    """An entity as a line in the plane: a wall from end to end, an item or an opening along its width."""

    path: str
    shape: Shape
    ends: tuple[complex, complex]

    @property
    def sort(self) -> tuple[str, str]:
        return self.path.split("/")[0], self.shape.kind


def _shape_at(plan: Plan, path: str) -> Shape:
    collection, id_ = path.split("/")
    return shape(collection, plan.document[collection][id_], plan)


def _ends(plan: Plan, collection: str, id_: str) -> tuple[complex, complex] | None:
    if collection in ("walls", "slopes"):
        line = plan.walls[id_] if collection == "walls" else plan.slopes[id_]
        return complex(*line.a), complex(*line.b)
    if collection in ("items", "solids"):
        item = plan.items[id_] if collection == "items" else plan.solids[id_]
        half = cmath.rect(item.size[0] / 2, math.radians(item.turn_mdeg / 1000))
        return complex(*item.at) - half, complex(*item.at) + half
    if collection in ("skylights", "dormers"):
        return _ends_in_slope(plan, plan.skylights[id_] if collection == "skylights" else plan.dormers[id_])
    return _opening_ends(plan, id_) if collection == "openings" else None


def _opening_ends(plan: Plan, id_: str) -> tuple[complex, complex] | None:
    opening = plan.openings[id_]
    if not (wall := plan.walls.get(opening.wall)) or wall.a == wall.b:
        return None
    near, far = (wall.a, wall.b) if opening.from_ == "a" else (wall.b, wall.a)
    along = complex(*far) - complex(*near)
    along /= abs(along)
    return complex(*near) + along * opening.offset, complex(*near) + along * (opening.offset + opening.width)


def _ends_in_slope(plan: Plan, held: RoofWindow | Dormer) -> tuple[complex, complex] | None:
    """Along the slope's line, below the window or the dormer."""
    if not (slope := plan.slopes.get(held.slope)) or slope.a == slope.b:
        return None
    along = complex(*slope.b) - complex(*slope.a)
    along /= abs(along)
    return complex(*slope.a) + along * held.offset, complex(*slope.a) + along * (held.offset + held.width)


def _alike(mine: Sequence[_Piece], theirs: Sequence[_Piece]) -> NDArray[np.bool_]:
    """Which of mine are of the kind and size of which of theirs."""
    alike = np.zeros((len(mine), len(theirs)), dtype=bool)
    for sort in {piece.sort for piece in mine} & {piece.sort for piece in theirs}:
        rows = [number for number, piece in enumerate(mine) if piece.sort == sort]
        columns = [number for number, piece in enumerate(theirs) if piece.sort == sort]
        ones = np.array([mine[row].shape.sizes_mm for row in rows])
        others = np.array([theirs[column].shape.sizes_mm for column in columns])
        alike[np.ix_(rows, columns)] = (abs(ones[:, None] - others[None]) <= FORGIVEN_MM).all(axis=-1)
    return alike


def _is_copied_finish(plan: Plan, path: str, original: Plan, found: Mapping[str, str]) -> bool:
    """Whether a copied wall, or a floor or ceiling, has in the original the same paint or tile."""
    mine, look = plan.finishes[path.split("/")[1]], _shape_at(plan, path).looks
    wall = found.get(f"walls/{mine.wall}")
    return any(
        _shape_at(original, f"finishes/{other.id}").looks == look
        for other in original.finishes.values()
        if f"walls/{other.wall}" == wall or (mine.face is not None and other.face == mine.face)
    )
