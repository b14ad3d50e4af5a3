"""What the customer has drawn of a project, out of its log: the evidence on which a fee is decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.projects.models import LoggedEdit, Project
from configurator.projects.service import as_logged, first_variant
from configurator.start.starts import starts
from rooms.authorship import DESIGNER, Authorship, Provenance
from rooms.edit import Edit
from rooms.likeness import Drawing
from rooms.plan import Plan
from rooms.upgrade import read_log

MOST_KEPT = 200


class Walk:
    """How far a project's log has been read, and what it says of who drew what; goes on from there, never back.

    It stops before the designer's first edit after `opened_seq`, where the service was opened; until then it grows.
    """

    def __init__(self, variant_id: str, opened_seq: int | None) -> None:
        self._variant_id = variant_id
        self._opened_seq = opened_seq
        self._last: tuple[int, str] | None = None
        self._provenance = Provenance()
        self._is_frozen = False

    def is_on(self, log: Sequence[LoggedEdit]) -> bool:
        """Whether the log's first row is the one that was read last, so that what follows goes on from there."""
        return self._last is None or bool(log and (log[0].seq, log[0].edit_id) == self._last)

    def go_on(self, log: Sequence[LoggedEdit]) -> Authorship:
        """Read the rows that are new, and say who owns what."""
        new = [row for row in log if self._last is None or row.seq > self._last[0]]
        for edit in read_log(as_logged(row) for row in new):
            self._is_frozen = self._is_frozen or self._freezes(edit)
            if not self._is_frozen and edit.variant == self._variant_id:
                self._provenance.take(edit)
        if new:
            self._last = new[-1].seq, new[-1].edit_id
        return self._provenance.authorship(templates(), designer_began=self._is_frozen)

    @property
    def seq(self) -> int:
        """The last row read; 0 before the first."""
        return self._last[0] if self._last else 0

    def _freezes(self, edit: Edit) -> bool:
        return self._opened_seq is not None and edit.role == DESIGNER and (edit.seq or 0) > self._opened_seq


_walks: dict[tuple[str, str, int | None], Walk] = {}
_lock = Lock()


def of(
    session: Session, project: Project, *, opened_seq: int | None = None, until: datetime | None = None
) -> Authorship:
    """The customer's own contribution in the variant that the project began with.

    It is frozen at the designer's first edit after `opened_seq`, where the service was opened; until then it grows. Of
    edits after `until` nothing is counted.
    """
    began = first_variant(project).id
    if until is not None:
        return Walk(began, opened_seq).go_on([row for row in _rows_from(session, project, 0) if row.at <= until])
    key = str(session.get_bind().engine.url), began, opened_seq
    with _lock:
        walk = _walks.pop(key, None) or Walk(began, opened_seq)
    log = _rows_from(session, project, walk.seq)
    if not walk.is_on(log):  # another transaction's rows, which were undone
        walk, log = Walk(began, opened_seq), _rows_from(session, project, 0)
    found = walk.go_on(log)
    with _lock:
        _walks[key] = walk
        while len(_walks) > MOST_KEPT:
            _walks.pop(next(iter(_walks)))
    return found


def log_of(session: Session, project: Project) -> list[Edit]:
    """The project's whole log, each edit brought to the present version."""
    return read_log(as_logged(row) for row in _rows_from(session, project, 0))


@cache
def templates() -> tuple[Drawing, ...]:
    """The starting rooms, to compare with what was drawn."""
    return tuple(Drawing.of(Plan(start.document)) for start in starts().values())


def _rows_from(session: Session, project: Project, seq: int) -> Sequence[LoggedEdit]:
    """The log from this number on, itself included."""
    wanted = select(LoggedEdit).where(LoggedEdit.project_id == project.id, LoggedEdit.seq >= seq)
    return session.scalars(wanted.order_by(LoggedEdit.seq)).all()
