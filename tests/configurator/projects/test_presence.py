"""Who is told to be in a project, and when a poll has nothing new, on both databases."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from configurator.db import Database, now
from configurator.projects.models import Presence
from tests.configurator.people import Guest, guest, staff

NAME = {"plan": {"name": "Salon"}}


def poll(browser: FlaskClient, anna: Guest, tag: str = "") -> tuple[int, list[dict[str, str]] | None, str]:
    """The status, who is present, and the answer's tag."""
    answer = browser.get(
        f"/api/v1/projects/{anna.project_id}/edits?since={anna.seq}", headers={"If-None-Match": tag} if tag else {}
    )
    return answer.status_code, (answer.json or {}).get("present"), answer.headers.get("ETag", "")


def family(app: Flask, anna: Guest) -> FlaskClient:
    link = anna.client.post(f"/api/v1/projects/{anna.project_id}/links", json={"role": "viewer"}).json
    browser = app.test_client()
    browser.post(link["path"], data={"token": link["token"]})
    return browser


def test_nobody_sees_themselves(app: Flask) -> None:
    anna = guest(app)
    poll(anna.client, anna)
    assert poll(anna.client, anna)[1] == []


def test_staff_are_present_by_name_and_others_by_role(app: Flask) -> None:
    anna = guest(app)
    designer, mother = staff(app), family(app, anna)
    poll(designer, anna), poll(mother, anna)
    present = poll(anna.client, anna)[1]
    assert [one["role"] for one in present or []] == ["designer", "guest"]
    assert [bool(one["name"]) for one in present or []] == [True, False]
    assert {"name": "", "role": "customer"} in (poll(designer, anna)[1] or [])


def test_a_batch_of_edits_tells_who_is_here_too(app: Flask) -> None:
    anna, designer = guest(app), staff(app)
    poll(designer, anna)
    assert [one["role"] for one in anna.send(anna.edit(NAME)).json["present"]] == ["designer"]
    assert [one["role"] for one in poll(designer, anna)[1] or []] == ["customer"]


def test_who_comes_changes_the_tag(app: Flask) -> None:
    anna, designer = guest(app), staff(app)
    tag = poll(anna.client, anna)[2]
    assert poll(anna.client, anna, tag)[0] == 304
    poll(designer, anna)
    assert poll(anna.client, anna, tag)[0] == 200


def test_who_has_not_been_seen_for_a_quarter_of_a_minute_is_gone(app: Flask, database: Database) -> None:
    anna, designer = guest(app), staff(app)
    poll(designer, anna)
    tag = poll(anna.client, anna)[2]
    with database.writing() as session:
        session.execute(update(Presence).values(seen_at=now() - timedelta(seconds=16)))
    assert poll(anna.client, anna, tag)[:2] == (200, [])


def test_a_poll_within_five_seconds_writes_nothing(app: Flask, database: Database) -> None:
    anna = guest(app)
    poll(anna.client, anna)
    before = _seen(database)
    poll(anna.client, anna)
    assert _seen(database) == before


def test_edits_of_every_variant_come_to_everyone(app: Flask) -> None:
    anna, designer = guest(app), staff(app)
    designer.post(f"/s/{anna.store}/desk/p/{anna.code}/service")
    his = designer.get(f"/s/{anna.store}/p/{anna.code}").text.split('"variant":"')[1].split('"')[0]
    edit = {**anna.edit(NAME), "variant": his}
    designer.post(f"/api/v1/projects/{anna.project_id}/edits", json={"base": anna.seq, "edits": [edit]})
    others = anna.client.get(f"/api/v1/projects/{anna.project_id}/edits?since={anna.seq}").json["others"]
    assert [(one["id"], one["variant"]) for one in others] == [(edit["id"], his)]


def _seen(database: Database) -> list[object]:
    with database.reading() as session:
        return list(session.scalars(select(Presence.seen_at)))
