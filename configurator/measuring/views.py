"""The customer's pages: the measuring form, its empty sheet to print, and the photos of a sketch."""

from __future__ import annotations

import re
from io import BytesIO

from flask import Blueprint, make_response, redirect, render_template, request, send_file
from flask import Response as FlaskResponse
from markupsafe import Markup
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts import limits
from configurator.errors import NotFound, Refused, wants_json
from configurator.files import files
from configurator.i18n import language, translate
from configurator.measuring import brought, form, paper, places, uses
from configurator.measuring.page import Page, page_of, variant_for
from configurator.pictures import service as pictures
from configurator.pictures.models import Picture
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.code import spoken
from configurator.projects.grants import Access
from configurator.stores.models import Store
from configurator.uploads.kinds import PDF, PICTURE
from configurator.uploads.service import all_sent
from configurator.web import begin, client_key, reading, settings, store_of, visitor_at
from rooms.exchange.picture import open_sheet
from rooms.surveying.picture import small_picture
from rooms.surveying.shapes import SHAPES

blueprint = Blueprint("measuring", __name__, url_prefix="/s/<slug>/p/<code>")

BESIDE = re.compile(r"width|length|door|window|side-[A-Z]{1,2}")


@blueprint.get("/measure")
def measure(slug: str, code: str) -> str:
    """The form, with what is known already; `room` is the room's label."""
    with reading() as session:
        store, access = _editor(session, slug, code)
        return _form(session, store, access, request.args.get("room", ""), {}, {})


@blueprint.post("/measure")
def save(slug: str, code: str) -> Response:
    """One step; the answer leads to the next, or shows at the fields what is wrong."""
    step = request.form.get("step", "")
    with begin() as session:
        store, access = _editor(session, slug, code)
        saved = form.save(session, access, step, request.form, room=request.form.get("room", ""))
        if saved.wrong:
            typed = {name: value for name, value in request.form.items() if value}
            return make_response(_form(session, store, access, saved.room, saved.wrong, typed), 400)
    beside = f"&beside={','.join(saved.beside)}" if saved.beside else ""
    shown = step if saved.stays else form.after(step)
    address = f"/s/{slug}/p/{code}/measure?room={saved.room}&saved={step}&next={shown}{beside}"
    return redirect(f"{address}#{'sub-begin' if step == 'shape' else f'step-{shown}'}", 303)


@blueprint.get("/measure/sheet")
def sheet(slug: str, code: str) -> str:
    """An empty sheet on one page, to take along with a tape."""
    with reading() as session:
        store, access = _editor(session, slug, code)
        card = paper.card_of(_page(session, access, request.args.get("room", "")))
        return render_template("measuring/sheet.html", store=store, project=access.project, sheet=card)


@blueprint.get("/measure/card.pdf")
def card(slug: str, code: str) -> Response:
    """The same sheet as a PDF, with a code to send its photo by."""
    from configurator.exports.press import print_html  # imported here: see there

    with begin() as session:
        store, access = _editor(session, slug, code)
        limits.spend(session, limits.PDF, access.visitor.actor_id)
        shown = _page(session, access, request.args.get("room", ""))
        html = paper.card_html(session, access, store, shown, settings())
        name = f"{translate('survey.card')} {spoken(access.project.code)}.pdf"
    made = print_html(html)
    return send_file(BytesIO(made.pdf), "application/pdf", as_attachment=True, download_name=name)


@blueprint.get("/photos")
def photos(slug: str, code: str) -> str:
    """Add pictures, and see those that were added: one's own for the holder of a photo link."""
    with reading() as session:
        store, access = _photographer(session, slug, code)
        shown = [one for one in brought.photos(session, access.project) if _may_see(access, one.picture)]
        return render_template(
            "measuring/photos.html",
            store=store,
            project=access.project if access.right != grants.PHOTOS else None,
            address=f"/s/{slug}/p/{code}/photos",
            photos=shown,
            may_remove={one.picture.id: _may_remove(access, one.picture) for one in shown},
        )


@blueprint.post("/photos")
def add_photo(slug: str, code: str) -> Response:
    """Bring one picture of dimensions, or several."""
    with begin() as session:
        _photographer(session, slug, code)
        limits.spend(session, limits.UPLOAD, client_key())
    sheets = [(file.name, open_sheet(file.data)) for file in all_sent(PICTURE, PDF, slug=slug)]
    if not sheets:
        raise Refused("no_file", path="file")
    with begin() as session:
        _, access = _photographer(session, slug, code)
        for name, opened in sheets:
            pictures.bring(session, files(), access, opened, kind=brought.KIND, name=name)
    return _back(slug, code)


@blueprint.get("/photos/<picture_id>.jpg")
def photo(slug: str, code: str, picture_id: str) -> Response:
    with reading() as session:
        _, access = _photographer(session, slug, code)
        picture = _seen(session, access, picture_id)
        response = FlaskResponse(pictures.content(files(), picture.file), mimetype="image/jpeg")
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@blueprint.post("/photos/<picture_id>/remove")
def remove_photo(slug: str, code: str, picture_id: str) -> Response:
    """Take a picture away again: who brought it, and who may change the project. Safe to repeat for the latter."""
    with begin() as session:
        _, access = _photographer(session, slug, code)
        found = session.get(Picture, picture_id)
        if found is not None or not access.may("editor"):
            picture = _seen(session, access, picture_id)
            if not _may_remove(access, picture):
                raise NotFound("no_picture")
            pictures.remove(session, picture)
    return _back(slug, code)


def _form(
    session: Session, store: Store, access: Access, room: str, wrong: dict[str, str], typed: dict[str, str]
) -> str:
    shown = _page(session, access, room)
    return render_template(
        "measuring/measure.html",
        store=store,
        project=access.project,
        page=shown,
        values={**shown.values, **typed},
        wrong=wrong,
        steps=(*form.STEPS, form.DONE),
        rows=places.ROWS,
        uses=uses.USES,
        may_be_none=places.MAY_BE_NONE,
        may_save=variant_for(session, access) is not None,
        saved=request.args.get("saved", ""),
        following=following if (following := request.args.get("next", "")) in (*form.STEPS, form.DONE) else "",
        shapes={name: Markup(small_picture(walls)) for name, walls in SHAPES.items()},  # noqa: S704 - our own numbers
        is_staff=access.right == "staff",
        pictures=[one.picture for one in brought.photos(session, access.project)],
        beside=[name for name in request.args.get("beside", "").split(",") if BESIDE.fullmatch(name)],
        has_brought=brought.has_brought(session, access.project),
        photos=len(brought.photos(session, access.project)),
    )


def _page(session: Session, access: Access, room: str) -> Page:
    variant = variant_for(session, access) or projects.first_variant(access.project)
    return page_of(session, access.project, variant, room, language())


def _editor(session: Session, slug: str, code: str) -> tuple[Store, Access]:
    store = store_of(session, slug)
    project = projects.find(session, store.tenant_id, code)
    return store, grants.open_project(session, project.id, visitor_at(session, store.tenant), right="editor")


def _photographer(session: Session, slug: str, code: str) -> tuple[Store, Access]:
    store = store_of(session, slug)
    project = projects.find(session, store.tenant_id, code)
    return store, grants.open_for_photos(session, project, visitor_at(session, store.tenant))


def _seen(session: Session, access: Access, picture_id: str) -> Picture:
    picture = pictures.find(session, access.project, picture_id)
    if picture.kind != brought.KIND or not _may_see(access, picture):
        raise NotFound("no_picture")
    return picture


def _may_see(access: Access, picture: Picture) -> bool:
    return access.right != grants.PHOTOS or picture.brought_by == access.visitor.actor_id


def _may_remove(access: Access, picture: Picture) -> bool:
    is_own = picture.brought_by == access.visitor.actor_id
    return picture.held_at is None and (is_own or access.may("editor"))


def _back(slug: str, code: str) -> Response:
    if wants_json():
        return FlaskResponse(status=204)
    return redirect(f"/s/{slug}/p/{code}/photos", 303)
