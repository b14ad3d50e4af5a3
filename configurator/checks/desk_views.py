"""Which packs plans are checked by in a store: what its manager ticks."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from configurator.checks import service
from configurator.checks.page import told_packs
from configurator.errors import Forbidden, NotFound, NotSignedIn, Refused
from configurator.web import begin, manager_at, reading

blueprint = Blueprint("checks_desk", __name__, url_prefix="/s/<slug>/desk/checks")

NOT_OF_THE_FORM = (NotFound, Forbidden, NotSignedIn)


@blueprint.get("/")
def pack_list(slug: str) -> str:
    """Every pack with its numbers and their sources; those that hold are ticked."""
    return _page(slug)


@blueprint.post("/")
def choose(slug: str) -> Response | tuple[str, int]:
    names = request.form.getlist("packs")
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            service.choose_packs(store, names)
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        return _page(slug, chosen=names, wrong=refused), refused.status
    return redirect(f"/s/{slug}/desk/checks/?kept=yes", 303)


def _page(slug: str, *, chosen: Sequence[str] | None = None, wrong: Refused | None = None) -> str:
    with reading() as session:
        store, visitor = manager_at(session, slug)
        return render_template(
            "checks/packs.html",
            store=store,
            visitor=visitor,
            packs=told_packs(store, chosen),
            is_kept="kept" in request.args,
            wrong=wrong,
        )
