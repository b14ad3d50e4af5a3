"""`configurator scene PLAN -o room.glb|html|obj|ifc`: the room in 3D, for other programs or as one offline page."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from configurator.assets import DIST, manifest
from configurator.commands.deck_argument import add_deck, deck_for
from configurator.commands.plan_argument import add_plan, read_plan
from rooms.fault import Fault
from rooms.ifc import as_ifc
from rooms.pictures.glb import glb
from rooms.pictures.glb_guest import OwnModel
from rooms.pictures.obj import obj
from rooms.pictures.viewer import viewer_html
from rooms.plan import Plan
from rooms.scene import describe
from rooms.scene.site import PaintOf


def add_to(commands: Any) -> None:
    parser = commands.add_parser("scene", help="the room in 3D: .glb, .obj, .ifc, or an offline .html")
    add_plan(parser)
    add_deck(parser)
    parser.add_argument("-o", "--output", required=True, type=Path)
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="products' own models there, each <sku>.glb")
    parser.add_argument("--level", help="the id of a level; all of them when left out")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    write = WRITERS.get(options.output.suffix.lower())
    if write is None:
        raise Fault("--output", "not_a_choice", choices=", ".join(WRITERS))
    plan = read_plan(options.plan, options.unit)
    write(plan, deck_for(plan, options.deck).hex_of, options)


def _write_glb(plan: Plan, paint_of: PaintOf, options: argparse.Namespace) -> None:
    options.output.write_bytes(glb(describe(plan, options.level, paint_of), models_in(options.models, plan)))


def _write_html(plan: Plan, paint_of: PaintOf, options: argparse.Namespace) -> None:
    bundle = (DIST / manifest()["js/pages/viewer.js"]["file"]).read_text("utf-8")
    scene, models = describe(plan, options.level, paint_of), models_in(options.models, plan)
    page = viewer_html(scene, bundle, title=plan.name or options.output.stem, models=models)
    options.output.write_text(page, "utf-8")


def _write_obj(plan: Plan, paint_of: PaintOf, options: argparse.Namespace) -> None:
    """And its materials beside it."""
    beside = options.output.with_suffix(".mtl")
    model, materials = obj(describe(plan, options.level, paint_of), beside.name)
    options.output.write_text(model, "utf-8")
    beside.write_text(materials, "utf-8")


def _write_ifc(plan: Plan, paint_of: PaintOf, options: argparse.Namespace) -> None:
    """All levels: a building model has its storeys."""
    options.output.write_bytes(as_ifc(plan, paint_of, at=datetime.now(UTC)))


WRITERS: Mapping[str, Callable[[Plan, PaintOf, argparse.Namespace], None]] = {
    ".glb": _write_glb,
    ".html": _write_html,
    ".obj": _write_obj,
    ".ifc": _write_ifc,
}


def models_in(folder: Path | None, plan: Plan) -> Mapping[str, OwnModel]:
    """Of the things whose product has a file in the folder."""
    held = {file.stem: OwnModel.of_file(file.read_bytes()) for file in sorted(folder.glob("*.glb"))} if folder else {}
    skus = {id_: item.product["sku"] for id_, item in plan.items.items() if item.product}
    return {id_: held[sku] for id_, sku in skus.items() if sku in held}
