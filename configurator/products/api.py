"""The products' part of `/api/v1`: a store's catalogue, and a project's list."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as BaseResponse

from configurator.accounts import limits
from configurator.accounts.limits import Limit
from configurator.db import now
from configurator.errors import Refused
from configurator.i18n import WARSAW
from configurator.products import catalogue, picks, shopping
from configurator.products.models import Product
from configurator.products.page import plan_of
from configurator.products.search import MOST_LETTERS
from configurator.projects.api import opened
from configurator.projects.grants import Access
from configurator.web import begin, client_key, reading, store_of
from rooms.kinds import KINDS

blueprint = APIBlueprint("products_api", __name__, url_prefix="/api/v1")

SEARCH = Limit("product_search", most=1500, seconds=600)
LIST = Limit("product_list", most=1200, seconds=3600)
MOST_PAGES = 1000
KEPT_S = 60


@blueprint.get("/stores/<slug>/products")
@blueprint.doc(
    summary="A store's products",
    description="By `kind`, by words `q`, or the one of a code `ean`; at most 50 a `page`, the cheapest first.",
)
def products(slug: str) -> BaseResponse:
    kind, sought, ean = (request.args.get(name, "") for name in ("kind", "q", "ean"))
    _check_search(kind, sought)
    with begin() as session:
        limits.spend(session, SEARCH, client_key())
        tenant_id = store_of(session, slug).tenant_id
        if ean:
            found = catalogue.Page([catalogue.by_ean(session, tenant_id, ean)], has_more=False)
        else:
            found = catalogue.find(session, tenant_id, kind=kind, sought=sought, number=_page())
        body = {
            "date": today(now()),
            "products": [catalogue.as_data(product) for product in found.products],
            "more": found.has_more,
        }
    response = jsonify(body)
    response.cache_control.public, response.cache_control.max_age = True, KEPT_S
    response.add_etag()
    return response.make_conditional(request)


@blueprint.get("/projects/<project_id>/products")
@blueprint.doc(
    summary="A project's products",
    description="Those of its plan and of its list, each once; `quantity` is of both, `version` of the list's line.",
)
def project_products(project_id: str) -> Response:
    with reading() as session:
        return _list(session, opened(session, project_id))


@blueprint.post("/projects/<project_id>/products")
@blueprint.doc(
    summary="List a product",
    description='`{"id", "sku" or "ean", "quantity"}`: so many more of it. Safe to repeat: it is known by its id.',
)
def add_product(project_id: str) -> Response:
    with begin() as session:
        access = _writing(session, project_id)
        sent = _sent()
        key = picks.read_key(sent.get("id"))
        picks.add(session, access, _named(session, access, sent), sent.get("quantity", 1), key=key)
        return _list(session, access)


@blueprint.put("/projects/<project_id>/products/<product_id>")
@blueprint.doc(
    summary="Count a listed product anew",
    description='`{"quantity", "version"}`; 409 when somebody has changed the line since that version.',
)
def count_product(project_id: str, product_id: str) -> Response:
    with begin() as session:
        access = _writing(session, project_id)
        sent = _sent()
        version = _version(sent.get("version"))
        quantity = sent.get("quantity")
        picks.count(session, access, product_id, quantity, version=version, key=picks.new_key())
        return _list(session, access)


@blueprint.delete("/projects/<project_id>/products/<product_id>")
@blueprint.doc(summary="Take a product off the list", description="`?version=`; 409 when the line has changed since.")
def take_off_product(project_id: str, product_id: str) -> Response:
    with begin() as session:
        access = _writing(session, project_id)
        version = _version(request.args.get("version", type=int))
        picks.take_off(session, access, product_id, version=version, key=picks.new_key())
        return _list(session, access)


def today(at: datetime) -> str:
    """The day in Warsaw, as a plan's snapshot of a product names it."""
    return at.astimezone(WARSAW).date().isoformat()


def _list(session: Session, access: Access) -> Response:
    found = shopping.lines(session, access.project, plan_of(session, access.project))
    return jsonify(lines=[_as_data(line) for line in found], total_gr=shopping.total_gr(found))


def _as_data(line: shopping.Line) -> dict[str, Any]:
    product = line.product
    return {
        "product": product.id,
        "sku": product.sku,
        "ean": product.ean or None,
        "name": dict(product.name),
        "size": product.size,
        "unit": product.unit,
        "price_gr": product.price_gr,
        "priced_on": product.priced_on.isoformat() if product.priced_on else None,
        "is_current": product.current,
        "quantity": line.hundredths / 100,
        "drawn": line.drawn,
        "cost_gr": line.cost_gr,
        "version": line.version,
        "by": line.by,
    }


def _writing(session: Session, project_id: str) -> Access:
    access = opened(session, project_id, right="editor")
    limits.spend(session, LIST, access.visitor.actor_id)
    return access


def _named(session: Session, access: Access, sent: dict[str, Any]) -> Product:
    ean, sku = sent.get("ean"), sent.get("sku")
    if isinstance(ean, str):
        return catalogue.by_ean(session, access.project.tenant_id, ean)
    if not isinstance(sku, str):
        raise Refused("missing", path="sku")
    return catalogue.by_sku(session, access.project.tenant_id, sku)


def _sent() -> dict[str, Any]:
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise Refused("not_json")
    return sent


def _version(sent: object) -> int:
    if type(sent) is not int:
        raise Refused("not_a_whole_number", path="version")
    return sent


def _page() -> int:
    number = request.args.get("page", 1, type=int)
    if not 1 <= number <= MOST_PAGES:
        raise Refused("out_of_range", path="page", least=1, most=MOST_PAGES)
    return number


def _check_search(kind: str, sought: str) -> None:
    if kind and kind not in KINDS:
        raise Refused("kind_unknown", path="kind")
    if len(sought) > MOST_LETTERS:
        raise Refused("too_long", path="q", most=MOST_LETTERS)
