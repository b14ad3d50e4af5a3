"""A tenant's terms: immutable versions, and since when each of them is in force."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import lock, now
from configurator.errors import Conflict, NotFound, Refused
from configurator.offers.models import CalledOff, Publication, PublishedTerms
from configurator.stores.models import Tenant
from incentives.canonical import canonical
from incentives.terms import Terms

MOST_REASON = 500


@dataclass(frozen=True)
class By:
    """Who asked for a publication and who published, by their accounts, and since when the terms are in force."""

    asked_by: str | None = None
    published_by: str | None = None
    valid_from: datetime | None = None


def publish(session: Session, tenant: Tenant, data: object, by: By | None = None) -> PublishedTerms:
    """Put these terms in force; the same terms twice are the same version. A Fault names what is wrong in them."""
    by = by or By()
    current = in_force(session, tenant.id)
    terms = _version(session, tenant, Terms.read(data))
    if by.valid_from is None and current is terms:
        return terms
    at = now()
    session.add(
        Publication(
            tenant_id=tenant.id,
            terms_id=terms.id,
            valid_from=by.valid_from or at,
            published_at=at,
            asked_by=by.asked_by,
            published_by=by.published_by,
        )
    )
    session.flush()
    return terms


def in_force(session: Session, tenant_id: str, at: datetime | None = None) -> PublishedTerms | None:
    """The terms that hold now, or held then; None for a tenant that has published none."""
    began = select(Publication).where(Publication.tenant_id == tenant_id, Publication.valid_from <= (at or now()))
    latest = began.where(~Publication.called_off.has()).order_by(
        Publication.valid_from.desc(), Publication.published_at.desc(), Publication.id
    )
    found = session.scalar(latest.limit(1))
    return found.terms if found else _unscheduled(session, tenant_id)


def call_off(session: Session, publication: Publication, by: str, reason: str) -> None:
    """A scheduled publication will not begin; Conflict `publication_began` when it already has."""
    lock(session, publication)
    if publication.called_off is not None:
        return
    if publication.valid_from <= now():
        raise Conflict("publication_began")
    reason = " ".join(reason.split())
    if not reason:
        raise Refused("reason_for_calling_off", path="reason")
    if len(reason) > MOST_REASON:
        raise Refused("too_long", path="reason", most=MOST_REASON)
    session.add(CalledOff(publication_id=publication.id, tenant_id=publication.tenant_id, by_id=by, reason=reason))
    session.flush()
    session.expire(publication)


def publication(session: Session, tenant_id: str, publication_id: str) -> Publication:
    found = session.get(Publication, publication_id)
    if found is None or found.tenant_id != tenant_id:
        raise NotFound("no_publication")
    return found


def publications(session: Session, tenant_id: str) -> Sequence[Publication]:
    """Every time that terms were put in force, the latest first."""
    wanted = select(Publication).where(Publication.tenant_id == tenant_id)
    return session.scalars(wanted.order_by(Publication.valid_from.desc(), Publication.published_at.desc())).all()


def versions(session: Session, tenant_id: str) -> Sequence[PublishedTerms]:
    """Every version there is, the latest first."""
    wanted = select(PublishedTerms).where(PublishedTerms.tenant_id == tenant_id)
    return session.scalars(wanted.order_by(PublishedTerms.published_at.desc(), PublishedTerms.id)).all()


def version(session: Session, tenant_id: str, sha: str) -> PublishedTerms | None:
    """The version that this hash names."""
    return session.scalar(
        select(PublishedTerms).where(PublishedTerms.tenant_id == tenant_id, PublishedTerms.sha == sha)
    )


def read(published: PublishedTerms) -> Terms:
    return _read(published.body)


def _version(session: Session, tenant: Tenant, terms: Terms) -> PublishedTerms:
    found = version(session, tenant.id, terms.sha)
    if found is not None:
        return found
    made = PublishedTerms(tenant_id=tenant.id, sha=terms.sha, body=canonical(terms.as_data()).decode())
    session.add(made)
    session.flush()
    return made


def _unscheduled(session: Session, tenant_id: str) -> PublishedTerms | None:
    """The latest terms from before publications were kept."""
    scheduled = select(Publication.terms_id).where(Publication.tenant_id == tenant_id)
    wanted = select(PublishedTerms).where(PublishedTerms.tenant_id == tenant_id, PublishedTerms.id.not_in(scheduled))
    return session.scalar(wanted.order_by(PublishedTerms.published_at.desc(), PublishedTerms.id).limit(1))


@lru_cache(maxsize=256)
def _read(body: str) -> Terms:
    return Terms.read(json.loads(body))
