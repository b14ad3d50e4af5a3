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
from tests.configurator.pictures.bringing import bring, brought, pages, sketch


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
    [(b"", "file_is_empty"), (b"plain words " * 40, "not_a_picture"), (b"%PDF-1.7 nothing", "damaged_pdf")],
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


def test_a_pdf_of_three_pages_is_turned_to_another_page(app: Flask) -> None:
    owner = guest(app)
    sheet = bring(owner, pages((400, 300), (300, 400), (500, 200))).json
    url = f"/api/v1/projects/{owner.project_id}/pictures/{sheet['id']}"
    turned = owner.client.post(f"{url}/page", json={"page": 1}).json
    assert (sheet["pages"], sheet["width"] > sheet["height"], turned["width"] < turned["height"]) == (3, True, True)
    assert Image.open(io.BytesIO(owner.client.get(turned["url"]).data)).height == turned["height"]


def test_a_page_is_shown_small_before_it_is_chosen(app: Flask) -> None:
    owner = guest(app)
    sheet = bring(owner, pages((400, 300), (300, 400))).json
    small = owner.client.get(f"/api/v1/projects/{owner.project_id}/pictures/{sheet['id']}/pages/1.jpg")
    assert Image.open(io.BytesIO(small.data)).size == (240, 320)


@pytest.mark.parametrize(("page", "reason"), [(7, "no_such_page"), (-1, "no_such_page"), ("1", "not_a_whole_number")])
def test_a_page_that_is_none_is_refused(app: Flask, page: object, reason: str) -> None:
    owner = guest(app)
    sheet = bring(owner, pages((400, 300), (300, 400))).json
    url = f"/api/v1/projects/{owner.project_id}/pictures/{sheet['id']}/page"
    assert owner.client.post(url, json={"page": page}).json["error"]["reason"] == reason


def test_a_picture_begins_an_empty_project_to_draw_over_it(app: Flask) -> None:
    client = app.test_client()
    file = {"file": (io.BytesIO(sketch()), "szkic.png")}
    answer = client.post("/s/dom-i-mebel-krakow/pictures", data=file, headers={"Accept": "application/json"})
    page = client.get(answer.json["url"])
    assert (page.status_code, "?lay=" in answer.json["url"]) == (200, True)


def test_a_file_that_is_no_picture_begins_nothing(app: Flask) -> None:
    client = app.test_client()
    file = {"file": (io.BytesIO(b"words " * 50), "szkic.png")}
    answer = client.post("/s/dom-i-mebel-krakow/pictures", data=file, headers={"Accept": "application/json"})
    assert answer.json["error"]["reason"] == "file_unknown"
