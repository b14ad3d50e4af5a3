"""A pairing number takes a right to another device: once, soon, and never to a guesser, on both databases."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from configurator.db import Database, now
from configurator.projects import pairing
from configurator.projects.models import Grant, Pairing
from tests.configurator.people import KRAKOW, Guest, guest, staff


def number(browser: FlaskClient, anna: Guest) -> str:
    answer = browser.post(f"/api/v1/projects/{anna.project_id}/pairings")
    assert answer.status_code == 200, answer.text
    return str(answer.json["number"])


def take(browser: FlaskClient, typed: str, client: str = "127.0.0.1") -> int:
    return browser.post(
        f"/s/{KRAKOW}/find", data={"code": typed}, environ_overrides={"REMOTE_ADDR": client}
    ).status_code


def family(app: Flask, anna: Guest, role: str = "commenter") -> FlaskClient:
    link = anna.client.post(f"/api/v1/projects/{anna.project_id}/links", json={"role": role}).json
    browser = app.test_client()
    browser.post(link["path"], data={"token": link["token"]})
    return browser


def edits(browser: FlaskClient, anna: Guest) -> int:
    return browser.post(f"/api/v1/projects/{anna.project_id}/edits", json={"base": 0, "edits": []}).status_code


def test_the_owner_stays_the_owner_on_both_devices(app: Flask) -> None:
    anna, phone = guest(app), app.test_client()
    digits = number(anna.client, anna)
    assert take(phone, f"{digits[:3]} {digits[3:]}") == 303
    assert [edits(browser, anna) for browser in (phone, anna.client)] == [200, 200]


def test_a_number_works_once(app: Flask) -> None:
    anna = guest(app)
    digits = number(anna.client, anna)
    assert [take(app.test_client(), digits) for _ in range(2)] == [303, 404]


def test_a_number_works_for_ten_minutes(app: Flask, database: Database) -> None:
    anna = guest(app)
    digits = number(anna.client, anna)
    with database.writing() as session:
        session.execute(update(Pairing).values(expires_at=now() - timedelta(seconds=1)))
    assert take(app.test_client(), digits) == 404


def test_a_new_number_ends_the_one_before(app: Flask) -> None:
    anna = guest(app)
    first, _second = number(anna.client, anna), number(anna.client, anna)
    assert take(app.test_client(), first) == 404


def test_only_the_givers_right_passes(app: Flask) -> None:
    anna = guest(app)
    phone = app.test_client()
    assert take(phone, number(family(app, anna), anna)) == 303
    assert edits(phone, anna) == 403


def test_a_withdrawn_link_reaches_the_other_device_too(app: Flask) -> None:
    anna = guest(app)
    mother, phone = family(app, anna, "editor"), app.test_client()
    take(phone, number(mother, anna))
    assert edits(phone, anna) == 200
    anna.client.delete(f"/api/v1/projects/{anna.project_id}/links")
    assert edits(phone, anna) == 404


def test_staff_hand_on_an_editors_right(app: Flask) -> None:
    anna, phone = guest(app), app.test_client()
    take(phone, number(staff(app), anna))
    assert edits(phone, anna) == 200
    assert phone.get(f"/api/v1/projects/{anna.project_id}/links").status_code == 403


def test_the_row_says_who_gave_what_to_whom(app: Flask, database: Database) -> None:
    anna = guest(app)
    take(app.test_client(), number(anna.client, anna))
    with database.reading() as session:
        row = session.scalars(select(Pairing)).one()
        owners = session.scalars(select(Grant.actor_id).where(Grant.role == "owner")).all()
    assert {row.given_by, row.used_by} == set(owners)
    assert (row.role, row.number_hash) == ("owner", None)
    assert row.used_at is not None


def test_the_database_does_not_hold_the_digits(app: Flask, database: Database) -> None:
    anna = guest(app)
    digits = number(anna.client, anna)
    with database.reading() as session:
        assert digits not in (session.scalars(select(Pairing.number_hash)).one() or "")


def test_every_wrong_number_is_answered_alike(app: Flask, database: Database) -> None:
    anna, stranger = guest(app), app.test_client()
    used = number(anna.client, anna)
    take(app.test_client(), used)
    pages = set()
    for typed in (used, "000000"):
        answer = stranger.post(f"/s/{KRAKOW}/find", data={"code": typed})
        pages.add((answer.status_code, re.sub(r'nonce="[^"]*"', "", answer.text)))
    assert len(pages) == 1


def test_a_refused_number_leaves_no_cookie(app: Flask) -> None:
    stranger = app.test_client()
    take(stranger, "000000")
    assert stranger.get_cookie("visit-dom-i-mebel") is None


def test_one_client_guesses_ten_times(app: Flask) -> None:
    guesser = app.test_client()
    tried = [take(guesser, "000000") for _ in range(2 * pairing.TRY.most + 1)]  # a new window may begin meanwhile
    assert tried[: pairing.TRY.most] == [404] * pairing.TRY.most
    assert 429 in tried


def test_many_clients_together_miss_forty_times(app: Flask) -> None:
    tried = [take(app.test_client(), "000000", f"10.0.{place}.1") for place in range(2 * pairing.MISS.most + 1)]
    assert tried[: pairing.MISS.most] == [404] * pairing.MISS.most
    assert 429 in tried


def test_another_tenants_store_does_not_know_the_number(app: Flask) -> None:
    anna = guest(app)
    answer = app.test_client().post("/s/salon-lazienek/find", data={"code": number(anna.client, anna)})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("typed", "read"),
    [("123456", "123456"), ("123 456", "123456"), ("12345", None), ("ABCDEF", None), ("１２３４５６", None)],
)
def test_six_digits_are_a_number(typed: str, read: str | None) -> None:
    assert pairing.read_number(typed) == read


def test_misses_of_a_code_are_counted_too(app: Flask) -> None:
    guesser = app.test_client()
    assert 429 in [take(guesser, "ABCDEFGHJ") for _ in range(61)]
