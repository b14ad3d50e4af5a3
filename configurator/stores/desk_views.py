"""The store's details that a manager keeps: its logo on what is printed."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response

from configurator.errors import Forbidden, NotFound, NotSignedIn, Refused
from configurator.files import files
from configurator.stores import logo
from configurator.web import begin, manager_at, reading

blueprint = Blueprint("stores_desk", __name__, url_prefix="/s/<slug>/desk/store")

NOT_OF_THE_FORM = (NotFound, Forbidden, NotSignedIn)


@blueprint.get("/")
def details(slug: str) -> str:
    return _page(slug)


@blueprint.post("/logo")
def choose_logo(slug: str) -> Response | tuple[str, int]:
    brought = request.files.get("logo")
    data = brought.stream.read(logo.MOST_BYTES + 1) if brought else b""
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            logo.choose(files(), store, data)
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        return _page(slug, wrong=refused), refused.status
    return redirect(f"/s/{slug}/desk/store/?kept=yes", 303)


@blueprint.post("/logo/removed")
def remove_logo(slug: str) -> Response:
    with begin() as session:
        store, _ = manager_at(session, slug)
        logo.remove(store)
    return redirect(f"/s/{slug}/desk/store/?kept=yes", 303)


@blueprint.get("/logo.png")
def logo_picture(slug: str) -> Response:
    """As it was drawn anew; 204 where there is none."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        found = logo.picture(files(), store)
    response = make_response(found or b"", 200 if found else 204)
    response.mimetype = "image/png"
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _page(slug: str, wrong: Refused | None = None) -> str:
    with reading() as session:
        store, visitor = manager_at(session, slug)
        return render_template(
            "stores/details.html", store=store, visitor=visitor, is_kept="kept" in request.args, wrong=wrong
        )
