"""What the fee is decided on: a project's facts, each from its source, only those that the terms read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.offers import limits
from configurator.offers.models import Service
from configurator.offers.source import Asking, Source
from configurator.offers.sources import bought, drawing, place, room, stated, testers, work
from configurator.projects.models import Project
from incentives.facts import Facts
from incentives.terms import Terms

SOURCES: tuple[Source, ...] = (
    place.SOURCE,
    room.SOURCE,
    *drawing.SOURCES,
    work.SOURCE,
    bought.SOURCE,
    testers.SOURCE,
    *stated.SOURCES,
)


def facts_of(
    session: Session, project: Project, terms: Terms, service: Service | None, at: datetime | None = None
) -> Facts:
    """The facts at that instant, now if none is said; what nobody knows is left out, never guessed."""
    known: dict[str, Any] = {}
    at = at or now()
    for source in SOURCES:
        if names := source.among(terms):
            found = source.known(Asking(session, project, service, terms, at, names))
            known |= {name: value for name, value in found.items() if name in names}
    facts = Facts.read(known, terms.registry)
    return facts.but(limits.used(limits.Case(session, project, terms, service), facts, terms.day(at)))
