"""A photo of a wall, and a customer who brings and marks it."""

from __future__ import annotations

import io
from typing import Any
from uuid import uuid4

from PIL import Image, ImageDraw
from sqlalchemy import select

from configurator.accounts.visits import Visitor
from configurator.photos import service
from configurator.photos.opening import WorkingPicture
from configurator.projects.grants import Access
from configurator.projects.models import Grant, Project
from tests.configurator.people import Guest

ON_WALL, ON_DOOR, ON_SHEET = [60, 60], [150, 120], [100, 40]


def wall(size: tuple[int, int] = (200, 160), format_: str = "PNG", **how: Any) -> bytes:
    """A beige wall above a brown floor, with a blue door and a white sheet upon it."""
    image = Image.new("RGB", (200, 160), "#cbb994")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 130, 200, 160), fill="#5b3a21")
    pen.rectangle((130, 60, 170, 130), fill="#23406e")
    pen.rectangle((85, 28, 115, 52), fill="#e9e9e7")
    written = io.BytesIO()
    image.resize(size, Image.Resampling.NEAREST).save(written, format_, **how)
    return written.getvalue()


def bring(owner: Guest, data: bytes | None = None, **form: str) -> Any:
    """The answer to the customer's photo."""
    file = {} if "start" in form else {"file": (io.BytesIO(wall() if data is None else data), "pokoj.jpg")}
    return owner.client.post(f"/api/v1/projects/{owner.project_id}/photos/", data={**file, **form})


def leaves() -> Image.Image:
    """Small spots of every colour, where there is no wall."""
    return Image.effect_noise((50, 40), 90).convert("RGB").resize((200, 160), Image.Resampling.NEAREST)


def brought(owner: Guest, colour: str | None = None, image: Image.Image | None = None) -> str:
    """The address of a photo that the customer has brought: the wall, or nothing but one colour, or that image."""
    app, written = owner.client.application, io.BytesIO()
    image = image or (Image.new("RGB", (200, 160), colour) if colour else Image.open(io.BytesIO(wall())))
    image.save(written, "JPEG", quality=94, subsampling=0)
    with app.extensions["database"].writing() as session:
        project = session.get_one(Project, owner.project_id)
        actor_id = session.scalars(select(Grant.actor_id).where(Grant.project_id == project.id)).first() or ""
        visitor = Visitor("", project.tenant_id, actor_id, None, "guest", "", None, "web")
        picture = WorkingPicture(written.getvalue(), *image.size)
        photo = service.bring(session, app.extensions["files"], Access(project, visitor, "owner"), picture)
        return str(service.as_data(photo, to=actor_id)["url"])


def mark(owner: Guest, url: str, *steps: dict[str, Any]) -> Any:
    """The answer to steps on a photo, each with an id of its own unless it has one."""
    edits = [{"id": str(uuid4()), **step} for step in steps]
    return owner.client.post(f"{url}/edits", json={"edits": edits})


def tap(at: list[int] = ON_WALL, wall: str = "a") -> dict[str, Any]:
    return {"do": "tap", "wall": wall, "at": at}


def paint(code: str | None = "ZK-0900", wall: str = "a") -> dict[str, Any]:
    return {"do": "paint", "wall": wall, "paint": code}


def seen(owner: Guest, url: str, what: str = "picture.jpg") -> Image.Image:
    """A picture of the photo as it is given out."""
    answer = owner.client.get(f"{url}/{what}")
    assert answer.status_code == 200, answer.text
    return Image.open(io.BytesIO(answer.data))


def marked_photo(owner: Guest) -> str:
    """The id of a photo with the wall `a` marked on it."""
    url = brought(owner)
    mark(owner, url, tap())
    return url.rsplit("/", 1)[1]
