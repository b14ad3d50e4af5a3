"""The manager's page of products: a file is brought, its columns are mapped, a dry run shown, and that taken in."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from configurator.errors import Refused
from configurator.files import files
from configurator.imports import waiting
from configurator.imports.desk import Form, sent_by_manager, told_on, waiting_file
from configurator.imports.sheet import MOST_BYTES
from configurator.products import bringing, catalogue, desk_page
from configurator.products.guessing import is_of_colours
from configurator.products.models import ProductFile
from configurator.products.readers import read_sheet
from configurator.uploads.kinds import FEED, PALETTE, TABLE
from configurator.uploads.service import misplaced
from configurator.web import attachment, begin, manager_at, reading

blueprint = Blueprint("products_desk", __name__, url_prefix="/s/<slug>/desk/products")


@blueprint.get("/")
def show(slug: str, *, wrong: Refused | None = None, form: Form | None = None) -> str:
    """The file that waits, and those taken in before."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        file = waiting.waiting(session, ProductFile, store.tenant)
        return render_template(
            "products/bring.html",
            store=store,
            visitor=visitor,
            brought=desk_page.brought(session, files(), store.tenant, file, form) if file else None,
            sold=catalogue.count(session, store.tenant_id),
            taken=waiting.taken(session, ProductFile, store.tenant),
            is_taken="taken" in request.args,
            choices=desk_page.choices(),
            kind_names=desk_page.kind_names(),
            changes=desk_page.changes,
            examples=desk_page.EXAMPLES,
            most_wrong=desk_page.MOST_WRONG,
            wrong=wrong,
            is_form_wrong=form is not None,
        )


@blueprint.post("/")
@told_on(show)
def bring(slug: str) -> Answer:
    file = sent_by_manager(slug, TABLE, FEED, most=MOST_BYTES, missing="product_file_missing")
    sheet = read_sheet(file.data)
    if is_of_colours(sheet):
        raise misplaced(PALETTE, slug=slug)
    with begin() as session:
        store, visitor = manager_at(session, slug)
        bringing.bring(session, files(), store.tenant, visitor, file.name, sheet)
    return _back(slug, "#mapping")


@blueprint.post("/<brought_id>/columns")
@told_on(show, keeps_form=True)
def map_columns(slug: str, brought_id: str) -> Answer:
    """Read the file by the columns chosen; the page then shows the dry run."""
    with waiting_file(slug, ProductFile, brought_id) as (_, _, file):
        header = waiting.sheet_of(files(), file).header
        bringing.map_columns(file, desk_page.chosen(request.form, header))
        file.retires = "retires" in request.form
    return _back(slug, "#check")


@blueprint.post("/<brought_id>/taken")
@told_on(show)
def take(slug: str, brought_id: str) -> Answer:
    """Take in what was shown, and nothing else."""
    with waiting_file(slug, ProductFile, brought_id) as (session, tenant, file):
        bringing.take(session, files(), tenant, file, request.form.get("shown", ""))
    return _back(slug, "?taken=yes")


@blueprint.post("/<brought_id>/removed")
def remove(slug: str, brought_id: str) -> Answer:
    with waiting_file(slug, ProductFile, brought_id) as (session, _, file):
        waiting.remove(session, file)
    return _back(slug)


@blueprint.get("/<brought_id>/wrong.csv")
def wrong_rows(slug: str, brought_id: str) -> Response:
    """The rows that stay out, each with the reason."""
    with waiting_file(slug, ProductFile, brought_id) as (session, tenant, file):
        sheet = waiting.sheet_of(files(), file)
        lines, plan, _ = bringing.tried(session, tenant, file, sheet)
        data = desk_page.wrong_rows(sheet, desk_page.wrong_of(file, lines, plan))
    return attachment(data, "text/csv", "produkty-do-poprawy.csv")


def _back(slug: str, place: str = "") -> Answer:
    return redirect(f"/s/{slug}/desk/products/{place}", 303)
