"""A rule is used as often as its limit says: by whom, in what time, and never once more."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select, update

from configurator.offers import counted, ledger
from configurator.offers.holders import holder
from configurator.offers.models import LimitCount, Service
from configurator.projects.models import Project
from incentives.limit import period_of
from tests.configurator.offers.limited import FREE, LISTED_GR, account, also_owns, counts, let_lapse, limited, shops
from tests.configurator.people import BATHROOMS


def test_the_last_use_is_one_customers_and_the_next_pays(app: Flask) -> None:
    first, second = shops(app, limited(1))
    first.close()
    assert (first.charged_gr(), second.fee()["charged_gr"], second.fee()["final"]) == (FREE, LISTED_GR, True)
    second.close()
    assert (second.charged_gr(), counts(app.extensions["database"])) == (LISTED_GR, [1])
    assert first.fee()["charged_gr"] == FREE


def test_a_use_is_kept_while_the_designer_works_and_no_longer_than_the_quote(app: Flask) -> None:
    first, second = shops(app, limited(1, quote_days=30))
    first.begin()
    assert (first.fee()["charged_gr"], second.fee()["charged_gr"]) == (FREE, LISTED_GR)
    let_lapse(first.database)
    assert second.fee()["charged_gr"] == FREE
    second.close()
    assert (second.charged_gr(), first.fee()["charged_gr"]) == (FREE, LISTED_GR)
    with first.database.reading() as session:
        assert session.scalars(select(LimitCount.used)).all() == [1]


def test_a_fee_that_has_changed_meanwhile_is_told_and_not_committed(app: Flask) -> None:
    first, second = shops(app, limited(1))
    service = second.begin()
    assert 'name="seen_gr" value="0"' in second.card()
    first.close()
    url = f"/s/{BATHROOMS}/desk/services/{service}/close"
    answer = second.desk.post(url, data={"seen_gr": "0"})
    assert answer.status_code == 409
    assert "z 0 zł na 300 zł" in answer.text.replace("\u00a0", " ")
    assert second.charged_gr() is None
    assert second.desk.post(url, data={"seen_gr": "30000"}).status_code == 303
    assert second.charged_gr() == LISTED_GR


def test_what_is_taken_back_leaves_the_use_to_whoever_comes_first(app: Flask) -> None:
    first, second = shops(app, limited(1))
    first.close()
    first.bring_back(1_00, "PAR/0")
    assert (first.charged_gr(), counts(first.database)) == (LISTED_GR, [0])
    first.buy(1_00, "PAR/9")
    assert (first.charged_gr(), counts(first.database)) == (FREE, [1])
    first.bring_back(1_00, "PAR/9")
    second.close()
    first.buy(1_00, "PAR/10")
    assert (first.charged_gr(), second.charged_gr(), counts(first.database)) == (LISTED_GR, FREE, [1])


def test_a_budget_is_used_up_by_amounts(app: Flask) -> None:
    budget = {"limit": {"amount_gr": 500_00}}
    first, second = shops(app, limited(**budget))
    first.close()
    second.close()
    assert (first.charged_gr(), second.charged_gr(), counts(first.database)) == (FREE, LISTED_GR, [300_00])


def test_a_new_version_of_the_terms_counts_on(app: Flask) -> None:
    shops(app, limited(1), 1)[0].close()
    later = shops(app, limited(1) | {"version": 99}, 1, "NEW")[0]
    assert later.fee()["charged_gr"] == LISTED_GR


def test_what_a_guest_has_used_counts_on_with_the_account(app: Flask) -> None:
    first, second = shops(app, limited(1, per="customer"))
    first.close()
    account(first.database, first.customer.project_id, second.customer.project_id)
    second.close()
    assert (first.charged_gr(), second.charged_gr()) == (FREE, LISTED_GR)


def test_a_use_is_counted_for_whom_the_limit_says(app: Flask) -> None:
    first, second = shops(app, limited(1))
    mine, other = first.customer.project_id, second.customer.project_id

    def share(per: str) -> bool:
        with first.database.reading() as session:
            one, two = (holder(session, session.get_one(Project, id_), None, per, "none") for id_ in (mine, other))
            assert one is not None
            assert two is not None
            assert (one.key in two.keys) is (two.key in one.keys)
            return one.key in two.keys

    assert [share(per) for per in ("all", "store", "contract", "customer", "household")] == [True] * 3 + [False] * 2
    anna = account(first.database, mine)
    assert not share("household")
    account(first.database, other, draws_in=mine)
    assert (share("customer"), share("household")) == (False, True)
    also_owns(first.database, anna, other)
    assert share("customer")


def test_nobody_who_joins_later_takes_a_benefit_away(app: Flask) -> None:
    first, second = shops(app, limited(1, per="customer"))
    first.close()
    second.close()
    account(first.database, first.customer.project_id, second.customer.project_id)
    first.buy(1_00, "PAR/7")
    assert (first.charged_gr(), second.charged_gr(), counts(first.database)[:1]) == (FREE, FREE, [0])


@pytest.mark.parametrize(
    ("period", "name"),
    [("day", "2027-01-01"), ("week", "2026-W53"), ("month", "2027-01"), ("year", "2027"), ("ever", "ever")],
)
def test_a_period_has_the_calendars_name(period: str, name: str) -> None:
    assert period_of(period, date(2027, 1, 1)) == name


def test_a_count_that_was_changed_is_found(app: Flask) -> None:
    (shop,) = shops(app, limited(1), 1)
    shop.close()
    with shop.database.writing() as session:
        session.execute(update(LimitCount).values(used=0))
    with shop.database.reading() as session:
        assert [found["what"] for found in counted.wrong(session)] == ["limit_count"]


def test_two_services_of_one_project_share_what_is_left(app: Flask) -> None:
    (shop,) = shops(app, limited(1), 1)
    shop.bring_back(1_00, "PAR/0")
    for place in range(2):
        shop.desk.post(f"/s/{BATHROOMS}/desk/p/{shop.customer.code}/service")
        with shop.database.reading() as session:
            service = session.scalars(select(Service.id).where(Service.closed_at.is_(None))).one()
        assert shop.desk.post(f"/s/{BATHROOMS}/desk/services/{service}/close", data={}).status_code == 303, place
    shop.buy(1_00, "PAR/7")
    with shop.database.reading() as session:
        charged = [ledger.charged_gr(service) for service in session.scalars(select(Service))]
    assert (sorted(charged, key=str), counts(shop.database)) == ([FREE, LISTED_GR], [1])
