"""What the customer has drawn of a project, out of its log: the evidence on which a fee is decided."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.projects.models import LoggedEdit, Project
from configurator.projects.service import as_logged, first_variant
from configurator.start.starts import starts
from rooms.authorship import Authorship, authorship, designers_first_edit
from rooms.edit import Edit
from rooms.upgrade import read_log


def of(
    session: Session, project: Project, *, opened_seq: int | None = None, until: datetime | None = None
) -> Authorship:
    """The customer's own contribution in the variant that the project began with.

    It is frozen at the designer's first edit after `opened_seq`, where the service was opened; until then it grows. Of
    edits after `until` nothing is counted.
    """
    edits = [edit for edit in log_of(session, project) if until is None or _at(edit) <= until]
    frozen_at = None if opened_seq is None else designers_first_edit(edits, opened_seq)
    began = first_variant(project).id
    templates = [start.document for start in starts().values()]
    return authorship([edit for edit in edits if edit.variant == began], frozen_at=frozen_at, opened=templates)


def _at(edit: Edit) -> datetime:
    return datetime.fromisoformat(edit.time or edit.at)


def log_of(session: Session, project: Project) -> list[Edit]:
    """The project's whole log, each edit brought to the present version."""
    wanted = select(LoggedEdit).where(LoggedEdit.project_id == project.id).order_by(LoggedEdit.seq)
    return read_log(as_logged(row) for row in session.scalars(wanted))
