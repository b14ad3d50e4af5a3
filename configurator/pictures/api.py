"""The pictures' part of `/api/v1`: brought, straightened, looked at, removed."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from sqlalchemy.orm import Session

from configurator.accounts import limits
from configurator.errors import Refused
from configurator.files import files
from configurator.pictures import service
from configurator.pictures.models import Picture
from configurator.projects.api import opened
from configurator.projects.removing import removed
from configurator.uploads.kinds import PDF, PICTURE
from configurator.uploads.service import sent
from configurator.web import begin, client_key, reading
from rooms.exchange.picture import open_sheet
from rooms.exchange.straightening import Corners

blueprint = APIBlueprint("pictures_api", __name__, url_prefix="/api/v1/projects/<project_id>/pictures")


@blueprint.post("/")
@blueprint.doc(
    summary="Bring a picture",
    description="Multipart: `file` (JPEG, PNG, WebP, HEIC or PDF), `kind`, `page` of a PDF from 0.",
)
def bring(project_id: str) -> Response:
    with begin() as session:
        slug = opened(session, project_id, right="editor").project.store.slug
        limits.spend(session, limits.UPLOAD, client_key())
    file = sent(PICTURE, PDF, slug=slug)
    sheet = open_sheet(file.data, request.form.get("page", 0, type=int))
    kind = request.form.get("kind", "background")
    with begin() as session:
        access = opened(session, project_id, right="editor")
        picture = service.bring(session, files(), access, sheet, kind=kind, name=file.name, source=file.data)
        return jsonify(as_data(picture))


@blueprint.get("/")
@blueprint.doc(summary="A project's pictures")
def pictures(project_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        return jsonify(pictures=[as_data(picture) for picture in service.pictures_of(session, access.project)])


@blueprint.get("/<picture_id>.jpg")
@blueprint.doc(summary="A picture", description="As it was straightened; `?original=1` as it came.")
def picture_file(project_id: str, picture_id: str) -> Response:
    with reading() as session:
        picture = _picture(session, project_id, picture_id, right="viewer")
        key = picture.original if "original" in request.args else picture.file
    if request.headers.get("If-None-Match") == _tag(key):
        return Response(status=304)
    response = Response(service.content(files(), key), mimetype="image/jpeg")
    response.headers["ETag"] = _tag(key)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@blueprint.post("/<picture_id>/corners")
@blueprint.doc(
    summary="Straighten a picture",
    description="`corners`: four pixels of the original, clockwise from the sheet's upper left; none: as it came.",
)
def straighten(project_id: str, picture_id: str) -> Response:
    with begin() as session:
        picture = _picture(session, project_id, picture_id, right="editor")
        service.straighten(files(), picture, _corners(request.get_json(silent=True)))
        return jsonify(as_data(picture))


@blueprint.get("/<picture_id>/pages/<int:page>.jpg")
@blueprint.doc(summary="A small picture of a page", description="Pages of a PDF count from 0.")
def page_file(project_id: str, picture_id: str, page: int) -> Response:
    with reading() as session:
        picture = _picture(session, project_id, picture_id, right="viewer")
        response = Response(service.page_preview(files(), picture, page), mimetype="image/jpeg")
    response.headers["Cache-Control"] = "private, max-age=600"
    return response


@blueprint.post("/<picture_id>/page")
@blueprint.doc(summary="Take another page", description="`page` of the PDF that the picture came from, from 0.")
def turn(project_id: str, picture_id: str) -> Response:
    with begin() as session:
        picture = _picture(session, project_id, picture_id, right="editor")
        service.turn_to(session, files(), picture, _page_number(request.get_json(silent=True)))
        return jsonify(as_data(picture))


@blueprint.delete("/<picture_id>")
@blueprint.doc(summary="Remove a picture", description="Safe to repeat.")
def remove(project_id: str, picture_id: str) -> Response:
    return removed(project_id, picture_id, service.pictures_of, service.remove)


def as_data(picture: Picture) -> dict[str, Any]:
    """A picture as the browser needs it; its address changes with what it shows."""
    url = f"/api/v1/projects/{picture.project_id}/pictures/{picture.id}.jpg"
    return {
        "id": picture.id,
        "kind": picture.kind,
        "name": picture.name,
        "pages": picture.pages,
        "width": picture.width,
        "height": picture.height,
        "url": f"{url}?v={picture.file.rsplit('/', 1)[1][:12]}",
        "original_url": f"{url}?original=1&v={picture.original.rsplit('/', 1)[1][:12]}",
        "straightened": picture.file != picture.original,
        "role": picture.role,
        "brought_at": picture.brought_at.isoformat(),
    }


def _picture(session: Session, project_id: str, picture_id: str, *, right: str) -> Picture:
    access = opened(session, project_id, right=right)
    return service.find(session, access.project, picture_id)


def _corners(data: object) -> Corners:
    corners = data.get("corners") if isinstance(data, dict) else None
    if not isinstance(corners, list) or len(corners) not in (0, 4):
        raise Refused("not_a_quadrilateral", path="corners")
    for corner in corners:
        is_point = isinstance(corner, list) and len(corner) == 2
        if not is_point or not all(type(value) in (int, float) for value in corner):
            raise Refused("not_a_quadrilateral", path="corners")
    return [(float(x), float(y)) for x, y in corners]


def _page_number(data: object) -> int:
    page = data.get("page") if isinstance(data, dict) else None
    if type(page) is not int:
        raise Refused("not_a_whole_number", path="page")
    return page


def _tag(key: str) -> str:
    return f'"{key.rsplit("/", 1)[1][:32]}"'
