"""Whether the counts of limits, and what is owed for services, are what the ledger's rows say."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from configurator.db import now
from configurator.offers import ledger
from configurator.offers.models import LedgerEntry, LimitCount, LimitUse, Service

Uses = dict[tuple[str, str, str], int]


def wrong(session: Session) -> Iterator[dict[str, Any]]:
    """The services whose uses are not their ledger's, and the counts that are not the sum of all uses."""
    has, sums = _kept(session)
    said = _said(session)
    for service_id in sorted(has.keys() | said.keys()):
        uses, until = said.get(service_id, ({}, None))
        has_lapsed = until is not None and until <= now() and not has.get(service_id)
        if has.get(service_id, {}) != uses and not has_lapsed:
            yield {"service": service_id, "what": "limit_use"}
    for count in session.scalars(select(LimitCount)):
        place = (count.tenant_id, count.terms, count.fact, count.holder, count.period)
        if count.used != sums.pop(place, 0):
            yield {"limit": list(place[1:]), "what": "limit_count"}
    yield from ({"limit": list(place[1:]), "what": "limit_count"} for place in sums)


def wrongly_owed(session: Session) -> Iterator[dict[str, Any]]:
    """The services whose `owed_gr` is not their ledger's. To be asked where the chains hold."""
    for service in session.scalars(select(Service).options(selectinload(Service.entries))):
        if service.owed_gr != ledger.owed_gr(service):
            yield {"service": service.id, "what": "owed_gr"}


def _kept(session: Session) -> tuple[dict[str, Uses], dict[tuple[str, ...], int]]:
    """By service, and summed by count."""
    has: dict[str, Uses] = defaultdict(dict)
    sums: dict[tuple[str, ...], int] = defaultdict(int)
    for use in session.scalars(select(LimitUse)):
        has[use.service_id][use.fact, use.holder, use.period] = use.amount
        sums[use.tenant_id, use.terms, use.fact, use.holder, use.period] += use.amount
    return has, sums


def _said(session: Session) -> dict[str, tuple[Uses, datetime | None]]:
    """What the last row about it says that a service has, and until when that was reserved."""
    found: dict[str, tuple[Uses, datetime | None]] = {}
    wanted = select(LedgerEntry.service_id, LedgerEntry.body).where(LedgerEntry.body.contains('"uses":'))
    for service_id, body in session.execute(wanted.order_by(LedgerEntry.service_id, LedgerEntry.n)):
        try:
            row = json.loads(body)
        except ValueError:  # the chain says where it was changed
            continue
        uses = {(use["fact"], use["holder"], use["period"]): use["amount"] for use in row["uses"]}
        found[service_id] = (uses, datetime.fromisoformat(row["until"]) if "until" in row else None)
    return found
