"""Staff and brought dimensions: photos looked at, pictures attached and marked, marks withdrawn, a photo link made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.errors import Refused, wants_json
from configurator.exports.pages import readiness
from configurator.exports.pages.readiness import Room
from configurator.exports.service import subject_of
from configurator.files import files
from configurator.i18n import language, translate
from configurator.measuring import brought, marks
from configurator.measuring.lengths import written
from configurator.measuring.sheet import notes_of
from configurator.measuring.walks import walks_of
from configurator.pictures import service as pictures
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.projects.photo_link import photo_token
from configurator.purchases.section import tried
from configurator.stores.models import Store
from configurator.uploads.kinds import PDF, PICTURE
from configurator.uploads.service import all_sent
from configurator.web import begin, reading, settings, staff_at, store_of
from rooms.exchange.picture import Sheet, open_sheet
from rooms.outline import find_rooms

blueprint = Blueprint("measuring_desk", __name__, url_prefix="/s/<slug>/desk")


@blueprint.post("/p/<code>/dimensions")
def mark(slug: str, code: str) -> Response | tuple[str, int]:
    """*Wymiary od klienta*: what was handed over, with its pictures, from today a row that nobody edits.

    A refusal shows the card with what was typed.
    """
    with reading() as session:
        _access(session, slug, code)
    try:
        claim = marks.Claim.read(*(request.form.get(name, "") for name in ("way", "came_on", "note")))
        _mark(slug, code, claim, _sheets(slug))
    except Refused as refused:
        if wants_json():
            raise
        return _again(slug, code, refused)
    return _card(slug, code)


@blueprint.post("/p/<code>/dimensions/photos")
def answer(slug: str, code: str) -> Response:
    """*To są wymiary*, or not, and why."""
    with begin() as session:
        _, access = _access(session, slug, code)
        shows = request.form.get("answer") != "no"
        marks.answer(session, access, shows_dimensions=shows, reason=request.form.get("reason", ""))
    return _card(slug, code)


@blueprint.post("/dimensions/<mark_id>/withdraw")
def withdraw(slug: str, mark_id: str) -> Response:
    with begin() as session:
        store = store_of(session, slug)
        visitor = staff_at(session, store.tenant)
        project = marks.project_of(session, mark_id, store.tenant_id)
        access = grants.open_project(session, project.id, visitor, right="editor")
        marks.withdraw(session, access, mark_id, request.form.get("reason", ""))
        return _card(slug, project.code)


@blueprint.post("/p/<code>/photo-link")
def photo_link(slug: str, code: str) -> str:
    """A link to send: whoever opens it may add pictures, and nothing else."""
    with begin() as session:
        store, access = _access(session, slug, code)
        link = f"{settings().base_url}/s/{slug}/l#{photo_token(session, access, settings().secret_key)}"
        return render_template(
            "measuring/photo_link.html", store=store, visitor=access.visitor, project=access.project, link=link
        )


def for_card(session: Session, project: Project) -> Mapping[str, Any]:
    """What the project's card shows of brought dimensions."""
    rows = brought.marks_of(session, project)
    plan = projects.head_plan(projects.first_variant(project))
    return {
        "walks": walks_of(session, project, plan),
        "enclosed": len(find_rooms(plan).rooms) if plan.walls else None,
        "brought": brought.has_brought(session, project),
        "evidence": brought.evidence(session, project),
        "photos": brought.photos(session, project),
        "marks": [row for row in rows if row.kind != "withdrawn"],
        "ended": {row.withdraws_id: row for row in rows if row.kind == "withdrawn"},
        "beside": {
            subject: note["mm"]
            for notes in notes_of(session, project).values()
            for subject, note in notes.items()
            if "mm" in note and not note["drawn"]
        },
        "missing": _missing(session, project),
        "centimetres": _centimetres,
        "ways": marks.WAYS,
    }


def _missing(session: Session, project: Project) -> list[Room]:
    """The rooms of the readiness list, with what nobody has given yet."""
    subject = subject_of(session, files(), project, language=language(), base_url=settings().base_url)
    found = readiness.context(subject) or {"rooms": ()}
    rooms = [Room(room.name, tuple(row for row in room.rows if row.state != "given")) for room in found["rooms"]]
    return [room for room in rooms if room.rows]


def _centimetres(lengths_mm: Mapping[str, int]) -> str:
    """The lengths with their names, as in `Szerokość (ściana A) 240 cm, Długość (ściana B) 180 cm`."""
    return ", ".join(f"{_name(subject)} {written(mm)}\u00a0cm" for subject, mm in lengths_mm.items())


def _name(subject: str) -> str:
    _, _, letter = subject.partition("side-")
    return translate("measuring.side", letter=letter) if letter else translate(f"measuring.{subject}")


def _mark(slug: str, code: str, claim: marks.Claim, sheets: list[tuple[str, Sheet]]) -> None:
    with begin() as session:
        _, access = _access(session, slug, code)
        kept = [pictures.bring(session, files(), access, sheet, kind=brought.KIND, name=name) for name, sheet in sheets]
        marks.mark(session, access, claim, kept)


def _again(slug: str, code: str, refused: Refused) -> tuple[str, int]:
    from configurator.desk import views as desk  # imported here: the card shows what this module gives it

    return desk.card(slug, code, tried("dimensions", request.form, refused)), refused.status


def _sheets(slug: str) -> list[tuple[str, Sheet]]:
    return [(file.name, open_sheet(file.data)) for file in all_sent(PICTURE, PDF, slug=slug)]


def _access(session: Session, slug: str, code: str) -> tuple[Store, Access]:
    store = store_of(session, slug)
    visitor = staff_at(session, store.tenant)
    project = projects.find(session, store.tenant_id, code)
    return store, grants.open_project(session, project.id, visitor, right="editor")


def _card(slug: str, code: str) -> Response:
    return redirect(f"/s/{slug}/desk/p/{code}#dimensions", 303)
