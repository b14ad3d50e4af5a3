"""A paint of a design, bought: how much wall, in which tins, with what; works from wherever the paint was chosen."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts import limits
from configurator.decks.service import deck_of
from configurator.errors import NotFound, Refused
from configurator.exports.amounts import exact_litres, tins_in_words
from configurator.paint_baskets import service, to_buy
from configurator.paint_baskets.buyer import USES, Buyer, of_design
from configurator.paint_baskets.line import WALLS
from configurator.products.api import LIST
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.stores.models import Store
from configurator.web import begin, reading, store_of, visitor_at
from samples.paint import Paint
from samples.tools import TOOLS

blueprint = Blueprint("paint_baskets", __name__, url_prefix="/s/<slug>/p/<code>/paint")

TO_LIST = "list"


@blueprint.post("/")
def put_all(slug: str, code: str) -> Response:
    """Every paint of the design on its list, by one tap."""
    with begin() as session:
        store = store_of(session, slug)
        project = projects.find(session, store.tenant_id, code)
        access = grants.open_project(session, project.id, visitor_at(session, store.tenant), right="editor")
        limits.spend(session, LIST, access.visitor.actor_id)
        to_buy.take_all(session, access)
    return redirect(f"/s/{slug}/p/{code}/products#list", 303)


@blueprint.get("/<paint>")
def show(slug: str, code: str, paint: str) -> str:
    """`?use=enamel` for woodwork; `?walls=` or `?m2=` which walls are meant."""
    with reading() as session:
        store, buyer, found = _opened(session, slug, code, paint, right="viewer")
        return _page(session, store, buyer, found, request.args)


@blueprint.post("/<paint>")
def put(slug: str, code: str, paint: str) -> Response | tuple[str, int]:
    """The paint in the basket, by one tap; what is refused is told on the page, and what was typed is kept."""
    try:
        with begin() as session:
            _, buyer, found = _opened(session, slug, code, paint)
            limits.spend(session, LIST, _actor(buyer))
            to_buy.press_sold(session, buyer, found, request.form, request.form.getlist("tool"))
    except Refused as refused:
        with reading() as session:
            store, buyer, found = _opened(session, slug, code, paint)
            return _page(session, store, buyer, found, request.form, refused), refused.status
    return _next(slug, code, paint)


@blueprint.post("/<paint>/removed")
def remove(slug: str, code: str, paint: str) -> Response:
    with begin() as session:
        _, buyer, _found = _opened(session, slug, code, paint)
        service.remove(session, buyer)
    return _next(slug, code, paint)


@blueprint.post("/<paint>/kept")
def keep(slug: str, code: str, paint: str) -> Response:
    """It stays on the list as it is, though the design has changed."""
    with begin() as session:
        _, buyer, _found = _opened(session, slug, code, paint)
        service.keep(session, buyer, to_buy.design_ml(session, buyer))
    return _next(slug, code, paint)


def _opened(session: Session, slug: str, code: str, paint: str, *, right: str = "editor") -> tuple[Store, Buyer, Paint]:
    store = store_of(session, slug)
    project = projects.find(session, store.tenant_id, code)
    access = grants.open_project(session, project.id, visitor_at(session, store.tenant), right=right)
    found = deck_of(session, store.tenant_id).get(paint)
    if found is None:
        raise NotFound("unknown_paint")
    use = request.values.get("use", WALLS)
    return store, of_design(session, access, found.code, use if use in USES else WALLS), found


def _page(
    session: Session,
    store: Store,
    buyer: Buyer,
    paint: Paint,
    asked: Mapping[str, str],
    wrong: Refused | None = None,
) -> str:
    access = buyer.access
    return render_template(
        "paint_baskets/page.html",
        store=store,
        project=buyer.project,
        paint=paint,
        buy=to_buy.to_buy(session, buyer, paint, asked),
        may_edit=access is not None and access.may("editor"),
        litres=exact_litres,
        tins_in_words=tins_in_words,
        tools=TOOLS,
        wrong=wrong,
    )


def _next(slug: str, code: str, paint: str) -> Response:
    """Back to the list, where the button stood there; else to the paint's page."""
    here = f"/s/{slug}/p/{code}"
    if request.form.get("back") == TO_LIST:
        return redirect(f"{here}/products#list", 303)
    use = f"?use={request.form['use']}" if request.form.get("use") in USES else ""
    return redirect(f"{here}/paint/{paint}{use}#paint", 303)


def _actor(buyer: Buyer) -> str:
    if buyer.access is None:
        raise NotFound("no_project")
    return buyer.access.visitor.actor_id
