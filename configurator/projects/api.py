"""The projects' part of `/api/v1`: edits in, edits out, and the links that let others in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, make_response, request
from sqlalchemy.orm import Session

from configurator.accounts import limits
from configurator.accounts.tokens import new_key
from configurator.errors import NotFound, Refused, TooMany
from configurator.exports.pictures import qr_url
from configurator.i18n import moment
from configurator.offers import quotes
from configurator.projects import grants, pairing, presence, service
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.projects.photo_link import photo_token
from configurator.web import begin, reading, settings, visitor_at

blueprint = APIBlueprint("projects_api", __name__, url_prefix="/api/v1/projects")

MOST_BYTES = 256 * 1024


@blueprint.post("/<project_id>/edits")
@blueprint.doc(summary="Log edits", description="Safe to repeat: an edit is known by its id. One result for each.")
def append_edits(project_id: str) -> Response:
    base, edits = _batch()
    with begin() as session:
        access = opened(session, project_id, right="editor")
        before = access.project.head_seq
        results = service.append(session, access, edits)
        quotes.keep_quote(session, access.project)
        presence.note(session, access)
        reached, since = service.edits_since(session, access.project, base)
        own = {result.id for result in results}
        body = {
            "seq": reached,
            "results": [result.as_data() for result in results],
            "others": [edit for edit in since if edit["id"] not in own],
            "present": presence.others(session, access),
        }
        is_changed = access.project.head_seq != before
    return jsonify(body | {"fee": _fee(project_id) if is_changed else None})


@blueprint.get("/<project_id>/edits")
@blueprint.doc(
    summary="Edits since a number",
    description="`seq` is the last edit sent, `present` who else is here. Answers 304 while neither has changed.",
)
def edits_since(project_id: str) -> Response:
    since = request.args.get("since", 0, type=int)
    with reading() as session:
        access = opened(session, project_id)
        present, is_due = presence.others(session, access), presence.is_due(session, access)
        is_known = request.headers.get("If-None-Match") == _tag(access.project.head_seq, present)
        reached, edits = (since, []) if is_known else service.edits_since(session, access.project, since)
    if is_due:
        with begin() as session:
            presence.note(session, access)
    if is_known:
        return make_response("", 304)
    response = jsonify(seq=reached, others=edits, present=present, fee=_fee(project_id))
    response.headers["ETag"] = _tag(reached, present)
    return response


@blueprint.get("/<project_id>/variants/<variant_id>")
@blueprint.doc(summary="A variant as it stands", description="Its plan, and `seq`, the last edit of the project in it.")
def variant(project_id: str, variant_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        found = service.variant_of(session, access.project, variant_id)
        return jsonify(
            id=found.id,
            role=found.role,
            seq=access.project.head_seq,
            document=service.head_plan(found).document,
        )


@blueprint.post("/<project_id>/links")
@blueprint.doc(summary="Share a project", description="A link's token, told once: whoever brings it gets the role.")
def make_link(project_id: str) -> Response:
    data = request.get_json(silent=True)
    role = data.get("role") if isinstance(data, dict) else None
    if role not in ("viewer", "commenter", "editor", grants.PHOTOS):
        raise Refused("not_a_choice", path="role")
    picture = None if role == grants.PHOTOS else new_key()
    with begin() as session:
        access = opened(session, project_id)
        if role == grants.PHOTOS:
            token = photo_token(session, access, settings().secret_key)
        else:
            token = grants.make_link(session, access, role, picture=picture)
        shown = f"?picture={picture}" if picture else ""
        return jsonify(token=token, path=f"/s/{access.project.store.slug}/l{shown}", role=role)


@blueprint.get("/<project_id>/links")
@blueprint.doc(summary="Who has access", description="The links that stand, and how many came in by each. No names.")
def links(project_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id, right="owner")
        found = grants.links_of(session, access.project)
    return jsonify(links=[vars(link) | {"made_at": moment(link.made_at)} for link in found])


@blueprint.delete("/<project_id>/links")
@blueprint.doc(summary="Withdraw all links", description="Whoever came in by one loses the right it gave.")
def withdraw_links(project_id: str) -> Response:
    with begin() as session:
        grants.withdraw_links(session, opened(session, project_id, right="owner").project)
    return make_response("", 204)


@blueprint.delete("/<project_id>/links/<link_id>")
@blueprint.doc(summary="Withdraw a link", description="Whoever came in by it loses the right it gave.")
def withdraw_link(project_id: str, link_id: str) -> Response:
    with begin() as session:
        grants.withdraw_link(session, opened(session, project_id, right="owner").project, link_id)
    return make_response("", 204)


@blueprint.post("/<project_id>/pairings")
@blueprint.doc(summary="Open on another device", description="Six digits, told once, that bring this right there.")
def make_pairing(project_id: str) -> Response:
    with begin() as session:
        access = opened(session, project_id)
        limits.spend(session, pairing.GIVE, access.visitor.actor_id)
        given = pairing.give(session, settings(), access)
        address = f"{settings().base_url}/s/{access.project.store.slug}/"
    return jsonify(
        number=given.number,
        seconds=int(pairing.LASTS.total_seconds()),
        address=address.split("://", 1)[1].rstrip("/"),
        qr=qr_url(f"{address}#code"),
    )


def opened(session: Session, project_id: str, *, right: str = "viewer") -> Access:
    """The project of the address, by the cookie of the project's own tenant."""
    project = session.get(Project, project_id)
    if project is None:
        raise NotFound("no_project")
    visitor = visitor_at(session, project.store.tenant)
    return grants.open_project(session, project_id, visitor, right=right)


def _tag(seq: int, present: Sequence[Mapping[str, Any]]) -> str:
    """What a poll is known by: the last edit sent, and who is there."""
    people = sha256(repr(present).encode()).hexdigest()[:12] if present else "alone"
    return f'"{seq}-{people}"'


def _fee(project_id: str) -> dict[str, Any] | None:
    with reading() as session:
        project = session.get(Project, project_id)
        return quotes.quote(session, project) if project else None


def _batch() -> tuple[int, list[object]]:
    if (request.content_length or 0) > MOST_BYTES:
        raise Refused("http_413")
    data = request.get_json(silent=True)
    if not isinstance(data, dict) or not isinstance(data.get("edits"), list):
        raise Refused("not_json")
    base = data.get("base", 0)
    if type(base) is not int:
        raise Refused("not_a_whole_number", path="base")
    if len(data["edits"]) > service.MOST_EDITS:
        raise TooMany("too_many_edits", most=service.MOST_EDITS)
    return base, data["edits"]
