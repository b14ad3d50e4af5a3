"""Orders at a fulfilment house: what it sees, what it tells back, and that telling twice changes nothing."""

from __future__ import annotations

import csv
from io import StringIO

from flask import Flask
from flask.testing import FlaskClient

from configurator.db import Database
from tests.configurator.orders.ordering import ANNA, order_samples
from tests.configurator.orders.test_carrying_out import mails, order, step, withdraw
from tests.configurator.people import KRAKOW, staff
from tests.configurator.purchases.tills import till

URL = f"/api/v1/stores/{KRAKOW}/sample-orders"


def tell(house: FlaskClient, database: Database, state: str, key: str = "", **more: str) -> tuple[int, dict[str, str]]:
    headers = {"Idempotency-Key": key or state}
    answer = house.post(f"{URL}/{order(database).code}/states", json={"state": state} | more, headers=headers)
    return answer.status_code, answer.json


def test_the_house_sees_what_is_paid_and_not_sent(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW, way="locker", name="=cmd|x")
    house = till(app)
    assert house.get(URL).json == {"orders": [], "next": None}
    step(staff(app), database, "paid")
    found = house.get(URL).json["orders"]
    assert [line["paint"] for line in found[0]["lines"]] == ["ZK-0001", "ZK-0002"]
    assert found[0]["to"]["locker"] == ANNA["locker"]
    assert "/probka/" in found[0]["lines"][0]["label_url"]
    rows = list(csv.reader(StringIO(house.get(f"{URL}.csv").text.removeprefix("\ufeff")), delimiter=";"))
    assert (len(rows), rows[1][5]) == (3, "'=cmd|x")


def test_states_and_numbers_come_back_once(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW, way="courier")
    step(staff(app), database, "paid")
    house, before = till(app), len(mails(database))
    for _ in range(2):
        assert tell(house, database, "packed")[1]["state"] == "packed"
        assert tell(house, database, "sent", tracking_number="PL 123")[1]["tracking_number"] == "PL 123"
        assert tell(house, database, "delivered")[1]["state"] == "arrived"
    assert len(mails(database)) == before + 1
    assert house.get(URL).json["orders"] == []


def test_a_key_used_for_something_else_is_refused(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    house = till(app)
    assert tell(house, database, "packed", key="one")[0] == 200
    assert tell(house, database, "sent", key="one")[0] == 409
    assert tell(house, database, "delivered", key="two")[0] == 409
    assert tell(house, database, "lost", key="three")[0] == 400
    assert order(database).sent_at is None


def test_what_was_withdrawn_from_is_not_sent(app: Flask, client: FlaskClient, database: Database) -> None:
    order_samples(app, client, KRAKOW)
    withdraw(client, database, KRAKOW, press="confirm")
    status, told = tell(till(app), database, "sent")
    assert (status, told["error"]["reason"]) == (409, "order_withdrawn")  # type: ignore[index]
