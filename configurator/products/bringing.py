"""Files of products at the desk: brought and read once, mapped, shown as a dry run, taken in as shown or forgotten."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock, now
from configurator.errors import Conflict, NotFound, Refused
from configurator.files import Files
from configurator.jobs import service as jobs
from configurator.products.guessing import guessed
from configurator.products.importing import Plan, Report, carry_out, plan
from configurator.products.mapping import Mapping
from configurator.products.models import ColumnMapping, ProductFile
from configurator.products.sheet import Sheet, SheetRow
from configurator.products.table import Line, read_lines
from configurator.stores.models import Tenant

LASTS = timedelta(days=1)
MOST_NAME = 120
MOST_TOLD = 10


def bring(session: Session, files: Files, tenant: Tenant, by: Visitor, name: str, sheet: Sheet) -> ProductFile:
    """Keep what was read, with the mapping of the last file of this header, else a guessed one.

    Another that waits gives way. Refused `no_product_rows`.
    """
    if not sheet.rows:
        raise Refused("no_product_rows", path="file")
    lock(session, tenant)
    if there := waiting(session, tenant):
        remove(session, there)
    assert by.account_id is not None  # noqa: S101 - managers have accounts
    file = ProductFile(
        tenant_id=tenant.id,
        name=" ".join(name.split())[:MOST_NAME],
        format=sheet.format,
        sheet=files.put(tenant.id, _packed(sheet)),
        brought_by=by.account_id,
    )
    map_columns(file, _kept(session, tenant, sheet) or guessed(sheet))
    session.add(file)
    session.flush()
    return file


def waiting(session: Session, tenant: Tenant) -> ProductFile | None:
    """The file that was brought and not yet taken in, for a day."""
    wanted = select(ProductFile).where(
        ProductFile.tenant_id == tenant.id, ProductFile.taken_at.is_(None), ProductFile.brought_at > now() - LASTS
    )
    return session.scalars(wanted.order_by(ProductFile.brought_at.desc(), ProductFile.id)).first()


def taken(session: Session, tenant: Tenant) -> Sequence[tuple[ProductFile, dict[str, int]]]:
    """The last files that were taken in, with their counts."""
    wanted = select(ProductFile).where(ProductFile.tenant_id == tenant.id, ProductFile.taken_at.is_not(None))
    found = session.scalars(wanted.order_by(ProductFile.taken_at.desc(), ProductFile.id).limit(MOST_TOLD))
    return [(file, json.loads(file.report)) for file in found]


def find(session: Session, tenant: Tenant, file_id: str) -> ProductFile:
    """The waiting file of this id; NotFound `no_product_file`."""
    there = waiting(session, tenant)
    if there is None or there.id != file_id:
        raise NotFound("no_product_file")
    return there


def sheet_of(files: Files, file: ProductFile) -> Sheet:
    """What was read from the file when it was brought."""
    data = files.get(file.sheet)
    if data is None:
        raise NotFound("no_product_file")
    told = json.loads(zlib.decompress(data))
    header = told["header"]
    rows = [
        SheetRow(
            number,
            {header[int(place)]: cell for place, cell in cells.items()},
            Refused(reason, **detail) if reason else None,
        )
        for number, cells, reason, detail in told["rows"]
    ]
    return Sheet(told["format"], tuple(header), rows, told["title"])


def map_columns(file: ProductFile, mapping: Mapping) -> None:
    """Read the file by this mapping from now on."""
    file.mapping = json.dumps(mapping.as_data(), ensure_ascii=False)


def mapping_of(file: ProductFile) -> Mapping:
    return Mapping.read(json.loads(file.mapping))


def tried(session: Session, tenant: Tenant, file: ProductFile, sheet: Sheet) -> tuple[Sequence[Line], Plan, str]:
    """The dry run: the rows, what taking them in would do, and what names just that doing."""
    mapping = mapping_of(file)
    lines = read_lines(sheet, mapping)
    planned = plan(session, tenant, lines, said=mapping.sources, retire_missing=file.retires)
    return lines, planned, sha256(f"{file.id}{file.mapping}{planned.digest}".encode()).hexdigest()


def take(session: Session, files: Files, tenant: Tenant, file: ProductFile, shown: str) -> Report:
    """Do what the dry run has shown; Conflict `import_changed` when it would be something else by now."""
    lock(session, tenant)
    session.refresh(file)
    if file.taken_at is not None:
        raise NotFound("no_product_file")
    sheet = sheet_of(files, file)
    _, planned, names = tried(session, tenant, file, sheet)
    if names != shown:
        raise Conflict("import_changed")
    report = carry_out(session, tenant, planned)
    counts = {"added": report.added, "changed": report.changed, "same": report.same, "retired": report.retired}
    file.report = json.dumps(counts | {"refused": len(report.refused)})
    file.taken_at = now()
    session.merge(ColumnMapping(tenant_id=tenant.id, signature=_signature(sheet), body=file.mapping))
    _let_go(session, file)
    return report


def remove(session: Session, file: ProductFile) -> None:
    """Forget a file that was not taken in."""
    _let_go(session, file)
    session.delete(file)
    session.flush()


def forget(session: Session, *, at: datetime) -> None:
    """Forget the files of all retailers that have waited for a day."""
    wanted = select(ProductFile).where(ProductFile.taken_at.is_(None), ProductFile.brought_at <= at - LASTS)
    for file in session.scalars(wanted).all():
        remove(session, file)


def is_held(session: Session, key: str) -> bool:
    """Whether some file that waits still needs what was read."""
    return bool(session.scalar(select(func.count()).select_from(ProductFile).where(ProductFile.sheet == key)))


def _let_go(session: Session, file: ProductFile) -> None:
    jobs.enqueue(session, "remove_files", {"keys": [file.sheet]})
    file.sheet = ""


def _kept(session: Session, tenant: Tenant, sheet: Sheet) -> Mapping | None:
    found = session.get(ColumnMapping, (tenant.id, _signature(sheet)))
    kept = Mapping.read(json.loads(found.body)).fitted(sheet.header) if found else None
    return kept if kept and not kept.missing() else None


def _signature(sheet: Sheet) -> str:
    """A feed is one's own whatever its products tell; a table is known by its header."""
    told = [sheet.format, *(sheet.header if sheet.format in ("csv", "xlsx") else ())]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def _packed(sheet: Sheet) -> bytes:
    places = {name: place for place, name in enumerate(sheet.header)}
    rows = [
        [
            row.number,
            {places[name]: cell for name, cell in row.cells.items()},
            row.refused.reason if row.refused else "",
            row.refused.detail if row.refused else {},
        ]
        for row in sheet.rows
    ]
    told = {"format": sheet.format, "title": sheet.title, "header": sheet.header, "rows": rows}
    return zlib.compress(json.dumps(told, ensure_ascii=False).encode(), 6)
