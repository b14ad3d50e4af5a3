"""A draft of the terms: its pieces edited in forms, asked to be published by one manager and published by another."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as Answer

from configurator.db import now
from configurator.errors import Conflict, NotFound, Refused
from configurator.i18n import WARSAW, language
from configurator.offers import terms as published
from configurator.stores.models import Store
from configurator.terms import drafts, page, pieces
from configurator.terms.comparing import compare
from configurator.terms.findings import told
from configurator.terms.pieces import Piece
from configurator.terms.typed import Typed
from configurator.web import begin, manager_at, reading
from incentives.phrases import USUAL, State
from incentives.phrasing import gap_names, shown

blueprint = Blueprint("terms_drafts", __name__, url_prefix="/s/<slug>/desk/terms/drafts")

SAVE = "save"
BESIDES = dict.fromkeys(("facts", "phrases", "together", "goods"), "#besides")
"""Where the draft's page is opened after these: what is folded there unfolds."""


@blueprint.post("")
def start(slug: str) -> Answer:
    """A new draft: from an empty page, or from the published terms whose hash is `origin`."""
    with begin() as session:
        store, visitor = manager_at(session, slug)
        sha = request.form.get("origin", "")
        origin = published.version(session, store.tenant_id, sha) if sha else None
        if sha and origin is None:
            raise NotFound("no_version")
        draft = drafts.start(session, store.tenant, visitor, origin)
        return _to(slug, draft.id)


@blueprint.get("/<draft_id>")
def draft(slug: str, draft_id: str) -> str:
    with reading() as session:
        return _draft_page(session, slug, draft_id)


@blueprint.post("/<draft_id>/pieces")
def add_piece(slug: str, draft_id: str) -> Answer | tuple[str, int]:
    """A new service, rule, individual terms or fact, and its form."""
    part = request.form.get("part", "")
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            found = drafts.find(session, store.tenant, draft_id)
            key = drafts.add(session, found, part, visitor, version=_version(), to=request.form.get("to", ""))
    except Refused as refused:
        return _refused(slug, draft_id, refused)
    return redirect(f"/s/{slug}/desk/terms/drafts/{draft_id}/{part}/{key}", 303)


@blueprint.get("/<draft_id>/<part>/<key>")
def piece(slug: str, draft_id: str, part: str, key: str) -> str:
    """The form of one service, rule, fact or phrase, or of what the terms say as a whole."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        data = drafts.data_of(drafts.find(session, store.tenant, draft_id))
        found = pieces.find(data, part, key, page.setting(session, store, data))
        return _piece_page(session, slug, draft_id, found)


@blueprint.post("/<draft_id>/<part>/<key>")
def press(slug: str, draft_id: str, part: str, key: str) -> Answer | tuple[str, int]:
    """Keep what was typed; a button may add a field or take one away. What another has changed meanwhile stands."""
    form = Typed(request.form)
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            found = drafts.find(session, store.tenant, draft_id)
            data = drafts.data_of(found)
            now_typed = pieces.find(data, part, key, page.setting(session, store, data)).typed(form)
            drafts.save(session, found, now_typed.put_into(data), visitor, version=_version())
    except Conflict as refused:
        with reading() as session:
            return _piece_page(session, slug, draft_id, _typed(session, slug, draft_id, part, key), refused), 409
    return (
        _to(slug, f"{draft_id}{BESIDES.get(part, '')}") if form.verb == SAVE else _to(slug, f"{draft_id}/{part}/{key}")
    )


@blueprint.post("/<draft_id>/<part>/<key>/faults")
def faults(slug: str, draft_id: str, part: str, key: str) -> Response:
    """What is wrong with the piece as it is being typed, at its fields, and how it reads; nothing is kept."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        data = drafts.data_of(drafts.find(session, store.tenant, draft_id))
        now_typed = _typed(session, slug, draft_id, part, key)
        box, said = now_typed.box(), now_typed.said()
        findings = told(page.findings(now_typed.put_into(data)), now_typed, box)
        return jsonify(
            {
                "findings": [
                    {"name": one.name, "text": one.text, "severity": one.severity, "empty": one.empty}
                    for one in findings
                ],
                "lines": [{"depth": depth, "text": words[language()]} for depth, words in said.lines()] if said else [],
            }
        )


@blueprint.post("/<draft_id>/<part>/<key>/removed")
def remove_piece(slug: str, draft_id: str, part: str, key: str) -> Answer | tuple[str, int]:
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            found = drafts.find(session, store.tenant, draft_id)
            data = drafts.data_of(found)
            gone = pieces.find(data, part, key, page.setting(session, store, data))
            drafts.save(session, found, gone.taken_from(data), visitor, version=_version())
    except Conflict as refused:
        return _refused(slug, draft_id, refused)
    return _to(slug, draft_id)


@blueprint.post("/<draft_id>/asked")
def ask(slug: str, draft_id: str) -> Answer | tuple[str, int]:
    """Want it published, at once or from a day on."""
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            found = drafts.find(session, store.tenant, draft_id)
            drafts.ask(session, found, store.tenant, visitor, version=_version(), valid_from=_valid_from())
    except Refused as refused:
        return _refused(slug, draft_id, refused)
    return _to(slug, draft_id)


@blueprint.post("/<draft_id>/published")
def publish(slug: str, draft_id: str) -> Answer | tuple[str, int]:
    """The second manager has read it and puts it in force."""
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            found = drafts.find(session, store.tenant, draft_id)
            drafts.publish(session, found, store.tenant, visitor, version=_version())
    except Refused as refused:
        return _refused(slug, draft_id, refused)
    return redirect(f"/s/{slug}/desk/terms/", 303)


@blueprint.post("/<draft_id>/returned")
def send_back(slug: str, draft_id: str) -> Answer | tuple[str, int]:
    """The second manager sends it back and says why."""
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            found = drafts.find(session, store.tenant, draft_id)
            drafts.send_back(session, found, visitor, version=_version(), note=request.form.get("note", ""))
    except Refused as refused:
        return _refused(slug, draft_id, refused)
    return _to(slug, draft_id)


@blueprint.post("/<draft_id>/removed")
def remove(slug: str, draft_id: str) -> Answer | tuple[str, int]:
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            drafts.remove(session, drafts.find(session, store.tenant, draft_id), version=_version())
    except Conflict as refused:
        return _refused(slug, draft_id, refused)
    return redirect(f"/s/{slug}/desk/terms/", 303)


def _draft_page(session: Session, slug: str, draft_id: str, wrong: Refused | None = None) -> str:
    store, visitor = manager_at(session, slug)
    found = drafts.find(session, store.tenant, draft_id)
    data = drafts.data_of(found)
    setting, findings, terms = page.setting(session, store, data), page.findings(data), page.readable(data)
    services, rules, overrides, facts, phrases = page.cards(data, setting, findings)
    current = published.in_force(session, store.tenant_id)
    return render_template(
        "terms/draft.html",
        store=store,
        visitor=visitor,
        draft=found,
        terms=terms,
        whole=page.whole(data, setting, findings),
        services=services,
        rules=rules,
        overrides=overrides,
        facts=facts,
        phrases=phrases,
        elsewhere=page.elsewhere(data, setting, findings),
        errors=drafts.errors(findings),
        seconds=drafts.second_managers(session, store.tenant, visitor),
        changes=compare(published.read(current) if current else None, terms) if terms and found.asked_by else (),
        today=now().astimezone(WARSAW).date(),
        wrong=wrong,
    )


def _piece_page(session: Session, slug: str, draft_id: str, found: Piece, conflict: Conflict | None = None) -> str:
    store, visitor = manager_at(session, slug)
    kept = drafts.find(session, store.tenant, draft_id)
    box = found.box()
    return render_template(
        "terms/piece.html",
        store=store,
        visitor=visitor,
        draft=kept,
        piece=found,
        box=box,
        said=found.said(),
        gaps=gap_names(State(found.key)) if found.part == "phrases" else (),
        usual=USUAL[State(found.key)] if found.part == "phrases" else None,
        shown=shown,
        told={one.name: one for one in told(page.findings(found.put_into(drafts.data_of(kept))), found, box)},
        conflict=conflict,
        theirs=_as_kept(session, store, draft_id, found).said() if conflict else None,
    )


def _as_kept(session: Session, store: Store, draft_id: str, found: Piece) -> Piece:
    data = drafts.data_of(drafts.find(session, store.tenant, draft_id))
    return pieces.find(data, found.part, found.key, page.setting(session, store, data))


def _typed(session: Session, slug: str, draft_id: str, part: str, key: str) -> Piece:
    """The piece as the form of this request says."""
    store, _ = manager_at(session, slug)
    data = drafts.data_of(drafts.find(session, store.tenant, draft_id))
    return pieces.find(data, part, key, page.setting(session, store, data)).typed(Typed(request.form))


def _refused(slug: str, draft_id: str, refused: Refused) -> tuple[str, int]:
    with reading() as session:
        return _draft_page(session, slug, draft_id, refused), refused.status


def _version() -> int:
    """Which state of the draft the page showed; none that ever was for what is no number."""
    typed = request.form.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


def _valid_from() -> date | None:
    typed = request.form.get("valid_from", "").strip()
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise Refused("not_a_day", path="valid_from") from error


def _to(slug: str, place: str) -> Answer:
    return redirect(f"/s/{slug}/desk/terms/drafts/{place}", 303)
