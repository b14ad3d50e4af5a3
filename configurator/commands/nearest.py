"""`configurator nearest '#a7b59e'`: the paints of the deck that look most like a colour."""

from __future__ import annotations

import argparse
from typing import Any

from configurator.commands.deck import deck_named
from configurator.commands.plan_argument import put_json
from rooms.fault import Fault
from samples.colour.notation import parse_colour
from samples.nearest import nearest


def add_to(commands: Any) -> None:
    parser = commands.add_parser("nearest", help="the paints that look most like a colour")
    parser.add_argument("colour", help="#a7b59e, lab 62 -8 12 or lch 62 14 120")
    parser.add_argument("-n", type=int, default=5)
    parser.add_argument("--store", help="the short name of a store whose colours count; else the demonstration deck")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    lab = parse_colour(options.colour)
    if lab is None:
        raise Fault("colour", "not_a_colour")
    if not 1 <= options.n <= 100:
        raise Fault("-n", "out_of_range", least=1, most=100)
    put_json(
        [
            {"code": near.paint.code, "name": near.paint.name, "hex": near.paint.hex, "delta_e": round(near.delta_e, 2)}
            for near in nearest(deck_named(options.store), lab, options.n)
        ]
    )
