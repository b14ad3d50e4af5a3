"""Files of products at the desk: read once, mapped, shown as a dry run, taken in as shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import now
from configurator.errors import Conflict, Refused
from configurator.files import Files
from configurator.imports import waiting
from configurator.imports.sheet import Sheet
from configurator.products.guessing import guessed
from configurator.products.importing import Plan, Report, carry_out, plan
from configurator.products.mapping import Mapping
from configurator.products.models import ColumnMapping, ProductFile
from configurator.products.table import Line, read_lines
from configurator.stores.models import Tenant


def bring(session: Session, files: Files, tenant: Tenant, by: Visitor, name: str, sheet: Sheet) -> ProductFile:
    """Keep what was read, with the mapping of the last file of this header, else a guessed one.

    Another that waits gives way. Refused `no_product_rows`.
    """
    if not sheet.rows:
        raise Refused("no_product_rows", path="file")
    file = waiting.begin_sheet(session, files, ProductFile, tenant, by, name, sheet)
    map_columns(file, _kept(session, tenant, sheet) or guessed(sheet))
    session.add(file)
    session.flush()
    return file


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
    waiting.still_waiting(session, tenant, file)
    sheet = waiting.sheet_of(files, file)
    _, planned, names = tried(session, tenant, file, sheet)
    if names != shown:
        raise Conflict("import_changed")
    report = carry_out(session, tenant, planned)
    counts = {"added": report.added, "changed": report.changed, "same": report.same, "retired": report.retired}
    file.report = json.dumps(counts | {"refused": len(report.refused)})
    file.taken_at = now()
    session.merge(ColumnMapping(tenant_id=tenant.id, signature=_signature(sheet), body=file.mapping))
    waiting.let_go(session, file)
    return report


def _kept(session: Session, tenant: Tenant, sheet: Sheet) -> Mapping | None:
    found = session.get(ColumnMapping, (tenant.id, _signature(sheet)))
    kept = Mapping.read(json.loads(found.body)).fitted(sheet.header) if found else None
    return kept if kept and not kept.missing() else None


def _signature(sheet: Sheet) -> str:
    """A feed is one's own whatever its products tell; a table is known by its header."""
    told = [sheet.format, *(sheet.header if sheet.format in ("csv", "xlsx") else ())]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
