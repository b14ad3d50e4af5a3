"""A project's list: added once, counted by whoever was first, each product one line, each refusal a sentence."""

from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.db import Database, now
from configurator.products.fact import products_picked
from configurator.products.models import ListChange, Product
from configurator.projects.models import Project
from tests.configurator.people import BATHROOMS, KRAKOW, guest, staff
from tests.configurator.products.picking import MIRROR, TAP, TILE, WC, WC_SNAPSHOT, draw, listed, put


def test_an_addition_sent_twice_counts_once(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    key = str(uuid4())
    for _ in range(2):
        assert put(owner.client, owner.project_id, TAP, 2, id=key).status_code == 200
    assert [(line["sku"], line["quantity"]) for line in listed(owner.client, owner.project_id)] == [(TAP, 2)]


def test_the_same_code_scanned_twice_is_two_pieces_of_one_line(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    ean = _ean(app, TAP)
    for _ in range(2):
        put(owner.client, owner.project_id, ean=ean)
    assert [(line["sku"], line["quantity"]) for line in listed(owner.client, owner.project_id)] == [(TAP, 2)]


def test_what_is_drawn_and_listed_is_one_line_and_not_wanted_twice(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    put(owner.client, owner.project_id, WC)
    draw(owner)
    [line] = listed(owner.client, owner.project_id)
    assert (line["quantity"], line["drawn"]) == (1, 1)


def test_the_sum_is_of_todays_prices_and_parts_of_a_metre(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    draw(owner)
    answer = put(owner.client, owner.project_id, TILE, "5,4").json
    assert [line["cost_gr"] for line in answer["lines"]] == [1_190_00, 485_46]
    assert answer["total_gr"] == 1_675_46


def test_of_two_devices_the_later_one_is_told(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    [line] = put(owner.client, owner.project_id, TAP).json["lines"]
    url = f"/api/v1/projects/{owner.project_id}/products/{line['product']}"
    first = owner.client.put(url, json={"quantity": 3, "version": line["version"]})
    later = owner.client.put(url, json={"quantity": 5, "version": line["version"]})
    assert (first.status_code, later.status_code) == (200, 409)
    assert later.json["error"]["reason"] == "line_changed"
    assert listed(owner.client, owner.project_id)[0]["quantity"] == 3


def test_a_line_taken_off_elsewhere_is_not_counted_back(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    [line] = put(owner.client, owner.project_id, TAP).json["lines"]
    url = f"/api/v1/projects/{owner.project_id}/products/{line['product']}"
    for _ in range(2):
        assert owner.client.delete(f"{url}?version={line['version']}").status_code == 200
    assert owner.client.put(url, json={"quantity": 3, "version": line["version"]}).status_code == 409
    assert listed(owner.client, owner.project_id) == []


def test_who_picked_for_the_customer_is_recorded_and_told(app: Flask, database: Database) -> None:
    owner, designer = guest(app, BATHROOMS), staff(app, BATHROOMS)
    put(designer, owner.project_id, TAP)
    put(owner.client, owner.project_id, MIRROR)
    assert [bool(line["by"]) for line in listed(owner.client, owner.project_id)] == [True, False]
    with database.reading() as session:
        assert set(session.scalars(select(ListChange.role))) == {"designer", "customer"}


@pytest.mark.parametrize("quantity", [0, -1, 1.5, 1_000_000_000, "NaN", "1e9", "", None, True, [], "9" * 10_000])
def test_a_number_of_pieces_that_cannot_be_is_refused_in_words(app: Flask, quantity: Any) -> None:
    owner = guest(app, BATHROOMS)
    answer = put(owner.client, owner.project_id, TAP, quantity)
    assert (answer.status_code, answer.json["error"]["reason"]) == (400, "quantity_piece")
    assert "od 1 do 9999" in answer.json["error"]["text"]


def test_json_that_is_no_number_is_refused(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    body = f'{{"id": "{uuid4()}", "sku": "{TAP}", "quantity": NaN}}'
    url = f"/api/v1/projects/{owner.project_id}/products"
    answer = owner.client.post(url, data=body, content_type="application/json")
    assert answer.json["error"]["reason"] == "quantity_piece"


@pytest.mark.parametrize(
    ("sent", "status", "reason"),
    [
        ({"ean": "4006381333932"}, 400, "ean_digit"),
        ({"ean": "12"}, 400, "ean_length"),
        ({"ean": "4006381333931"}, 404, "ean_not_sold"),
        ({"sku": "DM-1007"}, 404, "sku_not_sold"),
        ({"sku": "a" * 10_000}, 404, "sku_not_sold"),
        ({"sku": "\0"}, 404, "sku_not_sold"),
        ({"sku": 7}, 400, "missing"),
        ({"id": "1"}, 400, "not_an_id"),
        ({"id": "x" * 10_000}, 400, "not_an_id"),
    ],
)
def test_a_bad_addition_is_refused_in_words(app: Flask, sent: dict[str, Any], status: int, reason: str) -> None:
    owner = guest(app, BATHROOMS)
    answer = put(owner.client, owner.project_id, TAP, **sent)
    assert (answer.status_code, answer.json["error"]["reason"]) == (status, reason)
    assert answer.json["error"]["text"]


def test_a_list_has_an_end(app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("configurator.products.picks.MOST_LINES", 1)
    owner = guest(app, BATHROOMS)
    put(owner.client, owner.project_id, TAP)
    assert put(owner.client, owner.project_id, MIRROR).json["error"]["reason"] == "list_full"


def test_a_strangers_catalogue_and_list_stay_apart(app: Flask) -> None:
    owner, other = guest(app, BATHROOMS), guest(app, KRAKOW)
    put(owner.client, owner.project_id, TAP)
    assert other.client.get(f"/api/v1/projects/{owner.project_id}/products").status_code == 404
    assert other.client.get(f"/s/{BATHROOMS}/p/{owner.code}/products").status_code == 404
    assert other.client.get(f"/api/v1/stores/{KRAKOW}/products?ean={_ean(app, TAP)}").status_code == 404


def test_an_old_snapshot_of_a_retired_product_keeps_its_price(app: Flask, database: Database) -> None:
    owner = guest(app, BATHROOMS)
    draw(owner)
    _retire(database, WC)
    [line] = listed(owner.client, owner.project_id)
    assert (line["cost_gr"], line["priced_on"], line["is_current"]) == (990_00, "2026-11-12", False)


def test_a_snapshot_that_nobody_knows_is_told_as_it_is(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    draw(owner, snapshot=WC_SNAPSHOT | {"sku": "=CMD()", "date": "30.02.26"})
    [line] = listed(owner.client, owner.project_id)
    assert (line["product"], line["sku"], line["priced_on"]) == (None, "=CMD()", None)
    page = owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/products")
    assert "dawna cena" in page.text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("kind=wall_wc", 200),
        ("kind=spaceship", 400),
        ("q=" + "a" * 10_000, 400),
        ("page=0", 400),
        ("page=x", 200),
        ("ean=1", 400),
        ("q=%00", 200),
    ],
)
def test_the_catalogue_answers_or_refuses(app: Flask, query: str, status: int) -> None:
    answer = app.test_client().get(f"/api/v1/stores/{BATHROOMS}/products?{query}")
    assert answer.status_code == status
    assert (status == 200) == ("products" in answer.json)


def test_the_catalogue_is_kept_by_caches_for_a_moment(app: Flask) -> None:
    url = f"/api/v1/stores/{BATHROOMS}/products?kind=wall_wc"
    first = app.test_client().get(url)
    again = app.test_client().get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.headers["Cache-Control"], again.status_code) == ("public, max-age=60", 304)


def _ean(app: Flask, sku: str) -> str:
    found = app.test_client().get(f"/api/v1/stores/{BATHROOMS}/products?q={sku}").json["products"]
    ean: str = found[0]["ean"]
    return ean


def _retire(database: Database, sku: str) -> None:
    with database.writing() as session:
        session.scalars(select(Product).where(Product.sku == sku)).one().retired_at = now()


def test_tiles_of_the_plan_are_on_the_list_with_what_is_to_spare(app: Flask) -> None:
    """A floor of about 4 × 3 m in tiles of 600 × 600, by square metres at today's price; picking them is a fact."""
    owner = guest(app, BATHROOMS)
    address = f"/api/v1/projects/{owner.project_id}/variants/{owner.variant}"
    room = next(iter(owner.client.get(address).json["document"]["rooms"]))
    product = {"sku": TILE, "name": "Skała", "price_gr": 1, "size": [600, 600, 9], "date": "2026-11-12", "ean": None}
    tile = {"size": [600, 600], "joint": 2, "tint": "#888888", "pattern": "straight", "product": product}
    owner.send(owner.edit({"finishes/ftiles": {"room": room, "face": "floor", "tile": tile}}))
    [line] = listed(owner.client, owner.project_id)
    assert (line["sku"], line["drawn"], line["unit"]) == (TILE, 0, "m2")
    assert line["cost_gr"] == round(line["quantity"] * 89_90)
    assert 4 * 3 * 1.1 <= line["quantity"] <= 7 * 5 * 0.36 * 1.15
    database: Database = app.extensions["database"]
    with database.reading() as session:
        assert products_picked(session, session.get_one(Project, owner.project_id)) == 1
