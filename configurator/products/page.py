"""What the list's page shows, and what its buttons do."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from configurator.errors import Refused
from configurator.paint_baskets import listing, standing
from configurator.products import catalogue, picks, shopping
from configurator.products.amounts import WHOLE, read_quantity
from configurator.products.gtin import looks_like_gtin
from configurator.products.models import ListedProduct, Product
from configurator.products.search import MOST_LETTERS
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.proposals.agreed import accepted_plan
from rooms.plan import Plan

MOST_FOUND = 12
STEPS = {"more": WHOLE, "less": -WHOLE}


def plan_of(session: Session, project: Project) -> Plan:
    """The plan whose products are listed, as the PDF prints it: what both agreed on, else the customer's own."""
    return accepted_plan(session, project) or projects.head_plan(projects.first_variant(project))


def summary(session: Session, project: Project) -> dict[str, int] | None:
    """How many products there are and their sum; None where the retailer sells none."""
    lines = shopping.lines(session, project, plan_of(session, project))
    if not lines and not catalogue.kinds_sold(session, project.tenant_id):
        return None
    return {"n": len(lines), "total_gr": shopping.total_gr(lines)}


def found(session: Session, project: Project, sought: str) -> catalogue.Page | None:
    """What the words find; None when nothing was sought."""
    if not sought.strip():
        return None
    if len(sought) > MOST_LETTERS:
        raise Refused("too_long", path="sought", most=MOST_LETTERS)
    return catalogue.find(session, project.tenant_id, sought=sought, most=MOST_FOUND)


def press(session: Session, access: Access, form: Mapping[str, str]) -> ListedProduct | None:
    """Do what the button says; the line it was about, None when words were sought and there is only to look."""
    verb, key = form.get("press", ""), picks.read_key(form.get("key"))
    if verb == "find":
        if not looks_like_gtin(form.get("sought", "")):
            return None
        product = catalogue.by_ean(session, access.project.tenant_id, form["sought"])
        return picks.add(session, access, product, 1, key=key)
    if verb == "add":
        product = catalogue.by_sku(session, access.project.tenant_id, form.get("sku", ""))
        return picks.add(session, access, product, 1, key=key)
    version = int(form["version"]) if form.get("version", "").isdecimal() and len(form["version"]) < 10 else 0
    if verb == "remove":
        product = catalogue.by_id(session, access.project.tenant_id, form.get("product", ""))
        if tins := _tins(session, access.project, product):
            return picks.count(session, access, product.id, tins // WHOLE, version=version, key=key)
        return picks.take_off(session, access, product.id, version=version, key=key)
    return _count(session, access, form, version, key)


def _count(session: Session, access: Access, form: Mapping[str, str], version: int, key: str) -> ListedProduct:
    """The number typed, or one more or less of it, besides a paint's tins; never fewer than stand in the plan."""
    product = catalogue.by_id(session, access.project.tenant_id, form.get("product", ""))
    wanted = read_quantity(form.get("quantity", ""), product.unit) + STEPS.get(form.get("press", ""), 0)
    drawn = _drawn(session, access.project, product)
    if wanted < drawn:
        raise Refused("less_than_drawn", path="quantity", n=-(-drawn // WHOLE))
    typed = f"{(wanted + _tins(session, access.project, product)) / WHOLE:.2f}"
    if version == 0:
        return picks.add(session, access, product, typed, key=key)
    return picks.count(session, access, product.id, typed, version=version, key=key)


def _tins(session: Session, project: Project, product: Product) -> int:
    """Hundredths of it that stand on the list as the tins of a paint: the paint's own buttons take those off."""
    baskets = standing.of_project(session, project)
    return sum(
        count * WHOLE
        for basket in baskets
        for tin, count in listing.tins_listed(session, basket)
        if tin.id == product.id
    )


def _drawn(session: Session, project: Project, product: Product) -> int:
    """Hundredths of it that the plan takes."""
    lines = shopping.lines(session, project, plan_of(session, project))
    return next((line.in_plan for line in lines if line.product.id == product.id), 0)
