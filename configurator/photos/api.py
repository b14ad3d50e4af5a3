"""The photos' part of `/api/v1`: brought, marked, looked at as painted, removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from sqlalchemy.orm import Session

from configurator.accounts import limits
from configurator.decks.service import deck_of
from configurator.errors import NotFound, Refused
from configurator.files import files
from configurator.i18n import has_words, translate
from configurator.photos import edge, finding, painting, service, starts, strip
from configurator.photos.marks import Wall
from configurator.photos.models import Photo
from configurator.photos.opening import WorkingPicture, open_photo
from configurator.photos.service import Result
from configurator.projects.api import opened
from configurator.uploads.kinds import PICTURE
from configurator.uploads.service import sent
from configurator.web import begin, client_key, reading

blueprint = APIBlueprint("photos_api", __name__, url_prefix="/api/v1/projects/<project_id>/photos")

MOST_BYTES = 256 * 1024


@blueprint.post("/")
@blueprint.doc(
    summary="Bring a photo to paint",
    description="Multipart: `file` (JPEG, PNG, HEIC, WebP or AVIF) or `start`, a starting photo's name;"
    " `id`, 26 letters of its own, makes it safe to repeat.",
)
def bring(project_id: str) -> Response:
    with begin() as session:
        slug = opened(session, project_id, right="editor").project.store.slug
        limits.spend(session, limits.UPLOAD, client_key())
    picture, name = brought(slug)
    with begin() as session:
        access = opened(session, project_id, right="editor")
        start, id_ = request.form.get("start"), request.form.get("id", "")
        photo = service.bring(session, files(), access, picture, name=name, start=start, id_=id_)
        return jsonify(service.as_data(photo, to=access.visitor.actor_id))


@blueprint.get("/")
@blueprint.doc(summary="A project's photos", description="Each with what is marked on it.")
def photos(project_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        found, to = service.photos_of(session, access.project), access.visitor.actor_id
        return jsonify(photos=[service.as_data(photo, to=to) for photo in found])


@blueprint.post("/<photo_id>/edits")
@blueprint.doc(
    summary="Mark a photo",
    description="`edits`, each with an `id` of its own and what it does (`do`): tap, keep, line, brush, paint, old,"
    " remove, undo, redo. Safe to repeat. The answer holds a result for each, the photo as it then stands, and as"
    " `doubt` a sentence about the last wall tapped, where it can hardly be one.",
)
def append_edits(project_id: str, photo_id: str) -> Response:
    if (request.content_length or 0) > MOST_BYTES:
        raise Refused("http_413")
    data = request.get_json(silent=True)
    edits = data.get("edits") if isinstance(data, dict) else []
    with begin() as session:
        access = opened(session, project_id, right="editor")
        photo = service.find(session, access.project, photo_id)
        if not isinstance(edits, list):
            raise Refused("not_json")
        actor_id = access.visitor.actor_id
        results = service.append(session, files(), photo, edits, by=actor_id)
        data, tapped = service.as_data(photo, to=actor_id), service.last_tapped(photo, results)
    return jsonify(photo=data, results=[_told(result) for result in results], doubt=_doubt(photo, tapped))


@blueprint.get("/<photo_id>/picture.jpg")
@blueprint.doc(summary="A photo as painted", description="`?original=1` as it came.")
def picture_file(project_id: str, photo_id: str) -> Response:
    with reading() as session:
        photo = _photo(session, project_id, photo_id)
        walls = [] if "original" in request.args else service.walls_of(photo)
        deck = deck_of(session, photo.tenant_id)
    return _answer(
        painting.tag(photo.file, walls, deck),
        "image/jpeg",
        lambda: painting.shown(photo.file, service.content(files(), photo), walls, deck),
    )


@blueprint.get("/<photo_id>/walls/<wall_id>.png")
@blueprint.doc(summary="A wall's edge", description="See-through, of the photo's size; to be laid over it.")
def outline(project_id: str, photo_id: str, wall_id: str) -> Response:
    with reading() as session:
        photo = _photo(session, project_id, photo_id)
        deck = deck_of(session, photo.tenant_id)
    wall = next((one for one in service.walls_of(photo) if one["id"] == wall_id), None)
    if wall is None:
        raise NotFound("no_photo_wall")
    unpainted = {**wall, "paint": None, "old": None}
    return _answer(
        painting.tag(f"edge {photo.file}", [unpainted], deck),
        "image/png",
        lambda: edge.outline(finding.ready(service.content(files(), photo)), unpainted),
    )


@blueprint.get("/<photo_id>/download.jpg")
@blueprint.doc(summary="A painted photo to keep", description="With a strip that names its colours.")
def download(project_id: str, photo_id: str) -> Response:
    with begin() as session:
        photo = _photo(session, project_id, photo_id)
        limits.spend(session, limits.PDF, client_key())
        store = opened(session, project_id).project.store
        heading, deck = store.tenant.name, deck_of(session, photo.tenant_id)
    body = strip.with_strip(service.content(files(), photo), service.walls_of(photo), deck, heading)
    response = Response(body, mimetype="image/jpeg")
    response.headers["Content-Disposition"] = f'attachment; filename="{translate("photos.file_name")}.jpg"'
    return response


@blueprint.delete("/<photo_id>")
@blueprint.doc(summary="Remove a photo", description="Safe to repeat.")
def remove(project_id: str, photo_id: str) -> Response:
    with begin() as session:
        access = opened(session, project_id, right="editor")
        for photo in service.photos_of(session, access.project):
            if photo.id == photo_id:
                service.remove(session, photo)
        return jsonify(removed=photo_id)


def brought(slug: str) -> tuple[WorkingPicture, str]:
    """The photo of this request, opened, and its name: a file, or a starting photo."""
    if key := request.form.get("start"):
        return starts.picture(key), ""
    file = sent(PICTURE, slug=slug)
    return open_photo(file.data), file.name


def _photo(session: Session, project_id: str, photo_id: str) -> Photo:
    return service.find(session, opened(session, project_id).project, photo_id)


def _told(result: Result) -> dict[str, Any]:
    words = f"errors.{result.reason}"
    known = has_words(words)
    return vars(result) | {"text": translate(words if known else "errors.http_400") if result.reason else ""}


def _doubt(photo: Photo, wall: Wall | None) -> str | None:
    """A sentence about a wall that was tapped where hardly any can be."""
    if wall is None:
        return None
    doubt = finding.doubt_of(finding.ready(service.content(files(), photo)), wall)
    return doubt and translate(f"photos.doubt_{doubt}")


def _answer(tag: str, mimetype: str, make: Callable[[], bytes]) -> Response:
    """Made only for whoever does not have it yet."""
    same = request.headers.get("If-None-Match") == f'"{tag}"'
    response = Response(status=304) if same else Response(make(), mimetype=mimetype)
    response.headers["ETag"] = f'"{tag}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
