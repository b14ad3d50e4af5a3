"""What is done with pictures: brought, straightened, found, given out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from PIL import Image
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from configurator.errors import NotFound, Refused
from configurator.files import Files
from configurator.jobs import service as jobs
from configurator.pictures.models import Picture
from configurator.projects.grants import Access
from configurator.projects.models import Project
from rooms.exchange.picture import Sheet, encoded, open_sheet
from rooms.exchange.straightening import LONGEST_PX, Corners, straightened

KINDS = ("background", "dimensions", "sample")
MOST_PICTURES = 100
"""Of one project."""
MOST_LETTERS = 120
PREVIEW_PX = 320


def bring(
    session: Session,
    files: Files,
    access: Access,
    sheet: Sheet,
    *,
    kind: str,
    name: str = "",
    source: bytes | None = None,
) -> Picture:
    """Keep an opened sheet with the project; Refused("too_many_pictures") when it holds as many as it may.

    `source` is the file that it was opened from: kept when it has more pages.
    """
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
        source=files.put(project.tenant_id, source) if source is not None and sheet.pages > 1 else None,
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


def turn_to(session: Session, files: Files, picture: Picture, page: int) -> None:
    """Take another page (from 0) of the PDF; Fault `no_such_page`. What was straightened comes as it is."""
    if picture.held_at is not None:
        raise Refused("picture_held")
    sheet = _page(files, picture, page)
    before = {picture.file, picture.original}
    picture.file = picture.original = files.put(picture.tenant_id, encoded(sheet.image))
    picture.width, picture.height = sheet.image.size
    let_go(session, before)


def page_preview(files: Files, picture: Picture, page: int) -> bytes:
    """A page (from 0) of the picture's PDF as a small JPEG; the picture itself when it has only one."""
    return encoded(_page(files, picture, page, longest_px=PREVIEW_PX).image)


def _page(files: Files, picture: Picture, page: int, *, longest_px: int = LONGEST_PX) -> Sheet:
    return open_sheet(content(files, picture.source or picture.original), page, longest_px=longest_px)


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
    let_go(session, _files_of(picture))


def let_go_of(session: Session, project: Project) -> None:
    """Let the files of all the project's pictures go; the rows are whoever's who calls."""
    let_go(session, {key for picture in pictures_of(session, project) for key in _files_of(picture)})


def let_go(session: Session, keys: Iterable[str]) -> None:
    """Remove the files once this transaction stands, those that no picture holds any more."""
    if wanted := sorted(keys):
        jobs.enqueue(session, "remove_files", {"keys": wanted})


def is_held(session: Session, key: str) -> bool:
    """Whether some picture still shows the file."""
    held = select(func.count()).where(or_(Picture.file == key, Picture.original == key, Picture.source == key))
    return bool(session.scalar(held.select_from(Picture)))


def _files_of(picture: Picture) -> set[str]:
    return {key for key in (picture.file, picture.original, picture.source) if key}
