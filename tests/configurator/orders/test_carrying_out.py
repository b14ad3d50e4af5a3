"""An order carried out: paid, packed, sent, followed by its link, withdrawn."""

from __future__ import annotations

import re
from datetime import date
from email import message_from_string
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.config import Settings
from configurator.db import Database
from configurator.judgements import token as judging
from configurator.mail.models import Mail
from configurator.orders.models import FreeSamples, SampleOrder
from configurator.projects.code import spoken
from tests.configurator.orders.ordering import ANNA, FARBY, order_samples
from tests.configurator.people import BATHROOMS, KRAKOW, staff


def order(database: Database) -> SampleOrder:
    with database.reading() as session:
        return session.scalars(select(SampleOrder)).one()


def mails(database: Database) -> list[EmailMessage]:
    with database.reading() as session:
        found = session.scalars(select(Mail).order_by(Mail.created_at)).all()
    return [message_from_string(mail.message, _class=EmailMessage, policy=SMTP) for mail in found]


def text(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())


def link(database: Database) -> str:
    """The tracking link's path, as it stands in the first mail."""
    found = re.search(r"http://localhost(/s/\S+/orders/\S+)", text(mails(database)[0]))
    assert found
    return found[1]


def step(desk: FlaskClient, database: Database, verb: str, **form: str) -> None:
    answer = desk.post(f"/s/{KRAKOW}/desk/orders/{order(database).id}/{verb}", data=form)
    assert answer.status_code == 303, answer.text


def test_the_mail_s_link_opens_without_signing_in(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    page = app.test_client().get(link(database))
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert not any(ANNA[name] in page.text for name in ("name", "email", "street", "phone"))


def test_a_guessed_link_opens_nothing(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    path, _, token = link(database).rpartition("/")
    for guess in ("x", token[:-1], token + "A", token.swapcase(), "ś"):
        assert app.test_client().get(f"{path}/{guess}").status_code == 404


def test_staff_carry_an_order_out(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW, way="courier")
    desk, told = staff(app), []
    for verb in ("paid", "packed", "sent"):
        told.append(app.test_client().get(link(database)).text)
        step(desk, database, verb, number="PL 123")
    told.append(app.test_client().get(link(database)).text)
    states = ("Czeka na wpłatę", "Przyjęte", "Spakowane", "Wysłane")
    assert all(f"<h1>{state}</h1>" in page for state, page in zip(states, told, strict=True))
    assert "PL 123" in told[-1]
    assert [mail["Subject"].split()[-1] for mail in mails(database)] == ["przyjęte", "drodze"]


def test_a_step_pressed_twice_writes_one_mail(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    desk = staff(app)
    for verb in ("packed", "sent", "sent"):
        step(desk, database, verb)
    assert len(mails(database)) == 2


def test_a_collection_is_announced_and_paid_when_handed_over(
    app: Flask, client: FlaskClient, database: Database
) -> None:
    order_samples(app, client, KRAKOW, way="collection", store=KRAKOW)
    desk = staff(app)
    step(desk, database, "packed")
    assert "czeka na Ciebie" in mails(database)[-1]["Subject"]
    step(desk, database, "sent")
    assert (order(database).payment, order(database).paid_at) == ("on_collection", order(database).sent_at)


def test_a_label_has_all_that_the_sample_needs(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    page = staff(app).get(f"/s/{KRAKOW}/desk/orders/{order(database).id}/labels").text
    assert page.count('<article class="label"') == 2
    assert all(told in page for told in ("ZK-0001", "LRV", "białej kartce", 'class="label-code"', 'fill="#'))


def test_the_list_shows_what_is_to_be_done(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    desk = staff(app)
    assert "Anna Nowak" in desk.get(f"/s/{KRAKOW}/desk/orders/").text
    for verb in ("packed", "sent"):
        step(desk, database, verb)
    assert "Anna Nowak" not in desk.get(f"/s/{KRAKOW}/desk/orders/").text
    assert "Anna Nowak" in desk.get(f"/s/{KRAKOW}/desk/orders/?over=1").text


def test_another_tenant_s_staff_see_no_order(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    assert staff(app, BATHROOMS).get(f"/s/{BATHROOMS}/desk/orders/{order(database).id}").status_code == 404


def withdraw(client: FlaskClient, database: Database, store: str, **changes: str) -> str:
    form = {"code": order(database).code, "email": ANNA["email"]} | changes
    return client.post(f"/s/{store}/withdrawal", data=form).text


def test_withdrawing_takes_two_steps_and_gives_a_receipt(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    stranger = app.test_client()
    assert "Potwierdź odstąpienie" in withdraw(stranger, database, KRAKOW)
    assert order(database).withdrawn_at is None
    assert "Umowa rozwiązana" in withdraw(stranger, database, KRAKOW, press="confirm")
    receipt = mails(database)[-1]
    assert "potwierdzenie" in receipt["Subject"]
    assert re.search(r"Data i godzina przyjęcia: \d+ \w+, \d\d:\d\d", text(receipt))


def test_withdrawing_twice_gives_one_receipt(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    withdraw(client, database, KRAKOW, press="confirm")
    when = order(database).withdrawn_at
    withdraw(client, database, KRAKOW, press="confirm")
    assert (order(database).withdrawn_at, len(mails(database))) == (when, 2)


@pytest.mark.parametrize("changes", [{"email": "kto@inny.example"}, {"code": "ABCDEFGHJ"}], ids=["e-mail", "number"])
def test_only_number_and_address_together_withdraw(
    app: Flask, client: FlaskClient, database: Database, changes: dict[str, str]
) -> None:
    order_samples(app, client, KRAKOW)
    assert "Nie ma zamówienia" in withdraw(client, database, KRAKOW, press="confirm", **changes)
    assert order(database).withdrawn_at is None


def test_free_samples_that_never_left_are_given_back(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, FARBY)
    withdraw(client, database, FARBY, press="confirm")
    with database.reading() as session:
        assert set(session.scalars(select(FreeSamples.taken))) == {0}


def test_what_was_withdrawn_is_not_sent(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    withdraw(client, database, KRAKOW, press="confirm")
    answer = staff(app).post(f"/s/{KRAKOW}/desk/orders/{order(database).id}/sent")
    assert (answer.status_code, order(database).sent_at) == (409, None)


def test_the_texts_of_the_seller_can_be_read(client: FlaskClient) -> None:
    page = client.get(f"/s/{KRAKOW}/selling").text
    assert all(told in page for told in ("Regulamin sprzedaży", "Administratorem danych", "14 dni"))


def test_an_english_order_speaks_english(app: Flask, client: FlaskClient, database: Database) -> None:
    client.set_cookie("language", "en")
    order_samples(app, client, KRAKOW)
    assert "received" in mails(database)[0]["Subject"]
    assert "Expected delivery" in text(mails(database)[0])


def test_the_promise_is_a_day_to_come(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    assert date(2026, 1, 1) < order(database).send_on <= order(database).arrive_on


@pytest.mark.parametrize("typed", ["{code}", "{label}", "Nowak", "anna@poczta.example", "600100200"])
def test_the_desk_finds_an_order_by_what_the_customer_says(
    app: Flask, client: FlaskClient, database: Database, settings: Settings, typed: str
) -> None:
    order_samples(app, client, KRAKOW, way="locker")
    with database.reading() as session:
        placed = session.scalars(select(SampleOrder)).one()
        said = typed.format(code=spoken(placed.code).lower(), label=judging.link(settings, placed.lines[0]))
    page = staff(app).get(f"/s/{KRAKOW}/desk/", query_string={"q": said}).text
    assert "Anna Nowak" in page.split('id="waiting"')[0]


def test_the_desk_finds_no_other_retailer_s_order(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    page = staff(app, BATHROOMS).get(f"/s/{BATHROOMS}/desk/", query_string={"q": order(database).code}).text
    assert "Anna Nowak" not in page


def test_what_comes_next_of_an_unpaid_order_is_the_payment(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    page = staff(app).get(f"/s/{KRAKOW}/desk/orders/{order(database).id}").text
    assert re.findall(r'button-solid">([^<]+)<', page) == ["Wpłata przyszła"]
