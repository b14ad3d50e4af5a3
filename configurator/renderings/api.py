"""The part of `/api/v1` for pictures in true light: begun, looked at while they grow finer, removed."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify, request

from configurator.errors import NotFound
from configurator.files import files
from configurator.i18n import translate
from configurator.projects import service as projects
from configurator.projects.api import opened
from configurator.renderings import service
from configurator.web import begin, client_key, reading
from rooms.rendering.process import is_possible

blueprint = APIBlueprint("renderings_api", __name__, url_prefix="/api/v1/projects/<project_id>/renderings")


@blueprint.get("/")
@blueprint.doc(summary="A project's pictures in true light", description="`possible`: whether this server draws such.")
def renderings(project_id: str) -> Response:
    with reading() as session:
        found = service.renderings_of(session, opened(session, project_id).project)
        return jsonify(possible=is_possible(), renderings=[service.as_data(one) for one in found])


@blueprint.post("/")
@blueprint.doc(
    summary="Have a picture drawn in true light",
    description="`variant` and `view`, with the fields of the plan's views, from inside a room. One at a time.",
)
def ask(project_id: str) -> Response:
    data = request.get_json(silent=True)
    asked = data if isinstance(data, dict) else {}
    with begin() as session:
        access = opened(session, project_id, right="editor")
        wanted, project = asked.get("variant"), access.project
        variant = projects.variant_of(session, project, str(wanted)) if wanted else projects.first_variant(project)
        rendering = service.begin(session, access, variant, asked.get("view"), client=client_key())
        return jsonify(service.as_data(rendering))


@blueprint.get("/<rendering_id>")
@blueprint.doc(summary="How far a picture has come", description="`percent`, and `url` once there is one to see.")
def progress(project_id: str, rendering_id: str) -> Response:
    with reading() as session:
        return jsonify(service.as_data(service.find(session, opened(session, project_id).project, rendering_id)))


@blueprint.get("/<rendering_id>/picture.png")
@blueprint.doc(summary="A picture in true light", description="As far as it has come; `?download` to keep it.")
def picture_file(project_id: str, rendering_id: str) -> Response:
    with reading() as session:
        key = service.find(session, opened(session, project_id).project, rendering_id).file
    data = files().get(key) if key else None
    if data is None:
        raise NotFound("no_rendering")
    response = Response(data, mimetype="image/png")
    response.headers["Cache-Control"] = "private, no-cache"
    if "download" in request.args:
        response.headers["Content-Disposition"] = f'attachment; filename="{translate("renderings.file_name")}.png"'
    return response


@blueprint.put("/<rendering_id>/cover")
@blueprint.doc(summary="Put a picture on the documents' cover", description="`on`: whether it is to be there.")
def put_on_cover(project_id: str, rendering_id: str) -> Response:
    data = request.get_json(silent=True)
    wanted = isinstance(data, dict) and data.get("on") is True
    with begin() as session:
        access = opened(session, project_id, right="editor")
        found = service.find(session, access.project, rendering_id)
        service.put_on_cover(session, found, on=wanted)
        return jsonify(service.as_data(found))


@blueprint.delete("/<rendering_id>")
@blueprint.doc(summary="Stop or remove a picture", description="Safe to repeat.")
def remove(project_id: str, rendering_id: str) -> Response:
    with begin() as session:
        access = opened(session, project_id, right="editor")
        for one in service.renderings_of(session, access.project):
            if one.id == rendering_id:
                service.remove(session, one)
        return jsonify(removed=rendering_id)
