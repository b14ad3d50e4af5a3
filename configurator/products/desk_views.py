"""The manager's page of products: a file is brought, its columns are mapped, a dry run shown, and that taken in."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from configurator.errors import Conflict, Refused
from configurator.files import files
from configurator.products import bringing, catalogue, desk_page
from configurator.products.readers import read_sheet
from configurator.products.sheet import MOST_BYTES
from configurator.web import begin, manager_at, reading

blueprint = Blueprint("products_desk", __name__, url_prefix="/s/<slug>/desk/products")


@blueprint.get("/")
def show(slug: str) -> str:
    """The file that waits, and those taken in before."""
    return _page(slug)


@blueprint.post("/")
def bring(slug: str) -> Answer | tuple[str, int]:
    try:
        with reading() as session:
            manager_at(session, slug)
        name, sheet = request.files["file"].filename if "file" in request.files else "", read_sheet(_sent())
        with begin() as session:
            store, visitor = manager_at(session, slug)
            bringing.bring(session, files(), store.tenant, visitor, name or "", sheet)
    except Refused as refused:
        if refused.status != 400:
            raise
        return _page(slug, wrong=refused), refused.status
    return redirect(f"/s/{slug}/desk/products/#mapping", 303)


@blueprint.post("/<brought_id>/columns")
def map_columns(slug: str, brought_id: str) -> Answer | tuple[str, int]:
    """Read the file by the columns chosen; the page then shows the dry run."""
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            file = bringing.find(session, store.tenant, brought_id)
            header = bringing.sheet_of(files(), file).header
            bringing.map_columns(file, desk_page.chosen(request.form, header))
            file.retires = "retires" in request.form
    except Refused as refused:
        if refused.status != 400:
            raise
        return _page(slug, wrong=refused, is_form_wrong=True), refused.status
    return redirect(f"/s/{slug}/desk/products/#check", 303)


@blueprint.post("/<brought_id>/taken")
def take(slug: str, brought_id: str) -> Answer | tuple[str, int]:
    """Take in what was shown, and nothing else."""
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            file = bringing.find(session, store.tenant, brought_id)
            bringing.take(session, files(), store.tenant, file, request.form.get("shown", ""))
    except Conflict as refused:
        return _page(slug, wrong=refused), refused.status
    return redirect(f"/s/{slug}/desk/products/?taken=yes", 303)


@blueprint.post("/<brought_id>/removed")
def remove(slug: str, brought_id: str) -> Answer:
    with begin() as session:
        store, _ = manager_at(session, slug)
        bringing.remove(session, bringing.find(session, store.tenant, brought_id))
    return redirect(f"/s/{slug}/desk/products/", 303)


@blueprint.get("/<brought_id>/wrong.csv")
def wrong_rows(slug: str, brought_id: str) -> Response:
    """The rows that stay out, each with the reason."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        file = bringing.find(session, store.tenant, brought_id)
        sheet = bringing.sheet_of(files(), file)
        lines, plan, _ = bringing.tried(session, store.tenant, file, sheet)
        data = desk_page.wrong_rows(sheet, desk_page.wrong_of(file, lines, plan))
    return Response(
        data, mimetype="text/csv", headers={"Content-Disposition": 'attachment; filename="produkty-do-poprawy.csv"'}
    )


def _sent() -> bytes:
    file = request.files.get("file")
    data = file.read(MOST_BYTES + 1) if file else b""
    if not data:
        raise Refused("product_file_missing", path="file")
    return data


def _page(slug: str, *, wrong: Refused | None = None, is_form_wrong: bool = False) -> str:
    with reading() as session:
        store, visitor = manager_at(session, slug)
        file = bringing.waiting(session, store.tenant)
        form = request.form if is_form_wrong else None
        return render_template(
            "products/bring.html",
            store=store,
            visitor=visitor,
            brought=desk_page.brought(session, files(), store.tenant, file, form) if file else None,
            sold=catalogue.count(session, store.tenant_id),
            taken=bringing.taken(session, store.tenant),
            is_taken="taken" in request.args,
            choices=desk_page.choices(),
            kind_names=desk_page.kind_names(),
            changes=desk_page.changes,
            examples=desk_page.EXAMPLES,
            most_wrong=desk_page.MOST_WRONG,
            wrong=wrong,
            is_form_wrong=is_form_wrong,
        )
