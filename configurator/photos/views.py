"""The pages of *Pomaluj zdjęcie*: the way in, and the photos of a project."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as BaseResponse

from configurator.accounts import limits
from configurator.errors import wants_json
from configurator.files import files
from configurator.i18n import translate
from configurator.photos import service, starts
from configurator.photos.api import brought
from configurator.photos.models import Photo
from configurator.photos.page import boot
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.start import rectangle
from configurator.stores.models import Store
from configurator.web import begin, client_key, reading, store_of, visitor_at, visitor_or_guest

blueprint = Blueprint("photos", __name__, url_prefix="/s/<slug>")


@blueprint.get("/photo")
def choose(slug: str) -> str:
    """Take or choose a photo, or begin with one that is ready: no account, no form."""
    with reading() as session:
        return render_template("photos/choose.html", store=store_of(session, slug), starts=starts.STARTS)


@blueprint.get("/photo/<key>.jpg")
def starting_photo(slug: str, key: str) -> Response:  # noqa: ARG001 - the address names the store
    """A starting photo; the same for everyone."""
    response = Response(starts.picture(key).jpeg, mimetype="image/jpeg")
    response.cache_control.public = True
    response.cache_control.max_age = 3600
    return response


@blueprint.post("/photo")
def begin_with_photo(slug: str) -> BaseResponse:
    """A photo begins a project of its own; the same `id` sent again leads to the same one."""
    with begin() as session:
        store_of(session, slug)
        limits.spend(session, limits.UPLOAD, client_key())
    picture, name = brought(slug)
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        id_ = request.form.get("id", "")
        there = session.get(Photo, id_) if id_ else None
        if there is not None and there.project_id in grants.owned(session, visitor.actor_id):
            return _to(f"/s/{slug}/p/{session.get_one(Project, there.project_id).code}/photo")
        limits.spend(session, limits.NEW_PROJECT, client_key())
        named = {"plan": {"name": translate("photos.project_name")}}
        project = projects.begin_own(session, store, visitor, rectangle.empty() | named)
        access = Access(project, visitor, "owner")
        service.bring(session, files(), access, picture, name=name, start=request.form.get("start"), id_=id_)
        return _to(f"/s/{slug}/p/{project.code}/photo")


@blueprint.get("/p/<code>/photo")
def paint(slug: str, code: str) -> str:
    """The photos of a project, to be painted by whoever may change it and looked at by whoever may open it."""
    with reading() as session:
        store, access = _opened(session, slug, code)
        return render_template(
            "photos/photo.html", store=store, project=access.project, boot=boot(session, store, access)
        )


def _to(url: str) -> BaseResponse:
    return jsonify(url=url) if wants_json() else redirect(url, 303)


def _opened(session: Session, slug: str, code: str) -> tuple[Store, Access]:
    store = store_of(session, slug)
    project = projects.find(session, store.tenant_id, code)
    return store, grants.open_project(session, project.id, visitor_at(session, store.tenant))
