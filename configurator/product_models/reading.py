"""A file of models read by a worker, piece by piece, its progress told meanwhile; nothing of it is taken in yet."""

from __future__ import annotations

import json
from dataclasses import asdict

from sqlalchemy.orm import Session

from configurator.db import Database
from configurator.errors import Refused
from configurator.files import Files
from configurator.jobs import service as jobs
from configurator.product_models.models import ModelFile
from configurator.product_models.piece import ReadPiece, Report, Size, keys_of
from configurator.products.kind_names import guess
from configurator.products.table import check_size
from rooms.exchange.naming import BOX, item_kind
from rooms.fault import Fault
from rooms.kinds import KINDS
from rooms.models.library import Library, Piece, read_library
from rooms.models.made import Made, made_of_glb

JOB = "read_models"
TOLD_EVERY = 3


class GoneError(Exception):
    """The file was dropped while it was read."""


def carry_out(database: Database, files: Files, file_id: str) -> Report | Fault | None:
    """What the file holds, its models and pictures put into the files; a Fault of the whole; None when it is gone."""
    with database.reading() as session:
        file = session.get(ModelFile, file_id)
        data = files.get(file.data) if file and file.data else None
    if file is None or data is None:
        return None
    found: list[ReadPiece] = []
    try:
        if file.format == "glb":
            return _alone(files, file, data)
        library = read_library(data)
        for piece in library.pieces:
            found.append(_read(files, file.tenant_id, library, piece))
            if len(found) % TOLD_EVERY == 0:
                _tell(database, file_id, len(found), len(library.pieces))
    except Fault as fault:
        return fault
    except GoneError:
        _forget(database, found)
        return None
    return Report(library.name or file.name, library.licence, library.licence_text, found)


def finish(session: Session, file_id: str, found: Report | Fault | None) -> None:
    """Put what was found beside the file; what was made for one that is gone by now is removed."""
    file = session.get(ModelFile, file_id)
    if file is None or file.taken_at is not None:
        if isinstance(found, Report):
            jobs.enqueue(session, "remove_files", {"keys": found.keys})
        return
    if isinstance(found, Report):
        file.report, file.done, file.total = found.packed(), len(found.pieces), len(found.pieces)
    elif isinstance(found, Fault):
        file.failure = json.dumps({"reason": found.reason, "detail": found.detail}, default=str)


def proposed_kind(name_pl: str, name_en: str, category: str, catalog_id: str, size: Size) -> str:
    """The kind that its names tell and that can be drawn at its size; else a box."""
    for kind in (guess(name_pl, category), item_kind(_Called(name_en, catalog_id, size))):
        if kind and kind in KINDS and _suits(kind, size):
            return kind
    return BOX


class _Called:
    elevation = 0

    def __init__(self, name: str, catalog_id: str, size: Size) -> None:
        self.name, self.catalog_id, self.size = name, catalog_id, size


def _suits(kind: str, size: Size) -> bool:
    try:
        check_size(kind, size)
    except Refused:
        return False
    return True


def _read(files: Files, tenant_id: str, library: Library, piece: Piece) -> ReadPiece:
    icon = library.icon(piece)
    read = ReadPiece(
        number=piece.number,
        catalog_id=piece.catalog_id,
        name_pl=piece.names["pl"],
        name_en=piece.names["en"],
        category=piece.categories["pl"],
        category_en=piece.categories["en"],
        kind=proposed_kind(piece.names["pl"], piece.names["en"], piece.categories["pl"], piece.catalog_id, piece.size),
        size=piece.size,
        author=piece.creator,
        licence=piece.licence or library.licence,
        icon=files.put(tenant_id, icon.data) if icon else "",
    )
    try:
        return _with(files, tenant_id, read, library.made(piece))
    except Fault as fault:
        return _refused(read, fault)


def _alone(files: Files, file: ModelFile, data: bytes) -> Report:
    said = json.loads(file.said)
    width, depth, height = said["size"]
    read = ReadPiece(
        number=1,
        catalog_id=said["sku"],
        name_pl=said["name_pl"],
        name_en=said["name_en"],
        category="",
        kind=said["kind"],
        size=(width, depth, height),
        author=said["author"],
        licence=said["licence"],
    )
    made = made_of_glb(data, read.size, file.name)
    return Report("", said["licence"], "", [_with(files, file.tenant_id, read, made)])


def _with(files: Files, tenant_id: str, read: ReadPiece, made: Made) -> ReadPiece:
    return ReadPiece(
        **{
            **vars(read),
            "glb": files.put(tenant_id, made.glb),
            "bytes": len(made.glb),
            "before": made.before,
            "after": made.after,
            "outlines": asdict(made.outlines),
            "notes": [(note.reason, note.what) for note in made.notes],
        }
    )


def _refused(read: ReadPiece, fault: Fault) -> ReadPiece:
    detail = {name: str(value) for name, value in fault.detail.items()}
    return ReadPiece(**{**vars(read), "refused": (fault.reason, detail | {"place": fault.path})})


def _tell(database: Database, file_id: str, done: int, total: int) -> None:
    with database.writing() as session:
        file = session.get(ModelFile, file_id)
        if file is None:
            raise GoneError
        file.done, file.total = done, total


def _forget(database: Database, found: list[ReadPiece]) -> None:
    with database.writing() as session:
        jobs.enqueue(session, "remove_files", {"keys": keys_of(found)})
