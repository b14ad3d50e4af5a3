"""Brought files, whatever they hold: one at a time waits for a retailer, to be taken in or forgotten after a day."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock, now
from configurator.errors import NotFound
from configurator.exports.kept import Kept
from configurator.files import Files
from configurator.imports.models import BroughtFile, BroughtSheet
from configurator.imports.sheet import Sheet, packed, unpacked
from configurator.jobs import service as jobs
from configurator.stores.models import Tenant

LASTS = timedelta(days=1)
MOST_NAME = 120
MOST_TOLD = 10
SHEETS: Kept[Sheet] = Kept(most=4)

File = TypeVar("File", bound=BroughtFile)
Rows = TypeVar("Rows", bound=BroughtSheet)


def begin(session: Session, table: type[File], tenant: Tenant, by: Visitor, name: str) -> File:
    """The new file's row, to be filled and kept by `keep`; another that waits gives way."""
    lock(session, tenant)
    if there := waiting(session, table, tenant):
        remove(session, there)
    assert by.account_id is not None  # noqa: S101 - managers have accounts
    file = table()
    file.tenant_id, file.brought_by, file.name = tenant.id, by.account_id, " ".join(name.split())[:MOST_NAME]
    return file


def begin_sheet(
    session: Session, files: Files, table: type[Rows], tenant: Tenant, by: Visitor, name: str, sheet: Sheet
) -> Rows:
    """The same for a file of rows, with what was read from it."""
    file = begin(session, table, tenant, by, name)
    file.format, file.sheet = sheet.format, files.put(tenant.id, packed(sheet))
    return file


def waiting(session: Session, table: type[File], tenant: Tenant) -> File | None:
    """The file that was brought and not yet taken in, for a day."""
    wanted = select(table).where(
        table.tenant_id == tenant.id, table.taken_at.is_(None), table.brought_at > now() - LASTS
    )
    return session.scalars(wanted.order_by(table.brought_at.desc(), table.id)).first()


def find(session: Session, table: type[File], tenant: Tenant, file_id: str) -> File:
    """The waiting file of this id; NotFound `no_brought_file`."""
    there = waiting(session, table, tenant)
    if there is None or there.id != file_id:
        raise NotFound("no_brought_file")
    return there


def taken(session: Session, table: type[File], tenant: Tenant) -> Sequence[tuple[File, Mapping[str, int]]]:
    """The last files that were taken in, with their counts."""
    wanted = select(table).where(table.tenant_id == tenant.id, table.taken_at.is_not(None))
    found = session.scalars(wanted.order_by(table.taken_at.desc(), table.id).limit(MOST_TOLD))
    return [(file, json.loads(file.report)) for file in found]


def still_waiting(session: Session, tenant: Tenant, file: BroughtFile) -> None:
    """Before a file is taken in: nobody else does, and nobody has; NotFound `no_brought_file`."""
    lock(session, tenant)
    session.refresh(file)
    if file.taken_at is not None:
        raise NotFound("no_brought_file")


def sheet_of(files: Files, file: BroughtSheet) -> Sheet:
    """What was read from the file when it was brought."""
    data = files.get(file.sheet)
    if data is None:
        raise NotFound("no_brought_file")
    return SHEETS.get(file.sheet, lambda: unpacked(data))


def let_go(session: Session, file: BroughtFile) -> None:
    """What it has in the files goes."""
    jobs.enqueue(session, "remove_files", {"keys": list(file.keys)})
    file.let_go()


def remove(session: Session, file: BroughtFile) -> None:
    """Forget a file that was not taken in; a job that has it finds nothing left to do."""
    let_go(session, file)
    session.delete(file)
    session.flush()


def forget(session: Session, table: type[File], *, at: datetime) -> None:
    """Forget the files of all retailers that have waited for a day."""
    wanted = select(table).where(table.taken_at.is_(None), table.brought_at <= at - LASTS)
    for file in session.scalars(wanted).all():
        remove(session, file)


def holder(table: type[BroughtSheet]) -> Callable[[Session, str], bool]:
    """Tells whether some file that waits still needs what was read."""

    def is_held(session: Session, key: str) -> bool:
        return bool(session.scalar(select(func.count()).select_from(table).where(table.sheet == key)))

    return is_held
