"""Staff state things on the project's card, and a manager by a table: a refusal shows the page with what was typed."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts.visits import Visitor
from configurator.csv_rows import lines_of
from configurator.desk import views as desk
from configurator.errors import Forbidden, NotFound, NotSignedIn, Refused
from configurator.offers import services
from configurator.projects import service as projects
from configurator.purchases.section import Tried
from configurator.stated import collections, customers, own
from configurator.stated.importing import Report, take_in
from configurator.stated.own_table import MOST_BYTES
from configurator.stated.page import control_name, read_value
from configurator.stores.models import Store
from configurator.terms.typed import Typed
from configurator.web import begin, manager_at, reading, staff_at, store_of

blueprint = Blueprint("stated", __name__, url_prefix="/s/<slug>/desk")

Answer = Response | tuple[str, int]
NOT_OF_THE_FORM = (NotFound, Forbidden, NotSignedIn)


@blueprint.post("/p/<code>/customer")
def mark_customer(slug: str, code: str) -> Answer:
    """Whose the project is, and by which contract."""
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            customers.mark(session, projects.find(session, store.tenant_id, code), visitor, request.form)
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        return _again(slug, code, Tried("customer", request.form.to_dict(), {refused.path: refused.text}), refused)
    return redirect(f"/s/{slug}/desk/p/{code}#customer", 303)


@blueprint.post("/p/<code>/facts/<name>")
def state_fact(slug: str, code: str, name: str) -> Answer:
    """One of the retailer's own facts."""
    try:
        with begin() as session:
            store, visitor = _staff(session, slug)
            project, fact = projects.find(session, store.tenant_id, code), own.declared(session, store.tenant_id)
            value = read_value(fact[name], Typed(request.form)) if name in fact else None
            own.state(session, project, {name: value}, own.By(visitor.actor_id, own.DESK))
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        here = control_name(name)
        return _again(slug, code, Tried(here, request.form.to_dict(), {here: refused.text}), refused)
    return redirect(f"/s/{slug}/desk/p/{code}#own", 303)


@blueprint.post("/services/<service_id>/collections")
def note_collection(slug: str, service_id: str) -> Answer:
    """*Zmiana kolekcji*: which one, in words."""
    try:
        with begin() as session:
            _, visitor = _staff(session, slug)
            noted = collections.note(session, service_id, visitor, request.form.get("collection", ""))
            code = noted.project.code
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        with reading() as session:
            code = services.find(session, service_id, _staff(session, slug)[1]).project.code
        tried = Tried("collection", request.form.to_dict(), {"collection": refused.text})
        return _again(slug, code, tried, refused)
    return redirect(f"/s/{slug}/desk/p/{code}#collections", 303)


@blueprint.post("/collections/<note_id>/taken-back")
def take_back_collection(slug: str, note_id: str) -> Response:
    with begin() as session:
        _, visitor = _staff(session, slug)
        code = collections.take_back(session, note_id, visitor).project.code
    return redirect(f"/s/{slug}/desk/p/{code}#collections", 303)


@blueprint.get("/facts")
def table_page(slug: str) -> str:
    """Own facts of many projects at once."""
    with reading() as session:
        return _table_page(session, *manager_at(session, slug))


@blueprint.post("/facts")
def take_table(slug: str) -> Answer:
    """A table tried (`press` check: everything is undone) or taken in; nothing is kept where a cell is refused."""
    upload, text = request.files.get("file"), request.form.get("text", "")
    data = upload.read(MOST_BYTES + 1) if upload else text.encode()
    is_tried = request.form.get("press") != "take"
    with begin() as session:
        store, visitor = manager_at(session, slug)
        try:
            report = take_in(session, store.tenant, data, own.By(visitor.actor_id, own.TABLE))
        except Refused as refused:
            report = Report(refused=[(1, refused)])
        page = _table_page(session, store, visitor, report=report, data=data, is_tried=is_tried)
        if is_tried:
            session.rollback()
    return page, 200 if report.is_good else 400


def _table_page(
    session: Session,
    store: Store,
    visitor: Visitor,
    *,
    report: Report | None = None,
    data: bytes = b"",
    is_tried: bool = True,
) -> str:
    return render_template(
        "stated/table.html",
        store=store,
        visitor=visitor,
        facts=own.declared(session, store.tenant_id),
        report=report,
        text="\n".join(lines_of(data)) if report and report.is_good and is_tried else "",
        is_tried=is_tried,
    )


def _again(slug: str, code: str, form: Tried, refused: Refused) -> Answer:
    return desk.card(slug, code, form), refused.status


def _staff(session: Session, slug: str) -> tuple[Store, Visitor]:
    store = store_of(session, slug)
    return store, staff_at(session, store.tenant)
