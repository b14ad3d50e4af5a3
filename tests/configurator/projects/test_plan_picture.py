"""A project's small picture on the start page: drawn anew only when the project has changed."""

from __future__ import annotations

from flask import Flask

from tests.configurator.people import KRAKOW, Guest, guest


def address(person: Guest) -> str:
    return f"/s/{KRAKOW}/p/{person.code}/plan.svg"


def test_the_start_page_shows_the_visitors_own_plan(app: Flask) -> None:
    person = guest(app)
    assert address(person) in person.client.get(f"/s/{KRAKOW}/").text
    assert person.client.get(address(person)).text.startswith("<svg")


def test_an_unchanged_picture_is_not_sent_again(app: Flask) -> None:
    person = guest(app)
    tag = person.client.get(address(person)).headers["ETag"]
    assert person.client.get(address(person), headers={"If-None-Match": tag}).status_code == 304


def test_a_changed_plan_is_another_picture(app: Flask) -> None:
    person = guest(app)
    tag = person.client.get(address(person)).headers["ETag"]
    person.send(person.edit({"plan": {"name": "Salon", "purpose": "living"}}))
    assert person.client.get(address(person), headers={"If-None-Match": tag}).status_code == 200
