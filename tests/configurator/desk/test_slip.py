"""The slip for the till."""

from __future__ import annotations

from apiflask import APIFlask
from sqlalchemy import select

from configurator.db import Database
from configurator.offers.models import Service
from tests.configurator.people import KRAKOW, guest, staff


def test_there_is_none_while_the_service_is_open(app: APIFlask, database: Database) -> None:
    anna, desk = guest(app), staff(app)
    desk.post(f"/s/{KRAKOW}/desk/p/{anna.code}/service")
    with database.reading() as session:
        service = session.scalars(select(Service)).one().id
    answer = desk.get(f"/s/{KRAKOW}/desk/services/{service}/slip")
    assert (answer.status_code, "jeszcze otwarta" in answer.text) == (409, True)
    desk.post(f"/s/{KRAKOW}/desk/services/{service}/close", data={"receipt": "PAR/1"})
    assert desk.get(f"/s/{KRAKOW}/desk/services/{service}/slip").status_code == 200
