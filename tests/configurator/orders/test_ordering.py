"""Ordering samples: once, whatever is pressed how often, at the price that was shown."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from configurator.db import Database
from configurator.jobs.models import Job
from configurator.mail.models import Mail
from configurator.offers import quotes
from configurator.orders.models import SampleOrder, SellingSettings
from configurator.projects.models import Project
from samples.contact import NEEDED
from tests.configurator.orders.ordering import ANNA, FARBY, PAINTS, filled, order_samples, press, recounted
from tests.configurator.people import KRAKOW, guest


def page(client: FlaskClient, store: str = KRAKOW, **query: str) -> str:
    answer = client.get(f"/s/{store}/samples/", query_string={"paints": PAINTS} | query)
    assert answer.status_code == 200, answer.text
    return answer.text


def count(database: Database, table: type = SampleOrder) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def letters(database: Database) -> tuple[int, int]:
    """How many mails there are, and how many jobs that send one."""
    with database.reading() as session:
        jobs = session.scalar(select(func.count()).where(Job.kind == "send_mail")) or 0
    return count(database, Mail), jobs


def only_order(database: Database) -> SampleOrder:
    with database.reading() as session:
        order = session.scalars(select(SampleOrder)).one()
        assert order.lines
        return order


def test_an_order_is_one_with_its_mail_and_its_job(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW, way="letter")
    order = only_order(database)
    assert (order.goods_gr, order.delivery_gr, order.payment) == (9_80, 6_90, "transfer")
    assert letters(database) == (1, 1)


def test_the_button_says_that_it_obliges_to_pay(client: FlaskClient) -> None:
    assert "Zamawiam z obowiązkiem zapłaty" in page(client)


def test_a_free_order_says_that_it_is_free(app: Flask, client: FlaskClient, database: Database) -> None:
    assert "Zamawiam bezpłatnie" in page(client, FARBY)
    order_samples(app, client, FARBY)
    order = only_order(database)
    assert (order.total_gr, order.free_used, order.payment) == (0, 2, "free")


@pytest.mark.parametrize("shared", [False, True], ids=["one browser", "two devices of a project"])
def test_fifty_presses_at_once_make_one_order(app: Flask, database: Database, shared: bool) -> None:
    owner = guest(app)
    browsers = [owner.client, owner.client]
    if shared:
        link = owner.client.post(f"/api/v1/projects/{owner.project_id}/links", json={"role": "editor"}).json
        browsers[1] = app.test_client()
        assert browsers[1].post(link["path"], data={"token": link["token"]}).status_code == 303
    forms = [filled(page(browser, project=owner.code), way="letter", name="Anna") for browser in browsers]
    cookies = [browser.get_cookie("visit-dom-i-mebel") for browser in browsers]

    def press_one(number: int) -> str:
        browser = app.test_client()
        browser.set_cookie("visit-dom-i-mebel", cookies[number % 2].value)  # type: ignore[union-attr]
        answer = press(browser, KRAKOW, forms[number % 2])
        return answer.location or answer.text

    with ThreadPoolExecutor(10) as pool:
        told = set(pool.map(press_one, range(50)))
    assert (count(database), *letters(database)) == (1, 1, 1)
    assert len(told) == 1, told
    assert "/orders/" in told.pop()


def test_a_first_visit_pressed_twice_at_once_makes_one_order(app: Flask, database: Database) -> None:
    form = filled(page(app.test_client()))
    with ThreadPoolExecutor(4) as pool:
        told = {answer.location for answer in pool.map(lambda _: press(app.test_client(), KRAKOW, form), range(8))}
    assert count(database) == len(told) == 1


def test_the_same_key_with_another_order_is_told(app: Flask, client: FlaskClient, database: Database) -> None:
    form = filled(page(client))
    press(client, KRAKOW, form)
    form["city"] = "Poznań"
    answer = press(client, KRAKOW, form)
    assert (answer.status_code, count(database)) == (409, 1)
    assert "są już zamówione" in answer.text


def test_a_tray_that_changed_elsewhere_is_shown_before_it_is_ordered(app: Flask, database: Database) -> None:
    owner = guest(app)
    first, second = (filled(page(owner.client, project=owner.code)) for _ in range(2))
    press(owner.client, KRAKOW, first, "more-0")
    answer = press(owner.client, KRAKOW, second)
    assert (answer.status_code, count(database)) == (409, 0)
    assert "innym urządzeniu" in answer.text


def test_another_total_than_was_shown_is_shown_first(client: FlaskClient, database: Database) -> None:
    answer = press(client, KRAKOW, filled(page(client), way="courier"))
    assert (answer.status_code, count(database)) == (409, 0)
    assert "27,70" in answer.text
    assert press(client, KRAKOW, filled(answer.text)).status_code == 303


def test_what_was_typed_stays_when_it_is_refused(client: FlaskClient) -> None:
    answer = press(client, KRAKOW, filled(page(client), postcode="30001", name=""))
    assert answer.status_code == 409
    assert 'value="30001"' in answer.text
    assert 'aria-describedby="postcode-wrong postcode-hint"' in answer.text
    assert "Wpisz imię i nazwisko." in answer.text


def test_only_what_the_way_needs_is_kept(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW, way="locker")
    order = only_order(database)
    assert (order.locker, order.phone) == (ANNA["locker"], ANNA["phone"])
    assert (order.street, order.postcode, order.city) == ("", "", "")


def test_a_letter_carries_no_pot(client: FlaskClient) -> None:
    form = filled(page(client))
    form.setlist("kind", ["pot", "card"])
    text = press(client, KRAKOW, form, "update").text
    assert "Tak nie wyślemy: słoiczek testowy." in text
    assert "EUH208" in text
    assert (
        text.count("W liście nie zmieści się słoiczek testowy: dostawa od 12,90") == 2
    )  # before it is chosen, and then


def test_an_english_reader_is_told_the_warnings_and_the_days_too(client: FlaskClient) -> None:
    form = filled(page(client))
    form.setlist("kind", ["pot", "card"])
    client.set_cookie("language", "en")
    text = press(client, KRAKOW, form, "update").text
    assert "Keep out of reach of children." in text
    assert "Mon–Sat 10:00–20:00" in text


def test_the_free_limit_is_said_before_it_bites(app: Flask, client: FlaskClient) -> None:
    assert "jeszcze 1 z 3" in page(client, FARBY)
    order_samples(app, client, FARBY)
    assert "są ostatnie bezpłatne próbki: 1 z 3" in page(client, FARBY)


def test_the_same_address_gets_no_second_free_set(app: Flask, database: Database) -> None:
    for _ in range(2):
        order_samples(app, app.test_client(), FARBY)
    with database.reading() as session:
        used = session.scalars(select(SampleOrder.free_used).order_by(SampleOrder.placed_at)).all()
    assert used == [2, 1]


def test_two_at_once_do_not_share_the_last_free_sample(app: Flask, database: Database) -> None:
    forms = []
    for _ in range(4):
        browser = app.test_client()
        forms.append((browser, recounted(browser, FARBY, filled(page(browser, FARBY)))))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda pair: press(pair[0], FARBY, pair[1]), forms))
    with database.reading() as session:
        assert sum(session.scalars(select(SampleOrder.free_used))) <= 3


def test_the_design_s_paints_are_on_the_tray_without_the_floors_colour(app: Flask) -> None:
    owner = guest(app)
    wall = {"wall": "w0000000001", "side": "right", "paint": "ZK-0303"}
    floor = {"room": "r0000000001", "face": "floor", "paint": "ZK-0700"}
    owner.send(owner.edit({"finishes/f0000000001": wall, "finishes/f0000000002": floor}))
    answer = owner.client.get(f"/s/{KRAKOW}/samples/?project={owner.code}")
    assert ("ZK-0303" in answer.text, "ZK-0700" in answer.text) == (True, False)


def test_a_stranger_does_not_see_the_project_s_tray(app: Flask) -> None:
    owner, stranger = guest(app), guest(app)
    assert stranger.client.get(f"/s/{KRAKOW}/samples/?project={owner.code}").status_code == 404


def test_the_chip_counts_what_was_taken(app: Flask, database: Database) -> None:
    owner = guest(app, FARBY)
    order_samples(app, owner.client, FARBY, project=owner.code)
    with database.reading() as session:
        quoted = quotes.quote(session, session.get_one(Project, owner.project_id))
    assert quoted is not None
    assert quoted["text"]["pl"] == "Została Ci 1 z 3 bezpłatnych próbek"


def test_a_store_that_has_not_said_all_sells_nothing(client: FlaskClient, database: Database) -> None:
    with database.writing() as session:
        for settings in session.scalars(select(SellingSettings)):
            settings.returns = ""
    assert client.get(f"/s/{KRAKOW}/samples/").status_code == 404


def test_the_seller_stands_before_the_button(client: FlaskClient) -> None:
    before, _, _ = page(client).partition('value="order"')
    assert all(told in before for told in ("Dom i Mebel Przykład S.A.", "000-000-00-12", "12 000 00 12"))


def test_a_guest_types_at_most_eight_fields(client: FlaskClient) -> None:
    assert max(len(fields) for fields in NEEDED.values()) + len(("way", "payment")) <= 8
    assert 'autocomplete="postal-code"' in page(client)


@pytest.mark.parametrize("first", ["photo", "colours"])
def test_samples_chosen_in_a_room_and_on_the_wall_of_colours_come_together(app: Flask, first: str) -> None:
    anna = guest(app)
    presses = [{"paints": "ZK-0001", "project": anna.code}, {"paints": "ZK-0002"}]
    for form in presses if first == "photo" else presses[::-1]:
        answer = anna.client.post(f"/s/{KRAKOW}/samples/added", data=form)
    page = anna.client.get(answer.location).text
    assert all(f'name="paint" value="{code}"' in page for code in ("ZK-0001", "ZK-0002"))
    assert "Próbki (2)" in anna.client.get(f"/s/{KRAKOW}/colours/").text
