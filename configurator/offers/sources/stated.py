"""What people and the retailer's systems have stated of the project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from configurator.offers.source import Asking, Source, named
from configurator.stated import rows
from incentives.fault import Fault
from incentives.reading import Node
from incentives.terms import Terms


def customer(asking: Asking) -> Mapping[str, Any]:
    """A consumer without a contract, until a manager says otherwise."""
    mark = rows.customer(asking.session, asking.project)
    return {
        "customer_kind": mark.kind if mark else "consumer",
        "contract": mark.contract if mark else "none",
    }


def collections(asking: Asking) -> Mapping[str, Any]:
    """One, and one more for each change that staff have noted in this service."""
    noted = rows.notes(asking.session, asking.service.id) if asking.service else []
    return {"collections_used": 1 + len(noted)}


def own(asking: Asking) -> Mapping[str, Any]:
    """The retailer's own facts; one that these terms declare otherwise than it was stated is not known."""
    found = {}
    for name, row in rows.own_values(asking.session, asking.project).items():
        if name in asking.names and _fits(asking.terms, name, value := json.loads(row.value)):
            found[name] = value
    return found


def _fits(terms: Terms, name: str, value: Any) -> bool:
    try:
        return value is not None and terms.registry.facts[name].value(Node(value)) is not None
    except Fault:
        return False


def _own_names(terms: Terms) -> frozenset[str]:
    return terms.reads & terms.own


SOURCES = (
    Source(named("customer_kind", "contract"), customer),
    Source(named("collections_used"), collections),
    Source(_own_names, own),
)
