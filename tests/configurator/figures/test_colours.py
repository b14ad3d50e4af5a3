"""What became of each colour."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database
from configurator.paint_baskets.models import PaintBasket
from tests.configurator.judgements.labelled import labels
from tests.configurator.orders.ordering import FARBY
from tests.configurator.people import staff


def test_each_colour_is_followed_from_the_sample_to_the_paint(
    app: Flask, client: FlaskClient, database: Database
) -> None:
    chosen, refused, _waiting = labels(app, client, paints="ZK-0300,ZK-0301,ZK-0302", kind="card")
    refused.post("verdict", verdict="not_this")
    chosen.post("verdict", verdict="this")
    chosen.post("paint", walls="typed", m2="30", rank="cheapest")
    with database.reading() as session:
        basket = session.scalars(select(PaintBasket)).one()
    desk = staff(app, FARBY, "manager")
    assert desk.post(f"/s/{FARBY}/desk/orders/paint/{basket.id}/bought").status_code == 303
    table = desk.get(f"/s/{FARBY}/desk/figures/colours.csv").text.splitlines()
    assert table[1:] == ["ZK-0300,1,1,1,0,1,1", "ZK-0301,1,1,0,1,0,0", "ZK-0302,1,0,0,0,0,0"]
    assert "Kolory: od próbki do farby" in desk.get(f"/s/{FARBY}/desk/figures/colours").text


def test_paint_that_was_paid_stays_as_it_is(app: Flask, client: FlaskClient, database: Database) -> None:
    label = labels(app, client)[0]
    label.post("verdict", verdict="this")
    label.post("paint", walls="typed", m2="30", rank="cheapest")
    with database.reading() as session:
        basket = session.scalars(select(PaintBasket)).one()
    staff(app, FARBY).post(f"/s/{FARBY}/desk/orders/paint/{basket.id}/bought")
    assert label.post("paint/removed") == 409
    assert label.post("paint", walls="typed", m2="60", rank="cheapest") == 409
