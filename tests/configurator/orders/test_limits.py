"""How many samples: what is on the shelf, what one order, one person and one household may take."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from configurator.db import Database
from configurator.orders.models import FreeSamples, SampleLine, SampleOrder, SampleStock, SellingSettings
from configurator.stores.models import Tenant
from tests.configurator.orders.ordering import ANNA, filled, order_samples, press, recounted
from tests.configurator.people import KRAKOW, staff

PAINT = "ZK-0300"


def shelf(app: Flask, pieces: str, kind: str = "card") -> None:
    answer = staff(app).post(f"/s/{KRAKOW}/desk/orders/stock", data={"table": f"{PAINT};{kind};{pieces}"})
    assert answer.status_code == 303, answer.text


def left(database: Database) -> int:
    with database.reading() as session:
        return session.scalars(select(SampleStock.pieces)).one()


def limited(database: Database, **limits: int) -> None:
    with database.writing() as session:
        tenant = session.scalars(select(Tenant).where(Tenant.slug == "dom-i-mebel")).one()
        settings = session.get_one(SellingSettings, tenant.id)
        settings.offer = json.dumps(json.loads(settings.offer) | limits)


def try_to_order(client: FlaskClient, **changes: str) -> tuple[int, str]:
    page = client.get(f"/s/{KRAKOW}/samples/", query_string={"paints": PAINT}).text
    answer = press(client, KRAKOW, recounted(client, KRAKOW, filled(page, **{"way": "letter"} | changes)))
    return answer.status_code, answer.text


def test_what_is_ordered_leaves_the_shelf_and_comes_back_when_withdrawn(
    app: Flask, client: FlaskClient, database: Database
) -> None:
    shelf(app, "5")
    order_samples(app, client, KRAKOW, way="letter")
    assert try_to_order(client)[0] == 303
    assert left(database) == 4
    with database.reading() as session:
        code = session.scalars(select(SampleOrder.code).join(SampleLine).where(SampleLine.paint == PAINT)).one()
    client.post(f"/s/{KRAKOW}/withdrawal", data={"code": code, "email": ANNA["email"], "press": "confirm"})
    assert left(database) == 5


def test_the_last_ones_go_to_as_many_as_there_are(app: Flask, database: Database) -> None:
    shelf(app, "3")
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda n: try_to_order(app.test_client(), email=f"o{n}@x.example"), range(8)))
    assert sorted(status for status, _ in answers) == [303] * 3 + [409] * 5
    assert left(database) == 0
    assert all("się skończyło" in text for status, text in answers if status == 409)


def test_ten_thousand_testers_are_refused_with_words(client: FlaskClient, database: Database) -> None:
    status, text = try_to_order(client, kind="pot", count="10000", way="courier")
    assert status == 409
    assert 'value="10000"' in text
    assert "mieści się najwyżej 6" in text.split('class="sample-wrong wrong"')[1].split("</p>")[0]
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SampleOrder)) == 0


@pytest.mark.parametrize(
    ("limits", "second", "told"),
    [
        ({"most_of_person": 1}, {}, "Na jedną osobę"),
        ({"most_of_household": 1}, {"email": "brat@poczta.example", "street": "ul. LIPOWA 5/7"}, "Pod jeden adres"),
    ],
    ids=["person", "household"],
)
def test_a_months_share_is_for_one(
    app: Flask, database: Database, limits: dict[str, int], second: dict[str, str], told: str
) -> None:
    limited(database, **limits)
    assert try_to_order(app.test_client())[0] == 303
    status, text = try_to_order(app.test_client(), **second)
    assert (status, told in text) == (409, True)
    assert try_to_order(app.test_client(), email="ktos@inny.example", street="Inna 1")[0] == 303


def test_a_household_that_orders_at_once_gets_one_share(app: Flask, database: Database) -> None:
    limited(database, most_of_household=2)
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda n: try_to_order(app.test_client(), email=f"o{n}@x.example")[0], range(6)))
    assert sorted(answers) == [303] * 2 + [409] * 4
    with database.reading() as session:
        assert session.scalar(select(func.max(FreeSamples.taken))) == 2


def test_a_wrong_row_changes_no_stock(app: Flask, database: Database) -> None:
    shelf(app, "5")
    table = f"{PAINT};card;9\nNIC;card;1"
    answer = staff(app).post(f"/s/{KRAKOW}/desk/orders/stock", data={"table": table})
    assert answer.status_code == 400
    assert "Wiersz 2" in answer.text
    assert left(database) == 5
