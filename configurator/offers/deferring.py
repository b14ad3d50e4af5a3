"""A fee that was put off is decided when its time is up, by the committed terms and what was bought by then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import lock
from configurator.offers import adjusting, ledger
from configurator.offers import terms as published
from configurator.offers.adjusting import DEFERRAL, Event
from configurator.offers.facts import facts_of
from configurator.offers.models import LedgerEntry, Service
from configurator.offers.putting_off import defers, put_off
from incentives.decision import Decision
from incentives.facts import Facts

SYSTEM = "system"
BOUGHT = "purchase"
"""What the names of all facts about purchases have in them."""


def decide_now(session: Session, service_id: str, at: datetime) -> LedgerEntry | None:
    """Decide on what was put off; None where nothing waits any more, or it waits for longer."""
    service = session.get_one(Service, service_id)
    lock(session, service)
    if service.closed_at is None or service.called_off_at is not None:
        return None
    terms = published.read(service.terms)
    events = adjusting.events_since(session, service)
    before, _ = adjusting.judged_now(session, service, events)
    if not any(defers(pick) for _, pick in before.held.values()):
        return None
    day = terms.day(at)
    ended = Event(0, day, _known(session, service, before.governing, day))
    judged, case = adjusting.judged_now(session, service, [*events, ended])
    if any(defers(pick) for pick in judged.last.choice.picks):
        put_off(session, service, judged.held.values())
        return None
    return adjusting.write(case, judged, {"kind": DEFERRAL, "day": day.isoformat()}, SYSTEM)


def waits(service: Service) -> bool:
    """Whether its fee is still put off, by its ledger."""
    standing = ledger.standing(service)
    return standing is not None and any(one.get("form") == "deferred" for one in standing.decision["applied"])


def _known(session: Session, service: Service, then: Decision, day: date) -> Mapping[str, Any]:
    """What time and purchases have changed: told anew where it is known, else days have gone by since the closing."""
    terms = then.terms
    grown = {
        name: value + (day - then.day).days
        for name in terms.registry.growing
        if isinstance(value := then.facts.values.get(name), int)
    }
    now_known = Facts.read({}, terms.registry)
    if service.project.erased_at is None:
        now_known = facts_of(session, service.project, terms, service)
    changed = {
        name: value for name, value in now_known.values.items() if name in terms.registry.growing or BOUGHT in name
    }
    return {name: terms.registry.facts[name].as_data(value) for name, value in (grown | changed).items()}
