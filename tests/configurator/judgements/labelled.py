"""Samples with their labels in tests: ordered, paid for, and opened by the code on the label."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from PIL import Image, ImageDraw
from sqlalchemy import select

from configurator.db import Database, now
from configurator.judgements import token
from configurator.orders import complaints
from configurator.orders.models import SampleOrder
from configurator.paint_baskets import need as needs
from configurator.paint_baskets import service as baskets
from configurator.paint_baskets.buyer import by_sample
from samples.demo import demo_deck
from tests.configurator.orders.ordering import FARBY, filled, press, recounted

PAINT = "ZK-0300"


@dataclass(frozen=True)
class Label:
    """A sample's label in somebody's hand."""

    client: FlaskClient
    path: str
    order_id: str

    def page(self, **asked: str) -> str:
        answer = self.client.get(self.path, query_string=asked)
        assert answer.status_code == 200, answer.text
        return answer.text

    def post(self, part: str, **form: object) -> int:
        return self.client.post(f"{self.path}/{part}", data=form).status_code


def labels(app: Flask, buyer: FlaskClient, *, project: str = "", kind: str = "pot", paints: str = PAINT) -> list[Label]:
    """Order a sample of each paint at the paint brand and pay; the labels, in a stranger's browser."""
    page = buyer.get(f"/s/{FARBY}/samples/", query_string={"paints": paints, "project": project}).text
    form = filled(page, way="locker")
    form.setlist("kind", [kind] * len(paints.split(",")))
    answer = press(buyer, FARBY, recounted(buyer, FARBY, form))
    assert answer.status_code == 303, answer.text
    database: Database = app.extensions["database"]
    with database.writing() as session:
        order = session.scalars(select(SampleOrder).order_by(SampleOrder.placed_at.desc()).limit(1)).one()
        order.paid_at = now()
        paths = [token.path(app.extensions["settings"], line) for line in order.lines]
        return [Label(app.test_client(), path, order.id) for path in paths]


def followed(app: Flask, order_id: str) -> dict[str, str]:
    """A complaint about the order and paint taken after its first sample, by their ids, and the order's number."""
    database: Database = app.extensions["database"]
    settings = app.extensions["settings"]
    with database.writing() as session:
        order = session.get_one(SampleOrder, order_id)
        line, deck = order.lines[0], demo_deck()
        need = needs.need(deck[line.paint], needs.typed_walls(30 * needs.MM2_PER_M2))
        basket = baskets.put(session, by_sample(line), deck[line.paint], need, "cheapest")
        made = complaints.make(session, order, settings, what="Pękła", wish="another", key="k")
        return {"order_code": order.code, "basket_id": basket.id, "complaint_id": made.id}


def photo_of(colour: str) -> BytesIO:
    """A grey table, a white sheet on the left, the sample on the right, in a slightly warm light."""
    image = Image.new("RGB", (800, 600), "#8a8378")
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 120, 360, 480), fill="#f1ebdf")
    draw.rectangle((460, 160, 740, 440), fill=colour)
    file = BytesIO()
    image.save(file, "JPEG", quality=95)
    file.seek(0)
    return file
