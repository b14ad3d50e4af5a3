"""The fact `products_picked`: how many different products were picked for a project.

A product counts when it is the retailer's (sold now, or once) and stands on the project's list or on an item or a tile
of the customer's variant, whoever put it there: what staff pick for the customer counts. What a template or a copied
project brought along does not count by itself, and what staff draw in their own variant counts once the customer
has it in theirs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.products import catalogue
from configurator.products.models import ListedProduct
from configurator.projects import contribution
from configurator.projects.models import Project, Variant
from configurator.projects.service import first_variant
from rooms.authorship import OWN_ORIGINS

HOLDING = ("items", "finishes")


def products_picked(session: Session, project: Project) -> int:
    """How many, each once however often it stands anywhere."""
    listed = select(ListedProduct.product_id).where(
        ListedProduct.project_id == project.id, ListedProduct.hundredths > 0
    )
    drawn = catalogue.by_skus(session, project.tenant_id, _drawn(session, project, first_variant(project)))
    return len({*session.scalars(listed), *(product.id for product in drawn.values())})


def _drawn(session: Session, project: Project, variant: Variant) -> set[str]:
    """The numbers on the variant's items and tiles, but for those that one of them came with."""
    plan = json.loads(variant.head_plan)
    held = {f"{name}/{id_}": one for name in HOLDING for id_, one in plan.get(name, {}).items()}
    now = {path: product["sku"] for path, one in held.items() if (product := _product(one))}
    brought = _brought(session, project, variant) if now else {}
    return {sku for path, sku in now.items() if sku not in brought.get(path, ())}


def _brought(session: Session, project: Project, variant: Variant) -> dict[str, set[str]]:
    """By item or finish, the numbers that the server has put there with a template or a copy."""
    found: dict[str, set[str]] = defaultdict(set)
    for edit in contribution.log_of(session, project):
        if edit.variant != variant.id or edit.origin is None or edit.origin.kind in OWN_ORIGINS:
            continue
        for path, fields in edit.set.items():
            if path.startswith(HOLDING) and (product := _product(fields)):
                found[path].add(product["sku"])
    return found


def _product(entity: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """An item's product, or that of a finish's tile."""
    product: Mapping[str, Any] | None = entity.get("product") or (entity.get("tile") or {}).get("product")
    return product
