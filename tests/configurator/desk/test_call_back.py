"""A customer asks to be called back from any page; it stands on the store's worklist with what it was about."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import select

from configurator.db import Database
from configurator.desk.models import HelpRequest
from tests.configurator.people import BATHROOMS, KRAKOW, guest, staff


def test_a_visitor_without_a_project_is_called_back_by_a_promised_time(app: Flask, database: Database) -> None:
    answer = app.test_client().post(f"/s/{KRAKOW}/help", data={"phone": "600 100 200", "screen": "start.start"})
    assert "zadzwoni pod numer 600 100 200 do:" in answer.text
    with database.reading() as session:
        request = session.scalars(select(HelpRequest)).one()
        assert (request.project_id, request.promised_at is None) == (None, False)


def test_it_stands_on_the_worklist_without_a_card(app: Flask) -> None:
    app.test_client().post(f"/s/{KRAKOW}/help", data={"phone": "600 100 200"})
    assert "jeszcze bez projektu" in staff(app).get(f"/s/{KRAKOW}/desk/").text


def test_the_project_of_the_page_comes_along(app: Flask, database: Database) -> None:
    owner = guest(app)
    owner.client.post(f"/s/{KRAKOW}/help", data={"phone": "600 100 200", "project": owner.code})
    with database.reading() as session:
        assert session.scalars(select(HelpRequest.project_id)).one() == owner.project_id


def test_a_strangers_project_does_not(app: Flask, database: Database) -> None:
    owner = guest(app)
    guest(app).client.post(f"/s/{KRAKOW}/help", data={"phone": "600 100 200", "project": owner.code})
    guest(app, BATHROOMS).client.post(f"/s/{BATHROOMS}/help", data={"phone": "600 100 200", "project": owner.code})
    with database.reading() as session:
        assert session.scalars(select(HelpRequest.project_id)).all() == [None, None]


def test_pressing_twice_asks_once(app: Flask, database: Database) -> None:
    client = app.test_client()
    for _ in range(2):
        client.post(f"/s/{KRAKOW}/help", data={"phone": "600 100 200"})
    with database.reading() as session:
        assert len(session.scalars(select(HelpRequest)).all()) == 1


def test_what_was_typed_stays_beside_what_is_wrong(app: Flask) -> None:
    answer = app.test_client().post(f"/s/{KRAKOW}/help", data={"phone": "abc", "name": "Anna"})
    assert answer.status_code == 400
    assert 'value="abc"' in answer.text
    assert 'value="Anna"' in answer.text


def test_every_customers_page_offers_a_person(app: Flask) -> None:
    owner = guest(app)
    project = f"/s/{KRAKOW}/p/{owner.code}"
    for url in (
        f"/s/{KRAKOW}/",
        f"/s/{KRAKOW}/samples/",
        f"{project}/documents",
        f"/s/{KRAKOW}/withdrawal",
        f"{project}x",
    ):
        page = owner.client.get(url).text
        assert 'popovertarget="help-panel"' in page, url


def test_the_card_tells_the_screen_and_the_last_actions(app: Flask) -> None:
    owner = guest(app)
    context = {"screen": "both", "actions": ["draw_wall", "paint_face", "paint_face", "undo", "unheard_of"]}
    asked = {"kind": "call_back", "phone": "600 100 200", "context": context}
    owner.client.post(f"/api/v1/projects/{owner.project_id}/requests", json=asked)
    card = staff(app).get(f"/s/{KRAKOW}/desk/p/{owner.code}").text
    assert "Ekran: plan i 3D. Ostatnio: ściany, kolory, cofanie." in card


def test_a_context_of_any_shape_breaks_nothing(app: Flask) -> None:
    owner = guest(app)
    for context in (7, [1], {"screen": {"a": 1}, "actions": {"b": 2}}, {"actions": [None, [], 3]}):
        asked = {"kind": "call_back", "phone": "600 100 200", "context": context}
        owner.client.post(f"/api/v1/projects/{owner.project_id}/requests", json=asked)
        assert staff(app).get(f"/s/{KRAKOW}/desk/p/{owner.code}").status_code == 200
