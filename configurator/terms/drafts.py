"""Drafts of terms: begun, changed by one manager at a time, asked to be published by one and published by another."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.models import Account
from configurator.accounts.visits import Visitor
from configurator.db import lock, now
from configurator.errors import Conflict, NotFound, Refused
from configurator.offers import terms as published
from configurator.offers.models import PublishedTerms
from configurator.stores.models import Tenant
from configurator.terms import runs
from configurator.terms.identifiers import settled
from configurator.terms.models import TermsDraft
from configurator.terms.passing import MARKS, passing_name
from incentives.lint import ERROR, Finding, lint
from incentives.terms import Terms, read_zone

MOST_NOTE = 500
MOST_BYTES = 500_000
BLANK: Mapping[str, Mapping[str, Any]] = {
    "services": {"fee": {"kind": ""}},
    "rules": {"then": {"kind": ""}},
    "overrides": {"when": {"fact": ""}},
    "facts": {},
}


def start(session: Session, tenant: Tenant, by: Visitor, origin: PublishedTerms | None) -> TermsDraft:
    """A draft that begins as these published terms, or as an empty page."""
    body = origin.body if origin else json.dumps(_empty(tenant), ensure_ascii=False)
    draft = TermsDraft(tenant_id=tenant.id, origin_id=origin.id if origin else None, body=body, changed_by=account(by))
    session.add(draft)
    session.flush()
    return draft


def drafts(session: Session, tenant: Tenant) -> Sequence[TermsDraft]:
    """The tenant's drafts, the last changed first."""
    wanted = select(TermsDraft).where(TermsDraft.tenant_id == tenant.id)
    return session.scalars(wanted.order_by(TermsDraft.changed_at.desc(), TermsDraft.id)).all()


def find(session: Session, tenant: Tenant, draft_id: str) -> TermsDraft:
    draft = session.get(TermsDraft, draft_id)
    if draft is None or draft.tenant_id != tenant.id:
        raise NotFound("no_draft")
    return draft


def data_of(draft: TermsDraft) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft.body)
    return found


def save(session: Session, draft: TermsDraft, data: Mapping[str, Any], by: Visitor, *, version: int) -> None:
    """Keep the draft as it now is; Conflict `draft_changed` when another has changed it since `version`."""
    hold(session, draft, version)
    body = json.dumps(data, ensure_ascii=False)
    if len(body) > MOST_BYTES:
        raise Refused("terms_too_long")
    draft.body = body
    draft.version += 1
    draft.changed_by, draft.changed_at = account(by), now()
    draft.asked_by, draft.valid_from, draft.note = None, None, ""


def add(session: Session, draft: TermsDraft, part: str, by: Visitor, *, version: int, to: str = "") -> str:
    """A new service, rule, individual terms or fact, still empty; its passing name. `to` names whose rule it is."""
    if part not in BLANK:
        raise Refused("no_piece", path="part")
    data, key = data_of(draft), passing_name(MARKS[part == "facts"])
    if part in ("services", "facts"):
        data[part] = {**data.get(part, {}), key: dict(BLANK[part])}
    else:
        around = next((found for found in data.get("overrides", []) if to and found["id"] == to), data)
        around[part] = [*around.get(part, []), {"id": key, **BLANK[part]}]
    save(session, draft, data, by, version=version)
    return key


def ask(
    session: Session, draft: TermsDraft, tenant: Tenant, by: Visitor, *, version: int, valid_from: date | None
) -> None:
    """Want it published as it is now, by another manager; every name in it is settled here.

    What it would have changed about a long past is worked out meanwhile, for that manager to read.
    """
    hold(session, draft, version)
    data = settled(data_of(draft))
    if errors(lint(data)):
        raise Refused("terms_not_ready")
    if valid_from is not None and valid_from < now().astimezone(read_zone(None)).date():
        raise Refused("day_is_past", path="valid_from")
    data = _numbered(session, draft.tenant_id, data)
    current = published.in_force(session, draft.tenant_id)
    if valid_from is None and current is not None and current.sha == Terms.read(data).sha:
        raise Refused("terms_the_same")
    save(session, draft, data, by, version=version)
    draft.asked_by, draft.valid_from = account(by), valid_from
    if runs.is_long(session, tenant):
        runs.start(session, tenant, published.read(current) if current else None, Terms.read(data))


def publish(session: Session, draft: TermsDraft, tenant: Tenant, by: Visitor, *, version: int) -> PublishedTerms:
    """The second pair of eyes: these terms are in force from now, or from their day, and the draft is done."""
    hold(session, draft, version)
    _check_second(draft, by)
    signed = published.By(draft.asked_by, by.account_id, _begins(draft))
    current = published.in_force(session, tenant.id)
    terms = published.publish(session, tenant, _numbered(session, tenant.id, data_of(draft)), signed)
    runs.keep(session, tenant, terms, current)
    session.delete(draft)
    return terms


def send_back(session: Session, draft: TermsDraft, by: Visitor, *, version: int, note: str) -> None:
    """The second manager does not want it published; why is told to the first."""
    hold(session, draft, version)
    _check_second(draft, by)
    note = " ".join(note.split())
    if not note:
        raise Refused("note_for_draft", path="note")
    if len(note) > MOST_NOTE:
        raise Refused("too_long", path="note", most=MOST_NOTE)
    draft.asked_by, draft.valid_from, draft.note = None, None, note
    draft.version += 1


def remove(session: Session, draft: TermsDraft, *, version: int) -> None:
    hold(session, draft, version)
    session.delete(draft)


def second_managers(session: Session, tenant: Tenant, by: Visitor) -> Sequence[Account]:
    """Who besides this manager may publish."""
    wanted = select(Account).where(Account.tenant_id == tenant.id, Account.role == "manager")
    others = wanted.where(Account.disabled_at.is_(None), Account.id != by.account_id)
    return session.scalars(others.order_by(Account.name)).all()


def errors(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Those that stand in the way of publishing."""
    return [finding for finding in findings if finding.severity == ERROR]


def hold(session: Session, draft: TermsDraft, version: int) -> None:
    """Nobody else changes the draft until this is done; Conflict `draft_changed` when somebody already has."""
    lock(session, draft)
    if draft.version != version:
        raise Conflict("draft_changed", name=draft.changer.name)


def _check_second(draft: TermsDraft, by: Visitor) -> None:
    if draft.asked_by is None:
        raise Conflict("draft_not_asked")
    if draft.asked_by == by.account_id:
        raise Refused("second_pair_wanted")


def _begins(draft: TermsDraft) -> datetime | None:
    """The first instant of its day by the terms' clock; None for at once, and for a day that has begun."""
    if draft.valid_from is None:
        return None
    zone = Terms.read(data_of(draft)).zone
    begins = datetime.combine(draft.valid_from, time(), zone)
    return begins if begins > now() else None


def _numbered(session: Session, tenant_id: str, data: dict[str, Any]) -> dict[str, Any]:
    """The next number; terms that were published before, word for word, are that version again."""
    highest = 0
    for version in published.versions(session, tenant_id):
        known = json.loads(version.body)
        if known | {"version": 0} == data | {"version": 0}:
            return data | {"version": known["version"]}
        highest = max(highest, known["version"])
    return data | {"version": highest + 1}


def _empty(tenant: Tenant) -> dict[str, Any]:
    title = {"pl": tenant.name, "en": tenant.name}
    return {"id": tenant.slug, "version": 1, "title": title, "quote_days": 30, "services": {}, "rules": []}


def account(by: Visitor) -> str:
    """Managers have accounts."""
    assert by.account_id is not None  # noqa: S101 - tells the type checker
    return by.account_id
