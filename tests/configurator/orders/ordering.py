"""Ordering samples in tests, as a browser does: the page first, then its form with the button pressed."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from configurator.db import Database
from configurator.orders.models import SampleOrder

FARBY = "farby-kolor"
ANNA = {
    "name": "Anna Nowak",
    "email": "anna@poczta.example",
    "phone": "600 100 200",
    "street": "Lipowa 5/7",
    "postcode": "30-001",
    "city": "Kraków",
    "locker": "KRA012",
}
PAINTS = "ZK-0001,ZK-0002"


def filled(page: str, **changes: str) -> MultiDict[str, str]:
    """The page's form as it stands, with Anna's details typed in and these fields changed."""
    reader = _Form()
    reader.feed(page)
    form = reader.fields
    for name, value in {**ANNA, **changes}.items():
        form.setlist(name, [value])
    return form


def press(client: FlaskClient, store: str, form: Mapping[str, str], button: str = "order") -> TestResponse:
    return client.post(f"/s/{store}/samples/", data=MultiDict(form) | {"press": button})


def order_samples(app: Flask, client: FlaskClient, store: str, /, *, project: str = "", **changes: str) -> str:
    """Order two painted cards, or what the changes say; the order's id."""
    page = client.get(f"/s/{store}/samples/", query_string={"paints": PAINTS, "project": project})
    form = recounted(client, store, filled(page.text, **changes))
    answer = press(client, store, form)
    assert answer.status_code == 303, answer.text
    database: Database = app.extensions["database"]
    code = answer.location.split("/")[-2]
    with database.reading() as session:
        return session.scalars(select(SampleOrder.id).where(SampleOrder.code == code)).one()


def recounted(client: FlaskClient, store: str, form: MultiDict[str, str]) -> MultiDict[str, str]:
    """The form after the page was asked for the new total, as the page's script or *Przelicz* does."""
    page = press(client, store, form, "update")
    assert page.status_code == 200, page.text
    typed = {name: form[name] for name in (*ANNA, "store") if name in form}
    return filled(page.text, **typed)


class _Form(HTMLParser):
    """The fields of the page's form, as a browser would send them, without buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: MultiDict[str, str] = MultiDict()
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "select":
            self.select = given.get("name", "")
        elif tag == "option" and "selected" in given:
            self.fields.add(self.select, given["value"])
        elif tag == "input" and given.get("name") and (given.get("type") != "radio" or "checked" in given):
            self.fields.add(given["name"], given.get("value", ""))
