"""A retailer's own facts of a project, stated at the desk, by a table or by the API; kept with who said so and when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.errors import Refused
from configurator.offers import terms as published
from configurator.projects.models import Project
from configurator.stated import rows
from configurator.stated.models import OwnValue
from incentives.fact import Fact
from incentives.fault import Fault
from incentives.reading import Node
from incentives.terms import Terms

DESK, TABLE, API = "desk", "table", "api"
PATH = "facts"
MOST_LETTERS = 4_000


@dataclass(frozen=True)
class By:
    """Who states it, and by which door."""

    actor_id: str
    door: str


def declared(session: Session, tenant_id: str) -> Mapping[str, Fact]:
    """The facts that the retailer's published terms add, by name; of two that differ the later begun holds."""
    found: dict[str, Fact] = {}
    for row in reversed(published.publications(session, tenant_id)):
        found |= own_of(published.read(row.terms))
    current = published.in_force(session, tenant_id)
    return found | (own_of(published.read(current)) if current else {})


def own_of(terms: Terms) -> dict[str, Fact]:
    return {name: terms.registry.facts[name] for name in sorted(terms.own)}


def state(session: Session, project: Project, said: Mapping[str, Any], by: By) -> list[str]:
    """Write down what has changed, all or nothing; its names. None, JSON's null, is "not known any more".

    Refused with the place of the first value that is wrong, as in `facts/points`.
    """
    facts = declared(session, project.tenant_id)
    checked = {name: checked_value(facts, name, value) for name, value in said.items()}
    return write(session, project.tenant_id, {project.id: checked}, by)[project.id]


def write(session: Session, tenant_id: str, said: Mapping[str, Mapping[str, Any]], by: By) -> dict[str, list[str]]:
    """Checked values by the projects' ids; by them the names that have changed. Writers of one project wait here."""
    ids = sorted(said)
    session.execute(select(Project.id).where(Project.id.in_(ids)).order_by(Project.id).with_for_update()).all()
    held = rows.own_values_of(session, ids)
    changed = {id_: _changed(held.get(id_, {}), said[id_]) for id_ in ids}
    session.add_all(
        OwnValue(
            tenant_id=tenant_id,
            project_id=id_,
            name=name,
            value=json.dumps(said[id_][name], ensure_ascii=False),
            door=by.door,
            actor_id=by.actor_id,
        )
        for id_, names in changed.items()
        for name in names
    )
    session.flush()
    return changed


def known(session: Session, project: Project) -> dict[str, Any]:
    """What stands, by name, as JSON."""
    found = {name: json.loads(row.value) for name, row in rows.own_values(session, project).items()}
    return {name: value for name, value in sorted(found.items()) if value is not None}


def checked_value(facts: Mapping[str, Fact], name: str, value: Any) -> Any:
    """The value as it is kept; Refused when the retailer has no such fact, or it is of another type."""
    path = f"{PATH}/{name[:80]}"
    if name not in facts:
        raise Refused("own_fact_unknown", path=path, names=listed(facts))
    if value is None:
        return None
    try:
        kept = facts[name].as_data(facts[name].value(Node(value, path)))
    except Fault as fault:
        raise Refused(fault.reason, path=fault.path, **fault.detail) from fault
    if len(json.dumps(kept)) > MOST_LETTERS:
        raise Refused("too_long", path=path, most=MOST_LETTERS)
    return kept


def listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "–"


def _changed(held: Mapping[str, OwnValue], said: Mapping[str, Any]) -> list[str]:
    now = {name: json.loads(row.value) for name, row in held.items()}
    return [name for name, value in said.items() if type(now.get(name)) is not type(value) or now.get(name) != value]
