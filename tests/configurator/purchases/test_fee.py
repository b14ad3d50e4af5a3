"""Purchases change what the designer's help costs, at once, in the chip and on the card."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask

from configurator.config import ROOT
from configurator.db import now
from incentives import command
from tests.configurator.purchases.shopping import Shop

REAL = json.loads((ROOT / "examples/terms/salon-lazienek.json").read_text("utf-8"))
BROUGHT = {"brought_dimensions": True, "products_picked": 1}


@pytest.fixture
def shop(app: Flask) -> Shop:
    return Shop.open(app)


@pytest.mark.parametrize(("bought_gr", "fee_gr"), [(2_499_99, 300_00), (2_500_00, 0), (2_500_01, 0)])
def test_the_fee_falls_from_2500_zl_up(shop: Shop, bought_gr: int, fee_gr: int) -> None:
    answer = shop.buy(bought_gr)
    assert (shop.fee()["charged_gr"], answer["fee"]["charged_gr"]) == (fee_gr, fee_gr)


@pytest.mark.parametrize(("bought_gr", "fee_gr"), [(2_499_99, 300_00), (2_500_00, 0)])
def test_the_real_terms_ask_the_same_of_who_brought_dimensions_and_picked(bought_gr: int, fee_gr: int) -> None:
    facts = BROUGHT | {"project_purchases_kept_gross_gr": bought_gr}
    assert command.decide_data(REAL, facts, now())["charged_gr"] == fee_gr


@pytest.mark.parametrize("missing", sorted(BROUGHT))
def test_the_real_terms_waive_nothing_for_purchases_alone(missing: str) -> None:
    facts: dict[str, Any] = BROUGHT | {"project_purchases_kept_gross_gr": 9_000_00, missing: False}
    facts["products_picked"] = int(facts["products_picked"])
    assert command.decide_data(REAL, facts, now())["charged_gr"] == 300_00


def test_several_receipts_add_up(shop: Shop) -> None:
    shop.buy(1_800_00)
    shop.buy(700_00, "PAR/2")
    assert shop.fee()["charged_gr"] == 0


def test_a_return_takes_away_from_the_sum(shop: Shop) -> None:
    shop.buy(2_500_00)
    shop.bring_back(1)
    assert shop.fee()["charged_gr"] == 300_00


def test_the_chip_says_what_is_still_to_be_bought(shop: Shop) -> None:
    shop.buy(1_800_00)
    assert [way["text"] for way in shop.fee()["ways"]] == [
        {
            "pl": "Dokup produkty z projektu za co najmniej 700 zł",
            "en": "Buy products from the project for at least 700 PLN more",
        }
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("pl", "Dokup produkty z projektu za co najmniej 700 zł, a pomoc projektanta będzie za 0 zł."),
        ("en", "Buy products from the project for at least 700 PLN more, and the designer&#39;s help will be 0 PLN."),
    ],
)
def test_the_card_says_it_in_the_engine_s_words(shop: Shop, lang: str, said: str) -> None:
    shop.buy(1_800_00)
    assert said in shop.card(lang)


def test_the_card_says_nothing_of_the_kind_where_the_engine_has_no_such_way(app: Flask) -> None:
    shop = Shop.open(app, REAL | {"rules": []})
    shop.buy(1_800_00)
    assert "a pomoc projektanta będzie" not in shop.card()


def test_one_projects_purchases_are_not_anothers(app: Flask, shop: Shop) -> None:
    other = Shop.open(app)
    shop.buy(2_500_00)
    assert other.fee()["charged_gr"] == 300_00
