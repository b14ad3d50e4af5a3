"""The keys of a retailer's systems: told once, and opening only what they were made for."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.configurator.people import BATHROOMS, guest, staff
from tests.configurator.purchases.shopping import Shop

KEYS = f"/s/{BATHROOMS}/desk/keys"


def made(manager: FlaskClient, *rights: str) -> str:
    """A new key, as the page shows it."""
    page = manager.post(KEYS, data={"name": "ERP", "rights": list(rights)}).text
    return "zacznij_" + page.split("<code>zacznij_")[1].split("<")[0]


def test_a_key_is_shown_once(app: Flask) -> None:
    shop, manager = Shop.open(app), staff(app, BATHROOMS, "manager")
    shop.token = made(manager, "purchases")
    assert shop.tell().status_code == 201
    assert shop.token not in manager.get(KEYS).text


def test_a_key_opens_only_what_was_ticked(app: Flask) -> None:
    shop, manager = Shop.open(app), staff(app, BATHROOMS, "manager")
    shop.token = made(manager, "decisions")
    refused = shop.tell()
    assert (refused.status_code, refused.json["error"]["reason"]) == (403, "key_opens_less")
    assert "odczyt opłat, decyzji i ich zmian" in manager.get(KEYS).text


def test_a_key_that_opens_nothing_is_not_made(app: Flask) -> None:
    answer = staff(app, BATHROOMS, "manager").post(KEYS, data={"name": "ERP"})
    assert answer.status_code == 400
    assert "Zaznacz co najmniej jedną rzecz" in answer.text
    assert 'value="ERP"' in answer.text


def test_two_keys_of_one_name_are_refused(app: Flask) -> None:
    manager = staff(app, BATHROOMS, "manager")
    answers = [manager.post(KEYS, data={"name": "ERP", "rights": "purchases"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 400]
    assert 'aria-describedby="name-wrong"' in answers[1].text


def test_neither_a_designer_nor_a_customer_makes_keys(app: Flask) -> None:
    told = {"name": "ERP", "rights": "purchases"}
    assert staff(app, BATHROOMS).post(KEYS, data=told).status_code == 403
    assert guest(app, BATHROOMS).client.post(KEYS, data=told).status_code == 401
