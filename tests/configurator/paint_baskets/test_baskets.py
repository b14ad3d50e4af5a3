"""Paint in the basket by a sample: the right tins, the tester's price back once, the project's list with it."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from configurator.db import Database
from configurator.offers import terms as published
from configurator.offers.terms import publish
from configurator.orders.models import SampleLine
from configurator.paint_baskets.models import PaintBasket
from configurator.products.models import ListedProduct
from configurator.stores.models import Tenant
from tests.configurator.judgements.labelled import Label, labels
from tests.configurator.orders.ordering import ANNA, FARBY
from tests.configurator.people import guest

TESTER_GR = 14_90


def take(label: Label, m2: str = "30", rank: str = "cheapest", **more: str) -> int:
    label.post("verdict", verdict="this")
    return label.post("paint", walls="typed", m2=m2, rank=rank, **more)


def baskets(database: Database) -> list[PaintBasket]:
    with database.reading() as session:
        return list(session.scalars(select(PaintBasket).where(PaintBasket.version > 0)))


def credited(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.sum(SampleLine.credited))) or 0


def test_one_tap_takes_the_cheapest_tins_with_the_testers_price_off(
    app: Flask, client: FlaskClient, database: Database
) -> None:
    label = labels(app, client)[0]
    assert take(label) == 303
    basket = baskets(database)[0]
    assert (basket.need_ml, basket.counts, basket.credit_gr) == (5500, {5000: 1, 900: 1}, TESTER_GR)
    assert basket.price_gr == 164_90 + 44_90
    assert "194,90" in label.page()


def test_pressed_twice_it_is_one_basket_and_one_tester(app: Flask, client: FlaskClient, database: Database) -> None:
    label = labels(app, client)[0]
    assert {take(label) for _ in range(3)} == {303}
    assert (len(baskets(database)), credited(database)) == (1, 1)


def test_a_tester_comes_back_once_however_many_take_paint_at_once(
    app: Flask, client: FlaskClient, database: Database
) -> None:
    two = labels(app, client, paints="ZK-0300,ZK-0301", kind="card")
    one_tester = labels(app, client)
    for label in (*two, *one_tester):
        label.post("verdict", verdict="this")

    def put(label: Label) -> int:
        fresh = Label(app.test_client(), label.path, label.order_id)
        return fresh.post("paint", walls="typed", m2="30", rank="cheapest")

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(put, [*two, *one_tester] * 4)) <= {303, 409}
    assert credited(database) == 1
    assert sum(basket.credit_gr for basket in baskets(database)) == TESTER_GR


def test_taken_out_the_tester_is_free_again(app: Flask, client: FlaskClient, database: Database) -> None:
    label = labels(app, client)[0]
    take(label)
    assert label.post("paint/removed") == 303
    assert credited(database) == 0
    take(label, "60")
    assert baskets(database)[0].credit_gr == TESTER_GR


def test_a_card_and_an_unpaid_tester_bring_nothing_back(app: Flask, client: FlaskClient, database: Database) -> None:
    label = labels(app, client, kind="card")[0]
    take(label)
    assert baskets(database)[0].credit_gr == 0
    label.post("paint/removed")
    assert "dziś nic nie odejmuje" in label.page(walls="typed", m2="30")


def test_terms_that_do_not_know_give_nothing(app: Flask, client: FlaskClient, database: Database) -> None:
    label = labels(app, client)[0]
    with database.writing() as session:
        tenant = session.scalars(select(Tenant).where(Tenant.slug == FARBY)).one()
        current = published.in_force(session, tenant.id)
        assert current is not None
        terms = published.read(current).as_data() | {"version": 2}
        known = {"fact": "basket_gross_gr", "is": "at_least", "value": 1}
        rules = [rule | {"when": known} if rule["id"] == "kolor-za-tester" else rule for rule in terms["rules"]]
        publish(session, tenant, terms | {"rules": rules})
    take(label)
    assert (baskets(database)[0].credit_gr, credited(database)) == (0, 0)


def test_withdrawing_from_the_testers_takes_their_price_out_of_the_basket(
    app: Flask, client: FlaskClient, database: Database
) -> None:
    label = labels(app, client)[0]
    take(label)
    code = label.path.rsplit("/", 1)[1].split("-")[0]
    client.post(f"/s/{FARBY}/withdrawal", data={"code": code, "email": ANNA["email"], "press": "confirm"})
    assert (baskets(database)[0].credit_gr, credited(database)) == (0, 0)


def test_tins_and_tools_stand_on_the_projects_list_and_go_with_the_basket(app: Flask, database: Database) -> None:
    owner = guest(app, FARBY)
    label = labels(app, owner.client, project=owner.code)[0]

    def listed() -> dict[str, int]:
        with database.reading() as session:
            found = session.scalars(select(ListedProduct).where(ListedProduct.hundredths > 0))
            return {line.product.sku: line.hundredths for line in found}

    take(label, tool="roller")
    assert listed() == {"FK-A1-05000": 100, "FK-A1-00900": 100, "FK-N-ROLLER": 100}
    assert baskets(database)[0].to_pay_gr == 164_90 + 44_90 + 29_90 - TESTER_GR
    label.post("paint/removed")
    assert listed() == {}


def test_the_litres_are_those_of_her_own_walls(app: Flask) -> None:
    owner = guest(app, FARBY)
    label = labels(app, owner.client, project=owner.code)[0]
    label.post("verdict", verdict="this")
    page = label.page()
    assert "Wszystkie ściany" in page
    assert "wałek" in page


def test_what_is_told_of_the_litres_adds_up(app: Flask, client: FlaskClient) -> None:
    """7.1 l of 5 l and 2.5 l leave 0.4 l, however much the walls take to the millilitre."""
    label = labels(app, client)[0]
    label.post("verdict", verdict="this")
    page = label.page(walls="typed", m2="38,7").replace("\N{NO-BREAK SPACE}", " ")
    (told,) = re.findall(r"<strong>([\d,]+) l na .*?>(\d[^<]*?), zostanie ([\d,]+) l", page, re.S)
    need, left = (Decimal(told[part].replace(",", ".")) for part in (0, 2))
    tins = re.findall(r"(\d+) × ([\d,]+) l", told[1])
    assert sum(int(count) * Decimal(litres.replace(",", ".")) for count, litres in tins) == need + left


@pytest.mark.parametrize("m2", ["abc", "-5", "0", "999999"])
def test_what_is_no_area_is_told_at_the_field_and_kept(app: Flask, client: FlaskClient, m2: str) -> None:
    label = labels(app, client)[0]
    label.post("verdict", verdict="this")
    page = label.page(m2=m2)
    assert f'value="{m2}"' in page
    assert "To nie jest powierzchnia." in page.split('id="m2"')[1].split("</form>")[0]
