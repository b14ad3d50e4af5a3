"""Grants: what opens a project, and what each role may do in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, distinct, func, select
from sqlalchemy.orm import Session

from configurator.accounts.tokens import hash_of, new_token
from configurator.accounts.visits import Visitor
from configurator.db import now
from configurator.errors import Forbidden, NotFound
from configurator.projects.models import Grant, Project

RANK = {"viewer": 0, "commenter": 1, "editor": 2, "owner": 3}
PHOTOS = "photos"
"""Not a right to the project: whoever holds it may only add pictures, and sees none but their own."""


@dataclass(frozen=True)
class Link:
    """A link that stands: what it lets do, since when, and how many came in by it."""

    id: str
    role: str
    made_at: datetime
    people: int


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
        return self.right == "staff" or RANK.get(self.right, -1) >= RANK[right]


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


def open_for_photos(session: Session, project: Project, visitor: Visitor | None) -> Access:
    """The project for whoever may add pictures to it: a commenter or more, or the holder of a photo link."""
    if visitor is not None and visitor.tenant_id == project.tenant_id and project.deleted_at is None:
        held = right_of(session, project, visitor)
        if (
            held != "staff"
            and RANK.get(held or "", -1) < RANK["commenter"]
            and _holds_photos(session, project, visitor)
        ):
            return Access(project, visitor, PHOTOS)
    return open_project(session, project.id, visitor, right="commenter")


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


def owned(session: Session, actor_id: str) -> set[str]:
    """The ids of the projects that are the actor's own, those in the bin too."""
    held = select(Grant.project_id).where(Grant.actor_id == actor_id, Grant.role == "owner", Grant.revoked_at.is_(None))
    return set(session.scalars(held))


def give(session: Session, project: Project, actor_id: str, role: str, *, link: Grant | None = None) -> Grant:
    """Let the actor open the project; the same grant again when it stands already, by the same link if by one."""
    found = session.scalar(
        select(Grant).where(
            Grant.project_id == project.id,
            Grant.actor_id == actor_id,
            Grant.role == role,
            Grant.link_id == (link.id if link else None),
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


def make_link(
    session: Session, access: Access, role: str, *, picture: str | None = None, token: str | None = None
) -> str:
    """A new link's token; whoever brings it gets the role, or may only add pictures (PHOTOS).

    Only the owner and staff hand out more than looking. `picture` is the secret part of the address of its preview
    picture, where it has one (link_picture.py); `token` one that was made elsewhere (photo_link.py).
    """
    if not access.may("editor") or (role == "editor" and not access.may("owner")):
        raise Forbidden("only_look")
    token = token or new_token()
    session.add(
        Grant(
            tenant_id=access.project.tenant_id,
            project_id=access.project.id,
            token_hash=hash_of(token),
            role=role,
            picture_hash=hash_of(picture) if picture else None,
        )
    )
    return token


def opens_photos(session: Session, token: str) -> bool:
    """Whether the link leads to the page for pictures alone."""
    return session.scalar(select(Grant.role).where(Grant.token_hash == hash_of(token))) == PHOTOS


def claim(session: Session, token: str, visitor: Visitor) -> Project:
    """Turn a link into the visitor's own grant; NotFound when the link is unknown or withdrawn."""
    link = session.scalar(select(Grant).where(Grant.token_hash == hash_of(token), Grant.revoked_at.is_(None)))
    project = session.get(Project, link.project_id) if link else None
    if link is None or project is None or link.tenant_id != visitor.tenant_id or project.deleted_at is not None:
        raise NotFound("no_link")
    held = right_of(session, project, visitor)
    if held is None or RANK.get(held, len(RANK)) < RANK.get(link.role, RANK["commenter"]):
        give(session, project, visitor.actor_id, link.role, link=link)
    return project


def pass_on(session: Session, from_actor: str, to_actor: str) -> None:
    """Give one actor what another holds, each right by the link it came through, so that withdrawing reaches both."""
    held = session.scalars(select(Grant).where(Grant.actor_id == from_actor, Grant.revoked_at.is_(None))).all()
    for grant in held:
        project = session.get_one(Project, grant.project_id)
        link = session.get(Grant, grant.link_id) if grant.link_id else None
        give(session, project, to_actor, grant.role, link=link)


def links_of(session: Session, project: Project) -> list[Link]:
    """The links that stand, the latest first, and how many came in by each; nobody is named."""
    standing = (Grant.project_id == project.id) & Grant.revoked_at.is_(None)
    by_link = (
        select(Grant.link_id, func.count(distinct(Grant.actor_id)))
        .where(standing, Grant.link_id.is_not(None))
        .group_by(Grant.link_id)
    )
    came = {row.link_id: row[1] for row in session.execute(by_link)}
    links = session.scalars(
        select(Grant).where(standing, Grant.token_hash.is_not(None)).order_by(Grant.created_at.desc())
    )
    return [Link(link.id, link.role, link.created_at, came.get(link.id, 0)) for link in links]


def withdraw_link(session: Session, project: Project, link_id: str) -> int:
    """Revoke one link and every grant that came through it, how many there were; NotFound when it has none such."""
    link = session.get(Grant, link_id)
    if link is None or link.project_id != project.id or link.token_hash is None:
        raise NotFound("no_link")
    return _revoke(session, project, (Grant.id == link_id) | (Grant.link_id == link_id))


def withdraw_links(session: Session, project: Project) -> int:
    """Revoke every link of the project and every grant that came through one; how many there were."""
    return _revoke(session, project, Grant.token_hash.is_not(None) | Grant.link_id.is_not(None))


def _revoke(session: Session, project: Project, which: ColumnElement[bool]) -> int:
    grants = session.scalars(
        select(Grant).where(Grant.project_id == project.id, Grant.revoked_at.is_(None), which)
    ).all()
    for grant in grants:
        grant.revoked_at = now()
    return len(grants)


def standing(session: Session, project: Project, actor_id: str) -> Sequence[str]:
    """The roles that the actor holds by grants that are not revoked."""
    return session.scalars(
        select(Grant.role).where(
            Grant.project_id == project.id,
            Grant.actor_id == actor_id,
            Grant.role.in_(RANK),
            Grant.revoked_at.is_(None),
        )
    ).all()


def _holds_photos(session: Session, project: Project, visitor: Visitor) -> bool:
    found = select(Grant.id).where(
        Grant.project_id == project.id,
        Grant.actor_id == visitor.actor_id,
        Grant.role == PHOTOS,
        Grant.revoked_at.is_(None),
    )
    return session.scalar(found.limit(1)) is not None
