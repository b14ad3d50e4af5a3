"""Two presses and two doors at once: one row."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.configurator.people import BATHROOMS
from tests.configurator.purchases.shopping import TODAY, Shop


@pytest.fixture
def shop(app: Flask) -> Shop:
    return Shop.open(app)


def at_once(*presses: Callable[[], TestResponse]) -> list[int]:
    with ThreadPoolExecutor(len(presses)) as pool:
        return sorted(answer.status_code for answer in pool.map(lambda press: press(), presses))


def typed_in(shop: Shop, key: str, door: str = "purchases", **changes: str) -> Callable[[], TestResponse]:
    """A press in a browser of its own, signed in as the desk's."""
    cookie = shop.desk.get_cookie(f"visit-{BATHROOMS}")
    assert cookie is not None
    browser = shop.app.test_client()
    browser.set_cookie(f"visit-{BATHROOMS}", cookie.value)
    form = {"key": key, "receipt": "PAR/1", "day": TODAY, "amount_gr": "1800"} | changes
    return lambda: browser.post(f"/s/{BATHROOMS}/desk/p/{shop.customer.code}/{door}", data=form)


def test_a_page_pressed_ten_times_at_once_is_one_purchase(shop: Shop) -> None:
    assert at_once(*[typed_in(shop, "a page") for _ in range(10)]) == [303] * 10
    assert shop.count() == 1


def test_a_return_pressed_ten_times_at_once_is_one_return(shop: Shop) -> None:
    shop.buy(1_800_00)
    paper = shop.only_entry().id
    presses = [typed_in(shop, "a page", "returns", paper=paper, amount_gr="100") for _ in range(10)]
    assert at_once(*presses) == [303] * 10
    assert shop.count() == 2


def test_the_desk_and_the_till_at_once_count_a_receipt_once(shop: Shop) -> None:
    desk = [typed_in(shop, f"page {n}", receipt="par-01") for n in range(4)]
    till = [lambda n=n: shop.tell(key=f"till {n}", till=f"K{n}" if n else "") for n in (0, 0)]
    answers = at_once(*desk, *till)
    assert shop.count() == 1
    assert answers.count(409) in (4, 5)


def test_two_projects_at_once_share_no_receipt(app: Flask, shop: Shop) -> None:
    shops = [shop, *(Shop.open(app) for _ in range(3))]
    answers = at_once(*[lambda one=one: one.tell() for one in shops])
    assert (answers, shop.count()) == ([201, 409, 409, 409], 1)


def test_returns_at_once_never_exceed_what_was_bought(shop: Shop) -> None:
    shop.buy(1_000_00)
    answers = at_once(*[lambda: shop.tell("returns", amount_gr=300_00) for _ in range(8)])
    assert (answers.count(201), shop.count()) == (3, 4)


def test_a_mistake_taken_back_ten_times_at_once_is_taken_back_once(shop: Shop) -> None:
    wrong = shop.buy(1_800_00)["id"]
    cookie = shop.desk.get_cookie(f"visit-{BATHROOMS}")
    assert cookie is not None

    def press() -> TestResponse:
        browser = shop.app.test_client()
        browser.set_cookie(f"visit-{BATHROOMS}", cookie.value)
        return browser.post(f"/s/{BATHROOMS}/desk/purchases/{wrong}/correction", data={"reason": "Pomyłka"})

    assert at_once(*[press] * 10) == [303] * 10
    assert shop.count() == 2


def test_closing_and_returning_at_once_never_loses_the_return(shop: Shop) -> None:
    shop.buy(2_500_00)
    service = shop.begin()
    cookie = shop.desk.get_cookie(f"visit-{BATHROOMS}")
    assert cookie is not None

    def close() -> TestResponse:
        browser = shop.app.test_client()
        browser.set_cookie(f"visit-{BATHROOMS}", cookie.value)
        return browser.post(f"/s/{BATHROOMS}/desk/services/{service}/close", data={})

    assert at_once(close, lambda: shop.tell("returns", amount_gr=1)) == [201, 303]
    assert shop.charged_gr() == 300_00
