"""What is done to projects: begun, found, copied, and their edits logged."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock, new_id, now
from configurator.decks.repainting import in_deck
from configurator.decks.service import deck_of
from configurator.errors import NotFound
from configurator.projects import grants
from configurator.projects.code import new_code, read_code
from configurator.projects.grants import Access
from configurator.projects.models import Grant, LoggedEdit, Project, Variant
from configurator.start.starts import Start, named
from configurator.stores.models import Store
from rooms.description import COLLECTIONS, Document
from rooms.edit import MOST_TOUCHED, Edit, Origin, apply, limits_fault
from rooms.fault import Fault
from rooms.plan import Plan

MOST_EDITS = 200
WAIVERS = "waivers/"


@dataclass(frozen=True)
class Result:
    """What became of one edit: `logged`, `known` (it was there already) or `refused` with its place and reason."""

    id: str
    result: str
    seq: int | None = None
    path: str = ""
    reason: str = ""

    def as_data(self) -> dict[str, Any]:
        return {"id": self.id, "result": self.result, "seq": self.seq, "path": self.path, "reason": self.reason}


def begin_own(session: Session, store: Store, visitor: Visitor, drawn: Mapping[str, Any]) -> Project:
    """A new project whose first edit is the visitor's own: what was typed on the start page, drawn."""
    access = _new_project(session, store, visitor)
    _log_own(session, access, "begin_room", drawn, input_="typed", origin=None)
    return access.project


def begin_from_start(session: Session, store: Store, visitor: Visitor, start: Start, *, language: str) -> Project:
    """A new project that holds a starting room, named in the visitor's language; its elements came from the template,
    not from the visitor.
    """
    document = in_deck(named(start, language), deck_of(session, store.tenant_id))
    return begin_from_document(session, store, visitor, document, origin=Origin("template", start.key))


def begin_from_document(
    session: Session, store: Store, visitor: Visitor, document: Document, *, origin: Origin
) -> Project:
    """A new project from a whole plan: a template, a copy of a project, an import."""
    access = _new_project(session, store, visitor)
    drawn = list(as_set(plan_alone(document)).items())
    for first in range(0, len(drawn), MOST_TOUCHED):
        part = dict(drawn[first : first + MOST_TOUCHED])
        _log_own(session, access, "begin_from_plan", part, input_="generated", origin=origin)
    return access.project


def as_set(document: Document) -> dict[str, Any]:
    """The whole plan as what one edit sets."""
    head = {"plan": document["plan"]} if document.get("plan") else {}
    return head | {f"{name}/{id_}": held for name in COLLECTIONS for id_, held in document.get(name, {}).items()}


def plan_alone(document: Document) -> Document:
    """Without pictures under it, notes upon it, its saved views and a designer's word: they stay with their project."""
    return document | {"backgrounds": {}, "notes": {}, "waivers": {}, "views": {}}


def projects_of(session: Session, visitor: Visitor, most: int = 20) -> Sequence[Project]:
    """The projects that the visitor may open, their own and those shown to them, the latest first."""
    held = select(Grant.project_id).where(
        Grant.actor_id == visitor.actor_id, Grant.role.in_(grants.RANK), Grant.revoked_at.is_(None)
    )
    wanted = select(Project).where(Project.id.in_(held), Project.deleted_at.is_(None))
    return session.scalars(wanted.order_by(Project.changed_at.desc()).limit(most)).all()


def find(session: Session, tenant_id: str, typed: str, *, binned: bool = False) -> Project:
    """The project that a typed code names, also from the bin if asked; NotFound says how a code looks."""
    code = read_code(typed)
    found = session.scalar(select(Project).where(Project.code == code)) if code else None
    if found is None or found.tenant_id != tenant_id or (found.deleted_at and not binned):
        raise NotFound("no_code")
    return found


def append(session: Session, access: Access, edits: Sequence[object]) -> list[Result]:
    """Log the edits that are new, in order, one result each: logged, known or refused with its path.

    An edit is refused only for its own shape, limits or rights, never for what others did. Safe to repeat.
    Writers of one project wait for each other here, so that numbers follow without a gap.
    """
    lock(session, access.project)
    return [_append_one(session, access, edit) for edit in edits]


def edits_since(session: Session, project: Project, seq: int, most: int = 2000) -> tuple[int, list[dict[str, Any]]]:
    """The logged edits after `seq`, of every variant, in order, and how far they reach: the head, or the last sent."""
    wanted = select(LoggedEdit).where(LoggedEdit.project_id == project.id, LoggedEdit.seq > seq)
    edits = [as_logged(row) for row in session.scalars(wanted.order_by(LoggedEdit.seq).limit(most))]
    return (edits[-1]["seq"] if len(edits) == most else project.head_seq), edits


def as_logged(row: LoggedEdit) -> dict[str, Any]:
    """An edit as it is read back: the body as sent, with seq, time, actor, role, channel and origin."""
    sent: dict[str, Any] = json.loads(row.body)
    return sent | {
        "seq": row.seq,
        "time": row.at.isoformat(),
        "actor": row.actor_id,
        "role": row.role,
        "channel": row.channel,
        "origin": json.loads(row.origin) if row.origin else None,
    }


def first_variant(project: Project) -> Variant:
    """The variant the project began with."""
    return project.variants[0]


def variant_of(session: Session, project: Project, variant_id: str) -> Variant:
    """The project's variant of this id; NotFound when it has none such."""
    variant = session.get(Variant, variant_id)
    if variant is None or variant.project_id != project.id:
        raise NotFound("no_variant")
    return variant


def may_change(session: Session, access: Access, variant: Variant) -> bool:
    """Whether the visitor's edits belong in the variant: a designer's in the designer's, all others' in the customer's.

    Staff who began the project themselves, as for a customer at the desk, draw in its first variant too.
    """
    if not access.may("editor"):
        return False
    return variant.role == access.role or (access.right == "staff" and grants.is_owner(session, access))


def head_plan(variant: Variant) -> Plan:
    """The variant's plan as it stands."""
    return Plan(json.loads(variant.head_plan))


def _new_project(session: Session, store: Store, visitor: Visitor) -> Access:
    project = Project(tenant_id=store.tenant_id, store_id=store.id, code=_free_code(session))
    session.add(project)
    session.flush()
    variant = Variant(
        id="v" + new_id()[:12],
        tenant_id=store.tenant_id,
        project_id=project.id,
        name="",
        head_plan=json.dumps(Plan.empty().document),
    )
    session.add(variant)
    session.flush()
    grants.give(session, project, visitor.actor_id, "owner")
    return Access(project, visitor, "staff" if visitor.is_staff else "owner")


def _free_code(session: Session) -> str:
    while session.scalar(select(func.count()).where(Project.code == (code := new_code()))):
        pass
    return code


def _log_own(
    session: Session,
    access: Access,
    action: str,
    drawn: Mapping[str, Any],
    *,
    input_: str,
    origin: Origin | None,
) -> None:
    """Log an edit that a server route made for the visitor."""
    edit = Edit.read(
        {
            "id": str(uuid4()),
            "v": 1,
            "variant": first_variant(access.project).id,
            "action": action,
            "input": input_,
            "undoes": None,
            "at": now().isoformat(),
            "set": dict(drawn),
            "remove": [],
        }
    )
    _log(session, access, first_variant(access.project), edit, origin=origin)


def _append_one(session: Session, access: Access, data: object) -> Result:
    id_ = data.get("id") if isinstance(data, dict) else None
    id_ = id_ if isinstance(id_, str) else ""
    try:
        edit = Edit.read(data)
        if (known := _known_seq(session, access.project, edit)) is not None:
            return Result(edit.id, "known", known)
        variant = _variant_for(session, access, edit)
    except Fault as fault:
        return Result(id_, "refused", path=fault.path, reason=fault.reason)
    return _log(session, access, variant, edit, origin=None)


def _known_seq(session: Session, project: Project, edit: Edit) -> int | None:
    wanted = select(LoggedEdit.seq).where(LoggedEdit.project_id == project.id, LoggedEdit.edit_id == edit.id)
    return session.scalar(wanted)


def _variant_for(session: Session, access: Access, edit: Edit) -> Variant:
    """The variant that takes the edit; Fault when it is not the project's, not the visitor's, or would grow too big.

    Only a designer lets a finding be.
    """
    variant = session.get(Variant, edit.variant)
    if variant is None or variant.project_id != access.project.id:
        raise Fault("variant", "no_variant")
    if not may_change(session, access, variant):
        raise Fault("variant", "not_your_variant")
    if access.role != "designer" and (
        waiver := next((path for path in edit.paths() if path.startswith(WAIVERS)), None)
    ):
        raise Fault(waiver, "designers_only")
    if fault := limits_fault(json.loads(variant.head_plan), edit):
        raise fault
    return variant


def _log(session: Session, access: Access, variant: Variant, edit: Edit, *, origin: Origin | None) -> Result:
    project = access.project
    project.head_seq += 1
    project.changed_at = now()
    document = apply(json.loads(variant.head_plan), edit)
    variant.head_plan = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    if variant is first_variant(project):
        project.name = document.get("plan", {}).get("name", "")
    session.add(
        LoggedEdit(
            project_id=project.id,
            seq=project.head_seq,
            tenant_id=project.tenant_id,
            edit_id=edit.id,
            variant_id=variant.id,
            actor_id=access.visitor.actor_id,
            role=access.role,
            channel=access.visitor.channel,
            origin=json.dumps(vars(origin)) if origin else None,
            body=json.dumps(edit.as_data(), ensure_ascii=False, separators=(",", ":")),
        )
    )
    return Result(edit.id, "logged", project.head_seq)
