"""After the service was closed, purchases and returns are judged by its own terms and stand in its ledger."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.offers.terms import publish
from configurator.stores.models import Store
from tests.configurator.people import BATHROOMS, staff
from tests.configurator.purchases.shopping import Shop, purchases_only

KEEP = {"policy": "keep"}


@pytest.fixture
def shop(app: Flask) -> Shop:
    return Shop.open(app)


def last(shop: Shop) -> dict[str, Any]:
    kind, body = shop.ledger()[-1]
    assert kind == "adjusted"
    return body


def test_a_return_below_the_threshold_is_owed_by_the_committed_terms(shop: Shop) -> None:
    shop.buy(2_500_00)
    shop.close()
    shop.bring_back(100_00)
    row = last(shop)
    assert (row["before_gr"], row["charged_gr"], row["owed_gr"]) == (0, 300_00, 300_00)
    assert row["facts"]["project_purchases_kept_gross_gr"] == 2_400_00
    assert (row["cause"]["kind"], row["cause"]["receipt"]) == ("return", "PAR/1")
    assert row["decision"]["terms_sha"] == shop.ledger()[1][1]["decision"]["terms_sha"]


def test_newer_terms_change_nothing_for_what_was_closed(shop: Shop) -> None:
    shop.buy(2_500_00)
    shop.close()
    with shop.database.writing() as session:
        tenant = session.scalars(select(Store).where(Store.slug == BATHROOMS)).one().tenant
        publish(session, tenant, purchases_only(KEEP) | {"version": 2})
    shop.bring_back(100_00)
    assert shop.charged_gr() == 300_00


def test_a_return_that_stays_above_is_written_down_all_the_same(shop: Shop) -> None:
    shop.buy(2_600_00)
    shop.close()
    shop.bring_back(100_00)
    assert (last(shop)["owed_gr"], shop.charged_gr()) == (0, 0)


def test_a_late_purchase_gives_the_fee_back(shop: Shop) -> None:
    shop.buy(1_800_00)
    shop.close()
    shop.buy(700_00, "PAR/2")
    assert (last(shop)["owed_gr"], shop.charged_gr()) == (-300_00, 0)


def test_a_late_purchase_by_terms_that_are_over_gives_nothing(app: Flask) -> None:
    shop = Shop.open(app, purchases_only(valid={"from": "2020-01-01", "to": "2020-12-31"}))
    shop.buy(1_800_00)
    shop.close()
    shop.buy(700_00, "PAR/2")
    assert shop.charged_gr() == 300_00


def test_a_rule_that_keeps_its_benefit_takes_nothing_back(app: Flask) -> None:
    shop = Shop.open(app, purchases_only(KEEP))
    shop.buy(2_500_00)
    shop.close()
    shop.bring_back(2_500_00)
    assert (shop.charged_gr(), shop.fee()["charged_gr"]) == (0, 0)
    assert shop.fee()["text"]["pl"] == "Pomoc projektanta: 0 zł"


def test_the_card_says_in_a_sentence_what_changed_and_what_is_owed(shop: Shop) -> None:
    shop.buy(2_500_00)
    service = shop.close()
    shop.bring_back(100_00)
    said = (
        "Po zwrocie 100 zł (paragon PAR/1) zakupy z projektu są warte 2 400 zł, "
        "więc opłata za pomoc projektanta rośnie z 0 zł do 300 zł: do dopłaty 300 zł."
    )
    assert said in shop.card()
    assert said in shop.slip(service)


def test_the_slip_says_what_is_to_be_given_back(shop: Shop) -> None:
    service = shop.close(receipt="PAR/7")
    shop.buy(2_500_00)
    assert "do oddania klientowi 300 zł." in shop.slip(service)
    assert "Do oddania klientowi 300 zł" in shop.slip(service)


def test_the_chip_shows_the_ledgers_fee(shop: Shop) -> None:
    shop.buy(2_500_00)
    shop.close()
    shop.bring_back(100_00)
    assert shop.fee()["text"]["pl"] == "Pomoc projektanta: 300 zł"
    assert [way["text"]["pl"] for way in shop.fee()["ways"]] == ["Dokup produkty z projektu za co najmniej 100 zł"]


def test_a_mistake_taken_back_never_happened(shop: Shop) -> None:
    shop.buy(2_500_00)
    shop.close()
    wrong = shop.bring_back(2_000_00)
    shop.bring_back(1)
    assert shop.charged_gr() == 300_00
    assert shop.correct(wrong["id"]).status_code == 303
    assert (last(shop)["cause"]["kind"], last(shop)["kept_gr"], shop.charged_gr()) == ("correction", 2_499_99, 300_00)


def test_a_return_typed_in_by_mistake_costs_nothing_in_the_end(shop: Shop) -> None:
    shop.buy(2_500_00)
    shop.close()
    shop.correct(shop.bring_back(2_000_00)["id"])
    assert (last(shop)["owed_gr"], shop.charged_gr()) == (-300_00, 0)


def test_a_purchase_before_the_closing_taken_back_after_it_is_owed(app: Flask) -> None:
    shop = Shop.open(app, purchases_only(KEEP))
    bought = shop.buy(2_500_00)
    shop.close()
    shop.correct(bought["id"])
    assert shop.charged_gr() == 300_00


def test_what_a_person_forgave_stays_forgiven_after_a_return(app: Flask, shop: Shop) -> None:
    manager = staff(app, BATHROOMS, "manager")
    shop.buy(1_800_00)
    shop.close(manager, less="100", reason="Długo czekała")
    shop.bring_back(300_00)
    assert shop.charged_gr() == 100_00


def test_a_return_takes_back_the_rules_benefit_and_not_the_persons(app: Flask) -> None:
    half = {"kind": "reduce", "amount_gr": 150_00}
    shop, manager = Shop.open(app, purchases_only(then=half)), staff(app, BATHROOMS, "manager")
    shop.buy(2_500_00)
    shop.close(manager, less="50", reason="Długo czekała")
    shop.bring_back(1)
    assert (last(shop)["ruled_gr"], last(shop)["forgiven_gr"], shop.charged_gr()) == (300_00, 100_00, 200_00)


def lower(shop: Shop, service: str, **form: str) -> int:
    manager = staff(shop.app, BATHROOMS, "manager")
    form = {"less": "0", "reason": "Wada towaru"} | form
    return manager.post(f"/s/{BATHROOMS}/desk/services/{service}/less", data=form).status_code


def test_a_manager_may_forgive_what_a_return_made_owed(shop: Shop) -> None:
    shop.buy(2_500_00)
    service = shop.close()
    shop.bring_back(100_00)
    assert lower(shop, service) == 303
    assert (shop.ledger()[-1][0], shop.charged_gr(), shop.fee()["charged_gr"]) == ("less", 0, 0)
    shop.bring_back(2_400_00)
    assert shop.charged_gr() == 0


@pytest.mark.parametrize(
    ("form", "status"), [({"less": "300,01"}, 400), ({"reason": " "}, 400), ({"less": ""}, 400), ({"less": "-1"}, 400)]
)
def test_more_or_without_a_reason_is_refused_after_an_adjustment_too(
    shop: Shop, form: dict[str, str], status: int
) -> None:
    shop.buy(2_500_00)
    service = shop.close()
    shop.bring_back(100_00)
    assert (lower(shop, service, **form), shop.charged_gr()) == (status, 300_00)


def test_a_designer_does_not_lower_a_fee(shop: Shop) -> None:
    service = shop.close()
    answer = shop.desk.post(f"/s/{BATHROOMS}/desk/services/{service}/less", data={"less": "0", "reason": "x"})
    assert (answer.status_code, shop.charged_gr()) == (403, 300_00)


def test_terms_that_know_no_purchases_are_not_judged_again(app: Flask) -> None:
    shop = Shop.open(app, purchases_only() | {"rules": []})
    shop.close()
    shop.buy(2_500_00)
    assert [kind for kind, _ in shop.ledger()] == ["opened", "committed"]
