"""A manager says whose a project is; its contract then decides the fee."""

from __future__ import annotations

import pytest
from flask import Flask

from configurator.errors import Refused
from configurator.stated.nip import read_nip
from tests.configurator.people import BATHROOMS, staff
from tests.configurator.purchases.shopping import Shop
from tests.configurator.stated.stating import at_desk, example

NIP = "123-456-32-18"


@pytest.fixture
def shop(app: Flask) -> Shop:
    terms = example("business-contract")
    del terms["overrides"][0]["rules"][0]["limits"]
    return Shop.open(app, terms)


def mark(shop: Shop, **form: str) -> int:
    said = {"kind": "business", "nip": NIP, "contract": "builder-2026"} | form
    manager = staff(shop.app, BATHROOMS, "manager")
    return at_desk(shop, f"p/{shop.customer.code}/customer", manager, **said).status_code


def test_a_contract_has_its_own_fee_until_its_net_purchases_are_reached(shop: Shop) -> None:
    assert shop.fee()["charged_gr"] == 0  # the store's own rule: a sketch of the customer's own
    assert mark(shop) == 303
    assert (shop.fee()["charged_gr"], shop.fee()["final"]) == (250_00, True)
    assert shop.fee()["reasons"][0]["text"]["pl"] == "Umowa z wykonawcą 2026"
    shop.type_in(amount_gr="", lines="Armatura; 23%; 9 840,00\nPłytki; 8%; 2 158,92")
    assert (shop.fee()["charged_gr"], shop.fee()["ways"][0]["text"]["en"]) == (250_00, "Spend at least 1 PLN net more")
    shop.type_in(receipt="PAR/2", amount_gr="", lines="Fuga; 23%; 1,23")
    assert (shop.fee()["charged_gr"], shop.fee()["final"]) == (0, True)


def test_without_a_vat_rate_the_net_sum_is_not_known(shop: Shop) -> None:
    mark(shop)
    shop.buy(50_000_00)
    assert (shop.fee()["final"], shop.fee()["charged_gr"]) == (False, 250_00)
    assert shop.fee()["needs"][0]["pl"] == "Zakupy po odjęciu zwrotów, netto"
    assert "Dopisz pozycje ze stawką VAT" in shop.card()


def test_every_change_is_a_row_with_its_author(shop: Shop) -> None:
    mark(shop)
    mark(shop)
    mark(shop, kind="consumer")
    card = shop.card()
    assert card.count("NIP <span") == 1
    assert card.count("Konsument") == 1
    assert card.count("Piotr Kierownik ·") == 2
    assert shop.fee()["charged_gr"] == 0


@pytest.mark.parametrize("form", [{"nip": "123-456-32-19"}, {"nip": "123"}, {"contract": "other"}, {"kind": ""}])
def test_what_cannot_be_is_refused_at_its_field(shop: Shop, form: dict[str, str]) -> None:
    assert mark(shop, **form) == 400
    assert shop.fee()["charged_gr"] == 0


def test_a_designer_does_not_choose_the_contract(shop: Shop) -> None:
    assert at_desk(shop, f"p/{shop.customer.code}/customer", kind="business", nip=NIP).status_code == 403


@pytest.mark.parametrize(("typed", "reason"), [("123456321", "nip_length"), ("1234563219", "nip_digit")])
def test_a_nip_has_ten_digits_and_checks_itself(typed: str, reason: str) -> None:
    assert read_nip("PL 123-456-32-18") == "1234563218"
    with pytest.raises(Refused) as refused:
        read_nip(typed)
    assert refused.value.reason == reason
