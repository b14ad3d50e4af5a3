"""A retailer's history from files: tried out, taken in whole, and removed again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import new_id, now
from configurator.errors import NotFound, Refused
from configurator.i18n import WARSAW
from configurator.offers import terms as published
from configurator.stores.models import Store, Tenant
from configurator.terms import drafts, page
from configurator.terms.history_columns import Columns
from configurator.terms.history_table import Row
from configurator.terms.identifiers import settled
from configurator.terms.models import PastFile, PastRow

MOST_NAME = 120


def columns(session: Session, store: Store) -> Columns:
    """Those of the facts that the terms in force and the drafts read."""
    current = published.in_force(session, store.tenant_id)
    written = [page.readable(settled(drafts.data_of(draft))) for draft in drafts.drafts(session, store.tenant)]
    terms = [published.read(current)] if current else []
    return Columns.of([*terms, *(one for one in written if one)], page.stores(session, store))


def files(session: Session, tenant: Tenant) -> Sequence[PastFile]:
    """Those tried out first, then those taken in, the latest first."""
    wanted = select(PastFile).where(PastFile.tenant_id == tenant.id)
    found = session.scalars(wanted.order_by(PastFile.brought_at.desc(), PastFile.id)).all()
    return sorted(found, key=lambda file: file.taken_at is not None)


def bring(session: Session, tenant: Tenant, by: Visitor, name: str, data: bytes, rows: Sequence[Row]) -> PastFile:
    """Keep a file that was read without a mistake; it counts once it is taken in. Another that waits gives way.

    Refused `history_twice` for a file that is taken in already.
    """
    sha = sha256(data).hexdigest()
    for other in files(session, tenant):
        if other.taken_at is None:
            remove(session, other)
        elif other.sha == sha:
            raise Refused("history_twice", path="file", name=other.name)
    days = [row.at.astimezone(WARSAW).date() for row in rows]
    file = PastFile(
        tenant_id=tenant.id,
        name=" ".join(name.split())[:MOST_NAME],
        sha=sha,
        rows=len(rows),
        first_day=min(days),
        last_day=max(days),
        brought_by=drafts.account(by),
    )
    session.add(file)
    session.flush()
    session.execute(insert(PastRow), [_as_row(file, row) for row in rows])
    return file


def find(session: Session, tenant: Tenant, file_id: str) -> PastFile:
    file = session.get(PastFile, file_id)
    if file is None or file.tenant_id != tenant.id:
        raise NotFound("no_past_file")
    return file


def take(file: PastFile) -> None:
    """From now on terms are tried on it."""
    file.taken_at = file.taken_at or now()


def remove(session: Session, file: PastFile) -> None:
    session.execute(delete(PastRow).where(PastRow.file_id == file.id))
    session.delete(file)
    session.flush()


def _as_row(file: PastFile, row: Row) -> dict[str, object]:
    return {
        "id": new_id(),
        "tenant_id": file.tenant_id,
        "file_id": file.id,
        "line": row.line,
        "at": row.at,
        "listed_gr": row.listed_gr,
        "charged_gr": row.charged_gr,
        "facts": json.dumps(row.facts, ensure_ascii=False),
    }
