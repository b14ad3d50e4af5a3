"""`configurator quantities PLAN`: areas, litres, tins, tiles, skirting, worktops and the shopping list."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from configurator.commands.deck_argument import add_deck, deck_for
from configurator.commands.plan_argument import add_plan, put_json, read_plan
from configurator.exports.tins import RESERVE_PERCENT, need_in
from configurator.quantities.told import quantities_told
from rooms.fault import Fault
from rooms.outline import Room, find_rooms
from rooms.quantities import Counted, PaintArea, Patch, Quantities, TileArea
from rooms.surfaces import find_surfaces
from rooms.tiling.need import USUAL, Rules
from rooms.tiling.offcuts import REUSES
from samples.deck import Deck


def add_to(commands: Any) -> None:
    parser = commands.add_parser("quantities", help="areas, litres, tins, tiles and the shopping list")
    add_plan(parser)
    add_deck(parser)
    parser.add_argument("--reuse", choices=REUSES, help="how off-cuts are used once more, for all tiles")
    parser.add_argument("--spare", type=int, metavar="PERCENT", help="tiles to spare, for all of them")
    parser.add_argument("--kerf", type=int, default=USUAL.kerf_mm, metavar="MM", help="what the saw takes at a cut")
    parser.add_argument("--without-covered", action="store_true", help="no tiles behind baths and cabinets")
    parser.add_argument("--with-reveals", action="store_true", help="tiles on the sides of windows and doors too")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    plan = read_plan(options.plan, options.unit)
    deck = deck_for(plan, options.deck)
    found = find_rooms(plan)
    surfaces = find_surfaces(plan, found)
    counted = Quantities(plan, found, surfaces)
    put_json(
        {
            "paints": [_paint(area, found.rooms, deck) for area in counted.paints],
            "floors": [_floor(area, found.rooms) for area in counted.floors],
            "tiles": [_tile(area, found.rooms) for area in counted.tiles],
            "items": [_item(one, found.rooms) for one in counted.items],
        }
        | quantities_told(plan, found, surfaces, _rules(options))
    )


def _rules(options: argparse.Namespace) -> Rules:
    """Refused for shares and kerfs that no tiler knows."""
    for name, value, most in (("spare", options.spare, 100), ("kerf", options.kerf, 20)):
        if value is not None and not 0 <= value <= most:
            raise Fault(name, "out_of_range", least=0, most=most)
    return Rules(options.reuse, options.spare, options.without_covered, options.with_reveals, options.kerf)


def _paint(area: PaintArea, rooms: tuple[Room, ...], deck: Deck) -> dict[str, Any]:
    """A paint that the deck does not hold has an area only."""
    told = {"code": area.code, "enamel": area.is_enamel, "net_mm2": area.net_mm2, "where": _where(area.patches, rooms)}
    if (paint := deck.get(area.code)) is None:
        return told
    need = need_in(area, paint)
    tins = {"counts": dict(need.tins.counts), "price_gr": need.tins.price_gr} if need.tins else None
    coats = {"coats": need.coats.count, "why": need.coats.reasons, "primer": need.coats.primer}
    return told | {"name": paint.name, **coats, "ml": need.ml, "primer_ml": need.primer_ml, "tins": tins}


def _floor(area: PaintArea, rooms: tuple[Room, ...]) -> dict[str, Any]:
    """Its colour only: the covering is still to choose, and no paint is bought for it."""
    return {"colour": area.code, "net_mm2": area.net_mm2, "where": _where(area.patches, rooms)}


def _tile(area: TileArea, rooms: tuple[Room, ...]) -> dict[str, Any]:
    with_reserve = -(-area.net_mm2 * (100 + RESERVE_PERCENT) // 100)
    told = {"tile": dict(area.tile), "net_mm2": area.net_mm2, "with_reserve_mm2": with_reserve}
    return told | {"where": _where(area.patches, rooms)}


def _where(patches: Iterable[Patch], rooms: tuple[Room, ...]) -> list[dict[str, Any]]:
    return [
        {
            "room": rooms[patch.room].name,
            "level": rooms[patch.room].level,
            "face": patch.face,
            "wall": patch.wall,
            "side": patch.side,
            "net_mm2": patch.net_mm2,
        }
        for patch in patches
    ]


def _item(one: Counted, rooms: tuple[Room, ...]) -> dict[str, Any]:
    return {
        "room": rooms[one.room].name if one.room is not None else None,
        "kind": one.item.kind,
        "name": one.item.name,
        "size": one.item.size,
        "count": one.count,
        "product": dict(one.item.product) if one.item.product else None,
        "price_gr": one.price_gr,
    }
