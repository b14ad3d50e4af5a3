"""A change of collection, noted by staff while the designer works: no drawing tells one collection from another."""

from __future__ import annotations

from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock
from configurator.errors import Conflict, Forbidden, NotFound, Refused
from configurator.offers import services
from configurator.offers.models import Service
from configurator.stated import rows
from configurator.stated.models import CollectionNote

MOST = 200


def note(session: Session, service_id: str, visitor: Visitor, text: str) -> CollectionNote:
    """The customer has asked for another collection: which, in words. Twice the same in a row is one."""
    service = _held(session, service_id, visitor)
    said = " ".join(text.split())
    if not said:
        raise Refused("missing", path="collection")
    if len(said) > MOST:
        raise Refused("too_long", path="collection", most=MOST)
    if (noted := rows.notes(session, service.id)) and noted[-1].text == said:
        return noted[-1]
    return _added(session, service, visitor, said, None)


def take_back(session: Session, note_id: str, visitor: Visitor) -> CollectionNote:
    """It was a mistake, and counts no more; the row stays. A second press changes nothing."""
    found = session.get(CollectionNote, note_id)
    if found is None or found.tenant_id != visitor.tenant_id:
        raise NotFound("no_entry")
    service = _held(session, found.service_id, visitor)
    if found.id not in {standing.id for standing in rows.notes(session, service.id)}:
        return found
    return _added(session, service, visitor, found.text, found.id)


def _held(session: Session, service_id: str, visitor: Visitor) -> Service:
    if not visitor.is_staff or visitor.account_id is None:
        raise Forbidden("staff_only")
    service = services.find(session, service_id, visitor)
    lock(session, service)
    if service.closed_at is not None:
        raise Conflict("service_is_closed", path="collection")
    return service


def _added(
    session: Session, service: Service, visitor: Visitor, text: str, takes_back_id: str | None
) -> CollectionNote:
    made = CollectionNote(
        tenant_id=service.tenant_id,
        project=service.project,
        service_id=service.id,
        text=text,
        takes_back_id=takes_back_id,
        noted_by=visitor.account_id or "",
    )
    session.add(made)
    session.flush()
    return made
