"""Terms for the store's manager: those in force as sentences, those to come, older ones; tried and compared."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as Answer

from configurator.db import now
from configurator.errors import NotFound, Refused
from configurator.i18n import WARSAW
from configurator.offers import terms as published
from configurator.projects import service as projects
from configurator.projects.models import Project
from configurator.stores.models import Store
from configurator.terms import drafts, page, runs, trying
from configurator.terms.comparing import compare
from configurator.terms.typed import Typed
from configurator.web import begin, manager_at, reading
from incentives.terms import Terms

blueprint = Blueprint("terms", __name__, url_prefix="/s/<slug>/desk/terms")


@blueprint.get("/")
def overview(slug: str) -> str:
    """The terms in force, what is scheduled, the drafts, and every earlier publication."""
    return _overview(slug)


def _overview(slug: str, wrong: Refused | None = None, wrong_at: str = "") -> str:
    with reading() as session:
        store, visitor = manager_at(session, slug)
        current = published.in_force(session, store.tenant_id)
        return render_template(
            "terms/overview.html",
            store=store,
            visitor=visitor,
            current=current,
            terms=published.read(current) if current else None,
            reading=page.reading_of(published.read(current)) if current else None,
            publications=published.publications(session, store.tenant_id),
            reported=runs.reported(session, store.tenant),
            drafts=drafts.drafts(session, store.tenant),
            seconds=drafts.second_managers(session, store.tenant, visitor),
            read=published.read,
            since=page.since,
            at=now(),
            wrong=wrong,
            wrong_at=wrong_at,
        )


@blueprint.post("/publications/<publication_id>/called-off")
def call_off(slug: str, publication_id: str) -> Answer | tuple[str, int]:
    """What was scheduled will not begin, for the reason given."""
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            found = published.publication(session, store.tenant_id, publication_id)
            published.call_off(session, found, drafts.account(visitor), request.form.get("reason", ""))
    except Refused as refused:
        if refused.status == 404:
            raise
        return _overview(slug, refused, publication_id), refused.status
    return redirect(f"/s/{slug}/desk/terms/#history", 303)


@blueprint.get("/versions/<sha>")
def version(slug: str, sha: str) -> str:
    """One published version, as sentences."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        found = published.version(session, store.tenant_id, sha)
        if found is None:
            raise NotFound("no_version")
        current = published.in_force(session, store.tenant_id)
        terms = published.read(found)
        return render_template(
            "terms/version.html",
            store=store,
            visitor=visitor,
            found=found,
            terms=terms,
            reading=page.reading_of(terms),
            current=current,
            since=page.since,
            publications=[row for row in published.publications(session, store.tenant_id) if row.terms_id == found.id],
        )


@blueprint.get("/compare")
def compared(slug: str) -> str:
    """Two versions, or a version and a draft (`old`, `new`), rule by rule; `old` left out is what is in force."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        sides = [page.named(session, store, request.args.get(side, "")) for side in ("old", "new")]
        old, new = (page.readable(data) for data, _ in sides)
        return render_template(
            "terms/compare.html",
            store=store,
            visitor=visitor,
            old=old,
            new=new,
            draft=sides[1][1],
            changes=compare(old, new) if new else None,
        )


@blueprint.get("/try")
def tried(slug: str) -> str:
    """Terms (`of`) on an example: the facts of the form, or a project's by its `code`."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        data, draft = page.named(session, store, request.args.get("of", ""))
        terms, day = page.readable(data), _day(request.args.get("day", ""))
        source = _source(session, store, terms)
        return render_template(
            "terms/try.html",
            store=store,
            visitor=visitor,
            of=request.args.get("of", ""),
            draft=draft,
            terms=terms,
            trial=_trial(session, store, data, terms, day, source) if terms else None,
            asked=any(name.startswith(f"{trying.NAME}/") for name in request.args) or isinstance(source, Project),
            code=request.args.get("code", "").strip(),
            tried_project=source if isinstance(source, Project) else None,
            wrong=source if isinstance(source, Refused) else None,
            day=day,
        )


def _source(session: Session, store: Store, terms: Terms | None) -> Project | Refused | None:
    """The project whose code was typed, or why it cannot be had; None when the form's own facts count."""
    code = request.args.get("code", "").strip()
    if not code or terms is None:
        return None
    try:
        return projects.find(session, store.tenant_id, code)
    except Refused as refused:
        return refused


def _trial(
    session: Session, store: Store, data: dict[str, Any], terms: Terms, day: date, source: object
) -> trying.Trial:
    setting = page.setting(session, store, data)
    if isinstance(source, Project):
        return trying.try_out(terms, trying.projects_facts(session, source, terms), setting, day)
    return trying.try_out(terms, trying.typed_facts(Typed(request.args), terms, setting), setting, day)


def _day(typed: str) -> date:
    """A day of the calendar; today for what is none."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return now().astimezone(WARSAW).date()
