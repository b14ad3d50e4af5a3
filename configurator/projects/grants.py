"""Grants: what opens a project, and what each role may do in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.tokens import hash_of, new_token
from configurator.accounts.visits import Visitor
from configurator.db import now
from configurator.errors import Forbidden, NotFound
from configurator.projects.models import Grant, Project

RANK = {"viewer": 0, "commenter": 1, "editor": 2, "owner": 3}


@dataclass(frozen=True)
class Access:
    """An opened project: the visitor, and the right by which it opened."""

    project: Project
    visitor: Visitor
    right: str

    @property
    def role(self) -> str:
        """The role under which edits are logged: by the grant used, never as claimed."""
        return "designer" if self.right == "staff" else "customer"

    def may(self, right: str) -> bool:
        return self.right == "staff" or RANK[self.right] >= RANK[right]


def open_project(session: Session, project_id: str, visitor: Visitor | None, *, right: str = "viewer") -> Access:
    """The project, opened with at least this right; NotFound for a stranger, so that nothing tells that it exists."""
    project = session.get(Project, project_id)
    if project is None or visitor is None or visitor.tenant_id != project.tenant_id or project.deleted_at is not None:
        raise NotFound("no_project")
    held = right_of(session, project, visitor)
    if held is None:
        raise NotFound("no_project")
    access = Access(project, visitor, held)
    if not access.may(right):
        raise Forbidden("only_look")
    return access


def right_of(session: Session, project: Project, visitor: Visitor) -> str | None:
    """The greatest right the visitor holds: staff of the tenant, or the highest grant that stands."""
    if visitor.tenant_id != project.tenant_id:
        return None
    held = standing(session, project, visitor.actor_id)
    if visitor.is_staff:
        return "staff"
    return max(held, key=lambda right: RANK[right], default=None)


def is_owner(session: Session, access: Access) -> bool:
    """Whether the project is the visitor's own, whatever other right opened it."""
    return "owner" in standing(session, access.project, access.visitor.actor_id)


def give(session: Session, project: Project, actor_id: str, role: str, *, link: Grant | None = None) -> Grant:
    """Let the actor open the project; the same grant again when it stands already."""
    found = session.scalar(
        select(Grant).where(
            Grant.project_id == project.id,
            Grant.actor_id == actor_id,
            Grant.role == role,
            Grant.revoked_at.is_(None),
        )
    )
    if found is not None:
        return found
    grant = Grant(
        tenant_id=project.tenant_id,
        project_id=project.id,
        actor_id=actor_id,
        role=role,
        link_id=link.id if link else None,
    )
    session.add(grant)
    session.flush()
    return grant


def make_link(session: Session, access: Access, role: str) -> str:
    """A new link's token; whoever brings it gets the role. Only the owner and staff hand out more than looking."""
    if not access.may("editor") or (role == "editor" and not access.may("owner")):
        raise Forbidden("only_look")
    token = new_token()
    session.add(
        Grant(
            tenant_id=access.project.tenant_id,
            project_id=access.project.id,
            token_hash=hash_of(token),
            role=role,
        )
    )
    return token


def claim(session: Session, token: str, visitor: Visitor) -> Project:
    """Turn a link into the visitor's own grant; NotFound when the link is unknown or withdrawn."""
    link = session.scalar(select(Grant).where(Grant.token_hash == hash_of(token), Grant.revoked_at.is_(None)))
    if link is None or link.tenant_id != visitor.tenant_id:
        raise NotFound("no_link")
    project = session.get(Project, link.project_id)
    if project is None or project.deleted_at is not None:
        raise NotFound("no_project")
    held = right_of(session, project, visitor)
    if held is None or RANK.get(held, len(RANK)) < RANK[link.role]:
        give(session, project, visitor.actor_id, link.role, link=link)
    return project


def withdraw_links(session: Session, project: Project) -> int:
    """Revoke every link of the project and every grant that came through one; how many there were."""
    grants = session.scalars(
        select(Grant).where(
            Grant.project_id == project.id,
            Grant.revoked_at.is_(None),
            Grant.token_hash.is_not(None) | Grant.link_id.is_not(None),
        )
    ).all()
    for grant in grants:
        grant.revoked_at = now()
    return len(grants)


def standing(session: Session, project: Project, actor_id: str) -> Sequence[str]:
    """The roles that the actor holds by grants that are not revoked."""
    return session.scalars(
        select(Grant.role).where(Grant.project_id == project.id, Grant.actor_id == actor_id, Grant.revoked_at.is_(None))
    ).all()
