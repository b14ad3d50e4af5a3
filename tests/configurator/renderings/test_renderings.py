"""Pictures in true light are asked for once at a time, told of as they come, and gone with their project."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from configurator.db import Database, now
from configurator.exports.pages import cover
from configurator.exports.service import subject_of
from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.worker import Worker
from configurator.projects.models import Project
from configurator.renderings import drawing, service
from configurator.renderings.models import DRAWN, WAITING, Rendering
from rooms.rendering.process import Frame, Wish, is_possible
from tests.configurator.people import KRAKOW, Guest, guest
from tests.configurator.renderings.drawing import VIEW, rendered

needs_renderer = pytest.mark.skipif(not is_possible(), reason="mitsuba is not installed")


def ask(owner: Guest, **view: Any) -> Any:
    url = f"/api/v1/projects/{owner.project_id}/renderings/"
    return owner.client.post(url, json={"variant": owner.variant, "view": VIEW | view})


def told(owner: Guest) -> Any:
    return owner.client.get(f"/api/v1/projects/{owner.project_id}/renderings/").json


@needs_renderer
@pytest.mark.parametrize(
    ("view", "reason"),
    [({"inside": False}, "rendering_from_inside"), ({"light": "moon"}, "not_a_choice"), ({"at": "x"}, "wrong_count")],
)
def test_a_view_that_cannot_be_drawn_is_refused_in_words(app: Flask, view: dict[str, Any], reason: str) -> None:
    answer = ask(guest(app), **view)
    assert answer.status_code >= 400
    assert answer.json["error"]["reason"] == reason


@needs_renderer
def test_one_picture_of_a_project_at_a_time(app: Flask) -> None:
    owner = guest(app)
    first, second = ask(owner), ask(owner)
    assert (first.status_code, second.json["error"]["reason"]) == (200, "rendering_under_way")
    owner.client.delete(f"/api/v1/projects/{owner.project_id}/renderings/{first.json['id']}")
    assert ask(owner).status_code == 200


def test_a_picture_that_no_worker_tells_of_any_more_has_failed(app: Flask) -> None:
    owner = guest(app)
    rendered(owner, WAITING, None, changed_at=now() - service.GIVEN_UP - timedelta(seconds=1))
    assert [one["state"] for one in told(owner)["renderings"]] == ["failed"]


def test_each_finer_picture_takes_the_place_of_the_last_and_a_dropped_one_is_drawn_no_more(app: Flask) -> None:
    owner = guest(app)
    id_ = rendered(owner)
    database, files = app.extensions["database"], app.extensions["files"]
    before = _file(app)
    assert drawing.tell(database, files, id_, Frame(0.5, b"finer"))
    _do_jobs(app)
    assert (files.get(before), files.get(_file(app))) == (None, b"finer")
    assert [(one["state"], one["percent"]) for one in told(owner)["renderings"]] == [("waiting", 50)]
    assert drawing.tell(database, files, id_, Frame(1.0, b"finest"))
    assert owner.client.get(told(owner)["renderings"][0]["url"]).data == b"finest"
    owner.client.delete(f"/api/v1/projects/{owner.project_id}/renderings/{id_}")
    assert not drawing.tell(database, files, id_, Frame(1.0, b"late"))


def test_the_pictures_go_with_their_project(app: Flask) -> None:
    owner = guest(app)
    rendered(owner, DRAWN)
    key = _file(app)
    owner.client.post(f"/s/{KRAKOW}/p/{owner.code}/binned")
    owner.client.post(f"/s/{KRAKOW}/bin/{owner.code}/erased")
    _do_jobs(app)
    assert app.extensions["files"].get(key) is None


@needs_renderer
def test_a_worker_draws_the_room_of_the_plan(app: Flask) -> None:
    owner = guest(app)
    id_ = ask(owner, at=_within(owner)).json["id"]
    drawing.carry_out(app.extensions["database"], app.extensions["files"], id_, Wish((32, 20), 4, 60))
    (one,) = told(owner)["renderings"]
    assert (one["state"], one["percent"]) == ("drawn", 100)
    assert owner.client.get(one["url"]).data.startswith(b"\x89PNG")


def _within(owner: Guest) -> list[int]:
    url = f"/api/v1/projects/{owner.project_id}/variants/{owner.variant}"
    labels = owner.client.get(url).json["document"]["rooms"].values()
    return list(next(iter(labels))["at"])


def _file(app: Flask) -> str:
    with app.extensions["database"].reading() as session:
        return session.query(Rendering).one().file or ""


def _do_jobs(app: Flask) -> None:
    worker = Worker(Tools(app.extensions["database"], app.extensions["settings"]), kinds())
    while worker.work_once():
        pass


def test_a_finished_picture_goes_on_the_documents_cover_and_says_of_which_day_it_is(
    app: Flask, database: Database
) -> None:
    owner = guest(app)
    first, second = rendered(owner, DRAWN), rendered(owner, DRAWN)
    url = f"/api/v1/projects/{owner.project_id}/renderings"
    for one in (first, second):
        assert owner.client.put(f"{url}/{one}/cover", json={"on": True}).status_code == 200
    assert {one["id"]: one["cover"] for one in told(owner)["renderings"]} == {first: False, second: True}
    owner.send(owner.edit({"plan": {"name": "Inny"}}))
    with database.reading() as session:
        project = session.get_one(Project, owner.project_id)
        subject = subject_of(session, app.extensions["files"], project, language="pl", base_url="")
    note = cover.context(subject)["note"]
    assert note.startswith("Obraz w")
    assert note.endswith("projekt się zmienił.")


def test_an_unfinished_picture_goes_on_no_cover(app: Flask) -> None:
    owner = guest(app)
    url = f"/api/v1/projects/{owner.project_id}/renderings/{rendered(owner, WAITING)}/cover"
    assert owner.client.put(url, json={"on": True}).json["error"]["reason"] == "rendering_not_drawn"
