"""Links: who has access, taken back one by one, and a picture for those who preview them, on both databases."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from configurator.projects.link_picture import SIZE_PX, png
from rooms.plan import Plan
from samples.demo import demo_deck
from tests.configurator.people import KRAKOW, Guest, guest, staff


def make(anna: Guest, role: str = "commenter") -> dict[str, str]:
    made: dict[str, str] = anna.client.post(f"/api/v1/projects/{anna.project_id}/links", json={"role": role}).json
    return made


def come(app: Flask, link: dict[str, str]) -> FlaskClient:
    browser = app.test_client()
    assert browser.post(link["path"], data={"token": link["token"]}).status_code == 303
    return browser


def listed(anna: Guest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = anna.client.get(f"/api/v1/projects/{anna.project_id}/links").json["links"]
    return found


def sees(browser: FlaskClient, anna: Guest) -> bool:
    return browser.get(f"/api/v1/projects/{anna.project_id}/edits").status_code == 200


def picture_of(app: Flask, link: dict[str, str]) -> str:
    """The address that the link's page names for its picture."""
    page = app.test_client().get(link["path"]).text
    found = re.search(r'og:image" content="http://localhost([^"]+)"', page)
    assert found is not None
    return found[1]


def test_the_owner_sees_each_link_and_how_many_came_by_it(app: Flask) -> None:
    anna = guest(app)
    come(app, make(anna))
    come(app, family := make(anna, "viewer"))
    come(app, family)
    assert [(link["role"], link["people"]) for link in listed(anna)] == [("viewer", 2), ("commenter", 1)]


def test_a_project_that_a_link_shows_is_not_offered_to_be_kept(app: Flask) -> None:
    brother = come(app, make(guest(app)))
    page = brother.get(f"/s/{KRAKOW}/").text
    assert 'id="shown"' in page
    assert 'id="mine"' not in page
    assert "keep-email" not in page


def test_the_list_names_nobody(app: Flask) -> None:
    anna = guest(app)
    come(app, make(anna))
    assert set(listed(anna)[0]) == {"id", "role", "made_at", "people"}


def test_a_withdrawn_link_takes_its_people_along_and_no_others(app: Flask) -> None:
    anna = guest(app)
    first, second = make(anna), make(anna, "viewer")
    aunt, uncle = come(app, first), come(app, second)
    by_role = {link["role"]: link["id"] for link in listed(anna)}
    answer = anna.client.delete(f"/api/v1/projects/{anna.project_id}/links/{by_role['commenter']}")
    assert answer.status_code == 204
    assert (sees(aunt, anna), sees(uncle, anna)) == (False, True)
    assert [link["role"] for link in listed(anna)] == ["viewer"]


def test_whoever_brings_a_withdrawn_link_reads_a_plain_page(app: Flask) -> None:
    anna = guest(app)
    link = make(anna)
    anna.client.delete(f"/api/v1/projects/{anna.project_id}/links")
    answer = app.test_client().post(link["path"], data={"token": link["token"]})
    assert answer.status_code == 404
    assert "Ten link już nie działa" in answer.text


def test_another_projects_link_is_not_withdrawn(app: Flask) -> None:
    anna, eve = guest(app), guest(app)
    make(anna)
    (link,) = listed(anna)
    assert eve.client.delete(f"/api/v1/projects/{eve.project_id}/links/{link['id']}").status_code == 404
    assert len(listed(anna)) == 1


def test_the_picture_needs_no_cookie_and_no_token(app: Flask) -> None:
    answer = app.test_client().get(picture_of(app, make(guest(app))))
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert Image.open(BytesIO(answer.data)).size == SIZE_PX


def test_the_pictures_address_opens_nothing_else(app: Flask) -> None:
    anna = guest(app)
    link = make(anna)
    secret = picture_of(app, link).rsplit("/", 1)[1].removesuffix(".png")
    browser = app.test_client()
    assert browser.post(f"/s/{KRAKOW}/l", data={"token": secret}).status_code == 404
    page = browser.get(link["path"]).text
    assert anna.code not in page
    assert anna.project_id not in page


@pytest.mark.parametrize("end", ["withdrawn", "binned"])
def test_the_picture_ends_with_its_link(app: Flask, end: str) -> None:
    anna = guest(app)
    link = make(anna)
    address = picture_of(app, link)
    if end == "withdrawn":
        anna.client.delete(f"/api/v1/projects/{anna.project_id}/links")
    else:
        anna.client.post(f"/s/{KRAKOW}/p/{anna.code}/binned")
    assert app.test_client().get(address).status_code == 404
    assert "og:image" not in app.test_client().get(link["path"]).text


def test_an_invented_picture_is_not_there(app: Flask) -> None:
    assert app.test_client().get(f"/s/{KRAKOW}/l/invented.png").status_code == 404


def test_a_plan_with_nothing_in_it_has_a_picture_too() -> None:
    assert png(Plan.empty().document, demo_deck())[:4] == b"\x89PNG"


def test_staff_see_who_has_access(app: Flask) -> None:
    anna = guest(app)
    assert staff(app).get(f"/api/v1/projects/{anna.project_id}/links").status_code == 200
