"""The proposal's page: each change as a sentence in its place, to be accepted, declined or answered, one by one."""

from __future__ import annotations

import json
from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from configurator.decks.service import deck_of
from configurator.i18n import language
from configurator.projects import door
from configurator.proposals import service
from configurator.proposals.models import Proposal, ProposalItem
from configurator.web import begin, reading
from rooms.drawing.changes import Mark, draw_changes
from rooms.plan import Plan
from samples.deck import Deck

blueprint = Blueprint("proposals", __name__, url_prefix="/s/<slug>/p/<code>/proposal/<proposal_id>")


@blueprint.get("")
def page(slug: str, code: str, proposal_id: str) -> str:
    """With a right to the project, the changes; without one, the door that the mail's link opens."""
    with reading() as session:
        store, project, access = door.visited(session, slug, code)
        if access is None:
            return render_template("projects/door.html", store=store, words="proposals", action=f"{request.path}/open")
        proposal = service.find(session, project, proposal_id)
        return render_template(
            "proposals/proposal.html",
            store=store,
            project=project,
            proposal=proposal,
            changes=proposal.items,
            swatches=_swatches(proposal, deck_of(session, store.tenant_id)),
            counts=service.counts(proposal),
            changed=service.is_changed_since(proposal),
            newer=service.latest(session, project) if proposal.replaced_at else None,
            may_decide=access.may("editor") and access.right != "staff" and proposal.replaced_at is None,
            may_comment=access.may("commenter"),
            is_staff=access.right == "staff",
        )


@blueprint.post("/open")
def open_by_link(slug: str, code: str, proposal_id: str) -> Response:
    """The mail's link: its token, which stands behind #, becomes this browser's own grant."""
    door.come_in(slug)
    return redirect(f"/s/{slug}/p/{code}/proposal/{proposal_id}", 303)


@blueprint.get("/plan.svg")
def picture(slug: str, code: str, proposal_id: str) -> Response:
    """All the changes on the plan, numbered; with `item`, that one and what lies around it."""
    with reading() as session:
        proposal = service.find(session, door.opened(session, slug, code, "viewer").project, proposal_id)
        marks = [_mark(item) for item in proposal.items]
        focus = next((mark for mark in marks if str(mark.n) == request.args.get("item")), None)
        before, after = Plan(json.loads(proposal.before)), Plan(json.loads(proposal.after))
        deck = deck_of(session, proposal.tenant_id)
    drawn = draw_changes(before, after, marks, focus=focus, paints=deck.hex_of, language=language())
    return FlaskResponse(drawn, mimetype="image/svg+xml")


@blueprint.post("/items/<item_id>")
def decide(slug: str, code: str, proposal_id: str, item_id: str) -> Response:
    with begin() as session:
        access = door.opened(session, slug, code, "editor")
        proposal = service.find(session, access.project, proposal_id)
        item = service.decide(session, access, proposal, item_id, request.form.get("state", ""))
        return _back(proposal, slug, f"#change-{item.n}")


@blueprint.post("/items/<item_id>/comments")
def comment(slug: str, code: str, proposal_id: str, item_id: str) -> Response:
    with begin() as session:
        access = door.opened(session, slug, code, "commenter")
        proposal = service.find(session, access.project, proposal_id)
        made = service.comment(session, access, proposal, item_id, request.form.get("text", ""))
        return _back(proposal, slug, f"#change-{made.item.n}")


@blueprint.post("/accepted")
def accept_all(slug: str, code: str, proposal_id: str) -> Response:
    with begin() as session:
        access = door.opened(session, slug, code, "editor")
        proposal = service.find(session, access.project, proposal_id)
        service.accept_all(session, access, proposal)
        return _back(proposal, slug, "#answer")


def _back(proposal: Proposal, slug: str, place: str) -> Response:
    return redirect(f"/s/{slug}/p/{proposal.project.code}/proposal/{proposal.id}{place}", 303)


def _swatches(proposal: Proposal, deck: Deck) -> dict[str, list[str]]:
    """By item: the colours on a screen that a repainted face had and would have."""
    plans = Plan(json.loads(proposal.before)), Plan(json.loads(proposal.after))
    return {item.id: _colours(item, plans, deck) for item in proposal.items if item.kind == "repainted"}


def _colours(item: ProposalItem, plans: Sequence[Plan], deck: Deck) -> list[str]:
    ids = [path.partition("/")[2] for path in json.loads(item.paths) if path.startswith("finishes/")]
    codes = [plan.finishes[id_].paint for plan in plans for id_ in ids if id_ in plan.finishes]
    return list(dict.fromkeys(colour for code in codes if code and (colour := deck.hex_of(code))))


def _mark(item: ProposalItem) -> Mark:
    at = (item.x, item.y) if item.x is not None and item.y is not None else None
    return Mark(item.n, json.loads(item.paths), item.level, at)
