"""Whose the project is: a consumer's or a business's, and by which of the retailer's contracts; a manager says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock
from configurator.errors import Forbidden, Refused
from configurator.offers import quotes
from configurator.offers import terms as published
from configurator.projects.models import Project
from configurator.stated import rows
from configurator.stated.models import CustomerMark
from configurator.stated.nip import read_nip
from incentives.rule import Rule
from incentives.tariff import Override
from incentives.terms import Terms
from incentives.wording import Words

KINDS = ("consumer", "business")
NONE = "none"
FACT = "contract"


@dataclass(frozen=True)
class Said:
    """What the form says of the customer; `contract` is one that the terms name, or none."""

    kind: str
    nip: str
    contract: str

    @classmethod
    def read(cls, form: Mapping[str, str], contracts: Mapping[str, Words]) -> Said:
        """Refused with the field's name; a consumer has no NIP and no contract."""
        kind, contract = form.get("kind", ""), form.get("contract", "") or NONE
        if kind not in KINDS:
            raise Refused("not_a_choice", path="kind")
        if kind == "consumer":
            return cls(kind, "", NONE)
        if contract != NONE and contract not in contracts:
            raise Refused("not_a_choice", path="contract")
        return cls(kind, read_nip(form.get("nip", "")), contract)


def mark(session: Session, project: Project, visitor: Visitor, form: Mapping[str, str]) -> CustomerMark | None:
    """Write down whose the project is; what stands already is not written again. None where nothing was ever said."""
    if visitor.role != "manager" or visitor.account_id is None:
        raise Forbidden("managers_only")
    said = Said.read(form, contracts(session, project))
    lock(session, project)
    now = rows.customer(session, project)
    if said == (Said(now.kind, now.nip, now.contract) if now else Said("consumer", "", NONE)):
        return now
    made = CustomerMark(
        tenant_id=project.tenant_id,
        project_id=project.id,
        kind=said.kind,
        nip=said.nip,
        contract=said.contract,
        marked_by=visitor.account_id,
    )
    session.add(made)
    session.flush()
    return made


def contracts(session: Session, project: Project) -> Mapping[str, Words]:
    """The contracts that the terms binding the project name, by what the fact is then called."""
    service = quotes.service_of(session, project)
    is_open = service is not None and service.closed_at is None
    binding = service.terms if service and is_open else quotes.terms_for(session, project)
    return contracts_of(published.read(binding)) if binding else {}


def contracts_of(terms: Terms) -> dict[str, Words]:
    """Each by the title of the individual terms that it opens, or of the rule that asks for it."""
    found: dict[str, Words] = {}
    asked: tuple[Override | Rule, ...] = (*terms.overrides, *terms.all_rules())
    for asking in asked:
        for leaf in asking.when.leaves():
            wanted = leaf.wanted if isinstance(leaf.wanted, tuple) else (leaf.wanted,)
            for value in wanted if leaf.fact.name == FACT else ():
                if isinstance(value, str) and value != NONE:
                    found.setdefault(value, asking.title)
    return found
