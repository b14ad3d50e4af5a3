"""What whoever runs the store reads of it."""

from __future__ import annotations

import json
from datetime import timedelta

from apiflask import APIFlask
from sqlalchemy import select

from configurator.config import ROOT
from configurator.db import Database, now
from configurator.figures.weeks import Bought, Figures, Money, figures, local
from configurator.offers.models import Service
from configurator.purchases.said import today
from configurator.stores.models import Store
from tests.configurator.measuring.measuring import marked
from tests.configurator.people import BATHROOMS, KRAKOW, Guest, guest, staff
from tests.configurator.purchases.shopping import Shop

PAGE = f"/s/{KRAKOW}/desk/figures/"


def read(database: Database, slug: str = KRAKOW) -> Figures:
    with database.reading() as session:
        store = session.scalars(select(Store).where(Store.slug == slug)).one()
        return figures(session, store, local(now()))


def handed(app: APIFlask) -> Guest:
    anna = guest(app)
    anna.client.post(f"/api/v1/projects/{anna.project_id}/requests", json={"kind": "hand_over", "phone": "600 100 200"})
    return anna


def close(app: APIFlask, database: Database, code: str, **form: str) -> None:
    desk = staff(app, role="manager")
    desk.post(f"/s/{KRAKOW}/desk/p/{code}/service")
    with database.reading() as session:
        service = session.scalars(select(Service).where(Service.closed_at.is_(None))).one().id
    answer = desk.post(f"/s/{KRAKOW}/desk/services/{service}/close", data={"receipt": "PAR/9"} | form)
    assert answer.status_code == 303, answer.text


def test_a_new_store_has_no_figures_and_a_page_all_the_same(app: APIFlask, database: Database) -> None:
    found = read(database)
    assert (len(found.weeks), found.money, found.stages["begun"]) == (12, Money(), 0)
    assert staff(app, role="manager").get(PAGE).status_code == 200


def test_a_project_counts_at_every_stage_that_it_has_reached(app: APIFlask, database: Database) -> None:
    guest(app)
    anna = handed(app)
    close(app, database, anna.code)
    found = read(database)
    assert found.stages == {"begun": 2, "handed_over": 1, "helped": 1, "closed": 1, "bought": 0}
    assert (found.total("begun"), found.total("handed_over"), found.weeks[0].closed) == (2, 1, 1)


def test_what_was_begun_in_the_store_is_not_begun_at_home(app: APIFlask, database: Database) -> None:
    begun = staff(app).post(f"/s/{KRAKOW}/projects", data={"width": "4", "length": "3"})
    assert begun.status_code == 303
    assert read(database).stages["begun"] == 0


def test_the_fee_of_the_price_list_falls_into_what_was_charged_and_what_was_not(
    app: APIFlask, database: Database
) -> None:
    close(app, database, handed(app).code)
    empty = staff(app).post(f"/s/{KRAKOW}/projects", data={"width": "4", "length": "3"}).location.rsplit("/", 1)[1]
    close(app, database, empty, less="100", reason="Stały klient")
    found = read(database)
    assert found.money == Money(60_000, 10_000, 30_000, 20_000)
    assert [(title.pl, amount_gr) for title, amount_gr in found.by_rule] == [("Projekt zaczęty u Ciebie", 30_000)]


def test_purchases_stand_apart_by_whether_the_customer_had_begun(app: APIFlask, database: Database) -> None:
    anna = handed(app)
    receipt = {"key": "a page", "receipt": "PAR/1", "day": today().isoformat(), "amount_gr": "10"}
    staff(app).post(f"/s/{KRAKOW}/desk/p/{anna.code}/purchases", data=receipt)
    close(app, database, anna.code)
    found = read(database)
    assert (found.own, found.not_own) == (Bought(1, 1_000), Bought(0, 0))
    assert found.stages["bought"] == 1


def test_in_the_showroom_brought_dimensions_are_a_contribution(app: APIFlask, database: Database) -> None:
    salon = json.loads((ROOT / "examples/terms/salon-lazienek.json").read_text("utf-8"))
    shop = Shop.open(app, salon)
    marked(app, shop.desk, shop.customer)
    shop.close(reason="Jeszcze bez zakupów")
    found = read(database, BATHROOMS)
    assert (found.own.projects, found.not_own.projects) == (1, 0)


def test_what_is_older_than_the_weeks_shown_is_left_out(app: APIFlask, database: Database) -> None:
    handed(app)
    with database.reading() as session:
        store = session.scalars(select(Store).where(Store.slug == KRAKOW)).one()
        later = figures(session, store, local(now()) + timedelta(weeks=1))
        long_after = figures(session, store, local(now()) + timedelta(weeks=12))
    assert [week.begun for week in later.weeks[:2]] == [0, 1]
    assert long_after.total("begun") == 0


def test_another_store_of_the_retailer_has_its_own(app: APIFlask, database: Database) -> None:
    handed(app)
    assert read(database, "dom-i-mebel-poznan").stages["begun"] == 0


def test_the_table_is_kept_as_csv(app: APIFlask) -> None:
    handed(app)
    answer = staff(app, role="manager").get(f"{PAGE}weeks.csv")
    lines = answer.text.splitlines()
    assert lines[0].startswith("Tydzień od,Zaczęte w domu,Przekazane")
    assert (len(lines), lines[1].split(",")[1:]) == (13, ["1", "1", "0", "0.00", "0.00", "0.00", "0.00"])
