"""The staff's pages: which orders wait, one order, its labels, and the steps of carrying it out."""

from __future__ import annotations

import json
from collections.abc import Mapping

import segno
from flask import Blueprint, render_template, request
from flask import Response as FlaskResponse
from flask import redirect as go
from markupsafe import Markup
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts.visits import Visitor
from configurator.db import now
from configurator.decks.service import deck_of
from configurator.errors import Forbidden, NotFound, NotSignedIn, Refused
from configurator.exports.amounts import exact_litres
from configurator.i18n import language
from configurator.judgements import token as judging
from configurator.orders import complaints, fulfilment, promises, service, stock, tracking
from configurator.orders.models import SampleLine, SampleOrder
from configurator.orders.picking import picked
from configurator.orders.rows import rows
from configurator.orders.selling import Selling, selling
from configurator.paint_baskets import standing as baskets
from configurator.projects.models import Project
from configurator.stores.models import Store
from configurator.web import begin, reading, settings, staff_at, store_of
from samples.colour.words import Said
from samples.delivery import WARSAW
from samples.label import Label, label
from samples.order import KINDS, WAYS
from samples.tools import TOOLS

MOST_TABLE = 200_000

blueprint = Blueprint("orders_desk", __name__, url_prefix="/s/<slug>/desk/orders")


@blueprint.get("/")
def orders(slug: str) -> str:
    """What is to be done, the oldest first; `?over=1`: what is done."""
    over = request.args.get("over") == "1"
    with reading() as session:
        store, visitor = _staff(session, slug)
        found = service.orders_of(session, store, over=over)
        today = now().astimezone(WARSAW).date()
        return render_template(
            "orders/desk_list.html",
            store=store,
            visitor=visitor,
            over=over,
            orders=rows(session, found),
            today=today,
            kept=promises.kept(session, store, today),
            complaints=complaints.waiting(session, store.tenant_id),
        )


@blueprint.get("/export.csv")
def export(slug: str) -> FlaskResponse:
    """What waits to be sent, as a table for whoever packs."""
    with reading() as session:
        store, _ = _staff(session, slug)
        orders, _next = fulfilment.to_send(session, store.tenant_id)
        told = fulfilment.table(session, settings(), orders)
    headers = {"Content-Disposition": f'attachment; filename="{slug}-orders.csv"'}
    return FlaskResponse(told, mimetype="text/csv", headers=headers)


@blueprint.get("/pick")
def pick(slug: str) -> str:
    """To be printed: what to take off the shelf for the day's orders, then each order."""
    with reading() as session:
        store, visitor = _staff(session, slug)
        found = service.to_pick(session, store, now().astimezone(WARSAW).date())
        return render_template(
            "orders/pick.html",
            store=store,
            visitor=visitor,
            orders=found,
            shelf=picked(found),
            ways=_said(WAYS),
            kinds=_said(KINDS),
        )


@blueprint.post("/complaints/<complaint_id>/answered")
def answer_complaint(slug: str, complaint_id: str) -> Response:
    with begin() as session:
        store, _ = _staff(session, slug)
        found = complaints.of_staff(session, complaint_id, store.tenant_id)
        complaints.answer(session, found, settings(), request.form.get("answer", ""))
        return _back(slug, found.order_id)


@blueprint.post("/paint/<basket_id>/bought")
def paint_bought(slug: str, basket_id: str) -> Response:
    """The paint is paid for, its tester's price taken off."""
    with begin() as session:
        store, _ = _staff(session, slug)
        basket = baskets.of_staff(session, basket_id, store.tenant_id)
        baskets.mark_bought(session, basket)
        if basket.order_id is None:
            return go(f"/s/{slug}/desk/p/{session.get_one(Project, basket.project_id).code}#paint", 303)
        return _back(slug, basket.order_id)


@blueprint.get("/stock")
def stock_page(slug: str) -> str:
    with reading() as session:
        store, visitor = _staff(session, slug)
        return _stock(session, store, visitor)


@blueprint.post("/stock")
def put_stock(slug: str) -> Response | tuple[str, int]:
    """The table as it was typed; a row that is wrong leaves everything as it was."""
    table = request.form.get("table", "")[:MOST_TABLE]
    try:
        with begin() as session:
            store, _ = _staff(session, slug)
            stock.put(session, store.tenant_id, table, deck_of(session, store.tenant_id))
    except (NotFound, NotSignedIn, Forbidden):
        raise
    except Refused as refused:
        with reading() as session:
            store, visitor = _staff(session, slug)
            return _stock(session, store, visitor, table, refused.text), refused.status
    return go(f"/s/{slug}/desk/orders/stock", 303)


@blueprint.get("/<order_id>")
def order(slug: str, order_id: str) -> str:
    with reading() as session:
        store, visitor = _staff(session, slug)
        found = service.of_staff(session, order_id, visitor)
        return render_template(
            "orders/desk_order.html",
            store=store,
            visitor=visitor,
            order=found,
            state=tracking.state(found),
            waits_for_money=tracking.waits_for_money(found),
            link=tracking.path(settings(), found),
            complaints=complaints.of_order(session, found),
            baskets=baskets.of_order(session, found),
            litres=exact_litres,
            tools=TOOLS,
            ways=_said(WAYS),
            kinds=_said(KINDS),
        )


@blueprint.get("/<order_id>/labels")
def labels(slug: str, order_id: str) -> str:
    """To be printed: who it goes to, and a label for each sample."""
    with reading() as session:
        store, visitor = _staff(session, slug)
        found = service.of_staff(session, order_id, visitor)
        how = selling(session, found.tenant_id)
        return render_template(
            "orders/labels.html",
            store=store,
            visitor=visitor,
            order=found,
            labels=[made for line in found.lines for made in [_label(line, how)] * line.count],
            ways=_said(WAYS),
            seller=json.loads(found.seller),
            lang=found.language,
        )


@blueprint.post("/<order_id>/paid")
def paid(slug: str, order_id: str) -> Response:
    with begin() as session:
        service.mark_paid(session, _order(session, slug, order_id))
    return _back(slug, order_id)


@blueprint.post("/<order_id>/packed")
def packed(slug: str, order_id: str) -> Response:
    with begin() as session:
        service.mark_packed(session, _order(session, slug, order_id), settings())
    return _back(slug, order_id)


@blueprint.post("/<order_id>/sent")
def sent(slug: str, order_id: str) -> Response:
    with begin() as session:
        number = request.form.get("number", "")
        service.mark_sent(session, _order(session, slug, order_id), settings(), number)
    return _back(slug, order_id)


@blueprint.post("/<order_id>/refunded")
def refunded(slug: str, order_id: str) -> Response:
    with begin() as session:
        service.mark_refunded(session, _order(session, slug, order_id))
    return _back(slug, order_id)


def _stock(session: Session, store: Store, visitor: Visitor, table: str = "", wrong: str = "") -> str:
    counted = stock.counted(session, store.tenant_id)
    return render_template(
        "orders/stock.html",
        store=store,
        visitor=visitor,
        counted=counted,
        kinds=_said(KINDS),
        table=table,
        wrong=wrong,
    )


def _staff(session: Session, slug: str) -> tuple[Store, Visitor]:
    store = store_of(session, slug)
    return store, staff_at(session, store.tenant)


def _order(session: Session, slug: str, order_id: str) -> SampleOrder:
    _, visitor = _staff(session, slug)
    return service.of_staff(session, order_id, visitor)


def _back(slug: str, order_id: str) -> Response:
    return go(f"/s/{slug}/desk/orders/{order_id}", 303)


def _label(line: SampleLine, how: Selling) -> tuple[Label, Markup]:
    """The label's words and its QR code, which leads to the sample's own page."""
    link = judging.link(settings(), line)
    said = tuple({"pl": told, "en": told} for told in how.settings.hazards.splitlines()) if line.kind == "pot" else ()
    code = segno.make(link, error="m").svg_inline(
        scale=2, border=2, omitsize=True, svgclass="label-code", lineclass=None
    )
    return label(how.deck[line.paint], line.kind, link, said), Markup(code)  # noqa: S704 - drawn by segno from our own address


def _said(words: Mapping[str, Said]) -> dict[str, str]:
    return {key: said[language()] for key, said in words.items()}
