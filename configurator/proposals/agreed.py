"""What the customer has accepted of a project's proposals; this module knows no offers, which stand on it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.projects.models import Project
from configurator.proposals.models import Proposal
from rooms.changes import taken
from rooms.plan import Plan


def accepted_plan(session: Session, project: Project) -> Plan | None:
    """The plan both have agreed on: the latest proposal that has an answer of yes, its accepted changes alone taken.

    It is frozen with that proposal, whatever either draws later. None: nothing was accepted, all is a working draft.
    """
    for proposal in all_of(session, project)[::-1]:
        if paths := accepted_paths(proposal):
            return Plan(taken(json.loads(proposal.before), json.loads(proposal.after), paths))
    return None


def all_of(session: Session, project: Project) -> Sequence[Proposal]:
    """The project's proposals, in order."""
    return session.scalars(select(Proposal).where(Proposal.project_id == project.id).order_by(Proposal.n)).all()


def accepted_paths(proposal: Proposal) -> list[str]:
    return [path for item in proposal.items if item.state == "accepted" for path in json.loads(item.paths)]
