"""The documents' page, where pages are ticked, and the PDF itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from flask import Blueprint, Response, make_response, render_template, request, send_file
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as BaseResponse

from configurator.accounts import limits
from configurator.accounts.limits import Limit
from configurator.errors import Refused
from configurator.exports import drawings, service
from configurator.exports.coverings import page_word
from configurator.exports.subject import Subject
from configurator.files import files
from configurator.i18n import language
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.stores.models import Store
from configurator.web import begin, reading, settings, store_of, visitor_at
from rooms.drawing.paper import PAPERS

blueprint = Blueprint("exports", __name__, url_prefix="/s/<slug>/p/<code>")

PREVIEW = Limit("preview", most=300, seconds=3600)


@blueprint.get("/documents")
def documents(slug: str, code: str) -> str:
    """The pages that the project has, to tick."""
    with reading() as session:
        store, access = _opened(session, slug, code)
        subject = _subject(session, access.project)
        return render_template(
            "exports/documents.html",
            store=store,
            project=access.project,
            keys=service.KEYS,
            available={key: page_word(subject, key) for key in service.available(subject)},
            size=service.THUMBNAIL_PX,
            sha=subject.sha,
            files=drawings.FILES,
            papers=PAPERS,
            levels=sorted(subject.plan.levels.values(), key=lambda level: level.elevation),
        )


@blueprint.get("/documents/preview.webp")
def preview(slug: str, code: str) -> BaseResponse:
    """All pages' first sheets in one picture; it stays the same for as long as the project does."""
    with begin() as session:
        _, access = _opened(session, slug, code)
        limits.spend(session, PREVIEW, access.visitor.actor_id)
        subject = _subject(session, access.project)
    response = make_response("") if _is_known(subject.sha) else make_response(service.preview(subject))
    response.mimetype = "image/webp"
    response.headers["Cache-Control"] = "private, no-cache"
    response.set_etag(subject.sha)
    return response.make_conditional(request)


@blueprint.get("/document.pdf")
def document(slug: str, code: str) -> Response:
    """The PDF of the pages named, `?pages=plan,colours`, or of all, drawn on `?paper=a4` or `a3`."""
    keys, paper = _keys(), _paper()
    with begin() as session:
        _, access = _opened(session, slug, code)
        limits.spend(session, limits.PDF, access.visitor.actor_id)
        subject = _subject(session, access.project)
    made = service.document(replace(subject, paper=paper), keys)
    name = service.file_name(subject)
    return send_file(BytesIO(made.pdf), "application/pdf", as_attachment=True, download_name=name)


@blueprint.get("/files/plan.<ending>")
def plan_file(slug: str, code: str, ending: str) -> Response:
    """The plan for another program, `?level=` alone where a file holds one level: the lowest unless it is named."""
    with begin() as session:
        _, access = _opened(session, slug, code)
        limits.spend(session, limits.PDF, access.visitor.actor_id)
        subject = _subject(session, access.project)
    data, mimetype, named = drawings.file_of(subject, ending, request.args.get("level"))
    return send_file(BytesIO(data), mimetype, as_attachment=True, download_name=service.file_name(subject, named))


def _opened(session: Session, slug: str, code: str) -> tuple[Store, Access]:
    """The project, for whoever may look at it."""
    store = store_of(session, slug)
    project = projects.find(session, store.tenant_id, code)
    return store, grants.open_project(session, project.id, visitor_at(session, store.tenant))


def _subject(session: Session, project: Project) -> Subject:
    return service.subject_of(session, files(), project, language=language(), base_url=settings().base_url)


def _keys() -> Sequence[str] | None:
    """The pages wanted, named by commas or by ticks; refused when one is unknown."""
    named = [key for value in request.args.getlist("pages") for key in value.split(",") if key]
    if unknown := set(named) - set(service.KEYS):
        raise Refused("not_a_choice", path=f"pages/{min(unknown)}")
    return named or None


def _paper() -> str:
    named = request.args.get("paper", "a4")
    if named not in PAPERS:
        raise Refused("not_a_choice", path="paper")
    return named


def _is_known(sha: str) -> bool:
    return request.if_none_match.contains(sha)
