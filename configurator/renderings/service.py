"""What is done with pictures in true light: begun, told of, given out, taken away."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.accounts import limits
from configurator.accounts.limits import Limit
from configurator.db import lock, now
from configurator.errors import NotFound, Refused, TooMany
from configurator.jobs import service as jobs
from configurator.pictures.service import let_go
from configurator.projects.grants import Access
from configurator.projects.models import LoggedEdit, Project, Variant
from configurator.renderings.models import DRAWN, FAILED, WAITING, Rendering
from rooms.description import COLLECTIONS, check_entity
from rooms.entities import View
from rooms.fault import Fault
from rooms.rendering.process import is_possible

JOB = "draw_rendering"
A_DAY = Limit("rendering", most=12, seconds=86_400)
MOST_KEPT = 12
"""Of one project; a new one takes the place of the oldest."""
GIVEN_UP = timedelta(minutes=30)
"""What nobody has told of for so long is drawn by no worker any more."""
ID = "v0000000000"


def begin(session: Session, access: Access, variant: Variant, view: object, *, client: str) -> Rendering:
    """Have the variant's room drawn, as it stands when a worker takes it up.

    Refused `rendering_not_possible` where this server cannot, `rendering_under_way` while another of the project is
    being drawn, `rendering_from_inside` for a view from outside; TooMany `renderings_today`.
    """
    if not is_possible():
        raise Refused("rendering_not_possible")
    project = access.project
    lock(session, project)
    kept = renderings_of(session, project)
    if any(state_of(one) == WAITING for one in kept):
        raise Refused("rendering_under_way")
    asked = _checked(view)
    try:
        limits.spend(session, A_DAY, client)
    except TooMany as spent:
        raise TooMany("renderings_today", most=A_DAY.most) from spent
    for old in kept[MOST_KEPT - 1 :]:
        remove(session, old)
    rendering = Rendering(
        tenant_id=project.tenant_id,
        project_id=project.id,
        variant_id=variant.id,
        asked_by=access.visitor.actor_id,
        view=json.dumps(asked, separators=(",", ":")),
    )
    session.add(rendering)
    session.flush()
    jobs.enqueue(session, JOB, {"tenant": project.tenant_id, "rendering": rendering.id}, dedup=rendering.id)
    return rendering


def state_of(rendering: Rendering) -> str:
    """Waiting (and being drawn), drawn, or failed, also when no worker has told of it for long."""
    if rendering.state == WAITING and now() - rendering.changed_at > GIVEN_UP:
        return FAILED
    return rendering.state


def view_of(rendering: Rendering) -> View:
    values: dict[str, Any] = json.loads(rendering.view)
    return View(**values | {"at": tuple(values["at"])})


def find(session: Session, project: Project, rendering_id: str) -> Rendering:
    rendering = session.get(Rendering, rendering_id)
    if rendering is None or rendering.project_id != project.id:
        raise NotFound("no_rendering")
    return rendering


def renderings_of(session: Session, project: Project) -> Sequence[Rendering]:
    """The latest first."""
    wanted = select(Rendering).where(Rendering.project_id == project.id)
    return session.scalars(wanted.order_by(Rendering.asked_at.desc(), Rendering.id)).all()


def put_on_cover(session: Session, rendering: Rendering, *, on: bool) -> None:
    """This one is on the cover of the project's documents and no other, or none; Refused before it is drawn."""
    if on and state_of(rendering) != DRAWN:
        raise Refused("rendering_not_drawn")
    project = session.get_one(Project, rendering.project_id)
    lock(session, project)
    for one in renderings_of(session, project):
        one.is_cover = on and one is rendering
    session.flush()


def cover_of(session: Session, project: Project) -> Rendering | None:
    """The picture that is wanted on the cover."""
    return next((one for one in renderings_of(session, project) if one.is_cover and one.file), None)


def is_outdated(session: Session, rendering: Rendering) -> bool:
    """Whether its variant was changed since it was asked for."""
    later = select(LoggedEdit.seq).where(
        LoggedEdit.project_id == rendering.project_id,
        LoggedEdit.variant_id == rendering.variant_id,
        LoggedEdit.at > rendering.asked_at,
    )
    return session.scalar(later.limit(1)) is not None


def remove(session: Session, rendering: Rendering) -> None:
    """Take it away with its file; whoever draws it stops."""
    session.delete(rendering)
    session.flush()
    let_go(session, [rendering.file] if rendering.file else [])


def let_go_of(session: Session, project: Project) -> None:
    """Let the files of all the project's pictures go; the rows are whoever's who calls."""
    let_go(session, {one.file for one in renderings_of(session, project) if one.file})


def is_held(session: Session, key: str) -> bool:
    """Whether some picture still shows the file."""
    return bool(session.scalar(select(func.count()).select_from(Rendering).where(Rendering.file == key)))


def as_data(rendering: Rendering) -> dict[str, Any]:
    """As the browser needs it; `url` once there is something to see."""
    view = view_of(rendering)
    here = f"/api/v1/projects/{rendering.project_id}/renderings/{rendering.id}"
    version = rendering.file.rpartition("/")[2][:16] if rendering.file else None
    return {
        "id": rendering.id,
        "state": state_of(rendering),
        "percent": rendering.percent,
        "cover": rendering.is_cover,
        "asked_at": rendering.asked_at.isoformat(),
        "light": {"mode": view.light, "season": view.season, "minute": view.minute},
        "url": f"{here}/picture.png?v={version}" if version else None,
    }


def _checked(view: object) -> Mapping[str, Any]:
    """A view from inside with all its fields, as JSON holds it."""
    known = COLLECTIONS["views"]["fields"]
    values = {name: value for name, value in view.items() if name in known} if isinstance(view, dict) else {}
    try:
        check_entity("views", ID, {"name": "-", **values}, whole=True)
    except Fault as fault:
        raise Refused(fault.reason, path=fault.path) from fault
    if not values.get("inside"):
        raise Refused("rendering_from_inside")
    usual = {name: rule.get("default") for name, rule in known.items()}
    return {one.name: ({"id": ID} | usual | {"name": "-"} | values)[one.name] for one in fields(View)}
