"""The manager's page of 3D models: a library or a GLB is brought, read by a worker, shown piece by piece, taken in."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as Answer

from configurator.errors import NotFound, Refused
from configurator.files import files
from configurator.i18n import language
from configurator.product_models import desk_page, service
from configurator.product_models.models import ModelFile
from configurator.product_models.piece import Report
from configurator.products import catalogue
from configurator.stores.models import Store
from configurator.web import begin, manager_at, reading
from rooms.fields import CONTROL
from rooms.kinds import KINDS
from rooms.models.made import BUDGET

blueprint = Blueprint("product_models_desk", __name__, url_prefix="/s/<slug>/desk/models")

MOST_BYTES = 28 * 1024 * 1024
GLB = b"glTF"


@blueprint.get("/")
def show(slug: str) -> str:
    """The file that waits, and the models that are here."""
    return _page(slug)


@blueprint.post("/")
def bring(slug: str) -> Answer | tuple[str, int]:
    try:
        data, name = _sent()
        with begin() as session:
            store, visitor = manager_at(session, slug)
            said = _said(session, store) if data.startswith(GLB) else {}
            service.bring(session, files(), store.tenant, visitor, name, data, said)
    except Refused as refused:
        return _told(slug, refused)
    return redirect(f"/s/{slug}/desk/models/", 303)


@blueprint.get("/<model_file_id>/icons/<int:piece>")
def icon(slug: str, model_file_id: str, piece: int) -> Response:
    """The small picture of a piece of a file that waits."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        report = _report(service.find(session, store.tenant, model_file_id))
    key = next((one.icon for one in report.pieces if one.number == piece and one.icon), "")
    return _picture(key)


@blueprint.post("/<model_file_id>/taken")
def take(slug: str, model_file_id: str) -> Answer | tuple[str, int]:
    """Take in the pieces that are ticked, or none of them."""
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            file = service.find(session, store.tenant, model_file_id)
            wanted = desk_page.chosen(request.form, _report(file))
            service.take(session, store.tenant, file, wanted)
    except Refused as refused:
        return _told(slug, refused, is_form_wrong=True)
    return redirect(f"/s/{slug}/desk/models/?taken={len(wanted)}", 303)


@blueprint.post("/<model_file_id>/removed")
def remove(slug: str, model_file_id: str) -> Answer:
    with begin() as session:
        store, _ = manager_at(session, slug)
        service.remove(session, service.find(session, store.tenant, model_file_id))
    return redirect(f"/s/{slug}/desk/models/", 303)


@blueprint.get("/<model_id>/icon")
def model_icon(slug: str, model_id: str) -> Response:
    """The small picture of a model that is here."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        key = service.model_of(session, store.tenant_id, model_id).icon
    return _picture(key)


@blueprint.post("/<model_id>/products")
def attach(slug: str, model_id: str) -> Answer | tuple[str, int]:
    """A product gets the model."""
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            model = service.model_of(session, store.tenant_id, model_id)
            service.attach(session, model, request.form.get("sku", "").strip())
    except Refused as refused:
        return _told(slug, refused)
    return redirect(f"/s/{slug}/desk/models/#model-{model_id}", 303)


@blueprint.post("/<model_id>/withdrawn")
def withdraw(slug: str, model_id: str) -> Answer:
    with begin() as session:
        store, _ = manager_at(session, slug)
        service.withdraw(session, service.model_of(session, store.tenant_id, model_id))
    return redirect(f"/s/{slug}/desk/models/#models", 303)


def _sent() -> tuple[bytes, str]:
    file = request.files.get("file")
    data = file.read(MOST_BYTES + 1) if file else b""
    if not data:
        raise Refused("model_file_missing", path="file")
    if len(data) > MOST_BYTES:
        raise Refused("model_file_too_large", path="file")
    return data, (file.filename or "") if file else ""


def _said(session: Session, store: Store) -> dict[str, Any]:
    """What must be told with a single model: the product that gets it, who made it, what the licence is."""
    told = {name: CONTROL.sub(" ", request.form.get(name, "")).strip() for name in ("sku", "author", "licence")}
    for name, value in told.items():
        if not value:
            raise Refused("glb_needs", path=name)
        if len(value) > service.MOST_SAID:
            raise Refused("too_long", path=name, most=service.MOST_SAID)
    product = catalogue.by_sku(session, store.tenant_id, told["sku"])
    if product.size is None or product.kind is None:
        raise Refused("glb_product_unsized", path="sku")
    names = {"name_pl": product.name_pl, "name_en": product.name_en}
    return told | names | {"kind": product.kind, "size": list(product.size)}


def _report(file: ModelFile) -> Report:
    if not file.report:
        raise NotFound("no_model_file")
    return Report.unpacked(file.report)


def _picture(key: str) -> Response:
    data = files().get(key) if key else None
    if data is None:
        raise NotFound("no_model")
    response = Response(data, mimetype="image/png" if data.startswith(b"\x89PNG") else "image/jpeg")
    response.headers["Cache-Control"] = "private, max-age=600"
    return response


def _told(slug: str, refused: Refused, *, is_form_wrong: bool = False) -> tuple[str, int]:
    """What is refused is told on the page, with what was typed; the rest is answered as everywhere."""
    if refused.status not in (400, 404) or refused.reason in ("no_store", "no_model", "no_model_file"):
        raise refused
    return _page(slug, wrong=refused, is_form_wrong=is_form_wrong), refused.status


def _page(slug: str, *, wrong: Refused | None = None, is_form_wrong: bool = False) -> str:
    with reading() as session:
        store, visitor = manager_at(session, slug)
        file = service.waiting(session, store.tenant)
        form = request.form if is_form_wrong else None
        return render_template(
            "product_models/bring.html",
            store=store,
            visitor=visitor,
            file=file,
            shown=desk_page.shown(session, store.tenant, file, form) if file and file.report else None,
            failed=service.failure(session, file) if file else None,
            models=service.listed(session, store.tenant),
            taken=request.args.get("taken", type=int),
            kind_names=sorted(kind.names[language()].one for kind in KINDS.values()),
            budget=BUDGET,
            wrong=wrong,
        )
