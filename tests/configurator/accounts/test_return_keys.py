"""A guest whose browser has lost its cookie comes back by the key kept beside the drafts, and nobody else does."""

from __future__ import annotations

import json
import re

from flask import Flask
from flask.testing import FlaskClient

from configurator.accounts.models import Visit
from configurator.db import now
from tests.configurator.people import KRAKOW, Guest, guest, staff


def test_the_key_brings_the_cookie_back(app: Flask) -> None:
    owner = guest(app)
    browser = app.test_client()
    assert _return(browser, owner, _key(owner)) == 204
    assert _boot(browser, owner)["right"] == "owner"


def test_the_key_stays_the_same_so_that_a_second_loss_is_no_worse(app: Flask) -> None:
    owner = guest(app)
    browser = app.test_client()
    _return(browser, owner, _key(owner))
    assert _return(app.test_client(), owner, _key(Guest(browser, KRAKOW, "", owner.code, ""))) == 204


def test_a_key_opens_no_project_of_another(app: Flask) -> None:
    owner, other = guest(app), guest(app)
    assert _return(app.test_client(), owner, _key(other)) == 404


def test_a_key_that_the_server_did_not_sign_opens_nothing(app: Flask) -> None:
    owner = guest(app)
    visit, _, signature = _key(owner).partition(".")
    for key in ("", visit, f"{visit}.", f"{visit}.{signature[::-1]}", f"{visit}.ż"):
        assert _return(app.test_client(), owner, key) == 404


def test_a_visit_that_is_over_has_no_way_back(app: Flask) -> None:
    owner = guest(app)
    key = _key(owner)
    with app.extensions["database"].writing() as session:
        session.query(Visit).update({"ended_at": now()})
    assert _return(app.test_client(), owner, key) == 404


def test_staff_and_strangers_get_no_key(app: Flask) -> None:
    owner = guest(app)
    assert [_boot(browser, owner)["return_key"] for browser in (staff(app), app.test_client())] == [None, None]


def _key(owner: Guest) -> str:
    key: str = _boot(owner.client, owner)["return_key"]
    return key


def _boot(browser: FlaskClient, of: Guest) -> dict[str, str]:
    page = browser.get(f"/s/{KRAKOW}/p/{of.code}").text
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', page)
    assert found is not None
    boot: dict[str, str] = json.loads(found[1])
    return boot


def _return(browser: FlaskClient, of: Guest, key: str) -> int:
    return browser.post(f"/s/{KRAKOW}/p/{of.code}/return", data={"key": key}).status_code
