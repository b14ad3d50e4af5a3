"""A table of own facts taken in: all of it, or nothing where one cell is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.errors import Refused
from configurator.projects.models import Project
from configurator.stated import own
from configurator.stated.own_table import PROJECT, Line, read_table
from configurator.stores.models import Tenant


@dataclass
class Report:
    """How many projects the table names, how many values it changes and leaves; and each cell refused, by its row."""

    projects: int = 0
    changed: int = 0
    same: int = 0
    refused: list[tuple[int, Refused]] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not self.refused


def take_in(session: Session, tenant: Tenant, data: bytes, by: own.By) -> Report:
    """State what the table says; nothing where anything in it is refused. A dry run undoes its transaction."""
    lines = read_table(data, own.declared(session, tenant.id))
    projects = _projects(session, tenant, lines)
    report = Report(projects=len(lines), refused=[(line.number, no) for line in lines for no in line.refused])
    unknown = [line for line in lines if line.code and line.code not in projects]
    report.refused += [(line.number, Refused("no_code", path=PROJECT)) for line in unknown]
    report.refused.sort(key=lambda found: found[0])
    if report.refused:
        return report
    said = {projects[line.code].id: line.values for line in lines}
    report.changed = sum(map(len, own.write(session, tenant.id, said, by).values()))
    report.same = sum(map(len, said.values())) - report.changed
    return report


def _projects(session: Session, tenant: Tenant, lines: Sequence[Line]) -> dict[str, Project]:
    """The retailer's living projects by code, in one question."""
    codes = {line.code for line in lines if line.code}
    wanted = select(Project).where(
        Project.tenant_id == tenant.id, Project.deleted_at.is_(None), Project.code.in_(codes)
    )
    return {project.code: project for project in session.scalars(wanted)} if codes else {}
