"""What is owed for a service, and to whom, is told until it is settled, each payment by the number of its paper."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from configurator.db import now
from configurator.jobs.models import Job
from configurator.offers import counted, deferring
from configurator.offers.models import Service
from configurator.offers.putting_off import JOB
from configurator.purchases.said import today
from tests.configurator.offers.limited import FREE, LISTED_GR, counts, limited, shops
from tests.configurator.people import BATHROOMS
from tests.configurator.purchases.shopping import Shop, purchases_only


def post(shop: Shop, service: str, act: str, **form: str) -> TestResponse:
    return shop.desk.post(f"/s/{BATHROOMS}/desk/services/{service}/{act}", data=form)


def owed(shop: Shop) -> int:
    """By the cache, which is as the ledger says."""
    with shop.database.reading() as session:
        assert list(counted.wrongly_owed(session)) == []
        return session.scalars(select(Service.owed_gr)).one()


def worklist(shop: Shop) -> str:
    return shop.desk.get(f"/s/{BATHROOMS}/desk/").text.replace("\u00a0", " ")


def test_a_fee_is_on_the_desks_list_until_it_is_paid(app: Flask) -> None:
    shop = Shop.open(app)
    service = shop.close()
    assert owed(shop) == LISTED_GR
    assert "Do zapłaty 300 zł" in worklist(shop)
    assert post(shop, service, "settled", how="paid", number="PAR/5", amount_gr="100").status_code == 303
    for _ in range(2):  # the second press changes nothing
        assert post(shop, service, "settled", how="invoiced", number="FV/6").status_code == 303
    assert (owed(shop), [row["amount_gr"] for kind, row in shop.ledger() if kind == "settled"]) == (0, [100_00, 200_00])
    assert "do rozliczenia" not in worklist(shop)
    assert "Faktura na 200 zł, numer FV/6" in shop.slip(service)


def test_what_was_paid_goes_back_when_a_later_purchase_earns_the_help(app: Flask) -> None:
    shop = Shop.open(app)
    service = shop.close(receipt="PAR/1")
    shop.buy(2_500_00, "PAR/2")
    assert owed(shop) == -LISTED_GR
    assert "Do oddania klientowi 300 zł" in worklist(shop)
    assert "Do oddania klientowi 300 zł" in shop.card()
    assert post(shop, service, "settled", how="paid", number="PAR/3").status_code == 400
    assert post(shop, service, "settled", how="refunded", number="KOR/3", amount_gr="300,01").status_code == 400
    assert post(shop, service, "settled", how="refunded", number="KOR/3").status_code == 303
    assert owed(shop) == 0


@pytest.mark.parametrize(("form", "text"), [({"how": "paid"}, "paragonu"), ({"number": "PAR/1"}, "Wybierz")])
def test_a_payment_without_its_paper_is_refused_at_its_form(app: Flask, form: dict[str, str], text: str) -> None:
    shop = Shop.open(app)
    answer = post(shop, shop.close(), "settled", **form)
    assert (answer.status_code, text in answer.text, owed(shop)) == (400, True, LISTED_GR)


def test_help_that_is_called_off_costs_nothing_and_frees_what_it_kept(app: Flask) -> None:
    first, second = shops(app, limited(1, quote_days=30))
    service = first.begin()
    assert second.fee()["charged_gr"] == LISTED_GR
    assert post(first, service, "called-off", why=" ").status_code == 400
    for _ in range(2):
        assert post(first, service, "called-off", why="Klientka rezygnuje").status_code == 303
    assert [kind for kind, _ in first.ledger()] == ["opened", "called_off"]
    assert (second.fee()["charged_gr"], counts(first.database)) == (FREE, [0])
    assert "Klientka rezygnuje" in first.card()
    assert "Klientka rezygnuje" in first.slip(service)
    assert first.desk.post(f"/s/{BATHROOMS}/desk/services/{service}/close", data={}).status_code == 303
    first.buy(1_00, "PAR/8")
    assert (first.charged_gr(), len(first.ledger())) == (None, 2)


def test_what_was_paid_in_advance_counts_or_goes_back(app: Flask) -> None:
    shop = Shop.open(app)
    service = shop.begin()
    assert post(shop, service, "settled", how="paid", number="PAR/1").status_code == 303
    assert owed(shop) == 0
    assert post(shop, service, "settled", how="paid", number="PAR/2").status_code == 400
    post(shop, service, "called-off", why="Klientka rezygnuje")
    assert owed(shop) == -LISTED_GR


def put_off() -> dict[str, Any]:
    """Nothing for ten days; then the fee, unless so much was bought."""
    terms = purchases_only()
    waits = {"id": "wait", "title": {"pl": "Później", "en": "Later"}, "then": {"kind": "defer"}}
    terms["rules"].append(waits | {"valid": {"to": (today() + timedelta(days=10)).isoformat()}})
    return terms


@pytest.mark.parametrize(("bought_gr", "asked_gr"), [(2_499_99, LISTED_GR), (2_500_00, FREE)])
def test_a_fee_that_was_put_off_is_decided_when_its_time_is_up(app: Flask, bought_gr: int, asked_gr: int) -> None:
    shop = Shop.open(app, put_off())
    service = shop.close()
    assert (shop.charged_gr(), "Opłata jest odroczona" in shop.card()) == (FREE, True)
    shop.buy(bought_gr)
    due = now() + timedelta(days=11)
    with shop.database.writing() as session:
        job = session.scalars(select(Job).where(Job.kind == JOB)).one()
        assert now() + timedelta(days=9) < job.due_at < due
        assert deferring.decide_now(session, service, now()) is None
        deferring.decide_now(session, service, due)
    with shop.database.writing() as session:
        assert deferring.decide_now(session, service, due + timedelta(days=1)) is None
    assert (shop.charged_gr(), owed(shop)) == (asked_gr, asked_gr)
    if asked_gr:
        assert "Minął czas" in shop.slip(service)
        assert "Do zapłaty 300 zł" in worklist(shop)
        shop.buy(1, "PAR/2")
        assert owed(shop) == 0
        shop.bring_back(1, "PAR/2")
        assert owed(shop) == LISTED_GR
