"""A measuring sheet being filled in: the variant it is drawn into, the room it is about, and what is kept beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import now
from configurator.errors import Refused
from configurator.measuring.lengths import Range, millimetres
from configurator.measuring.models import Measure
from configurator.measuring.room import MeasuredRoom, room_of
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project, Variant
from rooms.plan import Plan


@dataclass
class Saved:
    """What became of a step: the room's key, what is wrong by field, and the fields kept beside the plan, not in it.

    `stays`: the step has something to say before the next one.
    """

    room: str
    stays: bool = False
    wrong: dict[str, str] = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sheet:
    """What a step works on; `key` is the room's label, empty before there is one."""

    session: Session
    access: Access
    variant: Variant
    key: str

    @property
    def plan(self) -> Plan:
        return projects.head_plan(self.variant)

    @property
    def room(self) -> MeasuredRoom | None:
        return room_of(self.plan, self.key)

    def draw(self, action: str, changes: Mapping[str, Any], **more: Any) -> str:
        """Log an edit as the visitor's own, typed; its id. `more` are further fields of the edit."""
        edit = {
            "id": str(uuid4()),
            "v": 1,
            "variant": self.variant.id,
            "action": action,
            "input": "typed",
            "at": now().isoformat(),
            "set": dict(changes),
            **more,
        }
        result = projects.append(self.session, self.access, [edit])[0]
        if result.result == "refused":
            raise Refused(result.reason, path=result.path)
        return result.id

    def note(self, subject: str, value: Mapping[str, Any], *, room: str | None = None) -> None:
        """Keep what was told; the same told again changes nothing."""
        key = (self.access.project.id, self.key if room is None else room, subject)
        text = json.dumps(value, separators=(",", ":"))
        held = self.session.get(Measure, key)
        if held is not None and (held.value, held.role) == (text, self.access.role):
            return
        if held is None:
            names = dict(zip(("project_id", "room", "subject"), key, strict=True))
            held = Measure(**names, tenant_id=self.access.project.tenant_id)
            self.session.add(held)
        held.value, held.role, held.actor_id, held.at = text, self.access.role, self.access.visitor.actor_id, now()

    def forget(self, subject: str) -> None:
        """Keep no longer what was told of it."""
        if held := self.session.get(Measure, (self.access.project.id, self.key, subject)):
            self.session.delete(held)
            self.session.flush()

    def noted(self) -> dict[str, Any]:
        """What was told of this room so far, by subject."""
        return notes_of(self.session, self.access.project).get(self.key, {})


@dataclass
class Typed:
    """The fields of a step; reading them gathers what is wrong."""

    form: Mapping[str, str]
    wrong: dict[str, str]

    def length(self, name: str, allowed: Range) -> int | None:
        try:
            return millimetres(self.form.get(name, ""), allowed)
        except Refused as refused:
            self.wrong[name] = refused.text
            return None

    def choice(self, name: str) -> str:
        return self.form.get(name, "").strip()


def notes_of(session: Session, project: Project) -> dict[str, dict[str, Any]]:
    """Everything told of the project's rooms: by room, by subject, as it was kept."""
    found: dict[str, dict[str, Any]] = {}
    for row in session.scalars(select(Measure).where(Measure.project_id == project.id).order_by(Measure.subject)):
        found.setdefault(row.room, {})[row.subject] = json.loads(row.value)
    return found
