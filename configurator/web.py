"""What views share: the store of the address, who visits, and the two kinds of transaction."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import cast

from flask import Response, current_app, g, request
from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts import visits
from configurator.accounts.visits import Visitor
from configurator.config import Settings
from configurator.db import database
from configurator.errors import Forbidden, NotFound, NotSignedIn
from configurator.kiosk import device
from configurator.offline import keeping
from configurator.stores.models import Store, Tenant


def attachment(data: bytes | str, mimetype: str, name: str) -> Response:
    """A file to keep under that name, which is of our own words and has none of somebody else's."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, mimetype=mimetype, headers=headers)


def begin() -> AbstractContextManager[Session]:
    """A transaction that writes."""
    return database().writing()


def reading() -> AbstractContextManager[Session]:
    """A transaction that only reads."""
    return database().reading()


def settings() -> Settings:
    return cast(Settings, current_app.extensions["settings"])


def store_of(session: Session, slug: str) -> Store:
    """The store that the address names."""
    store = session.scalar(select(Store).where(Store.slug == slug))
    if store is None:
        raise NotFound("no_store")
    g.store_slug = slug
    return store


def store_here() -> Store | None:
    """The store of this request's address, read anew: for the page of a refusal, whose transaction is over."""
    if "store_slug" not in g:
        return None
    with reading() as session:
        return session.scalar(select(Store).where(Store.slug == g.store_slug))


def visitor_at(session: Session, tenant: Tenant) -> Visitor | None:
    """Who visits this tenant, by the tenant's own cookie; None for a first visit."""
    token = request.cookies.get(cookie_name(tenant))
    visitor = visits.find(session, tenant, token) if token else None
    g.visitor = visitor
    keeping.note_visit(tenant, visitor)
    return visitor


def staff_at(session: Session, tenant: Tenant) -> Visitor:
    """The designer or manager who visits; refused for anyone else."""
    visitor = visitor_at(session, tenant)
    if visitor is None or visitor.account_id is None:
        raise NotSignedIn("sign_in")
    if not visitor.is_staff:
        raise Forbidden("staff_only")
    return visitor


def manager_at(session: Session, slug: str) -> tuple[Store, Visitor]:
    """The store, and its retailer's manager who visits; Forbidden `managers_only` for other staff."""
    store = store_of(session, slug)
    visitor = staff_at(session, store.tenant)
    if visitor.role != "manager":
        raise Forbidden("managers_only")
    return store, visitor


def at_kiosk(tenant: Tenant) -> bool:
    """Whether the request comes from a kiosk of the retailer's."""
    return device.is_kiosk(tenant, settings())


def visitor_or_guest(session: Session, tenant: Tenant) -> Visitor:
    """Who visits, or a new guest; the cookie then goes out with the answer."""
    if visitor := visitor_at(session, tenant):
        return visitor
    visitor, token = visits.begin_guest(session, tenant, channel="kiosk" if at_kiosk(tenant) else "home")
    remember(tenant, token)
    g.visitor = visitor
    keeping.note_visit(tenant, visitor)
    return visitor


def remember(tenant: Tenant, token: str) -> None:
    """Put the visit's cookie on the answer of this request."""
    g.visit_cookie = (cookie_name(tenant), token)


def put_cookie(response: Response) -> Response:
    """After each request: the cookie that the request earned, host-only, unreadable to scripts."""
    if earned := g.pop("visit_cookie", None):
        name, token = earned
        response.set_cookie(
            name,
            token,
            max_age=int(visits.GUEST_LASTS.total_seconds()),
            path="/",
            secure=settings().is_https,
            httponly=True,
            samesite="Lax",
        )
    return response


def cookie_name(tenant: Tenant) -> str:
    """One cookie a tenant, so that no tenant's page speaks with another tenant's session."""
    return f"__Host-visit-{tenant.slug}" if settings().is_https else f"visit-{tenant.slug}"


def client_key() -> str:
    """What a limit counts by when nobody is signed in: the caller's address."""
    return request.remote_addr or "unknown"
