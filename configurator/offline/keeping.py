"""Which pages a browser may keep: the studio of one's own project at home, never staff's, never a kiosk's."""

from __future__ import annotations

from hashlib import sha256

from flask import Response, g

from configurator.accounts.visits import Visitor
from configurator.projects.grants import Access
from configurator.stores.models import Tenant

PROJECT = "Offline-Project"
BUILD = "Offline-Build"
VISIT = "Offline-Visit"
FILES = "Offline-Files"


def may_keep(access: Access | None) -> bool:
    """Whether this visitor's browser may keep the project's page."""
    return access is not None and access.right != "staff" and access.visitor.channel == "home"


def keep(access: Access, *files: str) -> None:
    """Let the browser keep the page that this request answers with, and these files, which only it needs."""
    g.kept_project, g.kept_files = access.project.id, files


def note_visit(tenant: Tenant, visitor: Visitor | None) -> None:
    """Tell the browser on this answer who visits the tenant, so that it drops what it keeps of anyone else."""
    g.visit_mark = f"{tenant.slug} {_mark(visitor)}"


def put_headers(response: Response, build: str) -> None:
    """What the service worker reads of a page; without `Offline-Project` it keeps none, and drops the one it has."""
    if mark := g.get("visit_mark"):
        response.headers[VISIT] = mark
    if project := g.get("kept_project"):
        response.headers[PROJECT] = project
        response.headers[BUILD] = build
        if files := g.get("kept_files"):
            response.headers[FILES] = " ".join(files)


def _mark(visitor: Visitor | None) -> str:
    """Names a visit without opening anything."""
    return sha256(f"visit mark {visitor.visit_id}".encode()).hexdigest()[:16] if visitor else "-"
