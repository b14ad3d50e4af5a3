"""A retailer's own facts told by its systems: the loyalty programme, the ERP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify

from configurator.errors import Refused
from configurator.offers import quotes
from configurator.projects import service as projects
from configurator.projects.code import spoken
from configurator.stated import own
from configurator.systems import door, keys
from configurator.web import begin

blueprint = APIBlueprint("stated_api", __name__, url_prefix="/api/v1/stores/<slug>", tag="Facts")

MOST = 100
DESCRIPTION = """
`Authorization: Bearer <key>`: a key of this store's retailer that opens `facts`.

Body (JSON): `{"project": "ABC-D23-45X", "facts": {"club_member": true, "points": 120}}`. `facts` are those that the
retailer's terms add, under `facts`, and of the product's `package`, `testers_bought`, `packs_matching…` and `basket_…`
those that the terms read; each value is of the type declared there: money in grosze, areas in mm², days as
`YYYY-MM-DD`, `null` for what is not known any more. A fact left out stays as it is. The same request again changes
nothing, so it may be repeated freely.

Answers 200 with the names that `changed`, all the project's own `facts` and the `fee` as it now stands. A refusal is
`{"error": {"reason", "path", "text"}}`; `path` names the field, as in `facts/points`, and nothing was written.
"""
RESPONSES = {
    200: "Written down",
    400: "A field is wrong, `error.path` says which; nothing was written",
    401: "No key, or not a living key of this retailer",
    403: "The key does not open facts",
    404: "No such store, or no such project at this retailer",
}


@blueprint.post("/facts")
@blueprint.doc(summary="Tell facts of a project", description=DESCRIPTION, responses=RESPONSES)
def tell_facts(slug: str) -> Response:
    with begin() as session:
        store, actor_id = door.opened(session, slug, keys.FACTS)
        body = door.body()
        said = _said(body)
        project = projects.find(session, store.tenant_id, door.code(body))
        changed = own.state(session, project, said, own.By(actor_id, own.API))
        return jsonify(
            project=spoken(project.code),
            changed=sorted(changed),
            facts=own.known(session, project),
            fee=quotes.in_short(session, project),
        )


def _said(body: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := sorted(body.keys() - {"project", "facts"}):
        raise Refused("unknown_field", path=unknown[0][:80])
    said = body.get("facts")
    if not isinstance(said, dict):
        raise Refused("not_an_object", path="facts")
    if len(said) > MOST:
        raise Refused("too_many", path="facts", most=MOST)
    return said
