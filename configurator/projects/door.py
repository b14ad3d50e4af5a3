"""Coming to a project by its page: by a right that one has, or through the door that a link opens."""

from __future__ import annotations

from flask import request
from sqlalchemy.orm import Session

from configurator.accounts import limits
from configurator.projects import grants, service
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.stores.models import Store
from configurator.web import begin, client_key, store_of, visitor_at, visitor_or_guest


def come_in(slug: str) -> tuple[str, str]:
    """The link's token, which stands behind # and comes in a form, becomes this browser's own grant.

    Answers the project's id and the token; NotFound for a link that is unknown or withdrawn. The try is counted in a
    transaction of its own, so that a refusal does not take it back.
    """
    with begin() as session:
        limits.spend(session, limits.FIND_CODE, client_key())
    token = request.form.get("token", "")
    with begin() as session:
        visitor = visitor_or_guest(session, store_of(session, slug).tenant)
        return grants.claim(session, token, visitor).id, token


def visited(session: Session, slug: str, code: str) -> tuple[Store, Project, Access | None]:
    """The project of an address, and the visitor's access to it, if she has any."""
    store = store_of(session, slug)
    project = service.find(session, store.tenant_id, code)
    visitor = visitor_at(session, store.tenant)
    right = grants.right_of(session, project, visitor) if visitor else None
    return store, project, Access(project, visitor, right) if visitor and right else None


def opened(session: Session, slug: str, code: str, right: str = "viewer") -> Access:
    """The same for whoever has at least this right; refused as `grants.open_project` says."""
    store = store_of(session, slug)
    project = service.find(session, store.tenant_id, code)
    return grants.open_project(session, project.id, visitor_at(session, store.tenant), right=right)
