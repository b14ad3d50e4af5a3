"""What a store's plans are checked by: the packs of numbers that its manager chooses."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from configurator.checks import service
from configurator.web import begin, manager_at, reading
from rooms.checks import CHECKS, PACKS

blueprint = Blueprint("checks", __name__, url_prefix="/s/<slug>/desk/checks")


@blueprint.get("/")
def page(slug: str) -> str:
    """Every pack with its numbers and their sources, those in force ticked."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        return render_template(
            "checks/page.html",
            store=store,
            visitor=visitor,
            packs=PACKS.values(),
            looked_at={number: check.title for check in CHECKS for number in check.reads},
            in_force={pack.name for pack in service.packs_of(store)},
            saved="saved" in request.args,
        )


@blueprint.post("/")
def choose(slug: str) -> Response:
    with begin() as session:
        store, _ = manager_at(session, slug)
        service.choose_packs(store, request.form.getlist("packs"))
    return redirect(f"/s/{slug}/desk/checks/?saved", 303)
