"""Asking for a person: from the studio with the project and what was done last, from any other page with its name."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Blueprint, Response, g, jsonify, render_template, request
from sqlalchemy.orm import Session

from configurator.accounts import limits
from configurator.accounts.visits import Visitor
from configurator.desk import service
from configurator.desk.models import HelpRequest
from configurator.desk.service import Ask
from configurator.errors import NotFound, Refused
from configurator.help.next_step import next_step
from configurator.i18n import day, language, moment
from configurator.offers import quotes
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.api import opened
from configurator.projects.models import Project
from configurator.stores.models import Store
from configurator.web import begin, client_key, reading, store_here, store_of, visitor_or_guest

blueprint = APIBlueprint("help", __name__, url_prefix="/api/v1/projects")
pages = Blueprint("help_pages", __name__)
pages.app_context_processor(lambda: {"next_step": next_step, "store_here": store_here})


@blueprint.post("/<project_id>/requests")
@blueprint.doc(summary="Ask for a person", description="Hands over to a designer or asks for a call; says by when.")
def ask(project_id: str) -> Response:
    said = _said()
    with begin() as session:
        access = opened(session, project_id, right="commenter")
        limits.spend(session, limits.NEW_PROJECT, client_key())
        store = session.get(Store, str(said.get("store") or access.project.store_id))
        if store is None:
            raise NotFound("no_store")
        kind = "hand_over" if said.get("kind") == "hand_over" else "call_back"
        wanted = Ask.read({name: str(said.get(name) or "") for name in service.MOST_LETTERS}, kind)
        made = service.ask(
            session,
            store,
            access.visitor,
            wanted,
            project=access.project,
            language=language(),
            context=said.get("context"),
        )
        quotes.keep_quote(session, access.project)
        return jsonify(
            promised_at=made.promised_at.isoformat() if made.promised_at else None,
            promised=_promised(made),
            store=store.name,
        )


@pages.get("/s/<slug>/help")
def page(slug: str) -> str:
    """The store's phone and hours, and a form to be called back."""
    with reading() as session:
        return render_template("help/page.html", store=store_of(session, slug), asked=None, wrong=None)


@pages.post("/s/<slug>/help")
def call_back(slug: str) -> str | tuple[str, int]:
    """*Oddzwońcie do mnie*: onto the worklist, with the page and the project one was on; by when is answered."""
    try:
        with begin() as session:
            store = store_of(session, slug)
            visitor = visitor_or_guest(session, store.tenant)
            limits.spend(session, limits.NEW_PROJECT, client_key())
            said = Ask.read(request.form, "call_back")
            made = service.ask(
                session,
                store,
                visitor,
                said,
                project=_own_project(session, store, visitor),
                language=language(),
                context={"screen": request.form.get("screen", "")[:40]},
            )
            return render_template("help/page.html", store=store, asked=made, promised=_promised(made), wrong=None)
    except Refused as refused:
        if "store_slug" not in g:
            raise
        with reading() as session:
            store = store_of(session, slug)
            return render_template("help/page.html", store=store, asked=None, wrong=refused), refused.status


def _own_project(session: Session, store: Store, visitor: Visitor) -> Project | None:
    """The project that the page was about, where the visitor may speak about it."""
    try:
        project = projects.find(session, store.tenant_id, request.form.get("project", ""))
        return grants.open_project(session, project.id, visitor, right="commenter").project
    except Refused:
        return None


def _promised(made: HelpRequest) -> str | None:
    """By when the store answers, in words."""
    if made.promised_at is None:
        return None
    return f"{day(made.promised_at)}, {moment(made.promised_at).split(', ')[-1]}"


def _said() -> dict[str, Any]:
    data = request.get_json(silent=True)
    if not isinstance(data, dict):
        raise Refused("not_json")
    return data
