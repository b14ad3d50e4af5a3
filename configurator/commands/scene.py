"""`configurator scene PLAN -o room.glb|room.html`: the room in 3D, as binary glTF or one offline page."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from configurator.assets import DIST, manifest
from configurator.commands.deck_argument import add_deck, deck_for
from configurator.commands.plan_argument import add_plan, read_plan
from rooms.fault import Fault
from rooms.pictures.glb import glb
from rooms.pictures.glb_guest import OwnModel
from rooms.pictures.viewer import viewer_html
from rooms.plan import Plan
from rooms.scene import describe


def add_to(commands: Any) -> None:
    parser = commands.add_parser("scene", help="the room in 3D: .glb, or an offline .html")
    add_plan(parser)
    add_deck(parser)
    parser.add_argument("-o", "--output", required=True, type=Path)
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="products' own models there, each <sku>.glb")
    parser.add_argument("--level", help="the id of a level; all of them when left out")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    plan = read_plan(options.plan, options.unit)
    scene = describe(plan, options.level, deck_for(plan, options.deck).hex_of)
    models = dict(models_in(options.models, plan)) if options.models else {}
    if options.output.suffix == ".glb":
        options.output.write_bytes(glb(scene, models))
    elif options.output.suffix == ".html":
        bundle = (DIST / manifest()["js/pages/viewer.js"]["file"]).read_text("utf-8")
        title = plan.name or options.output.stem
        options.output.write_text(viewer_html(scene, bundle, title=title, models=models), "utf-8")
    else:
        raise Fault("--output", "not_a_choice", choices=".glb, .html")


def models_in(folder: Path, plan: Plan) -> Iterator[tuple[str, OwnModel]]:
    """Of the things whose product has a file in the folder."""
    held = {file.stem: OwnModel.of_file(file.read_bytes()) for file in sorted(folder.glob("*.glb"))}
    for id_, item in plan.items.items():
        if item.product and (own := held.get(item.product["sku"])):
            yield id_, own
