"""Who has said once how to be reached is not asked again, and nobody else is told."""

from __future__ import annotations

from flask import Flask

from tests.configurator.people import KRAKOW, Guest, guest, staff

ANNA = "anna@poczta.example"


def asked(person: Guest) -> None:
    said = {"kind": "hand_over", "wish": "", "name": "Anna", "phone": "", "email": ANNA}
    answer = person.client.post(f"/api/v1/projects/{person.project_id}/requests", json=said)
    assert answer.status_code < 300, answer.text


def test_the_start_page_holds_the_address_given_when_handing_over(app: Flask) -> None:
    person = guest(app)
    asked(person)
    assert f'value="{ANNA}"' in person.client.get(f"/s/{KRAKOW}/").text


def test_the_studio_holds_the_address_of_the_letter_that_was_asked_for(app: Flask) -> None:
    person = guest(app)
    person.client.post(f"/s/{KRAKOW}/account/letters", data={"email": ANNA})
    assert ANNA in person.client.get(f"/s/{KRAKOW}/p/{person.code}").text


def test_staff_and_strangers_who_open_the_project_are_not_told(app: Flask) -> None:
    person = guest(app)
    asked(person)
    for other in (staff(app), app.test_client()):
        assert ANNA not in other.get(f"/s/{KRAKOW}/p/{person.code}").text
