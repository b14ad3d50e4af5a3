"""The models' part of `/api/v1`: which products of a store have a model of their own, and the models."""

from __future__ import annotations

import json
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from werkzeug.wrappers import Response as BaseResponse

from configurator.errors import NotFound, Refused
from configurator.files import files
from configurator.product_models import service
from configurator.product_models.models import ProductModel
from configurator.web import reading, store_of
from rooms.fields import CONTROL

blueprint = APIBlueprint("product_models_api", __name__, url_prefix="/api/v1/stores/<slug>/models")

MOST_ASKED = 200
KEPT_S = 300
A_YEAR_S = 31_536_000


@blueprint.get("")
@blueprint.doc(
    summary="The 3D models of products",
    description="`?sku=` of each product, at most 200; those without a model are left out. `outlines` are rings in mm.",
)
def models(slug: str) -> BaseResponse:
    skus = list(dict.fromkeys(sku for sku in request.args.getlist("sku") if not CONTROL.search(sku)))
    if len(skus) > MOST_ASKED:
        raise Refused("out_of_range", path="sku", least=0, most=MOST_ASKED)
    with reading() as session:
        store = store_of(session, slug)
        found = service.of_skus(session, store.tenant_id, skus)
        told = {sku: as_data(slug, model) for sku, model in sorted(found.items())}
    response = jsonify(models=told)
    response.cache_control.private, response.cache_control.max_age = True, KEPT_S
    response.add_etag()
    return response.make_conditional(request)


@blueprint.get("/<model_id>/<digest>.glb")
@blueprint.doc(summary="A 3D model", description="Binary glTF 2.0 in metres, y up, standing on its origin.")
def model_file(slug: str, model_id: str, digest: str) -> Response:
    with reading() as session:
        store = store_of(session, slug)
        model = service.model_of(session, store.tenant_id, model_id)
        data = files().get(model.glb) if model.digest == digest else None
    if data is None:
        raise NotFound("no_model")
    response = Response(data, mimetype="model/gltf-binary")
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR_S}, immutable"
    return response


def as_data(slug: str, model: ProductModel) -> dict[str, Any]:
    """The model as the API tells it; sizes in mm."""
    return {
        "glb": f"/api/v1/stores/{slug}/models/{model.id}/{model.digest}.glb",
        "size": model.size,
        "author": model.author,
        "licence": model.licence,
        "triangles": model.triangles,
        "outlines": json.loads(model.outlines),
    }
