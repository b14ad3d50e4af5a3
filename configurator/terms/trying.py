"""Terms tried on an example: the facts typed into a form or taken from a project, the decision and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

from configurator.offers import quotes
from configurator.offers.facts import facts_of
from configurator.projects.models import Project
from configurator.stated import customers
from configurator.terms.box import ABSENT, Box
from configurator.terms.controls import Setting, labelled, value_control
from configurator.terms.typed import Typed
from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.fault import Fault
from incentives.terms import Terms
from incentives.wording import Words

NAME = "facts"
NOT_KNOWN = Words("nie wiemy", "not known")


@dataclass(frozen=True)
class Trial:
    """The form of the facts, filled in; the decision on them, or what is wrong with them."""

    boxes: tuple[Box, ...]
    decision: Decision | None
    fault: Fault | None = None


def with_contracts(setting: Setting, terms: Terms) -> Setting:
    """The contracts that the terms name, to choose from; whoever writes terms may name a new one."""
    return replace(setting, names={**setting.names, customers.FACT: customers.contracts_of(terms)})


def typed_facts(form: Typed, terms: Terms, setting: Setting) -> dict[str, Any]:
    """The facts that were filled in; those left empty are not known."""
    found = {
        name: value_control(terms.registry.facts[name], setting).read(form, f"{NAME}/{name}")
        for name in sorted(terms.reads)
    }
    return {name: value for name, value in found.items() if value is not ABSENT}


def projects_facts(session: Session, project: Project, terms: Terms) -> dict[str, Any]:
    """What is known of the project now, as JSON."""
    facts = facts_of(session, project, terms, quotes.service_of(session, project))
    return {name: terms.registry.facts[name].as_data(value) for name, value in facts.values.items()}


def try_out(terms: Terms, facts: Mapping[str, Any], setting: Setting, day: date) -> Trial:
    """The decision at noon of that day."""
    boxes = tuple(
        labelled(
            value_control(fact, setting).show(facts.get(name), f"{NAME}/{name}", name), fact.label, left_out=NOT_KNOWN
        )
        for name, fact in sorted(terms.registry.facts.items(), key=lambda item: item[1].label.pl)
        if name in terms.reads
    )
    try:
        at = datetime.combine(day, time(12), terms.zone).astimezone(UTC)
        return Trial(boxes, decide(terms, Facts.read(dict(facts), terms.registry), at))
    except Fault as fault:
        return Trial(boxes, None, fault)
