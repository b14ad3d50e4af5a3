"""A photo link lets somebody add pictures, see their own and take them away, and nothing more."""

from __future__ import annotations

import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.configurator.measuring.measuring import customer, photo_ids, send_photo
from tests.configurator.people import BATHROOMS, KRAKOW, Guest, guest, staff


def photographer(app: Flask, owner: Guest) -> FlaskClient:
    """A browser that has opened a photo link."""
    link = owner.client.post(f"/api/v1/projects/{owner.project_id}/links", json={"role": "photos"}).json
    browser = app.test_client()
    answer = browser.post(link["path"], data={"token": link["token"]})
    assert answer.location == f"/s/{owner.store}/p/{owner.code}/photos"
    return browser


def test_who_opens_a_photo_link_adds_a_photo_and_takes_it_away(app: Flask) -> None:
    owner = customer(app)
    browser = photographer(app, owner)
    assert send_photo(owner, browser).status_code == 303
    picture = photo_ids(app, owner)[0]
    url = f"/s/{BATHROOMS}/p/{owner.code}/photos"
    assert browser.get(f"{url}/{picture}.jpg").mimetype == "image/jpeg"
    assert browser.post(f"{url}/{picture}/remove").status_code == 303
    assert photo_ids(app, owner) == []


def test_a_photo_link_shows_nobody_elses_photos(app: Flask) -> None:
    owner = customer(app)
    browser = photographer(app, owner)
    send_photo(owner)
    picture = photo_ids(app, owner)[0]
    url = f"/s/{BATHROOMS}/p/{owner.code}/photos"
    assert picture not in browser.get(url).text
    assert browser.get(f"{url}/{picture}.jpg").status_code == 404
    assert browser.post(f"{url}/{picture}/remove").status_code == 404


def test_a_photo_link_opens_no_project(app: Flask) -> None:
    owner = customer(app)
    browser = photographer(app, owner)
    assert browser.get(f"/api/v1/projects/{owner.project_id}/edits").status_code == 404
    assert owner.project_id not in browser.get(f"/s/{BATHROOMS}/p/{owner.code}").text
    assert owner.code not in browser.get(f"/s/{BATHROOMS}/").text


def test_a_looker_may_add_photos_after_opening_a_photo_link(app: Flask) -> None:
    owner = customer(app)
    links = f"/api/v1/projects/{owner.project_id}/links"
    browser = app.test_client()
    for role in ("viewer", "photos"):
        link = owner.client.post(links, json={"role": role}).json
        browser.post(link["path"], data={"token": link["token"]})
    assert send_photo(owner, browser).status_code == 303
    assert browser.get(f"/api/v1/projects/{owner.project_id}/edits").status_code == 200


def test_another_retailers_visitor_cannot_use_a_photo_link(app: Flask) -> None:
    owner = customer(app)
    link = owner.client.post(f"/api/v1/projects/{owner.project_id}/links", json={"role": "photos"}).json
    other = guest(app, KRAKOW).client
    assert other.post(f"/s/{KRAKOW}/l", data={"token": link["token"]}).status_code == 404


def test_staff_make_a_photo_link_for_a_customer(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    page = desk.post(f"/s/{BATHROOMS}/desk/p/{owner.code}/photo-link").text
    found = re.search(r"/l#([\w-]+)", page)
    assert found
    browser = app.test_client()
    assert browser.post(f"/s/{BATHROOMS}/l", data={"token": found[1]}).location.endswith("/photos")


def test_a_project_has_one_photo_link_until_it_is_withdrawn(app: Flask) -> None:
    owner = customer(app)
    links = f"/api/v1/projects/{owner.project_id}/links"
    first, again = (owner.client.post(links, json={"role": "photos"}).json["token"] for _ in range(2))
    assert again == first
    assert len(owner.client.get(links).json["links"]) == 1
    owner.client.delete(links)
    assert owner.client.post(links, json={"role": "photos"}).json["token"] != first


@pytest.mark.parametrize(("data", "reason"), [(b"", "no_file"), (b"slowa " * 99, "not_a_picture")])
def test_what_is_no_photo_is_refused_in_words(app: Flask, data: bytes, reason: str) -> None:
    owner = customer(app)
    answer = owner.client.post(
        f"/s/{BATHROOMS}/p/{owner.code}/photos",
        data={"file": (io.BytesIO(data), "x.jpg")},
        headers={"Accept": "application/json"},
    )
    assert answer.json["error"]["reason"] == reason


def test_a_waiting_photo_stands_on_the_worklist_until_it_is_answered(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    send_photo(owner)
    assert "Zdjęcie z wymiarami czeka" in desk.get(f"/s/{BATHROOMS}/desk/").text
    assert "Zdjęcie z wymiarami czeka" in desk.get(f"/s/{BATHROOMS}/desk/p/{owner.code}").text
    desk.post(f"/s/{BATHROOMS}/desk/p/{owner.code}/dimensions/photos", data={"answer": "yes"})
    assert "Zdjęcie z wymiarami czeka" not in desk.get(f"/s/{BATHROOMS}/desk/").text
