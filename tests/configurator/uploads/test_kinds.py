"""A file is known by what it holds; a card that does not take it names the place that does, in both languages."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from configurator.uploads.kinds import kind_of
from tests.configurator.people import KRAKOW, guest, staff
from tests.configurator.uploads.files import FILES

HERE = f"/s/{KRAKOW}"
CARDS: Sequence[tuple[str, tuple[str, ...]]] = [
    (f"{HERE}/plans", ("plan", "picture", "pdf")),
    (f"{HERE}/pictures", ("plan", "picture", "pdf")),
    (f"{HERE}/photo", ("picture",)),
    ("/api/v1/projects/{project}/pictures/", ("picture", "pdf")),
]
PLACES = {
    "plan": "#plan-door",
    "picture": "#picture-door",
    "pdf": "#picture-door",
    "model": "desk/models/",
    "palette": "desk/decks/",
    "feed": "desk/products/",
    "table": "desk/products/",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_known_by_what_it_holds(name: str) -> None:
    kind, data = FILES[name]
    assert kind_of(data) == kind


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(("card", "takes"), CARDS)
def test_a_card_takes_a_file_or_names_its_place(app: Flask, card: str, takes: tuple[str, ...], language: str) -> None:
    owner = guest(app)
    for name, (kind, data) in FILES.items():
        if kind in takes or kind == "unknown":
            continue
        answer = _sent(owner.client, card.format(project=owner.project_id), name, data, language)
        assert answer.json
        error = answer.json["error"]
        link = error.get("link", {"url": f"{HERE}/"})
        assert (name, answer.status_code, link["url"]) == (name, 400, f"{HERE}/{PLACES.get(kind, '')}")
        assert not error["text"].startswith("errors.")


@pytest.mark.parametrize(
    ("card", "takes"),
    [("products", ("table", "feed")), ("models", ("model",)), ("decks", ("table", "palette"))],
)
def test_a_card_of_the_desk_names_the_place_too(app: Flask, card: str, takes: tuple[str, ...]) -> None:
    manager = staff(app, role="manager")
    for name, (kind, data) in FILES.items():
        if kind in takes or kind not in PLACES:
            continue
        page = manager.post(f"{HERE}/desk/{card}/", data={"file": (io.BytesIO(data), name)})
        assert (name, page.status_code) == (name, 400)
        assert f'href="{HERE}/{PLACES[kind]}"' in page.text


@pytest.mark.parametrize("card", ["plans", "pictures"])
def test_either_card_for_a_home_takes_a_plan_and_a_picture(app: Flask, card: str) -> None:
    client = guest(app).client
    plan = client.post(f"{HERE}/{card}", data={"file": (io.BytesIO(FILES["home.json"][1]), "home.json")})
    laid = client.post(f"{HERE}/{card}", data={"file": (io.BytesIO(FILES["plan.png"][1]), "plan.png")})
    assert (plan.status_code, "?lay=" in laid.headers["Location"]) == (200, True)


def _sent(client: FlaskClient, url: str, name: str, data: bytes, language: str) -> TestResponse:
    headers = {"Accept": "application/json", "Accept-Language": language}
    return client.post(url, data={"file": (io.BytesIO(data), name)}, headers=headers)
