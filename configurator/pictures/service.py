"""What is done with pictures: brought, straightened, found, given out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.errors import NotFound, Refused
from configurator.files import Files
from configurator.jobs import service as jobs
from configurator.pictures.models import Picture
from configurator.projects.grants import Access
from configurator.projects.models import Project
from rooms.exchange.picture import Sheet, encoded
from rooms.exchange.straightening import Corners, straightened

KINDS = ("background", "dimensions")
MOST_PICTURES = 100
"""Of one project."""
MOST_LETTERS = 120


def bring(session: Session, files: Files, access: Access, sheet: Sheet, *, kind: str, name: str = "") -> Picture:
    """Keep an opened sheet with the project; Refused("too_many_pictures") when it holds as many as it may."""
    project = access.project
    if kind not in KINDS:
        raise Refused("not_a_choice", path="kind")
    if len(pictures_of(session, project)) >= MOST_PICTURES:
        raise Refused("too_many_pictures", most=MOST_PICTURES)
    key = files.put(project.tenant_id, encoded(sheet.image))
    picture = Picture(
        tenant_id=project.tenant_id,
        project_id=project.id,
        kind=kind,
        brought_by=access.visitor.actor_id,
        role=access.role,
        name=" ".join(name.split())[:MOST_LETTERS],
        pages=sheet.pages,
        width=sheet.image.width,
        height=sheet.image.height,
        file=key,
        original=key,
    )
    session.add(picture)
    session.flush()
    return picture


def straighten(files: Files, picture: Picture, corners: Corners) -> None:
    """Make the original square by four corners, in its pixels; Fault `not_a_quadrilateral`. Undone by no corners."""
    if not corners:
        picture.file = picture.original
        image = opened(files, picture.original)
    else:
        image = straightened(opened(files, picture.original), corners)
        picture.file = files.put(picture.tenant_id, encoded(image))
    picture.width, picture.height = image.size


def opened(files: Files, key: str) -> Image.Image:
    """A kept picture's pixels."""
    return Image.open(io.BytesIO(content(files, key)))


def content(files: Files, key: str) -> bytes:
    """A kept picture's bytes; NotFound when they are gone."""
    data = files.get(key)
    if data is None:
        raise NotFound("no_picture")
    return data


def find(session: Session, project: Project, picture_id: str) -> Picture:
    """The project's picture of this id."""
    picture = session.get(Picture, picture_id)
    if picture is None or picture.project_id != project.id:
        raise NotFound("no_picture")
    return picture


def pictures_of(session: Session, project: Project, kind: str | None = None) -> Sequence[Picture]:
    """The project's pictures, the latest first."""
    wanted = select(Picture).where(Picture.project_id == project.id)
    if kind is not None:
        wanted = wanted.where(Picture.kind == kind)
    return session.scalars(wanted.order_by(Picture.brought_at.desc(), Picture.id)).all()


def remove(session: Session, picture: Picture) -> None:
    """Take the picture away; its files follow. Refused("picture_held") for evidence."""
    if picture.held_at is not None:
        raise Refused("picture_held")
    session.delete(picture)
    let_go(session, (picture.file, picture.original))


def let_go_of(session: Session, project: Project) -> None:
    """Let the files of all the project's pictures go; the rows are whoever's who calls."""
    let_go(session, [key for picture in pictures_of(session, project) for key in (picture.file, picture.original)])


def let_go(session: Session, keys: Iterable[str]) -> None:
    """Remove the files once this transaction stands, those that no picture holds any more."""
    if wanted := sorted(set(keys)):
        jobs.enqueue(session, "remove_files", {"keys": wanted})


def is_held(session: Session, key: str) -> bool:
    """Whether some picture still shows the file."""
    held = select(func.count()).where((Picture.file == key) | (Picture.original == key))
    return bool(session.scalar(held.select_from(Picture)))
