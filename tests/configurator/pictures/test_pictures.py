"""Pictures are brought, straightened, given out to those who may see them, and removed."""

from __future__ import annotations

import io

import pytest
from flask import Flask
from PIL import Image

from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.worker import Worker
from configurator.pictures.models import Picture
from tests.configurator.people import BATHROOMS, guest
from tests.configurator.pictures.bringing import bring, brought, sketch


def test_a_brought_picture_comes_back_as_a_jpeg_without_metadata(app: Flask) -> None:
    owner = guest(app)
    answer = bring(owner, sketch())
    picture = Image.open(io.BytesIO(owner.client.get(answer.json["url"]).data))
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (400, 300), {})


def test_four_corners_make_it_square_and_none_bring_it_back(app: Flask) -> None:
    owner = guest(app)
    url = f"/api/v1/projects/{owner.project_id}/pictures/{brought(owner)}/corners"
    straight = owner.client.post(url, json={"corners": [[100, 60], [300, 60], [300, 210], [100, 210]]}).json
    assert abs(straight["width"] / straight["height"] - 4 / 3) < 0.02
    assert owner.client.post(url, json={"corners": []}).json["width"] == 400


@pytest.mark.parametrize(
    "corners",
    [None, 7, [[0, 0]], [[0, 0]] * 4, [["a", 0], [1, 0], [1, 1], [0, 1]]],
)
def test_corners_that_are_none_are_refused_and_the_picture_stays(app: Flask, corners: object) -> None:
    owner = guest(app)
    picture = brought(owner)
    url = f"/api/v1/projects/{owner.project_id}/pictures/{picture}"
    assert owner.client.post(f"{url}/corners", json={"corners": corners}).json["error"]["path"] == "corners"
    assert owner.client.get(f"{url}.jpg").status_code == 200


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "no_file"), (b"plain words " * 40, "not_a_picture"), (b"%PDF-1.7 nothing", "damaged_pdf")],
)
def test_what_is_no_picture_is_refused_in_words(app: Flask, data: bytes, reason: str) -> None:
    answer = bring(guest(app), data)
    assert answer.json["error"]["reason"] == reason
    assert not answer.json["error"]["text"].startswith("errors.")


def test_a_strangers_picture_is_not_there(app: Flask) -> None:
    owner = guest(app)
    url = f"/api/v1/projects/{owner.project_id}/pictures/{brought(owner)}.jpg"
    assert guest(app).client.get(url).status_code == 404
    assert guest(app, BATHROOMS).client.get(url).status_code == 404


def test_another_projects_picture_is_not_found_under_ones_own(app: Flask) -> None:
    mine, yours = guest(app), guest(app)
    assert mine.client.get(f"/api/v1/projects/{mine.project_id}/pictures/{brought(yours)}.jpg").status_code == 404


def test_a_removed_picture_is_gone_but_its_twin_keeps_the_file(app: Flask) -> None:
    owner = guest(app)
    one, other = brought(owner), brought(owner)
    url = f"/api/v1/projects/{owner.project_id}/pictures"
    owner.client.delete(f"{url}/{one}")
    _do_jobs(app)
    assert owner.client.get(f"{url}/{one}.jpg").status_code == 404
    assert owner.client.get(f"{url}/{other}.jpg").status_code == 200
    assert len(owner.client.get(f"{url}/").json["pictures"]) == 1


def test_the_file_goes_with_the_last_picture_that_shows_it(app: Flask) -> None:
    owner = guest(app)
    picture = brought(owner)
    with app.extensions["database"].reading() as session:
        key = session.get_one(Picture, picture).file
    owner.client.delete(f"/api/v1/projects/{owner.project_id}/pictures/{picture}")
    assert app.extensions["files"].get(key) is not None
    _do_jobs(app)
    assert app.extensions["files"].get(key) is None


def test_an_unchanged_picture_is_not_sent_again(app: Flask) -> None:
    owner = guest(app)
    url = f"/api/v1/projects/{owner.project_id}/pictures/{brought(owner)}.jpg"
    tag = owner.client.get(url).headers["ETag"]
    assert owner.client.get(url, headers={"If-None-Match": tag}).status_code == 304


def _do_jobs(app: Flask) -> None:
    worker = Worker(Tools(app.extensions["database"], app.extensions["settings"]), kinds())
    while worker.work_once():
        pass
