"""Purchases typed in at the desk: kept, corrected, refused beside the field with what was typed."""

from __future__ import annotations

import pytest
from flask import Flask

from configurator.projects.models import Project
from configurator.purchases.kept import entries_of
from tests.configurator.people import BATHROOMS, KRAKOW, staff
from tests.configurator.purchases.shopping import Shop, tomorrow


@pytest.fixture
def shop(app: Flask) -> Shop:
    return Shop.open(app)


def entry_ids(shop: Shop) -> list[str]:
    """The latest first."""
    with shop.database.reading() as session:
        return [entry.id for entry in entries_of(session, session.get_one(Project, shop.customer.project_id))]


def test_a_purchase_stands_on_the_card_with_who_wrote_it_down(shop: Shop) -> None:
    answer = shop.type_in(amount_gr="1 800,50")
    assert (answer.status_code, answer.location.rsplit("#", 1)[1]) == (303, "purchases")
    card = shop.card()
    assert all(told in card for told in ("PAR/1", "+1 800,50 zł", "Ola Projektantka"))


def test_what_a_till_wrote_down_is_told_by_its_system(shop: Shop) -> None:
    shop.buy(1_800_00)
    assert ", system" in shop.card()


def test_lines_may_be_typed_instead_of_an_amount(shop: Shop) -> None:
    assert shop.type_in(amount_gr="", lines="Umywalka; 499,00\r\n\r\nSyfon; 50").status_code == 303
    assert shop.only_entry().amount_gr == 549_00


def test_the_page_sent_twice_is_one_purchase(shop: Shop) -> None:
    answers = [shop.type_in(key="a page") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert shop.count() == 1


def test_a_return_sent_twice_is_one_return(shop: Shop) -> None:
    shop.type_in()
    paper = shop.only_entry().id
    for _ in range(2):
        assert shop.type_in("returns", key="a page", paper=paper, amount_gr="100").status_code == 303
    assert shop.count() == 2


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"receipt": ""}, "receipt", "Wpisz numer paragonu lub faktury."),
        ({"amount_gr": "-5"}, "amount_gr", "Wpisz kwotę, na przykład 120 albo 120,50."),
        ({"amount_gr": "0"}, "amount_gr", "Kwota musi być większa od zera."),
        ({"amount_gr": "NaN"}, "amount_gr", "Wpisz kwotę, na przykład 120 albo 120,50."),
        ({"amount_gr": "1²"}, "amount_gr", "Wpisz kwotę, na przykład 120 albo 120,50."),
        ({"amount_gr": "1000000,01"}, "amount_gr", "Ta kwota jest za duża"),
        ({"amount_gr": ""}, "amount_gr", "Wpisz kwotę."),
        ({"day": tomorrow()}, "day", "Ta data jeszcze nie nadeszła."),
        ({"lines": "Umywalka 499"}, "lines", "Pozycja 1: Wpisz nazwę, średnik i kwotę"),
        ({"lines": "Umywalka; 499"}, "amount_gr", "Pozycje dają razem 499 zł"),
    ],
)
def test_a_refusal_stands_at_its_field_with_what_was_typed(
    shop: Shop, changes: dict[str, str], field: str, said: str
) -> None:
    answer = shop.type_in(**{"receipt": "PAR/77"} | changes)
    page = answer.text.replace("\u00a0", " ")
    assert answer.status_code == 400
    assert f'aria-describedby="purchase-{field}-wrong"' in page
    assert said in page
    assert changes.get("receipt") == "" or 'value="PAR/77"' in page
    assert shop.count() == 0


def test_staff_are_told_for_which_project_a_receipt_counts(app: Flask, shop: Shop) -> None:
    shop.buy(1_800_00)
    answer = Shop.open(app).type_in()
    code = shop.customer.code
    assert answer.status_code == 409
    assert f"Ten paragon już się liczy w projekcie {code[:3]}-{code[3:6]}-{code[6:]}" in answer.text


def test_more_cannot_be_brought_back_than_was_kept(shop: Shop) -> None:
    shop.type_in()
    answer = shop.type_in("returns", paper=shop.only_entry().id, amount_gr="1800,01")
    assert "Z tego paragonu zostało 1 800 zł" in answer.text.replace("\u00a0", " ")
    assert 'aria-describedby="return-amount_gr-wrong"' in answer.text


def test_a_mistake_is_taken_back_by_a_row_with_a_reason(shop: Shop) -> None:
    shop.type_in()
    wrong = shop.only_entry()
    assert shop.correct(wrong.id, "Nie ten projekt").status_code == 303
    assert shop.count() == 2
    card = shop.card()
    assert "Nie ten projekt" in card
    assert "−1 800 zł" in card
    with shop.database.reading() as session:
        assert session.get_one(type(wrong), wrong.id).amount_gr == 1_800_00


def test_a_receipt_that_was_taken_back_may_count_for_another_project(app: Flask, shop: Shop) -> None:
    shop.type_in()
    shop.correct(shop.only_entry().id)
    assert Shop.open(app).type_in().status_code == 303


def test_a_correction_without_a_reason_is_refused_beside_its_entry(shop: Shop) -> None:
    shop.type_in()
    wrong = shop.only_entry().id
    answer = shop.correct(wrong, " ")
    assert answer.status_code == 400
    assert f'id="{wrong}-reason-wrong"' in answer.text
    assert shop.count() == 1


def test_a_mistake_is_taken_back_once(shop: Shop) -> None:
    shop.type_in()
    wrong = shop.only_entry().id
    assert [shop.correct(wrong).status_code for _ in range(2)] == [303, 303]
    assert shop.count() == 2
    assert shop.correct(entry_ids(shop)[0]).status_code == 400


def test_a_purchase_with_a_return_is_not_taken_back_before_the_return(shop: Shop) -> None:
    shop.buy(1_800_00)
    bought = shop.only_entry().id
    shop.bring_back(300_00)
    assert shop.correct(bought).status_code == 409
    returned = entry_ids(shop)[0]
    assert [shop.correct(id_).status_code for id_ in (returned, bought)] == [303, 303]


def test_another_retailers_staff_reach_nothing(app: Flask, shop: Shop) -> None:
    shop.type_in()
    stranger = staff(app, KRAKOW)
    entry = shop.only_entry().id
    assert stranger.post(f"/s/{KRAKOW}/desk/p/{shop.customer.code}/purchases", data={}).status_code == 404
    assert stranger.post(f"/s/{KRAKOW}/desk/purchases/{entry}/correction", data={"reason": "x"}).status_code == 404


def test_a_customer_writes_no_purchases(shop: Shop) -> None:
    url = f"/s/{BATHROOMS}/desk/p/{shop.customer.code}/purchases"
    assert shop.customer.client.post(url, data={}).status_code == 401
