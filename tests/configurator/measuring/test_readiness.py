"""What was told of water, drain, sockets and radiator stands on the readiness list, with who told it."""

from __future__ import annotations

from flask import Flask

from configurator.exports.pages.readiness import Row, context
from configurator.exports.service import subject_of
from configurator.projects.models import Project
from tests.configurator.measuring.measuring import customer, fill
from tests.configurator.people import BATHROOMS, Guest, staff


def rows(app: Flask, owner: Guest) -> dict[str, Row]:
    with app.extensions["database"].reading() as session:
        project = session.get_one(Project, owner.project_id)
        found = context(
            subject_of(session, app.extensions["files"], project, language="pl", base_url="http://localhost")
        )
    assert found is not None
    return {row.subject: row for row in found["rooms"][0].rows}


def test_a_place_is_told_by_its_wall_and_its_distance(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "places", water_0_wall="A", water_0_distance="60", water_1_wall="D")
    water = rows(app, owner)["Doprowadzenie wody"]
    assert (water.state, water.by) == ("given", "klient")
    assert water.value.replace("\u00a0", " ") == "ściana A, 60 cm od lewego narożnika; ściana D"


def test_none_is_an_answer_and_unknown_is_a_gap(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "places", radiator_0_wall="none", drain_0_wall="unknown")
    told = rows(app, owner)
    assert (told["Grzejniki"].state, told["Grzejniki"].value) == ("given", "nie ma")
    assert told["Odpływ"].state == "gap"


def test_a_typed_height_is_given_by_the_customer(app: Flask) -> None:
    owner = customer(app)
    assert rows(app, owner)["Wysokość pomieszczenia"].state == "to_check"
    fill(owner, "height", height="2,55")
    assert rows(app, owner)["Wysokość pomieszczenia"].by == "klient"


def test_what_is_given_leaves_the_cards_missing_list(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    card = f"/s/{BATHROOMS}/desk/p/{owner.code}"
    assert "<strong>Gniazdka" in desk.get(card).text
    fill(owner, "places", sockets_0_wall="B", sockets_0_distance="30")
    assert "<strong>Gniazdka" not in desk.get(card).text
