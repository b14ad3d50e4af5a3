"""A tenant's terms: published once, never changed, the last one in force."""

from __future__ import annotations

import json
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.offers.models import PublishedTerms
from configurator.stores.models import Tenant
from incentives.canonical import canonical
from incentives.terms import Terms


def publish(session: Session, tenant: Tenant, data: object) -> PublishedTerms:
    """Put these terms in force; the same terms twice are the same version. A Fault names what is wrong in them."""
    terms = Terms.read(data)
    found = session.scalar(
        select(PublishedTerms).where(PublishedTerms.tenant_id == tenant.id, PublishedTerms.sha == terms.sha)
    )
    if found is not None:
        return found
    published = PublishedTerms(tenant_id=tenant.id, sha=terms.sha, body=canonical(terms.as_data()).decode())
    session.add(published)
    session.flush()
    return published


def in_force(session: Session, tenant_id: str) -> PublishedTerms | None:
    """The tenant's latest terms; None for a tenant that has published none."""
    wanted = select(PublishedTerms).where(PublishedTerms.tenant_id == tenant_id)
    return session.scalar(wanted.order_by(PublishedTerms.published_at.desc(), PublishedTerms.id).limit(1))


def read(published: PublishedTerms) -> Terms:
    return _read(published.body)


@lru_cache(maxsize=256)
def _read(body: str) -> Terms:
    return Terms.read(json.loads(body))
