"""The customer's account: asking for the letter, coming in by its link, the account's page."""

from __future__ import annotations

from flask import Blueprint, jsonify, render_template, request
from flask import redirect as go
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts import customers, limits
from configurator.accounts.tokens import hash_of
from configurator.accounts.visits import Visitor
from configurator.desk.contact import contact_of
from configurator.errors import Refused, wants_json
from configurator.photos import service as photos
from configurator.projects import bin as bins
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.stores.models import Store
from configurator.web import begin, client_key, reading, remember, settings, store_of, visitor_at

blueprint = Blueprint("customers", __name__, url_prefix="/s/<slug>/account")


@blueprint.get("")
def account(slug: str) -> Response | str:
    """The customer's projects and account; for a guest, the way to get one; staff go to the desk."""
    with reading() as session:
        store = store_of(session, slug)
        visitor = visitor_at(session, store.tenant)
        if visitor is not None and visitor.is_staff:
            return go(f"/s/{slug}/desk/", 303)
        return _page(session, store, visitor)


@blueprint.post("/letters")
def ask(slug: str) -> Response | str | tuple[str, int]:
    """A letter to the address; the answer is the same whoever has it."""
    try:
        email = customers.read_email(request.form.get("email", ""))
        with begin() as session:
            limits.spend(session, limits.LETTER_BY_CLIENT, client_key())
        with begin() as session:
            store = store_of(session, slug)
            limits.spend(session, limits.LETTER_TO_ADDRESS, hash_of(f"{store.tenant_id} {email}"))
            customers.ask(session, settings(), store, visitor_at(session, store.tenant), email=email)
    except Refused as refused:
        if wants_json():
            raise
        return _again(slug, refused)
    if wants_json():
        return jsonify(sent=True)
    return render_template("accounts/sent.html", store=store, email=email)


@blueprint.get("/enter")
def door(slug: str) -> str:
    """Where the letter's link leads: one press signs in, so that a scanner of letters does not use the link up."""
    with reading() as session:
        store = store_of(session, slug)
        return render_template("projects/door.html", store=store, words="accounts", action=request.path, waits=True)


@blueprint.post("/enter")
def enter(slug: str) -> Response | tuple[str, int]:
    with begin() as session:
        limits.spend(session, limits.LOG_IN, client_key())
    try:
        with begin() as session:
            store = store_of(session, slug)
            visitor = visitor_at(session, store.tenant)
            token = customers.enter(session, store.tenant, request.form.get("token", ""), visitor)
            remember(store.tenant, token)
    except Refused as refused:
        return _again(slug, refused)
    return go(f"/s/{slug}/account", 303)


@blueprint.post("/visits/ended")
def sign_out_everywhere(slug: str) -> Response:
    with begin() as session:
        store = store_of(session, slug)
        customers.sign_out_everywhere(session, visitor_at(session, store.tenant))
    return go(f"/s/{slug}/", 303)


@blueprint.post("/deleted")
def delete(slug: str) -> Response:
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_at(session, store.tenant)
        customers.delete_account(session, visitor, with_projects=request.form.get("projects") == "go")
    return go(f"/s/{slug}/", 303)


def _again(slug: str, refused: Refused) -> tuple[str, int]:
    """The account's page with one sentence of what was wrong; what was typed stays."""
    with reading() as session:
        store = store_of(session, slug)
        return _page(session, store, visitor_at(session, store.tenant), refused), refused.status


def _page(session: Session, store: Store, visitor: Visitor | None, refused: Refused | None = None) -> str:
    mine = projects.projects_of(session, visitor, most=200) if visitor else []
    owned = grants.owned(session, visitor.actor_id) if visitor else set()
    return render_template(
        "accounts/account.html",
        store=store,
        account=customers.account_of(session, visitor),
        mine=[project for project in mine if project.id in owned],
        shown=[project for project in mine if project.id not in owned],
        photos=photos.instead_of_plans(session, mine),
        owned=owned,
        binned=len(bins.lying(session, visitor)) if visitor else 0,
        wrong=refused.text if refused else None,
        email=request.form.get("email") or contact_of(session, visitor).email,
    )
