"""Purchases at the desk: written down and corrected on the project's card."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts.visits import Visitor
from configurator.desk import views as desk
from configurator.errors import Forbidden, NotFound, NotSignedIn, Refused
from configurator.projects import service as projects
from configurator.projects.models import Project
from configurator.purchases import service
from configurator.purchases.models import PurchaseEntry
from configurator.purchases.said import read_form
from configurator.purchases.section import tried
from configurator.purchases.service import DESK, PURCHASE, RETURN, By
from configurator.stores.models import Store
from configurator.web import begin, staff_at, store_of

blueprint = Blueprint("purchases", __name__, url_prefix="/s/<slug>/desk")

Answer = Response | tuple[str, int]
NOT_OF_THE_FORM = (NotFound, Forbidden, NotSignedIn)


@blueprint.post("/p/<code>/purchases")
def add_purchase(slug: str, code: str) -> Answer:
    return _add(slug, code, PURCHASE)


@blueprint.post("/p/<code>/returns")
def add_return(slug: str, code: str) -> Answer:
    return _add(slug, code, RETURN)


@blueprint.post("/purchases/<entry_id>/correction")
def correct(slug: str, entry_id: str) -> Answer:
    """Take a mistaken entry back; a refusal stands beside it on the card."""
    with begin() as session:
        store, visitor = _staff(session, slug)
        entry = session.get(PurchaseEntry, entry_id)
        if entry is None or entry.tenant_id != store.tenant_id:
            raise NotFound("no_entry")
        code = entry.project.code
    try:
        with begin() as session:
            by = By(visitor.actor_id, DESK)
            service.correct(session, visitor.tenant_id, entry_id, by, reason=request.form.get("reason", ""))
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        return _again(slug, code, entry_id, request.form, refused)
    return _back(slug, code)


def _add(slug: str, code: str, kind: str) -> Answer:
    """Write it down and go back to the card; a refusal shows the card with what was typed."""
    try:
        with begin() as session:
            store, visitor = _staff(session, slug)
            project = projects.find(session, store.tenant_id, code)
            said, by = read_form(_form(session, project), kind), By(visitor.actor_id, DESK)
            service.record(session, project, said, by, key=f"desk-{request.form.get('key', '')}")
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        return _again(slug, code, kind, request.form, refused)
    return _back(slug, code)


def _form(session: Session, project: Project) -> Mapping[str, str]:
    """The form as typed; a return's receipt is chosen from the list, so it is that entry's number and till."""
    typed = request.form.to_dict()
    chosen = session.get(PurchaseEntry, typed.get("paper", ""))
    if chosen is None or chosen.project_id != project.id:
        return typed
    return typed | {"receipt": chosen.shown, "till": chosen.till}


def _again(slug: str, code: str, form: str, typed: Mapping[str, str], refused: Refused) -> Answer:
    return desk.card(slug, code, tried(form, typed, refused)), refused.status


def _back(slug: str, code: str) -> Response:
    return redirect(f"/s/{slug}/desk/p/{code}#purchases", 303)


def _staff(session: Session, slug: str) -> tuple[Store, Visitor]:
    store = store_of(session, slug)
    return store, staff_at(session, store.tenant)
