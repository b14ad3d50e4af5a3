"""Customers' accounts: kept by a letter, joined from every device, and never betrayed, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from configurator.accounts.joining import join
from configurator.accounts.models import Account, Actor, SignInKey
from configurator.db import Database, now
from configurator.mail.models import Mail
from configurator.orders import trays
from configurator.projects.models import Grant
from samples.order import Line
from tests.configurator.accounts.signing_in import ACCOUNT, ANNA, ask, enter, letter, sign_in, token
from tests.configurator.people import KRAKOW, Guest, guest, staff


def may_edit(browser: FlaskClient, project: Guest) -> bool:
    answer = browser.post(f"/api/v1/projects/{project.project_id}/edits", json={"base": 0, "edits": []})
    return answer.status_code == 200


def test_a_guest_stays_the_same_actor_with_a_new_account(app: Flask, database: Database) -> None:
    anna = guest(app)
    with database.reading() as session:
        actor = session.scalars(select(Grant.actor_id).where(Grant.project_id == anna.project_id)).one()
    sign_in(database, anna.client)
    with database.reading() as session:
        account = session.scalars(select(Account).where(Account.email == ANNA)).one()
    assert (account.actor_id, account.role) == (actor, "customer")


def test_projects_of_every_device_come_together(app: Flask, database: Database) -> None:
    laptop, phone = guest(app), guest(app)
    sign_in(database, laptop.client)
    sign_in(database, phone.client, "Anna@Poczta.example ")
    for project in (laptop, phone):
        assert may_edit(laptop.client, project)
        assert may_edit(phone.client, project)


def test_a_fresh_device_sees_all_projects(app: Flask, database: Database) -> None:
    anna = guest(app)
    sign_in(database, anna.client)
    tablet = app.test_client()
    sign_in(database, tablet)
    assert anna.code in tablet.get(ACCOUNT).text
    assert may_edit(tablet, anna)


def test_a_letter_opened_elsewhere_brings_the_askers_projects_and_leaves_the_asker_a_guest(
    app: Flask, database: Database
) -> None:
    laptop, phone = guest(app), app.test_client()
    ask(laptop.client)
    assert enter(phone, token(database)) == 303
    assert may_edit(phone, laptop)
    assert may_edit(laptop.client, laptop)
    later = phone.post(f"/s/{KRAKOW}/projects", data={"width": "4", "length": "3"}).location.rsplit("/", 1)[1]
    assert later not in laptop.client.get(f"/s/{KRAKOW}/").text


def test_a_link_signs_in_once(app: Flask, database: Database) -> None:
    ask(app.test_client())
    brought = token(database)
    assert [enter(app.test_client(), brought) for _ in range(2)] == [303, 400]


def test_a_link_lasts_half_an_hour(app: Flask, database: Database) -> None:
    ask(app.test_client())
    with database.writing() as session:
        session.execute(update(SignInKey).values(expires_at=now() - timedelta(seconds=1)))
    assert enter(app.test_client(), token(database)) == 400


def test_opening_the_links_page_does_not_use_it_up(app: Flask, database: Database) -> None:
    ask(app.test_client())
    scanner = app.test_client()
    assert scanner.get(f"{ACCOUNT}/enter").status_code == 200
    assert enter(app.test_client(), token(database)) == 303


def test_the_database_keeps_no_links_token(app: Flask, database: Database) -> None:
    ask(app.test_client())
    with database.reading() as session:
        key = session.scalars(select(SignInKey)).one()
    assert key.token_hash != token(database)


def test_another_tenants_link_opens_nothing(app: Flask, database: Database) -> None:
    ask(app.test_client())
    answer = app.test_client().post("/s/salon-lazienek/account/enter", data={"token": token(database)})
    assert answer.status_code == 400


def test_the_answer_is_the_same_whoever_has_the_address(app: Flask, database: Database) -> None:
    anna = guest(app)
    sign_in(database, anna.client)
    pages = {
        ask(app.test_client(), email).replace(email, "")
        for email in (ANNA, "nowa@poczta.example", "projektant@dom-i-mebel.example")
    }
    assert len(pages) == 1


def test_staff_get_a_letter_that_opens_nothing(app: Flask, database: Database) -> None:
    ask(app.test_client(), "projektant@dom-i-mebel.example")
    assert "kierownika" in letter(database)
    assert "#" not in letter(database)


def test_a_customer_has_no_password_to_guess(app: Flask, database: Database) -> None:
    sign_in(database, app.test_client())
    answer = app.test_client().post(f"/s/{KRAKOW}/sign-in", data={"email": ANNA, "password": "", "code": "000000"})
    assert answer.status_code == 400


def test_a_customer_is_no_member_of_staff(app: Flask, database: Database) -> None:
    anna = app.test_client()
    sign_in(database, anna)
    assert anna.get(f"/s/{KRAKOW}/desk/").status_code == 403


@pytest.mark.parametrize("email", ["anna", "a@b", "a b@c.example", "x" * 250 + "@b.example", ""])
def test_what_is_no_address_is_said_beside_the_field(app: Flask, email: str) -> None:
    answer = app.test_client().post(f"{ACCOUNT}/letters", data={"email": email})
    assert answer.status_code == 400
    assert 'id="keep-wrong"' in answer.text


def test_an_address_gets_five_letters_an_hour(app: Flask, database: Database) -> None:
    other = {"REMOTE_ADDR": "10.0.0.2"}
    for _ in range(5):
        ask(app.test_client())
    answer = app.test_client().post(f"{ACCOUNT}/letters", data={"email": ANNA}, environ_overrides=other)
    assert answer.status_code == 429
    with database.reading() as session:
        assert len(session.scalars(select(Mail)).all()) == 5


def test_a_client_asks_five_times_an_hour(app: Flask) -> None:
    browser = app.test_client()
    for place in range(5):
        ask(browser, f"anna{place}@poczta.example")
    assert browser.post(f"{ACCOUNT}/letters", data={"email": "inna@poczta.example"}).status_code == 429


def test_signing_out_everywhere_ends_every_device(app: Flask, database: Database) -> None:
    anna, tablet = guest(app), app.test_client()
    sign_in(database, anna.client)
    sign_in(database, tablet)
    assert tablet.post(f"{ACCOUNT}/visits/ended").status_code == 303
    assert not may_edit(anna.client, anna)
    assert not may_edit(tablet, anna)


def test_signing_out_leaves_no_projects_in_the_browser(app: Flask, database: Database) -> None:
    anna = guest(app)
    sign_in(database, anna.client)
    anna.client.post(f"/s/{KRAKOW}/sign-out")
    assert anna.code not in anna.client.get(f"/s/{KRAKOW}/").text


def test_the_old_guests_cookie_opens_nothing_after_signing_in(app: Flask, database: Database) -> None:
    anna = guest(app)
    old = anna.client.get_cookie("visit-dom-i-mebel")
    sign_in(database, anna.client)
    thief = app.test_client()
    assert old is not None
    thief.set_cookie("visit-dom-i-mebel", old.value)
    assert not may_edit(thief, anna)


def test_a_letter_asked_for_by_another_accounts_guest_brings_nothing_of_that_account(
    app: Flask, database: Database
) -> None:
    shared = guest(app)
    ask(shared.client, "inna@poczta.example")
    others = token(database)
    sign_in(database, shared.client)
    stranger = app.test_client()
    assert enter(stranger, others) == 303
    assert not may_edit(stranger, shared)


def test_samples_on_the_tray_join_the_account(app: Flask, database: Database) -> None:
    with database.writing() as session:
        tenant = session.scalars(select(Account.tenant_id).limit(1)).one()
        actors = [Actor(tenant_id=tenant) for _ in range(2)]
        session.add_all(actors)
        session.flush()
        first, second = (trays.take(session, trays.Owner(tenant, None, actor.id)) for actor in actors)
        trays.keep(first, (Line("ZK-0001", "card", 1),))
        trays.keep(second, (Line("ZK-0002", "card", 2),))
        join(session, tenant, actors[0].id, actors[1].id)
        assert {line.paint for line in trays.lines_of(second)} == {"ZK-0001", "ZK-0002"}


def test_staff_are_sent_to_the_desk(app: Flask) -> None:
    assert staff(app).get(ACCOUNT).location == f"/s/{KRAKOW}/desk/"
