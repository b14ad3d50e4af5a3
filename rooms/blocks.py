"""Columns, shafts and bulkheads as things: to be told by their kinds' names, and drawn where no wall's face is."""

from __future__ import annotations

from collections.abc import Iterator

from rooms.entities import Block, Item
from rooms.plan import Plan

PLAIN = "dropped_ceiling"
"""No kind of furniture: what is of it is drawn as a plain box, without the lamps that a bought bulkhead has."""
LEAST_MM = 1


def named(block: Block, plan: Plan) -> Item:
    """The thing that a person sees in it, under the kind whose name it bears."""
    return _item(block, plan, "round_column" if block.round and block.kind == "column" else block.kind)


def hanging(plan: Plan) -> Iterator[Item]:
    """The bulkheads: plain boxes from their lower edge to the ceiling."""
    yield from (_item(block, plan, PLAIN) for block in plan.solids.values() if not block.stands)


def all_plain(plan: Plan) -> Iterator[Item]:
    """Columns, shafts and bulkheads as plain boxes."""
    yield from (_item(block, plan, PLAIN) for block in plan.solids.values())


def _item(block: Block, plan: Plan, kind: str) -> Item:
    top = plan.level_height(block.level) if block.z_to is None else block.z_to
    low = 0 if block.stands else min(block.z_from, top - LEAST_MM)
    width, deep = block.size
    return Item(
        id=block.id,
        level=block.level,
        kind=kind,
        at=block.at,
        turn_mdeg=block.turn_mdeg,
        mirrored=False,
        size=(width, width if block.round and block.stands else deep, top - low),
        elevation=low,
        name="",
        tint=None,
        host=None,
        product=None,
        group=None,
        locked=False,
    )
