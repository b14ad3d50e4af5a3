"""The tray: what was chosen so far, kept on the server so that every device of a project sees the same."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from configurator.db import insert_into, new_id, now
from configurator.orders.models import Tray
from configurator.projects.models import Grant, Project
from configurator.projects.service import first_variant, head_plan
from samples.deck import Deck
from samples.order import Line

Lines = tuple[Line, ...]


@dataclass(frozen=True)
class Owner:
    """Whose tray it is: a project's, or else a visitor's."""

    tenant_id: str
    project_id: str | None
    actor_id: str | None


def find(session: Session, owner: Owner) -> Tray | None:
    return session.scalar(_wanted(owner))


def take(session: Session, owner: Owner) -> Tray:
    """The tray, made when there is none, locked until the transaction ends: whoever else orders from it waits."""
    row = {"id": new_id(), "changed_at": now(), "lines": "[]", "version": 0, **vars(owner)}
    session.execute(insert_into(session, Tray).values(row).on_conflict_do_nothing())
    return session.scalars(_wanted(owner).with_for_update().execution_options(populate_existing=True)).one()


def lines_of(tray: Tray | None) -> Lines:
    return tuple(Line(*held) for held in json.loads(tray.lines)) if tray else ()


def keep(tray: Tray, lines: Lines) -> None:
    """Put these lines on the tray; what changes nothing makes no new version."""
    if lines != lines_of(tray):
        _put(tray, lines)


def empty(tray: Tray) -> None:
    """Take everything off: it was ordered, so that this version of the tray is over."""
    _put(tray, ())


def begun(session: Session, tenant_id: str, actor_id: str) -> Project | None:
    """The project with samples on its tray that was filled last of those which the actor may edit."""
    wanted = (
        select(Project)
        .join(Tray, Tray.project_id == Project.id)
        .join(Grant, Grant.project_id == Project.id)
        .where(Tray.tenant_id == tenant_id, Tray.lines != "[]", Project.deleted_at.is_(None))
        .where(Grant.actor_id == actor_id, Grant.role.in_(("owner", "editor")), Grant.revoked_at.is_(None))
    )
    return session.scalars(wanted.order_by(Tray.changed_at.desc()).limit(1)).first()


def pass_on(session: Session, given_by: Owner, to: Owner) -> None:
    """Put on one tray what stands on another, and empty that one."""
    if given_by == to or not lines_of(find(session, given_by)):
        return
    given, taken = take(session, given_by), take(session, to)
    keep(taken, together(lines_of(taken), lines_of(given)))
    empty(given)


def merged(lines: Iterable[Line]) -> Lines:
    """Each paint and kind once, the counts added up, in the order of their first appearance."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        counts[line.paint, line.kind] += line.count
    return tuple(Line(paint, kind, count) for (paint, kind), count in counts.items())


def together(first: Lines, second: Lines) -> Lines:
    """What stands on either of two devices, the greater count of each."""
    counts: dict[tuple[str, str], int] = {}
    for line in (*first, *second):
        counts[line.paint, line.kind] = max(line.count, counts.get((line.paint, line.kind), 0))
    return tuple(Line(paint, kind, count) for (paint, kind), count in counts.items())


def with_paints(lines: Lines, codes: Iterable[str], kind: str, deck: Deck) -> Lines:
    """These lines and one sample of each paint that has none yet; codes that the deck does not hold are passed over."""
    there = {line.paint for line in lines}
    added = dict.fromkeys(code for code in codes if code in deck and code not in there)
    return lines + tuple(Line(code, kind) for code in added)


def design_paints(project: Project, deck: Deck) -> list[str]:
    """The codes of the paints that the customer's design is painted with, each once, in the order of the plan."""
    finishes = head_plan(first_variant(project)).finishes.values()
    return list(dict.fromkeys(finish.coat for finish in finishes if finish.coat and finish.coat in deck))


def _put(tray: Tray, lines: Lines) -> None:
    tray.lines = json.dumps([[line.paint, line.kind, line.count] for line in lines])
    tray.version += 1
    tray.changed_at = now()


def _wanted(owner: Owner) -> Select[Tray]:
    held = Tray.project_id == owner.project_id if owner.project_id else Tray.actor_id == owner.actor_id
    return select(Tray).where(Tray.tenant_id == owner.tenant_id, held)
