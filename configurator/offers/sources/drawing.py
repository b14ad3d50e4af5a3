"""What the customer has drawn and typed before the designer began, has brought, has picked, has taken for free."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from configurator.measuring.brought import has_brought
from configurator.offers.source import Asking, Source, named
from configurator.orders.taken import taken_for
from configurator.products.fact import products_picked
from configurator.projects import contribution

DRAWN = ("own_elements", "own_structure", "own_items", "own_finishes", "own_dimensions", "designer_began")


def drawn(asking: Asking) -> Mapping[str, Any]:
    opened_seq = asking.service.opened_seq if asking.service else None
    own = contribution.of(asking.session, asking.project, opened_seq=opened_seq)
    return {name: getattr(own, name) for name in DRAWN}


def brought(asking: Asking) -> Mapping[str, Any]:
    return {"brought_dimensions": has_brought(asking.session, asking.project, until=asking.until)}


def picked(asking: Asking) -> Mapping[str, Any]:
    return {"products_picked": products_picked(asking.session, asking.project)}


def taken(asking: Asking) -> Mapping[str, Any]:
    return {"samples_taken": taken_for(asking.session, asking.project)}


SOURCES = (
    Source(named(*DRAWN), drawn),
    Source(named("brought_dimensions"), brought),
    Source(named("products_picked"), picked),
    Source(named("samples_taken"), taken),
)
