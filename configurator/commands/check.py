"""`configurator check PLAN [--pack NAME…]`: what is wrong with a plan, with sources and ways out."""

from __future__ import annotations

import argparse
from typing import Any

from configurator.commands.deck_argument import add_deck, deck_for
from configurator.commands.plan_argument import add_plan, put_json, read_plan
from rooms.checks import DEFAULT, PACKS, check, packs_named


def add_to(commands: Any) -> None:
    parser = commands.add_parser("check", help="what is wrong with a plan, with sources and ways out")
    add_plan(parser)
    add_deck(parser)
    parser.add_argument("--pack", nargs="+", metavar="NAME", help=f"which packs of numbers: {', '.join(PACKS)}")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when anything was found")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code 1 under --strict with findings that nobody has waived."""
    packs = packs_named(options.pack or DEFAULT)
    plan = read_plan(options.plan, options.unit)
    found = check(plan, packs, colours=deck_for(plan, options.deck).hex_of)
    put_json({"findings": [finding.as_data() for finding in found]})
    return 1 if options.strict and any(finding.waived is None for finding in found) else 0
