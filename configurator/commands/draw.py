"""`configurator draw PLAN -o plan.svg` (or `plan.dxf`): the plan as a drawing, or one wall's elevation."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from configurator.commands.deck_argument import add_deck, deck_for
from configurator.commands.plan_argument import add_plan, read_plan
from rooms.drawing.dxf import as_dxf, block_names
from rooms.drawing.elevation import draw_elevation
from rooms.drawing.plan import draw_plan
from rooms.fault import Fault


def add_to(commands: Any) -> None:
    parser = commands.add_parser("draw", help="a plan as SVG or DXF, or one wall's elevation")
    add_plan(parser)
    add_deck(parser)
    parser.add_argument("-o", "--output", required=True, type=Path)
    parser.add_argument("--wall", help="the id of a wall: its elevation instead of the plan")
    parser.add_argument("--side", choices=("left", "right"), default="right")
    parser.add_argument("--level", help="the id of a level; the first one when left out")
    parser.add_argument("--language", choices=("pl", "en"), default="pl")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    plan = read_plan(options.plan, options.unit)
    if options.wall and options.wall not in plan.walls:
        raise Fault(f"walls/{options.wall}", "not_there")
    paints = deck_for(plan, options.deck).hex_of
    if options.wall:
        drawn = draw_elevation(plan, options.wall, options.side, paints=paints, language=options.language)
    else:
        drawn = draw_plan(plan, level=options.level, paints=paints, language=options.language)
    if options.output.suffix.lower() == ".dxf":
        options.output.write_bytes(as_dxf(drawn, block_names(plan)))
    else:
        options.output.write_text(drawn, "utf-8")
