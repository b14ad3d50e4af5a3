"""Walls of photos are painted, shown, kept and led to; on one kind of database, as none of it depends on the kind."""

from __future__ import annotations

import io
from typing import Any

import pytest
from flask import Flask
from PIL import Image

from configurator.projects.models import Project
from tests.configurator.people import KRAKOW, guest, staff
from tests.configurator.photos.bringing import ON_DOOR, ON_SHEET, ON_WALL, bring, brought, mark, paint, seen, tap, wall

START = f"/s/{KRAKOW}/photo"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


def apart(one: Any, other: Any) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def test_a_photo_begins_a_project_without_an_account(app: Flask) -> None:
    browser = app.test_client()
    begun = browser.post(START, data={"file": (io.BytesIO(wall()), "pokoj.png")})
    assert begun.status_code == 303
    assert browser.get(begun.location).status_code == 200
    assert app.test_client().get(begun.location).status_code == 404


def test_a_photo_sent_twice_begins_one_project(app: Flask) -> None:
    browser, id_ = app.test_client(), "0123456789abcdefghjkmnpqrs"
    begun = [browser.post(START, data={"start": "bedroom", "id": id_}).location for _ in range(2)]
    assert begun[0] == begun[1]


def test_a_tapped_wall_takes_the_paint_and_the_door_does_not(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    before = seen(owner, url)
    mark(owner, url, tap(), paint())
    after = seen(owner, url)
    at_wall, at_door = (apart(before.getpixel(at), after.getpixel(at)) for at in ((60, 60), (150, 100)))
    assert at_wall > 2 * at_door


def test_a_wall_keeps_its_paint_under_another_that_has_none_yet(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    mark(owner, url, tap(), paint())
    painted = owner.client.get(f"{url}/picture.jpg").data
    mark(owner, url, tap(wall="b"))
    assert owner.client.get(f"{url}/picture.jpg").data == painted


def test_what_was_undone_is_undone_for_everyone_and_can_be_done_again(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    blank = owner.client.get(f"{url}/picture.jpg").data
    mark(owner, url, tap(), paint())
    painted = owner.client.get(f"{url}/picture.jpg").data
    mark(owner, url, {"do": "undo"})
    assert owner.client.get(f"{url}/picture.jpg").data == blank
    mark(owner, url, {"do": "redo"})
    assert owner.client.get(f"{url}/picture.jpg").data == painted != blank


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        (tap([200, 10]), "outside_photo"),
        (paint("ZK-9999"), "no_such_paint"),
        ({"do": "old", "wall": "a", "old": {"way": "paint", "code": "NONE"}}, "no_such_paint"),
        ({"do": "dance"}, "not_an_edit"),
        (7, "not_an_edit"),
    ],
)
def test_a_step_that_cannot_be_is_refused_in_words_and_the_others_stand(app: Flask, step: Any, reason: str) -> None:
    owner = guest(app)
    url = brought(owner)
    answer = owner.client.post(
        f"{url}/edits", json={"edits": [{"id": "1", **tap()}, {"id": "2", **step} if isinstance(step, dict) else step]}
    )
    refused = answer.json["results"][1]
    assert (answer.json["results"][0]["result"], refused["reason"]) == ("logged", reason)
    assert refused["text"]


def test_a_white_sheet_tells_the_old_paint_and_a_black_one_is_refused(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    sheet = {"do": "old", "wall": "a", "old": {"way": "sheet", "at": ON_SHEET}}
    assert mark(owner, url, tap(), sheet).json["results"][1]["result"] == "logged"
    dark = brought(owner, "black")
    refused = mark(owner, dark, tap(), sheet | {"old": {"way": "sheet", "at": [5, 5]}}).json["results"][1]
    assert refused["reason"] == "sheet_too_dark"


def test_the_eraser_takes_a_place_out_of_the_wall(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    rub = {"do": "brush", "wall": "a", "on": False, "width": 20, "points": [[55, 60], [65, 60]]}
    mark(owner, url, tap(), paint(), rub)
    after = seen(owner, url)
    assert apart(after.getpixel((60, 60)), after.getpixel((30, 60))) > 20


def test_the_paint_does_not_cross_a_line(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    mark(owner, url, tap(), {"do": "line", "wall": "a", "from": [0, 24], "to": [199, 24]}, paint())
    before, after = seen(owner, url, "picture.jpg?original=1"), seen(owner, url)
    above, below = (apart(before.getpixel(at), after.getpixel(at)) for at in ((60, 8), (60, 60)))
    assert below > 2 * above


def test_the_edge_of_a_wall_lies_over_the_photo(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    mark(owner, url, tap())
    edge = seen(owner, url, "walls/a.png")
    assert (edge.mode, edge.size, edge.info["transparency"]) == ("P", (200, 160), 0)
    assert owner.client.get(f"{url}/walls/none.png").status_code == 404


def test_a_picture_is_not_sent_again_to_whoever_has_it(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    tag = owner.client.get(f"{url}/picture.jpg").headers["ETag"]
    assert owner.client.get(f"{url}/picture.jpg", headers={"If-None-Match": tag}).status_code == 304
    mark(owner, url, tap(), paint())
    assert owner.client.get(f"{url}/picture.jpg", headers={"If-None-Match": tag}).status_code == 200


def test_the_picture_to_keep_names_its_colours_under_it(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    mark(owner, url, tap(), paint())
    kept = seen(owner, url, "download.jpg")
    assert (kept.width, kept.height > 160) == (200, True)


def test_another_projects_photo_is_not_found_under_ones_own(app: Flask) -> None:
    mine, yours = guest(app), guest(app)
    photo_id = brought(yours).rsplit("/", 1)[1]
    assert mine.client.get(f"/api/v1/projects/{mine.project_id}/photos/{photo_id}/picture.jpg").status_code == 404


def test_no_place_of_the_photo_is_left_in_what_is_kept(app: Flask) -> None:
    owner = guest(app)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    answer = bring(owner, wall(format_="JPEG", exif=exif))
    kept = seen(owner, answer.json["url"])
    assert (kept.size, dict(kept.getexif())) == ((160, 200), {})


def test_taps_on_the_door_and_the_wall_stand_in_the_photos_state(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    mark(owner, url, tap(ON_WALL), {"do": "keep", "wall": "a", "at": ON_DOOR})
    told = owner.client.get(url.rsplit("/", 1)[0] + "/").json["photos"][0]["state"]["steps"]
    assert [step["do"] for step in told] == ["tap", "keep"]


def test_a_family_link_to_a_photo_alone_leads_to_the_photo(app: Flask) -> None:
    browser = app.test_client()
    page = browser.post(START, data={"start": "bedroom"}).location
    project_id = _project(app, page)
    link = browser.post(f"/api/v1/projects/{project_id}/links", json={"role": "commenter"}).json
    cousin = app.test_client()
    assert cousin.post(link["path"], data={"token": link["token"]}).location == page
    assert cousin.get(page).status_code == 200
    assert page in browser.get(f"/s/{KRAKOW}/").text


def test_staff_see_the_photo_on_the_projects_card(app: Flask) -> None:
    owner = guest(app)
    url = brought(owner)
    assert f"{url}/picture.jpg" in staff(app).get(f"/s/{KRAKOW}/desk/p/{owner.code}").text


def test_the_paint_of_a_photo_is_at_hand_in_the_studio(app: Flask) -> None:
    owner = guest(app)
    mark(owner, brought(owner), tap(), paint("ZK-0900"))
    assert '"suggested":["ZK-0900",' in owner.client.get(f"/s/{KRAKOW}/p/{owner.code}").text


def _project(app: Flask, page: str) -> str:
    with app.extensions["database"].reading() as session:
        return session.query(Project).filter_by(code=page.split("/")[-2]).one().id
