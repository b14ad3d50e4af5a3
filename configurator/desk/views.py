"""The desk: the worklist, the search, a project's card, and the steps of the designer's work."""

from __future__ import annotations

import json

from flask import Blueprint, redirect, render_template, request
from flask import Response as FlaskResponse
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts.visits import Visitor
from configurator.db import now
from configurator.decks.service import deck_of
from configurator.desk import bar_code, context, service
from configurator.errors import Conflict
from configurator.exports.amounts import exact_litres
from configurator.i18n import language
from configurator.measuring.brought import projects_waiting
from configurator.measuring.desk_views import for_card as measured
from configurator.money import read_grosze
from configurator.offers import changes, ledger, quotes, services, settling
from configurator.orders import seeking
from configurator.orders import service as orders
from configurator.orders.rows import rows
from configurator.paint_baskets import standing
from configurator.photos import service as photos
from configurator.products.page import summary
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.proposals import service as proposals
from configurator.purchases import section
from configurator.stated.page import stated
from configurator.stores.models import Store
from configurator.web import begin, reading, staff_at, store_of
from rooms.drawing.plan import draw_plan
from samples.tools import TOOLS

blueprint = Blueprint("desk", __name__, url_prefix="/s/<slug>/desk")


@blueprint.get("/")
def worklist(slug: str) -> str:
    """Who waits, overdue first; or what a search has found."""
    typed = request.args.get("q", "")
    with reading() as session:
        store, visitor = _staff(session, slug)
        return render_template(
            "desk/worklist.html",
            store=store,
            visitor=visitor,
            waiting=service.worklist(session, store),
            photos=projects_waiting(session, store),
            unsettled=settling.waiting(session, store),
            typed=typed,
            found=service.find(session, visitor, typed) if typed.strip() else None,
            samples_found=rows(session, seeking.search(session, store.tenant_id, typed)),
            samples=rows(session, orders.orders_of(session, store, over=False)),
            at=now(),
        )


@blueprint.get("/p/<code>")
def card(slug: str, code: str, tried: section.Tried = section.NOTHING) -> str:
    """A project as the designer needs it before opening it; with what was typed into a form that was refused."""
    with reading() as session:
        store, visitor = _staff(session, slug)
        project = projects.find(session, store.tenant_id, code)
        decision = quotes.shown(session, project)
        opened = quotes.service_of(session, project) or quotes.last_called_off(session, project)
        return render_template(
            "desk/card.html",
            store=store,
            visitor=visitor,
            project=project,
            requests=service.requests_of(session, project),
            context_of=context.told,
            decision=decision,
            service=opened,
            payments=settling.account(session, opened) if opened else None,
            committed_gr=ledger.charged_gr(opened) if opened else None,
            changes=changes.since_closing(opened) if opened else (),
            purchases=section.section(session, project, decision, tried),
            proposal=proposals.summary(session, store, project),
            products=summary(session, project),
            paint=standing.of_project(session, project),
            litres=exact_litres,
            tools=TOOLS,
            photos=photos.photos_of(session, project),
            plan=projects.head_plan(projects.first_variant(project)),
            measured=measured(session, project),
            stated=stated(session, project, tried),
            at=now(),
        )


@blueprint.get("/p/<code>/plan.svg")
def plan_picture(slug: str, code: str) -> Response:
    """The customer's plan as a drawing."""
    with reading() as session:
        store, _ = _staff(session, slug)
        project = projects.find(session, store.tenant_id, code)
        plan, deck = projects.head_plan(projects.first_variant(project)), deck_of(session, store.tenant_id)
    return FlaskResponse(draw_plan(plan, paints=deck.hex_of, language=language()), mimetype="image/svg+xml")


@blueprint.post("/p/<code>/service")
def open_service(slug: str, code: str) -> Response:
    """*Zaczynam projekt*: the service opens, and the designer goes into the studio."""
    with begin() as session:
        access = _access(session, slug, code)
        services.open_service(session, access)
        return redirect(f"/s/{slug}/p/{access.project.code}", 303)


@blueprint.post("/services/<service_id>/close")
def close_service(slug: str, service_id: str) -> Response | tuple[str, int]:
    """*Zamknij usługę*: the decision goes into the ledger; the slip for the till comes next.

    When the fee is no longer the one shown, the card shows the new one and says so.
    """
    code = ""
    try:
        with begin() as session:
            _, visitor = _staff(session, slug)
            code = services.find(session, service_id, visitor).project.code
            services.close_service(
                session,
                service_id,
                visitor,
                receipt=request.form.get("receipt", ""),
                reason=request.form.get("reason", ""),
                less_gr=read_grosze(request.form.get("less", ""), path="less"),
                seen_gr=request.form.get("seen_gr", type=int),
            )
    except Conflict as refused:
        return card(slug, code, section.tried("close", request.form, refused)), refused.status
    return redirect(f"/s/{slug}/desk/services/{service_id}/slip", 303)


@blueprint.post("/services/<service_id>/less")
def charge_less(slug: str, service_id: str) -> Response:
    """*Obniż opłatę*: less than the ledger says, after the service was closed; a manager's reason is a row of it."""
    with begin() as session:
        _, visitor = _staff(session, slug)
        less_gr = read_grosze(request.form.get("less", ""), path="less")
        services.charge_less(session, service_id, visitor, less_gr=less_gr, reason=request.form.get("reason", ""))
    return redirect(f"/s/{slug}/desk/services/{service_id}/slip", 303)


@blueprint.get("/services/<service_id>/slip")
def slip(slug: str, service_id: str) -> str:
    """What the till scans: the service, the amount, and the chain's last hash."""
    with reading() as session:
        store, visitor = _staff(session, slug)
        closed = services.find(session, service_id, visitor)
        if not closed.closed_at:
            raise Conflict("no_slip_yet")
        entry = closed.entries[-1]
        committed = next((row for row in closed.entries if row.kind == "committed"), None)
        text = f"{closed.project.code}-{entry.n}"
        return render_template(
            "desk/slip.html",
            store=store,
            visitor=visitor,
            slip_text=text,
            slip_code=bar_code.data_url(text),
            service=closed,
            entry=entry,
            charged_gr=ledger.charged_gr(closed),
            changes=changes.since_closing(closed),
            payments=settling.account(session, closed),
            decision=json.loads(committed.body)["decision"] if committed else None,
        )


@blueprint.post("/requests/<request_id>/take")
def take(slug: str, request_id: str) -> Response:
    with begin() as session:
        _, visitor = _staff(session, slug)
        service.take(session, request_id, visitor)
    return redirect(f"/s/{slug}/desk/", 303)


@blueprint.post("/requests/<request_id>/answered")
def answered(slug: str, request_id: str) -> Response:
    with begin() as session:
        _, visitor = _staff(session, slug)
        service.answered(session, request_id, visitor)
    return redirect(f"/s/{slug}/desk/", 303)


def _staff(session: Session, slug: str) -> tuple[Store, Visitor]:
    store = store_of(session, slug)
    return store, staff_at(session, store.tenant)


def _access(session: Session, slug: str, code: str) -> Access:
    store, visitor = _staff(session, slug)
    project: Project = projects.find(session, store.tenant_id, code)
    return grants.open_project(session, project.id, visitor, right="editor")
