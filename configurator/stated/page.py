"""What the project's card shows of all that was stated: whose it is, the changes of collection, the own facts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from configurator.i18n import language
from configurator.offers import quotes
from configurator.offers import terms as published
from configurator.offers.models import Service
from configurator.projects.models import Project
from configurator.purchases.section import NOTHING, Tried, names_of
from configurator.stated import customers, own, rows
from configurator.stated.models import CollectionNote, CustomerMark, OwnValue
from configurator.stated.nip import shown
from configurator.terms.box import ABSENT, Box
from configurator.terms.controls import Setting, labelled, value_control
from configurator.terms.typed import Typed
from incentives.fact import Fact
from incentives.fault import Fault
from incentives.reading import Node
from incentives.registry import STANDARD
from incentives.wording import Quantity, Words

NOT_KNOWN = Words("nie wiemy", "not known")


@dataclass(frozen=True)
class Own:
    """One of the retailer's own facts: its field, filled in, its value in words, and who stated it, when, where."""

    name: str
    label: Words
    box: Box
    value: Words | None
    by: str
    door: str
    at: datetime | None
    wrong: str


@dataclass(frozen=True)
class Stated:
    """`contracts` are those to choose from; `notes` are None where the fee does not stand on collections."""

    mark: CustomerMark | None
    marks: Sequence[CustomerMark]
    contracts: Mapping[str, Words]
    notes: Sequence[CollectionNote] | None
    own: Sequence[Own]

    def contract(self, name: str) -> Words:
        """The contract's title; its name where the terms know it no more."""
        return self.contracts.get(name) or Words(name, name)

    def nip(self, mark: CustomerMark) -> str:
        return shown(mark.nip)


def stated(session: Session, project: Project, form: Tried = NOTHING) -> Stated:
    """`form` is what was typed into a form that was refused."""
    service = quotes.service_of(session, project)
    marks = rows.marks(session, project)
    return Stated(
        mark=marks[0] if marks else None,
        marks=marks,
        contracts=customers.contracts(session, project),
        notes=_notes(session, service),
        own=_own(session, project, form),
    )


def control_name(name: str) -> str:
    """What a fact's field is called on the page."""
    return f"own/{name}"


def read_value(fact: Fact, form: Typed) -> Any:
    """The JSON that was typed; None for a field left empty."""
    value = value_control(fact, _setting()).read(form, control_name(fact.name))
    return None if value is ABSENT else value


def _notes(session: Session, service: Service | None) -> Sequence[CollectionNote] | None:
    if service is None or "collections_used" not in published.read(service.terms).reads:
        return None
    return rows.notes(session, service.id)


def _own(session: Session, project: Project, form: Tried) -> list[Own]:
    held = rows.own_values(session, project)
    names = names_of(session, {row.actor_id for row in held.values()})
    facts = own.declared(session, project.tenant_id)
    return [_one(fact, held.get(name), names, form) for name, fact in facts.items()]


def _one(fact: Fact, row: OwnValue | None, names: Mapping[str, str], form: Tried) -> Own:
    here = control_name(fact.name)
    value = json.loads(row.value) if row else None
    tried = read_value(fact, Typed(MultiDict(form.typed))) if form.form == here else value
    box = value_control(fact, _setting()).show(tried, here, here)
    return Own(
        name=fact.name,
        label=fact.label,
        box=labelled(box, fact.label, left_out=NOT_KNOWN),
        value=_spelled(fact, value),
        by=names.get(row.actor_id, "") if row else "",
        door=row.door if row else "",
        at=row.at if row else None,
        wrong=form.wrong.get(here, "") if form.form == here else "",
    )


def _spelled(fact: Fact, value: Any) -> Words | None:
    """None for what is not known, or is no value of the fact as it is declared now."""
    if value is None:
        return None
    try:
        spelled = fact.spelled(fact.value(Node(value)))
    except Fault:
        return None
    return spelled.spelling if isinstance(spelled, Quantity) else spelled


def _setting() -> Setting:
    return Setting(STANDARD, language())
