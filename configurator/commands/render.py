"""`configurator render PLAN --view NAME -o picture.png`: a room in true light, from a view that the plan keeps."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from configurator.commands.deck_argument import add_deck, deck_for
from configurator.commands.plan_argument import add_plan, read_plan
from configurator.commands.scene import models_in
from rooms.entities import View
from rooms.fault import Fault
from rooms.plan import Plan
from rooms.rendering.process import NotDrawn, Wish, frames, is_possible
from rooms.scene import describe


def add_to(commands: Any) -> None:
    parser = commands.add_parser("render", help="a picture of a room in true light (wants the extra `rendering`)")
    add_plan(parser)
    add_deck(parser)
    parser.add_argument("-o", "--output", required=True, type=Path)
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--view", metavar="NAME", help="the name or id of a view from inside that the plan keeps")
    chosen.add_argument("--stand", nargs=3, type=int, metavar=("X", "Y", "DEGREES"), help="mm on the plan; 0 is up")
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="products' own models there, each <sku>.glb")
    parser.add_argument("--light", choices=("model", "sun", "evening"), help="instead of the view's own")
    parser.add_argument("--season", choices=("winter", "between", "summer"), default="between")
    parser.add_argument("--minute", type=int, default=720, help="of the day, by the clock of Warsaw")
    parser.add_argument("--size", nargs=2, type=int, default=(1200, 750), metavar=("WIDTH", "HEIGHT"))
    parser.add_argument("--samples", type=int, default=48, help="for each pixel; more are finer")
    parser.add_argument("--seconds", type=float, default=600, help="after which the picture is what it is then")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    if not is_possible():
        raise Fault("render", "not_installed", extra="rendering")
    plan = read_plan(options.plan, options.unit)
    scene = describe(plan, None, deck_for(plan, options.deck).hex_of)
    models = models_in(options.models, plan)
    wish = Wish((options.size[0], options.size[1]), options.samples, options.seconds)
    try:
        for frame in frames(scene, _view(plan, options), plan.north_mdeg, wish, models):
            sys.stderr.write(f"{frame.share:.0%}\n")
            if frame.png:
                options.output.write_bytes(frame.png)
    except NotDrawn as failed:
        raise Fault("render", "not_drawn", told=str(failed).strip().splitlines()[-1:]) from failed


def _view(plan: Plan, options: argparse.Namespace) -> View:
    if options.stand:
        x, y, degrees = options.stand
        level = next(iter(plan.levels))
        floor, turn = plan.levels[level].elevation, degrees * 1000 % 360_000
        light = options.light or "model"
        return View("", "", level, True, (x, y), floor, turn, 0, 10_000, light, options.season, options.minute)
    found = next((view for view in plan.views.values() if options.view in (view.id, view.name)), None)
    if found is None:
        raise Fault("--view", "not_there", found=options.view)
    return replace(found, light=options.light or found.light)
