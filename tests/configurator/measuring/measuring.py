"""A customer of the bathroom showroom who measures, and staff who look at what was brought."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.measuring.brought import has_brought
from configurator.measuring.room import MeasuredRoom, room_of
from configurator.projects import service as projects
from configurator.projects.models import Project
from rooms.plan import Plan
from tests.configurator.people import BATHROOMS, Guest, guest
from tests.configurator.pictures.bringing import sketch


def customer(app: Flask, **form: str) -> Guest:
    """Has begun with the easy bathroom, so that nothing in the plan is measured yet, or with what the form says."""
    return guest(app, BATHROOMS, **(form or {"start": "easy_bathroom"}))


def fill(owner: Guest, step: str, client: FlaskClient | None = None, **typed: str) -> Any:
    """The answer to one step; a field's name is written with _ for -."""
    fields = {name.replace("_", "-"): value for name, value in typed.items()}
    return (client or owner.client).post(
        f"/s/{owner.store}/p/{owner.code}/measure", data={"step": step, "room": ""} | fields
    )


def room(app: Flask, owner: Guest) -> MeasuredRoom:
    """The room as it stands in the plan."""
    found = room_of(plan(app, owner), "")
    assert found is not None
    return found


def plan(app: Flask, owner: Guest) -> Plan:
    with app.extensions["database"].reading() as session:
        return projects.head_plan(projects.first_variant(session.get_one(Project, owner.project_id)))


def fact(app: Flask, owner: Guest) -> bool | None:
    with app.extensions["database"].reading() as session:
        return has_brought(session, session.get_one(Project, owner.project_id))


def send_photo(owner: Guest, client: FlaskClient | None = None) -> Any:
    return (client or owner.client).post(
        f"/s/{owner.store}/p/{owner.code}/photos", data={"file": (io.BytesIO(sketch()), "szkic.png")}
    )


def photo_ids(app: Flask, owner: Guest) -> list[str]:
    from configurator.pictures.models import Picture

    with app.extensions["database"].reading() as session:
        return list(session.scalars(select(Picture.id).where(Picture.project_id == owner.project_id)))


def mark(desk: FlaskClient, owner: Guest, *, has_picture: bool = True, **form: str) -> Any:
    data: Mapping[str, Any] = {"way": "paper", "came_on": "", "note": ""} | form
    files = {"file": (io.BytesIO(sketch()), "kartka.png")} if has_picture else {}
    return desk.post(f"/s/{owner.store}/desk/p/{owner.code}/dimensions", data={**data, **files})


def marked(app: Flask, desk: FlaskClient, owner: Guest) -> str:
    """The id of a mark that staff have made."""
    from configurator.measuring.models import DimensionsMark

    assert mark(desk, owner).status_code == 303
    with app.extensions["database"].reading() as session:
        return session.scalars(select(DimensionsMark.id).where(DimensionsMark.project_id == owner.project_id)).one()
