"""The quantities of a plan as data: each number with its origin, and the reason where one is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from configurator.quantities.cost import cost_gr
from configurator.quantities.said import amount_said, bars_said, count_said, said, tile_unknown
from rooms.outline import Found
from rooms.plan import Plan
from rooms.quantities.bars import Bars
from rooms.quantities.skirting import skirting_of
from rooms.quantities.worktops import worktops_of
from rooms.surfaces import Surfaces
from rooms.tiling.materials import Amount
from rooms.tiling.need import USUAL, Rules, TileNeed, tiling_need
from rooms.tiling.surface import Tiled
from rooms.tiling.trims import edges_by_kind

Told = dict[str, Any]


def quantities_told(plan: Plan, found: Found, surfaces: Surfaces, rules: Rules = USUAL) -> Told:
    """`tiling`, `skirting` and `worktops`; lengths in mm, weights in grams, prices in grosze."""
    need = tiling_need(plan, found, surfaces, rules)
    skirting, worktops = skirting_of(plan, found, surfaces), worktops_of(plan, found)
    edges = edges_by_kind(need.trims)
    return {
        "tiling": {
            "rules": vars(rules) | {"origin": _rules_said(rules)},
            "tiles": [_tile(one, found) for one in need.tiles],
            "trims": {
                "edges_mm": {edge: round(mm) for edge, mm in edges.items()},
                **_bars(need.trim_bars),
                "origin": said("origin_trims"),
            },
        },
        "skirting": {
            "rooms": [
                {
                    "room": found.rooms[room.room].name,
                    "level": found.rooms[room.room].level,
                    "length_mm": round(room.length_mm),
                    "pieces_mm": [round(mm) for mm in room.pieces_mm],
                }
                for room in skirting.rooms
            ],
            **_bars(skirting.bars),
            "origin": said("origin_skirting"),
        },
        "worktops": {
            "runs": [
                {
                    "room": found.rooms[run.room].name if run.room is not None else None,
                    "length_mm": round(run.length_mm),
                    "depth_mm": run.depth_mm,
                    "top_mm": run.top_mm,
                }
                for run in worktops.runs
            ],
            **_bars(worktops.bars),
            "origin": said("origin_worktops"),
        },
    }


def _rules_said(rules: Rules) -> Mapping[str, str]:
    covered = said("rule_without_covered" if rules.skip_covered else "rule_behind")
    reveals = said("rule_with_reveals" if rules.reveals else "rule_without_reveals")
    return {lang: f"{covered[lang]} {reveals[lang]}" for lang in covered}


def _tile(need: TileNeed, found: Found) -> Told:
    count = need.count
    told: Told = {
        "tile": dict(need.tile),
        "area_mm2": round(need.area_mm2),
        "surfaces": [_surface(one, found, is_counted=count is not None) for one in need.surfaces],
        "adhesive": _amounts("adhesive", [need.adhesive] if need.adhesive else []),
        "grout": _amounts("grout", need.grout),
        "reveals_mm2": round(need.reveals_mm2),
        "unknown": list(tile_unknown(need)),
    }
    if count is None:
        return told
    names = ("whole", "cut", "from_offcuts", "needed", "spare_percent", "spare", "to_buy", "by_area", "packs")
    return (
        told
        | {name: getattr(count, name) for name in names}
        | {
            "per_pack": count.pack.tiles if count.pack else None,
            "price_gr": cost_gr(need, need.tile.get("sold_by")),
            "origin": count_said(count),
        }
    )


def _surface(one: Tiled, found: Found, *, is_counted: bool) -> Told:
    told: Told = {
        "finish": one.finish,
        "room": found.rooms[one.room].name,
        "level": found.rooms[one.room].level,
        "face": one.face,
        "wall": one.wall,
        "side": one.side,
        "from_mm": round(one.from_mm),
        "area_mm2": round(one.outline.area),
    }
    return told | ({"whole": one.layout.whole_count, "cut": one.layout.cut_count} if is_counted else {})


def _amounts(of: str, amounts: Iterable[Amount]) -> list[Told]:
    return [
        {"grams": one.grams, "packs": one.packs, "pack_g": one.pack_g, "origin": amount_said(of, one)}
        for one in amounts
    ]


def _bars(bars: Bars) -> Told:
    return {
        "stock_mm": bars.stock_mm,
        "bars": bars.count,
        "cuts_mm": bars.cuts,
        "waste_mm": bars.waste_mm,
        "bars_origin": bars_said(bars) if bars.count else None,
    }
