"""Requests for a person, and the worklist they make."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, or_, select
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import now
from configurator.desk.models import HelpRequest
from configurator.desk.promise import answer_by
from configurator.errors import NotFound, Refused
from configurator.projects.code import read_code
from configurator.projects.models import Project
from configurator.stores.models import Store

KINDS = ("hand_over", "call_back")
EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]+\.[^@\s,;<>\"]{2,}")
PHONE = re.compile(r"\+?[\d\s()/-]{7,20}")
MOST_LETTERS = {"wish": 2000, "name": 120, "phone": 40, "email": 254}
MOST_CONTEXT = 8 * 1024


@dataclass(frozen=True)
class Ask:
    """What a customer says when asking for a person: one line of wish, and a phone number or an e-mail."""

    kind: str
    wish: str
    name: str
    phone: str
    email: str

    @classmethod
    def read(cls, form: Mapping[str, str], kind: str) -> Ask:
        """Refused with the field's name when the store could not answer; the form keeps what was typed."""
        said = {field: " ".join(form.get(field, "").split()) for field in MOST_LETTERS}
        for field, most in MOST_LETTERS.items():
            if len(said[field]) > most:
                raise Refused("too_long", path=field, most=most)
        if not said["phone"] and not said["email"]:
            raise Refused("phone_or_email", path="phone")
        if said["email"] and not EMAIL.fullmatch(said["email"]):
            raise Refused("not_an_email", path="email")
        if said["phone"] and not PHONE.fullmatch(said["phone"]):
            raise Refused("not_a_phone", path="phone")
        return cls(kind=kind, **said)


def ask(
    session: Session,
    store: Store,
    visitor: Visitor,
    said: Ask,
    *,
    project: Project | None,
    language: str,
    context: object,
) -> HelpRequest:
    """Put the customer on the store's worklist with a promised answer; a repeated press renews what stands there."""
    if visitor.tenant_id != store.tenant_id or (project and project.tenant_id != store.tenant_id):
        raise NotFound("no_store")
    request = _waiting(session, store, visitor, said.kind, project) or HelpRequest(
        tenant_id=store.tenant_id,
        store_id=store.id,
        project_id=project.id if project else None,
        kind=said.kind,
        asked_at=now(),
        promised_at=answer_by(now(), store.opening_hours, store.answer_hours),
    )
    request.actor_id, request.language = visitor.actor_id, language
    request.wish, request.name, request.phone, request.email = said.wish, said.name, said.phone, said.email
    told = json.dumps(context, ensure_ascii=False)
    request.context = told if len(told) <= MOST_CONTEXT else "{}"
    session.add(request)
    session.flush()
    return request


def worklist(session: Session, store: Store) -> Sequence[HelpRequest]:
    """Who waits at this store: overdue first, then by what was promised."""
    overdue = case((HelpRequest.promised_at < now(), 0), else_=1)
    wanted = (
        select(HelpRequest)
        .outerjoin(Project, Project.id == HelpRequest.project_id)
        .where(HelpRequest.store_id == store.id, HelpRequest.answered_at.is_(None), Project.deleted_at.is_(None))
    )
    return session.scalars(wanted.order_by(overdue, HelpRequest.promised_at, HelpRequest.asked_at)).all()


def requests_of(session: Session, project: Project) -> Sequence[HelpRequest]:
    """Everything that was asked about the project, the latest first."""
    wanted = select(HelpRequest).where(HelpRequest.project_id == project.id)
    return session.scalars(wanted.order_by(HelpRequest.asked_at.desc())).all()


def find(session: Session, visitor: Visitor, typed: str, most: int = 30) -> Sequence[Project]:
    """The tenant's projects by code, also from the bin; else by a request's name, e-mail, phone, or their own name."""
    if code := read_code(typed):
        return session.scalars(
            select(Project).where(Project.tenant_id == visitor.tenant_id, Project.code == code)
        ).all()
    words = typed.split()
    if not words:
        return []
    wanted = (
        select(Project)
        .outerjoin(HelpRequest, HelpRequest.project_id == Project.id)
        .where(Project.tenant_id == visitor.tenant_id, Project.deleted_at.is_(None))
    )
    for word in words:
        told = (HelpRequest.name, HelpRequest.email, HelpRequest.phone, Project.name)
        wanted = wanted.where(or_(*(column.icontains(word, autoescape=True) for column in told)))
    return session.scalars(wanted.distinct().order_by(Project.changed_at.desc()).limit(most)).all()


def take(session: Session, request_id: str, visitor: Visitor) -> HelpRequest:
    """Say who of the staff looks after it."""
    request = _own(session, request_id, visitor)
    request.taken_by = visitor.account_id
    return request


def answered(session: Session, request_id: str, visitor: Visitor) -> HelpRequest:
    """Take it off the worklist: the customer has been answered."""
    request = _own(session, request_id, visitor)
    request.taken_by = request.taken_by or visitor.account_id
    request.answered_at = request.answered_at or now()
    return request


def answered_by_proposal(session: Session, project: Project, visitor: Visitor) -> None:
    """The designs that were asked for have come; who asked for a call still waits for one."""
    for request in requests_of(session, project):
        if request.kind == "hand_over":
            answered(session, request.id, visitor)


def _waiting(
    session: Session, store: Store, visitor: Visitor, kind: str, project: Project | None
) -> HelpRequest | None:
    """What the same customer has asked already and nobody has answered."""
    same = (HelpRequest.project_id == project.id) if project else (HelpRequest.actor_id == visitor.actor_id)
    wanted = select(HelpRequest).where(
        same,
        HelpRequest.project_id.is_not(None) if project else HelpRequest.project_id.is_(None),
        HelpRequest.store_id == store.id,
        HelpRequest.kind == kind,
        HelpRequest.answered_at.is_(None),
    )
    return session.scalar(wanted)


def _own(session: Session, request_id: str, visitor: Visitor) -> HelpRequest:
    request = session.get(HelpRequest, request_id)
    if request is None or request.tenant_id != visitor.tenant_id or request.is_binned:
        raise NotFound("no_request")
    return request
