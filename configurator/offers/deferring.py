"""A fee that was put off is decided when its time is up, by the committed terms and what was bought by then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import lock
from configurator.offers import adjusting, ledger
from configurator.offers.adjusting import DEFERRAL, History
from configurator.offers.facts import facts_of
from configurator.offers.judging import Event
from configurator.offers.models import LedgerEntry, Service
from configurator.offers.putting_off import defers, put_off
from configurator.purchases.kept import entries_of
from configurator.purchases.papers import papers, standing

SYSTEM = "system"


def decide_now(session: Session, service_id: str, at: datetime) -> LedgerEntry | None:
    """Decide on what was put off; None where nothing waits any more, or it waits for longer."""
    service = session.get_one(Service, service_id)
    lock(session, service)
    if service.closed_at is None or service.called_off_at is not None:
        return None
    history = adjusting.history_of(session, service)
    before, _ = adjusting.judged_now(session, history)
    if not any(defers(pick) for _, pick in before.held.values()):
        return None
    day = history.closing.terms.day(at)
    judged, case = adjusting.judged_now(session, _with_end(session, history, at))
    if any(defers(pick) for pick in judged.last.choice.picks):
        put_off(session, service, judged.held.values())
        return None
    return adjusting.write(case, judged, {"kind": DEFERRAL, "day": day.isoformat()}, SYSTEM)


def waits(service: Service) -> bool:
    """Whether its fee is still put off, by its ledger."""
    standing = ledger.standing(service)
    return standing is not None and any(one.get("form") == "deferred" for one in standing.decision["applied"])


def _with_end(session: Session, history: History, at: datetime) -> History:
    """What came since the closing, and that the time is up: days that only now are known are told anew."""
    service, terms = history.service, history.closing.terms
    known: Mapping[str, Any] = {}
    if service.project.erased_at is None:
        found = facts_of(session, service.project, terms, service, at)
        known = {name: value for name, value in found.as_data().items() if name in terms.registry.growing}
    bought = papers(standing(entries_of(session, service.project)))
    ended = Event(0, terms.day(at), bought, known)
    return replace(history, events=[*history.events, ended])
