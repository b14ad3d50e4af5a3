"""What a browser may keep: the customer's own page at home, with every file of its build, and no other."""

from __future__ import annotations

import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from configurator.accounts.models import Visit
from configurator.offline import shell
from tests.configurator.people import KRAKOW, Guest, guest, staff


def test_the_worker_stands_at_the_root_and_is_asked_for_anew(client: FlaskClient) -> None:
    answer = client.get("/sw.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_every_file_of_the_shell_is_there(client: FlaskClient) -> None:
    said = re.match(r"self\.SHELL=(.*);\n", client.get("/sw.js").text)
    assert said is not None
    files = json.loads(said[1])["files"]
    assert {file: _status(client, file) for file in files} == dict.fromkeys(files, 200)


def test_what_the_studio_names_is_in_the_shell(app: Flask) -> None:
    owner = guest(app)
    named = set(re.findall(r"/(?:assets|catalogue)/[\w./-]+", _studio(owner.client, owner).text))
    assert named <= set(shell.files())


@pytest.mark.parametrize("lang", ["pl", "en"])
def test_the_page_without_a_network_is_the_same_for_everyone(app: Flask, lang: str) -> None:
    pages = [browser.get(f"/offline/{lang}") for browser in (app.test_client(), guest(app).client)]
    assert [page.headers["Content-Language"] for page in pages] == [lang, lang]
    assert len({re.sub(r'nonce="[^"]*"', "", page.text) for page in pages}) == 1


def test_there_is_no_page_in_a_third_language(client: FlaskClient) -> None:
    assert client.get("/offline/de").status_code == 404


def test_the_owner_keeps_the_page_with_its_build(app: Flask) -> None:
    owner = guest(app)
    headers = _studio(owner.client, owner).headers
    assert (headers["Offline-Project"], headers["Offline-Build"]) == (owner.project_id, shell.build())


def test_nobody_else_keeps_it(app: Flask) -> None:
    owner = guest(app)
    browsers = (app.test_client(), guest(app).client, staff(app))
    assert not any("Offline-Project" in _studio(browser, owner).headers for browser in browsers)


def test_a_kiosk_keeps_nothing(app: Flask) -> None:
    owner = guest(app)
    with app.extensions["database"].writing() as session:
        session.query(Visit).update({"channel": "kiosk"})
    assert "Offline-Project" not in _studio(owner.client, owner).headers


def test_whom_a_link_let_in_keeps_the_page_until_it_is_withdrawn(app: Flask) -> None:
    owner = guest(app)
    link = owner.client.post(f"/api/v1/projects/{owner.project_id}/links", json={"role": "viewer"}).json
    family = app.test_client()
    family.post(link["path"], data={"token": link["token"]})
    assert "Offline-Project" in _studio(family, owner).headers
    _withdraw(app, owner)
    assert "Offline-Project" not in _studio(family, owner).headers


def test_each_page_of_a_store_says_which_visit_it_is(app: Flask) -> None:
    owner = guest(app)
    visits = [browser.get(f"/s/{KRAKOW}/").headers["Offline-Visit"] for browser in (owner.client, app.test_client())]
    assert visits[0] == _studio(owner.client, owner).headers["Offline-Visit"]
    assert visits[1] == "dom-i-mebel -"


def _status(browser: FlaskClient, path: str) -> int:
    with browser.get(path) as answer:
        return answer.status_code


def _studio(browser: FlaskClient, of: Guest):  # type: ignore[no-untyped-def]
    return browser.get(f"/s/{KRAKOW}/p/{of.code}")


def _withdraw(app: Flask, owner: Guest) -> None:
    from configurator.projects import grants
    from configurator.projects.models import Project

    with app.extensions["database"].writing() as session:
        grants.withdraw_links(session, session.get_one(Project, owner.project_id))
