"""Photos are brought and marked once, found by those who may, and gone with their project."""

from __future__ import annotations

from flask import Flask

from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.worker import Worker
from configurator.photos import service
from configurator.photos.models import Photo
from tests.configurator.people import BATHROOMS, KRAKOW, guest
from tests.configurator.photos.bringing import brought, leaves, mark, tap

START = f"/s/{KRAKOW}/photo"


def test_an_edit_sent_again_is_known_and_changes_nothing(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    first, again = (mark(owner, url, {"id": "one", **tap()}).json for _ in range(2))
    assert (first["results"][0]["result"], again["results"][0]["result"]) == ("logged", "known")
    assert first["photo"] == again["photo"]


def test_undo_takes_back_ones_own_last_step_and_hides_who_did_the_others(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    mark(owner, url, tap())
    with app.extensions["database"].writing() as session:
        photo = session.query(Photo).one()
        others = {"id": "theirs", **tap([30, 90])}
        service.append(session, app.extensions["files"], photo, [others], by="somebody")
    steps = mark(owner, url, {"do": "undo"}).json["photo"]["state"]["steps"]
    assert [(step["at"], step.get("by")) for step in steps] == [([30, 90], "other")]


def test_a_tap_where_hardly_a_wall_can_be_is_answered_with_a_sentence(app: Flask) -> None:
    owner = guest(app)
    told = [mark(owner, url, tap()).json["doubt"] for url in (brought(owner, image=leaves()), brought(owner))]
    assert "wzór" in told[0]
    assert told[1] is None


def test_a_strangers_photo_is_not_there(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    for stranger in (guest(app), guest(app, BATHROOMS)):
        assert stranger.client.get(f"{url}/picture.jpg").status_code == 404
        assert mark(stranger, url, tap()).status_code == 404


def test_a_removed_photo_takes_its_file_along(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    key = _key(app)
    assert [owner.client.delete(url).status_code for _ in range(2)] == [200, 200]
    _do_jobs(app)
    assert owner.client.get(f"{url}/picture.jpg").status_code == 404
    assert app.extensions["files"].get(key) is None


def test_the_photos_go_with_their_project(app: Flask) -> None:
    owner = guest(app)
    brought(owner)
    key = _key(app)
    owner.client.post(f"/s/{KRAKOW}/p/{owner.code}/binned")
    owner.client.post(f"/s/{KRAKOW}/bin/{owner.code}/erased")
    _do_jobs(app)
    assert app.extensions["files"].get(key) is None


def _key(app: Flask) -> str:
    with app.extensions["database"].reading() as session:
        return session.query(Photo).one().file


def _do_jobs(app: Flask) -> None:
    worker = Worker(Tools(app.extensions["database"], app.extensions["settings"]), kinds())
    while worker.work_once():
        pass
