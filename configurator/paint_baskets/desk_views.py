"""The manager's page of what the paint is sold in: its tins, its enamel and its tools, out of the catalogue."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from configurator.errors import Refused
from configurator.imports.desk import Form, told_on
from configurator.paint_baskets import line
from configurator.web import begin, manager_at, reading

MOST_TABLE = 50_000

blueprint = Blueprint("paint_line", __name__, url_prefix="/s/<slug>/desk/paint")


@blueprint.get("/")
def show(slug: str, *, wrong: Refused | None = None, form: Form | None = None) -> str:
    with reading() as session:
        store, visitor = manager_at(session, slug)
        rows = line.told(session, store.tenant_id)
        table = form["table"] if form is not None else "\n".join(row.typed for row, _product in rows)
        return render_template(
            "paint_baskets/line.html", store=store, visitor=visitor, rows=rows, table=table, wrong=wrong
        )


@blueprint.post("/")
@told_on(show, keeps_form=True)
def put(slug: str) -> Response:
    with begin() as session:
        store, _ = manager_at(session, slug)
        line.put(session, store.tenant_id, request.form.get("table", "")[:MOST_TABLE])
    return redirect(f"/s/{slug}/desk/paint/", 303)
