"""The page *Lista zakupów*: a project's products, found, scanned, counted, with their sum."""

from __future__ import annotations

from urllib.parse import quote

from flask import Blueprint, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts import limits
from configurator.errors import Refused
from configurator.exports.amounts import exact_litres
from configurator.paint_baskets import taken as paints
from configurator.paint_baskets.listing import changed_gr, lacks
from configurator.paint_baskets.painted import painted
from configurator.product_models import service as models
from configurator.products import alternatives, page, picks, shopping
from configurator.products.amounts import in_units, number, vat_in
from configurator.products.api import LIST
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.stores.models import Store
from configurator.stores.service import hours_in_words
from configurator.web import begin, reading, store_of, visitor_at

blueprint = Blueprint("products", __name__, url_prefix="/s/<slug>/p/<code>")


@blueprint.get("/products")
def products(slug: str, code: str) -> str:
    """The list; `?q=` what the words find."""
    with reading() as session:
        store, access = _opened(session, slug, code)
        return _page(session, store, access, sought=request.args.get("q", ""))


@blueprint.post("/products")
def press(slug: str, code: str) -> Response | tuple[str, int]:
    """A button of the page; what is refused is told on it, and what was typed is kept."""
    try:
        with begin() as session:
            _, access = _opened(session, slug, code, right="editor")
            limits.spend(session, LIST, access.visitor.actor_id)
            line = page.press(session, access, request.form)
            return redirect(_next(slug, access, line.product.sku if line else None), 303)
    except Refused as refused:
        return _told(slug, code, refused)


@blueprint.get("/products/compare")
def compare(slug: str, code: str) -> str:
    """Up to four products side by side: `?sku=` for each; one alone with what is most like it."""
    with reading() as session:
        store, access = _opened(session, slug, code)
        return render_template(
            "products/compare.html",
            store=store,
            project=access.project,
            products=alternatives.side_by_side(session, store.tenant_id, request.args.getlist("sku")),
            may_edit=access.may("editor"),
            new_key=picks.new_key,
        )


def _told(slug: str, code: str, refused: Refused) -> tuple[str, int]:
    with reading() as session:
        store, access = _opened(session, slug, code, right="editor")
        sought = request.form.get("sought", "") if refused.path != "sought" else ""
        return _page(session, store, access, sought=sought, wrong=refused), refused.status


def _next(slug: str, access: Access, sku: str | None) -> str:
    """Where the button leads: to what was found, or to the list with what has changed in it."""
    here, sought = f"/s/{slug}/p/{access.project.code}/products", request.form.get("sought", "").strip()
    if sku is None:
        return f"{here}?q={quote(sought[:1000])}#found"
    if request.form.get("press") in ("find", "add"):
        return f"{here}?added={quote(sku)}"
    return f"{here}#line-{request.form.get('product', '')}"


def _page(session: Session, store: Store, access: Access, *, sought: str, wrong: Refused | None = None) -> str:
    taken = paints.taken(session, access.project)
    baskets = [one.basket for one in taken]
    listed = shopping.lines(session, access.project, page.plan_of(session, access.project))
    lines = shopping.besides(listed, paints.tins_of(taken))
    found = None
    if wrong is None:
        try:
            found = page.found(session, access.project, sought)
        except Refused as refused:
            sought, wrong = "", refused
    return render_template(
        "products/list.html",
        store=store,
        project=access.project,
        lines=lines,
        models=models.of_skus(session, store.tenant_id, [line.product.sku for line in lines]),
        total_gr=shopping.total_gr(lines) + paints.total_gr(taken),
        vat=vat_in([(line.product.vat_percent, line.cost_gr) for line in lines] + [(None, paints.total_gr(taken))]),
        taken=taken,
        waiting=[one for one in painted(session, access) if one.basket is None],
        hours=hours_in_words(store),
        credit_gr=sum(basket.credit_gr for basket in baskets),
        is_repriced=any(changed_gr(session, basket) is not None for basket in baskets),
        lacks_paint=lacks(session, access.project, baskets),
        litres=exact_litres,
        may_edit=access.may("editor"),
        is_staff=access.right == "staff",
        sought=sought,
        found=found,
        added=next((line for line in lines if line.product.sku == request.args.get("added")), None),
        wrong=wrong,
        new_key=picks.new_key,
        in_units=in_units,
        number=number,
    )


def _opened(session: Session, slug: str, code: str, *, right: str = "viewer") -> tuple[Store, Access]:
    store = store_of(session, slug)
    project = projects.find(session, store.tenant_id, code)
    return store, grants.open_project(session, project.id, visitor_at(session, store.tenant), right=right)
