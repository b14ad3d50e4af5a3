"""The till's and the ERP's door: who gets in, what is refused where, and what is sent twice."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.db import Database, now
from configurator.projects.models import Project
from configurator.stores.models import Store
from configurator.systems import keys
from configurator.systems.models import ApiKey
from tests.configurator.people import BATHROOMS, KRAKOW, guest
from tests.configurator.purchases.shopping import TODAY, Shop, days_ago, tomorrow


@pytest.fixture
def shop(app: Flask) -> Shop:
    return Shop.open(app)


def error(answer: Any) -> tuple[int, str, str]:
    return answer.status_code, answer.json["error"]["path"], answer.json["error"]["reason"]


def test_a_purchase_is_answered_with_what_is_kept(shop: Shop) -> None:
    shop.buy(1_800_00)
    answer = shop.bring_back(300_00)
    assert (answer["receipt_kept_gr"], answer["project_kept_gr"]) == (1_500_00, 1_500_00)


def test_lines_are_kept_and_make_the_amount(shop: Shop) -> None:
    lines = [{"name": "Umywalka", "ean": "5901234123457", "amount_gr": 49900}, {"name": "Syfon", "amount_gr": 5000}]
    answer = shop.tell(lines=lines, amount_gr=None)
    assert answer.json["amount_gr"] == 549_00
    assert "Umywalka" in shop.card()


@pytest.mark.parametrize(
    ("changes", "path", "reason"),
    [
        ({"receipt": None}, "receipt", "receipt_wanted"),
        ({"receipt": "---"}, "receipt", "receipt_wanted"),
        ({"receipt": 12}, "receipt", "not_a_text"),
        ({"receipt": "1" * 81}, "receipt", "too_long"),
        ({"receipt": "PAR\x00\ud800"}, "receipt", "unreadable_letters"),
        ({"amount_gr": None}, "amount_gr", "amount_wanted"),
        ({"amount_gr": 0}, "amount_gr", "above_zero"),
        ({"amount_gr": -1}, "amount_gr", "above_zero"),
        ({"amount_gr": 1_000_000_01}, "amount_gr", "amount_too_large"),
        ({"amount_gr": 10**400}, "amount_gr", "amount_too_large"),
        ({"amount_gr": 1800.0}, "amount_gr", "not_a_whole_number"),
        ({"amount_gr": float("nan")}, "amount_gr", "not_a_whole_number"),
        ({"amount_gr": True}, "amount_gr", "not_a_whole_number"),
        ({"amount_gr": "180000"}, "amount_gr", "not_a_whole_number"),
        ({"day": None}, "day", "day_wanted"),
        ({"day": "2026-02-30"}, "day", "not_a_day"),
        ({"day": "20260504"}, "day", "not_a_day"),
        ({"day": tomorrow()}, "day", "day_to_come"),
        ({"day": "0202-01-05"}, "day", "day_long_ago"),
        ({"lines": "Umywalka"}, "lines", "not_a_list"),
        ({"lines": ["Umywalka"]}, "lines/0", "not_an_object"),
        ({"lines": [{"name": "Umywalka"}]}, "lines/0/amount_gr", "not_a_whole_number"),
        ({"lines": [{"amount_gr": 180000, "count": 0}]}, "lines/0/count", "out_of_range"),
        ({"lines": [{"amount_gr": 180000, "ean": "12"}]}, "lines/0/ean", "not_an_ean"),
        ({"lines": [{"amount_gr": 180000, "prise": 1}]}, "lines/0/prise", "unknown_field"),
        ({"lines": [{"amount_gr": 179999}]}, "amount_gr", "lines_add_up_to"),
        ({"price": 1}, "price", "unknown_field"),
    ],
)
def test_a_wrong_field_is_named(shop: Shop, changes: dict[str, Any], path: str, reason: str) -> None:
    assert error(shop.tell(**changes)) == (400, path, reason)
    assert shop.count() == 0


def test_a_day_in_warsaw_counts_from_its_midnight(shop: Shop) -> None:
    assert shop.tell(day=TODAY).status_code == 201


@pytest.mark.parametrize("body", ["", "[]", "{", "null", "\xff"])
def test_what_is_no_object_is_refused(shop: Shop, body: str) -> None:
    headers = {"Authorization": f"Bearer {shop.token}", "Content-Type": "application/json", "Idempotency-Key": "a"}
    answer = shop.app.test_client().post(f"/api/v1/stores/{BATHROOMS}/purchases", data=body, headers=headers)
    assert error(answer) == (400, "", "not_json")


def test_the_same_receipt_counts_once_whatever_project_it_comes_by(app: Flask, shop: Shop) -> None:
    shop.buy(1_800_00, "PAR/12")
    assert error(shop.tell(receipt="par 0012")) == (409, "receipt", "receipt_counts_here")
    other = Shop.open(app)
    refused = other.tell(receipt="PAR-12")
    assert error(refused) == (409, "receipt", "receipt_counts")
    assert shop.customer.code not in refused.text


def test_tills_with_the_same_numbers_are_told_apart(shop: Shop) -> None:
    shop.buy(1_000_00, till="K1")
    shop.buy(1_000_00, till="K2")
    assert error(shop.tell("returns", amount_gr=1)) == (400, "till", "which_till")
    assert shop.bring_back(400_00, till="k1")["receipt_kept_gr"] == 600_00


@pytest.mark.parametrize(("first", "second"), [("", "K1"), ("K1", "")])
def test_a_receipt_without_a_till_may_be_any_tills(shop: Shop, first: str, second: str) -> None:
    shop.buy(1_000_00, till=first)
    assert error(shop.tell(till=second)) == (409, "receipt", "receipt_counts_here")


def test_two_retailers_may_have_the_same_number(app: Flask, shop: Shop, database: Database) -> None:
    shop.buy(1_800_00)
    with database.writing() as session:
        token = keys.make(session, session.scalars(select(Store).where(Store.slug == KRAKOW)).one().tenant, "Kasy")
    body = {"project": guest(app).code, "receipt": "PAR/1", "day": TODAY, "amount_gr": 1}
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "a"}
    assert app.test_client().post(f"/api/v1/stores/{KRAKOW}/purchases", json=body, headers=headers).status_code == 201


@pytest.mark.parametrize(
    ("changes", "path", "reason"),
    [
        ({"amount_gr": 1_500_01}, "amount_gr", "more_than_kept"),
        ({"receipt": "PAR/2"}, "receipt", "no_such_receipt"),
        ({"amount_gr": 1, "day": days_ago(4)}, "day", "before_it_was_bought"),
    ],
)
def test_a_return_is_of_what_was_bought_and_kept(shop: Shop, changes: dict[str, Any], path: str, reason: str) -> None:
    shop.buy(1_800_00, day=days_ago(3))
    shop.bring_back(300_00)
    assert error(shop.tell("returns", **changes)) == (400, path, reason)
    assert shop.bring_back(1_500_00)["receipt_kept_gr"] == 0


def test_a_receipt_brought_back_whole_still_counts(shop: Shop) -> None:
    shop.buy(1_800_00)
    shop.bring_back(1_800_00)
    assert error(shop.tell()) == (409, "receipt", "receipt_counts_here")


def test_a_return_of_another_projects_receipt_is_refused(app: Flask, shop: Shop) -> None:
    shop.buy(1_800_00)
    assert error(Shop.open(app).tell("returns", amount_gr=1)) == (409, "receipt", "receipt_counts")


def test_the_same_request_is_answered_the_same_and_written_once(shop: Shop) -> None:
    shop.buy(1_800_00)
    first, again = (shop.tell("returns", key="r-1", amount_gr=100_00) for _ in range(2))
    assert (first.json, first.status_code) == (again.json, again.status_code)
    assert shop.count() == 2


@pytest.mark.parametrize("changes", [{"amount_gr": 2}, {"receipt": "PAR/2"}, {"door": "returns"}])
def test_the_same_key_for_something_else_is_refused(shop: Shop, changes: dict[str, Any]) -> None:
    assert shop.tell(key="k").status_code == 201
    assert error(shop.tell(**{"door": "purchases", "key": "k"} | changes)) == (409, "Idempotency-Key", "key_used")
    assert shop.count() == 1


def test_a_refused_request_may_be_mended_under_its_key(shop: Shop) -> None:
    assert shop.tell(key="k", amount_gr=0).status_code == 400
    assert shop.tell(key="k").status_code == 201


@pytest.mark.parametrize(("key", "reason"), [("", "key_wanted"), ("k" * 201, "not_a_key")])
def test_a_request_needs_a_key_of_its_own(shop: Shop, key: str, reason: str) -> None:
    body = {"project": shop.customer.code, "receipt": "PAR/1", "day": TODAY, "amount_gr": 1}
    headers = {"Authorization": f"Bearer {shop.token}", "Idempotency-Key": key}
    answer = shop.app.test_client().post(f"/api/v1/stores/{BATHROOMS}/purchases", json=body, headers=headers)
    assert error(answer) == (400, "Idempotency-Key", reason)


@pytest.mark.parametrize("sent", [None, "", "Bearer", "Bearer x", "Basic eDp5", "Bearer \xff"])
def test_without_a_key_nothing_is_said(shop: Shop, sent: str | None) -> None:
    headers = {"Authorization": sent} if sent is not None else {}
    answer = shop.app.test_client().post(f"/api/v1/stores/{BATHROOMS}/purchases", json={}, headers=headers)
    assert error(answer) == (401, "Authorization", "api_key_wanted")


def test_another_retailers_key_opens_nothing(shop: Shop, database: Database) -> None:
    with database.writing() as session:
        tenant = session.scalars(select(Store).where(Store.slug == KRAKOW)).one().tenant
        shop.token = keys.make(session, tenant, "Kasy")
    assert shop.tell().status_code == 401
    assert shop.count() == 0


def test_a_revoked_key_opens_nothing(shop: Shop, database: Database) -> None:
    shop.buy(1_800_00)
    with database.writing() as session:
        key = session.scalars(select(ApiKey)).one()
        keys.revoke(session, session.scalars(select(Store).where(Store.slug == BATHROOMS)).one().tenant, key.id)
    assert shop.tell(receipt="PAR/2").status_code == 401
    assert shop.count() == 1


def test_a_project_of_another_retailer_is_not_found(app: Flask, shop: Shop) -> None:
    assert error(shop.tell(project=guest(app).code)) == (404, "", "no_code")


def test_a_project_in_the_bin_takes_its_purchases_for_the_day_it_comes_back(shop: Shop, database: Database) -> None:
    with database.writing() as session:
        session.get_one(Project, shop.customer.project_id).deleted_at = now()
    shop.buy(1_800_00)
    with database.writing() as session:
        session.get_one(Project, shop.customer.project_id).deleted_at = None
    assert "1 800 zł" in shop.card()


def test_only_the_keys_hash_is_kept(shop: Shop, database: Database) -> None:
    with database.reading() as session:
        assert shop.token not in repr(vars(session.scalars(select(ApiKey)).one()))


def test_the_api_is_described(app: Flask) -> None:
    paths = app.test_client().get("/api/v1/openapi.json").json["paths"]
    for door in ("purchases", "returns"):
        told = paths[f"/api/v1/stores/{{slug}}/{door}"]["post"]
        assert "Idempotency-Key" in told["description"]
        assert {"201", "400", "401", "404", "409"} <= set(told["responses"])
