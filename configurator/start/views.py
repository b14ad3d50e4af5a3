"""The start page and the ways to begin."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from sqlalchemy import select
from werkzeug.wrappers import Response as BaseResponse

from configurator.accounts import limits
from configurator.decks.service import deck_of
from configurator.desk.contact import contact_of
from configurator.errors import Refused, wants_json
from configurator.files import files
from configurator.i18n import language
from configurator.orders.selling import sells
from configurator.photos import service as photos
from configurator.pictures import service as pictures
from configurator.projects import bin as bins
from configurator.projects import grants, service
from configurator.projects.grants import Access
from configurator.start import imports, picture, rectangle
from configurator.start.notes import told
from configurator.start.starts import starts
from configurator.stores.models import Store
from configurator.uploads.kinds import PDF, PICTURE, PLAN, UNKNOWN
from configurator.uploads.service import Sent, sent
from configurator.web import begin, client_key, reading, store_of, visitor_at, visitor_or_guest
from rooms.exchange.dxf_units import UNITS_MM
from rooms.exchange.picture import open_sheet
from rooms.outline import find_rooms
from rooms.plan import Plan

blueprint = Blueprint("start", __name__)

USES = {"bathroom": "bathroom"}
"""What a room is for that somebody begins at a retailer of this kind, where that is plain."""
METRES = re.compile(r"\s*(\d{1,5})(?:[.,](\d{1,3}))?\s*(mm|cm|m)?\s*", re.IGNORECASE)


@blueprint.get("/")
def choose_store() -> BaseResponse | str:
    with reading() as session:
        stores = session.scalars(select(Store).order_by(Store.name)).all()
        if len(stores) == 1:
            return redirect(f"/s/{stores[0].slug}/")
        return render_template("start/stores.html", stores=stores)


@blueprint.get("/s/<slug>/")
def start(slug: str) -> str:
    with reading() as session:
        store = store_of(session, slug)
        visitor = visitor_at(session, store.tenant)
        mine = service.projects_of(session, visitor) if visitor else []
        owned = grants.owned(session, visitor.actor_id) if visitor else set()
        binned = bins.lying(session, visitor) if visitor else []
        return render_template(
            "start/start.html",
            store=store,
            units=UNITS_MM,
            starts=[start for start in starts().values() if store.tenant.kind in start.for_kinds],
            mine=[project for project in mine if project.id in owned],
            shown=[project for project in mine if project.id not in owned],
            visitor=visitor,
            owned=owned,
            photos=photos.instead_of_plans(session, mine),
            binned=binned,
            sells=sells(session, store),
            email=contact_of(session, visitor).email,
            just=next((one for one in binned if one.code == request.args.get("binned")), None),
        )


@blueprint.post("/s/<slug>/projects")
def begin_project(slug: str) -> BaseResponse:
    """A room by width and length, a starting room, or nothing yet: to be drawn or measured where this leads."""
    key = request.form.get("start")
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        limits.spend(session, limits.NEW_PROJECT, client_key())
        if key is not None:
            if key not in starts():
                raise Refused("no_start")
            project = service.begin_from_start(session, store, visitor, starts()[key], language=language())
            if paint := request.form.get("paint", ""):
                return redirect(f"/s/{slug}/p/{project.code}?{urlencode({'paint': paint[:60]})}", 303)
            if panel := starts()[key].panel:
                return redirect(f"/s/{slug}/p/{project.code}?panel={panel}", 303)
        elif "corners" in request.form:
            project = service.begin_own(session, store, visitor, rectangle.empty())
            return redirect(f"/s/{slug}/p/{project.code}?tool=wall", 303)
        elif "measure" in request.form:
            project = service.begin_own(session, store, visitor, rectangle.empty())
            return redirect(f"/s/{slug}/p/{project.code}/measure", 303)
        else:
            width, length = millimetres(request.form.get("width", "")), millimetres(request.form.get("length", ""))
            project = service.begin_own(
                session, store, visitor, rectangle.draw(width, length, use=USES.get(store.tenant.kind, ""))
            )
        return redirect(f"/s/{slug}/p/{project.code}", 303)


@blueprint.post("/s/<slug>/plans")
@blueprint.post("/s/<slug>/pictures")
def begin_with_file(slug: str) -> BaseResponse | str:
    """A plan is read in, a picture or PDF of one laid under an empty project, whichever field the file was put into.

    A page's own code is told by `page` that the plan is answered with a page: it sends the file again for that.
    """
    with begin() as session:
        store_of(session, slug)
        limits.spend(session, limits.UPLOAD, client_key())
    file = sent(PLAN, PICTURE, PDF, slug=slug)
    if file.kind == UNKNOWN:
        raise Refused("file_unknown")
    if file.kind != PLAN:
        return _begin_over_picture(slug, file)
    return jsonify(page=f"/s/{slug}/plans") if wants_json() else _read_plan(slug, file)


def _read_plan(slug: str, file: Sent) -> str:
    """A project from the plan; the page says what was read and what was not, and leads into the studio."""
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        unit = request.form.get("unit") or None
        project, imported = imports.begin_from_file(session, store, visitor, file.name, file.data, unit)
        notes = told(imported.report.notes)
        return render_template(
            "start/imported.html",
            store=store,
            project=project,
            rooms=find_rooms(Plan.read(imported.document)).rooms,
            report=imported.report,
            notes=notes,
            open_rooms=next((note.names for note in notes if note.words == "not_enclosed"), ()),
        )


def _begin_over_picture(slug: str, file: Sent) -> BaseResponse:
    """An empty project, to be drawn over the picture; leads into the studio to lay it."""
    sheet = open_sheet(file.data)
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        limits.spend(session, limits.NEW_PROJECT, client_key())
        project = service.begin_own(session, store, visitor, rectangle.empty())
        access = Access(project, visitor, "owner")
        brought = pictures.bring(session, files(), access, sheet, kind="background", name=file.name, source=file.data)
        url = f"/s/{slug}/p/{project.code}?lay={brought.id}"
        return jsonify(url=url) if wants_json() else redirect(url, 303)


@blueprint.get("/s/<slug>/starts/<key>.svg")
def start_picture(slug: str, key: str) -> Response:
    """A starting room as a picture in the retailer's colours; the same for everyone."""
    if key not in starts():
        raise Refused("no_start")
    with reading() as session:
        deck = deck_of(session, store_of(session, slug).tenant_id)
    response = Response(picture.svg(key, deck), mimetype="image/svg+xml")
    response.cache_control.public = True
    response.cache_control.max_age = 3600
    return response


def millimetres(typed: str) -> int:
    """A typed side of a room: `4,2`, `4.20 m`, `420 cm`, `4200 mm`; without a unit up to 50 is m, up to 5000 cm."""
    found = METRES.fullmatch(typed)
    if not found:
        raise Refused("bad_size")
    whole, part, unit = int(found[1]), found[2] or "", (found[3] or "").lower()
    unit = unit or ("m" if whole <= 50 else "cm" if whole <= 5000 else "mm")
    length = (whole * 1000 + int(part.ljust(3, "0"))) * {"m": 1000, "cm": 10, "mm": 1}[unit] // 1000
    if not rectangle.LEAST_MM <= length <= rectangle.MOST_MM:
        raise Refused("bad_size")
    return length
