"""The manager's page of 3D models: a library or a GLB is brought, read by a worker, shown piece by piece, taken in."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as Answer

from configurator.errors import NotFound, Refused
from configurator.files import files
from configurator.i18n import language
from configurator.imports import waiting
from configurator.imports.desk import Form, sent_by_manager, told_on, waiting_file
from configurator.product_models import desk_page, service
from configurator.product_models.models import ModelFile
from configurator.product_models.piece import Report
from configurator.products import catalogue
from configurator.stores.models import Store
from configurator.uploads.kinds import MODEL
from configurator.web import begin, manager_at, reading
from rooms.fields import CONTROL
from rooms.kinds import KINDS
from rooms.models.made import BUDGET

blueprint = Blueprint("product_models_desk", __name__, url_prefix="/s/<slug>/desk/models")

MOST_BYTES = 28 * 1024 * 1024
GLB = b"glTF"
TOLD = ("sku_not_sold",)


@blueprint.get("/")
def show(slug: str, *, wrong: Refused | None = None, form: Form | None = None) -> str:
    """The file that waits, and the models that are here."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        file = waiting.waiting(session, ModelFile, store.tenant)
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


@blueprint.post("/")
@told_on(show, also=TOLD)
def bring(slug: str) -> Answer:
    file = sent_by_manager(slug, MODEL, most=MOST_BYTES, missing="model_file_missing")
    if len(file.data) > MOST_BYTES:
        raise Refused("model_file_too_large", path="file")
    with begin() as session:
        store, visitor = manager_at(session, slug)
        said = _said(session, store) if file.data.startswith(GLB) else {}
        service.bring(session, files(), store.tenant, visitor, file.name, file.data, said)
    return _back(slug)


@blueprint.get("/<model_file_id>/icons/<int:piece>")
def icon(slug: str, model_file_id: str, piece: int) -> Response:
    """The small picture of a piece of a file that waits."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        report = _report(waiting.find(session, ModelFile, store.tenant, model_file_id))
    key = next((one.icon for one in report.pieces if one.number == piece and one.icon), "")
    return _picture(key)


@blueprint.post("/<model_file_id>/taken")
@told_on(show, keeps_form=True, also=TOLD)
def take(slug: str, model_file_id: str) -> Answer:
    """Take in the pieces that are ticked, or none of them."""
    with waiting_file(slug, ModelFile, model_file_id) as (session, tenant, file):
        wanted = desk_page.chosen(request.form, _report(file))
        service.take(session, tenant, file, wanted)
    return _back(slug, f"?taken={len(wanted)}")


@blueprint.post("/<model_file_id>/removed")
def remove(slug: str, model_file_id: str) -> Answer:
    with waiting_file(slug, ModelFile, model_file_id) as (session, _, file):
        waiting.remove(session, file)
    return _back(slug)


@blueprint.get("/<model_id>/icon")
def model_icon(slug: str, model_id: str) -> Response:
    """The small picture of a model that is here."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        key = service.model_of(session, store.tenant_id, model_id).icon
    return _picture(key)


@blueprint.post("/<model_id>/products")
@told_on(show, also=TOLD)
def attach(slug: str, model_id: str) -> Answer:
    """A product gets the model."""
    with begin() as session:
        store, _ = manager_at(session, slug)
        model = service.model_of(session, store.tenant_id, model_id)
        service.attach(session, model, request.form.get("sku", "").strip())
    return _back(slug, f"#model-{model_id}")


@blueprint.post("/<model_id>/withdrawn")
def withdraw(slug: str, model_id: str) -> Answer:
    with begin() as session:
        store, _ = manager_at(session, slug)
        service.withdraw(session, service.model_of(session, store.tenant_id, model_id))
    return _back(slug, "#models")


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
        raise NotFound("no_brought_file")
    return Report.unpacked(file.report)


def _picture(key: str) -> Response:
    data = files().get(key) if key else None
    if data is None:
        raise NotFound("no_model")
    response = Response(data, mimetype="image/png" if data.startswith(b"\x89PNG") else "image/jpeg")
    response.headers["Cache-Control"] = "private, max-age=600"
    return response


def _back(slug: str, place: str = "") -> Answer:
    return redirect(f"/s/{slug}/desk/models/{place}", 303)
