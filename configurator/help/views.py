"""Asking for a person, from the studio: the request carries the project and where the customer was."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, request

from configurator.accounts import limits
from configurator.desk import service
from configurator.desk.service import Ask
from configurator.errors import NotFound, Refused
from configurator.i18n import day, language, moment
from configurator.offers import quotes
from configurator.projects.api import opened
from configurator.stores.models import Store
from configurator.web import begin, client_key

blueprint = APIBlueprint("help", __name__, url_prefix="/api/v1/projects")


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
        made = service.ask(session, access, store, wanted, language=language(), context=said.get("context"))
        quotes.keep_quote(session, access.project)
        promised = made.promised_at
    return jsonify(
        promised_at=promised.isoformat() if promised else None,
        promised=f"{day(promised)}, {moment(promised).split(', ')[-1]}" if promised else None,
        store=store.name,
    )


def _said() -> dict[str, Any]:
    data = request.get_json(silent=True)
    if not isinstance(data, dict):
        raise Refused("not_json")
    return data
