"""`configurator models FILE`: what would become of a furniture library, or of one GLB; it changes nothing."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from configurator.commands.plan_argument import put_json
from rooms.fault import Fault
from rooms.models.library import Library, read_library
from rooms.models.made import Made, made_of_glb

SIZE = (1000, 1000, 1000)


def add_to(commands: Any) -> None:
    parser = commands.add_parser("models", help="a dry run of a furniture library (.sh3f) or of a model (.glb)")
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--size", type=int, nargs=3, metavar=("W", "D", "H"), default=SIZE, help="of a GLB, in mm")
    parser.add_argument("-o", "--output", type=Path, metavar="FOLDER", help="put the models there, each as a GLB")
    parser.add_argument("--strict", action="store_true", help="exit code 1 when a piece is refused")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    data, began = options.file.read_bytes(), time.process_time()
    if data.startswith(b"glTF"):
        made = made_of_glb(data, tuple(options.size), options.file.name)
        pieces = [_told({"name": options.file.stem}, made, options.output)]
        report: dict[str, Any] = {}
    else:
        library = read_library(data)
        pieces = list(_pieces(library, options.output))
        report = {"library": library.name, "licence": library.licence, "provider": library.provider}
    good = [piece for piece in pieces if "refused" not in piece]
    sums = {name: sum(piece[name] for piece in good) for name in ("before", "after", "bytes")}
    seconds = round(time.process_time() - began, 1)
    put_json({**report, "taken": len(good), "of": len(pieces), **sums, "seconds": seconds, "pieces": pieces})
    return 1 if options.strict and len(good) < len(pieces) else 0


def _pieces(library: Library, folder: Path | None) -> Iterator[dict[str, Any]]:
    for piece in library.pieces:
        told: dict[str, Any] = {"number": piece.number, "id": piece.catalog_id, "name": piece.names, "size": piece.size}
        told |= {"author": piece.creator, "licence": piece.licence or library.licence}
        try:
            yield _told(told, library.made(piece), folder)
        except Fault as fault:
            yield told | {"refused": {"path": fault.path, "reason": fault.reason, **fault.detail}}


def _told(told: dict[str, Any], made: Made, folder: Path | None) -> dict[str, Any]:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{told.get('number', 1)}.glb").write_bytes(made.glb)
    notes = [{"reason": note.reason, "what": note.what} for note in made.notes]
    return told | {"before": made.before, "after": made.after, "bytes": len(made.glb), "notes": notes}
