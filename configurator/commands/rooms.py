"""`configurator rooms PLAN`: the rooms found in a plan, and what has lost its place."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from configurator.commands.plan_argument import add_plan, put_json, read_plan
from rooms.outline import Room, find_rooms
from rooms.surfaces.ceilings import area_below, roofs_of


def add_to(commands: Any) -> None:
    parser = commands.add_parser("rooms", help="the rooms found in a plan, with areas")
    add_plan(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    plan = read_plan(options.plan, options.unit)
    found, over = find_rooms(plan), roofs_of(plan)
    rooms = [_told(room) | {"low_mm2": area_below(plan, room, over.get(room.level, ()))} for room in found.rooms]
    put_json({"rooms": rooms, "loose": [asdict(loose) for loose in found.loose]})


def _told(room: Room) -> dict[str, Any]:
    return {
        "name": room.name,
        "use": room.use,
        "level": room.level,
        "area_mm2": room.area_mm2,
        "perimeter_mm": room.perimeter_mm,
        "polygon": room.polygon,
        "holes": room.holes,
    }
