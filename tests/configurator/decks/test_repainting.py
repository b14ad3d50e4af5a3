"""What was painted with other colours goes on in the retailer's own."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database
from configurator.decks.repainting import in_deck
from configurator.projects.models import Project
from samples.deck import Deck
from samples.demo import demo_deck
from samples.paint import make_paint
from tests.configurator.decks.bringing import COLOURS, own_deck
from tests.configurator.people import KRAKOW, staff

OWN = Deck("own", "Mój", "Mine", (make_paint("A-1", "Mgła", "Mist", (92, 0, 1)),), gone=demo_deck().paints)


def test_a_foreign_paint_becomes_the_nearest_and_an_unknown_one_stays() -> None:
    finishes = {"f1": {"paint": "ZK-0001"}, "f2": {"paint": "??"}, "f3": {"paint": None}, "f4": {"paint": "A-1"}}
    repainted = in_deck({"finishes": finishes}, OWN)["finishes"]
    assert [finish["paint"] for finish in repainted.values()] == ["A-1", "??", None, "A-1"]


def test_a_starting_room_begins_in_no_other_decks_colours_with_a_paint_in_hand(app: Flask, database: Database) -> None:
    own_deck(staff(app, role="manager"), COLOURS)
    visitor: FlaskClient = app.test_client()
    begun = visitor.post(f"/s/{KRAKOW}/projects", data={"start": "moving_in", "paint": "A-2"})
    assert begun.location.endswith("?paint=A-2")
    with database.reading() as session:
        plan = session.scalars(select(Project)).one().variants[0].head_plan
    assert "ZK-" not in plan
