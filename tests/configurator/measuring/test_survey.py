"""A room walked round with a tape: what does not close is told and not drawn, what closes is drawn in one edit."""

from __future__ import annotations

from typing import Any

from flask import Flask

from configurator.projects import service as projects
from configurator.projects.models import Project
from tests.configurator.measuring.measuring import customer, fact, fill, photo_ids, plan, room, send_photo
from tests.configurator.people import BATHROOMS, Guest, staff

L_SHAPE = {"side_A": "400", "side_B": "150", "side_C": "200", "side_D": "200", "side_E": "200", "side_F": "350"}


def sizes(app: Flask, owner: Guest) -> list[int]:
    return [round(side.length_mm) for side in room(app, owner).sides]


def told(owner: Guest, answer: Any) -> str:
    """The page that a step leads to, on one line."""
    assert answer.status_code == 303
    return " ".join(owner.client.get(answer.location).text.split()).replace("\u00a0", " ")


def test_walls_that_do_not_close_leave_the_plan_and_a_diagonal_is_asked_for(app: Flask) -> None:
    owner = customer(app)
    before = plan(app, owner).document
    page = told(owner, fill(owner, "size", width="412", length="300", side_C="400", side_D="300"))
    assert "Brakuje 12 cm" in page
    assert "Ściany A i C powinny być równe." in page
    assert 'href="#sub-check-0-2">Zmierz przekątną D/A – B/C' in page
    assert plan(app, owner).document["walls"] == before["walls"]
    assert fact(app, owner)
    card = staff(app, BATHROOMS).get(f"/s/{BATHROOMS}/desk/p/{owner.code}").text.replace("\u00a0", " ")
    assert "Łazienka: Brakuje 12 cm" in card


def test_the_diagonal_names_the_wall_and_the_corrected_room_is_drawn(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "size", width="412", length="300", side_C="400", side_D="300")
    page = told(owner, fill(owner, "size", check_0_2="500"))
    assert "Najpewniej to ściana A: wpisane 412 cm" in page
    assert 'href="#sub-width">Zmierz jeszcze raz ścianę A' in page
    page = told(owner, fill(owner, "size", width="400,4"))
    assert "Wymiary się zgadzają" in page
    assert "Pokój w planie ma już te wymiary." in page
    assert sizes(app, owner) == [4002, 3000, 4002, 3000]


def test_the_measured_room_is_one_edit_and_can_be_taken_back(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "height", height="2,5")
    before, seq = sizes(app, owner), owner.send().json["seq"]
    fill(owner, "size", width="400", length="300", side_C="400", side_D="300")
    assert owner.send().json["seq"] == seq + 1
    fill(owner, "undo")
    assert sizes(app, owner) == before
    assert owner.send().json["seq"] == seq + 2


def test_a_room_that_nobody_has_drawn_is_measured_by_its_shape(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "use", room="new", use="kitchen")
    answer = fill(owner, "shape", room="new", shape="l")
    assert "Ściana F" in told(owner, answer)
    page = told(owner, fill(owner, "size", room="new", **L_SHAPE))
    assert "Wymiary się zgadzają" in page
    with app.extensions["database"].reading() as session:
        found = projects.first_variant(session.get_one(Project, owner.project_id))
        assert [room.use for room in projects.head_plan(found).rooms.values()] == ["bathroom", "kitchen"]


def test_a_wall_emptied_again_is_unmeasured(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "size", width="412", length="300", side_C="400", side_D="300")
    assert "Brakuje 12 cm" not in told(owner, fill(owner, "size", width=""))


def test_corners_that_are_not_square_ask_for_a_diagonal_first(app: Flask) -> None:
    owner = customer(app)
    page = told(owner, fill(owner, "size", width="400", length="300", side_C="412", side_D="300", corners="free"))
    assert "Przekątna 1 z 1." in page
    page = told(owner, fill(owner, "size", check_0_2="500"))
    assert "Pokój w planie ma już te wymiary." in page
    assert sizes(app, owner) == [4000, 3000, 4120, 3000]


def test_a_photo_of_the_card_lies_beside_the_fields(app: Flask) -> None:
    owner = customer(app)
    send_photo(owner)
    page = staff(app, BATHROOMS).get(f"/s/{BATHROOMS}/p/{owner.code}/measure").text
    assert '<details class="held" open>' in page
    assert f"/photos/{photo_ids(app, owner)[0]}.jpg" in page


def test_the_card_asks_for_the_diagonal_and_brings_its_photo_back(app: Flask) -> None:
    owner = customer(app)
    page = owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/measure/sheet").text
    assert "Przekątna D/A – B/C" in page
    assert owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/measure/card.pdf").data.startswith(b"%PDF")


def test_what_the_plan_knows_is_offered_and_not_taken(app: Flask) -> None:
    owner = customer(app)
    page = owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/measure").text
    assert 'data-take="280" data-into="side-C"' in page
