"""What is typed in the measuring form is drawn in the plan; what is unknown may stay so."""

from __future__ import annotations

import pytest
from flask import Flask

from configurator.measuring.openings import KINDS, seen_hinge
from tests.configurator.measuring.measuring import customer, fill, plan, room
from tests.configurator.people import BATHROOMS, Guest, guest, staff


def sizes(app: Flask, owner: Guest) -> list[int]:
    return [round(side.length_mm) for side in room(app, owner).sides]


def opening(app: Flask, owner: Guest, kind: str) -> dict[str, object]:
    """The first door or window as the form tells it."""
    here = room(app, owner)
    found, side = here.openings(KINDS[kind])[-1]
    return {
        "wall": side.letter,
        "distance": here.distance(found, side),
        "width": found.width,
        "sill": found.sill,
        "into": found.opens == side.side,
        "hinge": seen_hinge(found, side),
    }


def crooked(app: Flask, owner: Guest) -> None:
    """Move one corner of the customer's room, so that it is no rectangle."""
    here = room(app, owner)
    wall = plan(app, owner).walls[here.sides[1].wall]
    end = "b" if wall.b[1] > wall.a[1] else "a"
    corner = getattr(wall, end)
    moved = {
        f"walls/{one.id}": {name: [corner[0] + 400, corner[1]]}
        for one in plan(app, owner).walls.values()
        for name in ("a", "b")
        if getattr(one, name) == corner
    }
    owner.send(owner.edit(moved))


def test_typed_sizes_are_the_rooms_inner_sizes(app: Flask) -> None:
    owner = customer(app)
    assert fill(owner, "size", width="2,4", length="180 cm").status_code == 303
    assert fill(owner, "height", height="2500 mm").status_code == 303
    assert sizes(app, owner) == [2400, 1800, 2400, 1800]
    assert [level.height for level in plan(app, owner).levels.values()] == [2500]


def test_what_the_form_draws_is_logged_as_typed_by_the_customer(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "size", width="2,4", length="1,8")
    last = owner.send().json["others"][-1]
    assert (last["role"], last["input"], last["action"]) == ("customer", "typed", "set_wall_length")


def test_a_wrong_field_is_told_while_the_others_are_kept(app: Flask) -> None:
    owner = customer(app)
    answer = fill(owner, "size", width="2,4", length="dwa metry")
    assert answer.status_code == 400
    assert "Tego nie umiemy odczytać" in answer.text
    assert 'value="dwa metry"' in answer.text
    assert sizes(app, owner)[0] == 2400


def test_an_empty_project_gets_its_room_when_both_sides_are_there(app: Flask) -> None:
    owner = customer(app)
    document = plan(app, owner).document
    gone = tuple(f"{name}/{id_}" for name in ("walls", "openings", "items", "rooms") for id_ in document[name])
    owner.send(owner.edit({}, remove=gone))
    fill(owner, "size", width="2,4")
    assert not plan(app, owner).walls
    fill(owner, "size", length="1,8")
    assert sizes(app, owner) == [2400, 1800, 2400, 1800]
    assert len(plan(app, owner).levels) == len(document["levels"])


def test_a_measured_door_stands_where_it_was_measured(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "size", width="3", length="2,4")
    typed = {"wall": "C", "distance": "30 cm", "width": "80", "into": "in", "hinge": "right"}
    fill(owner, "door", **{f"door_new_{name}": value for name, value in typed.items()})
    assert opening(app, owner, "door") == {
        "wall": "C",
        "distance": 300,
        "width": 800,
        "sill": 0,
        "into": True,
        "hinge": "right",
    }


@pytest.mark.parametrize("wall", "ABCD")
@pytest.mark.parametrize("into", ["in", "out"])
def test_a_door_is_read_back_as_it_was_told_on_every_wall(app: Flask, wall: str, into: str) -> None:
    owner = customer(app)
    typed = {"wall": wall, "distance": "20", "width": "70", "into": into, "hinge": "left"}
    fill(owner, "door", **{f"door_new_{name}": value for name, value in typed.items()})
    told = opening(app, owner, "door")
    assert (told["wall"], told["distance"], told["into"], told["hinge"]) == (wall, 200, into == "in", "left")


def test_a_window_gets_its_sill(app: Flask) -> None:
    owner = customer(app)
    typed = {"wall": "D", "distance": "40", "width": "60", "height": "60", "sill": "110"}
    fill(owner, "window", **{f"window_new_{name}": value for name, value in typed.items()})
    told = opening(app, owner, "window")
    assert (told["wall"], told["distance"], told["sill"]) == ("D", 400, 1100)


def test_a_door_wider_than_its_wall_is_told_at_its_field(app: Flask) -> None:
    owner = customer(app)
    answer = fill(owner, "door", door_new_wall="A", door_new_distance="270", door_new_width="90")
    assert answer.status_code == 400
    assert "To się nie mieści" in answer.text


def test_a_door_whose_wall_nobody_knows_is_kept_beside_the_plan(app: Flask) -> None:
    owner = customer(app)
    before = plan(app, owner).openings
    assert "beside=door" in fill(owner, "door", door_new_width="80").location
    assert plan(app, owner).openings == before


def test_nothing_known_is_no_fault(app: Flask) -> None:
    owner = customer(app)
    before = plan(app, owner).document
    assert [fill(owner, step).status_code for step in ("size", "height", "door", "window", "places")] == [303] * 5
    assert plan(app, owner).document == before


def test_the_form_begins_with_what_the_customer_typed_elsewhere(app: Flask) -> None:
    owner = customer(app, width="2,4", length="1,8")
    page = owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/measure").text
    assert 'name="width" inputmode="decimal" autocomplete="off" enterkeyhint="next" maxlength="40" value="240"' in page


def test_a_starting_rooms_sizes_are_shown_but_not_put_into_the_customers_mouth(app: Flask) -> None:
    owner = customer(app)
    page = owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/measure").text
    assert 'name="width" inputmode="decimal" autocomplete="off" enterkeyhint="next" maxlength="40" value=""' in page
    assert "W planie: 280 cm" in page


def test_the_same_step_twice_is_one_step(app: Flask) -> None:
    owner, before = customer(app), None
    for _ in range(2):
        fill(owner, "size", width="2,4", length="1,8")
        fill(owner, "height", height="2,5")
        before = before or owner.send().json["seq"]
    assert owner.send().json["seq"] == before


def test_every_wall_of_a_crooked_room_has_a_field_of_its_own(app: Flask) -> None:
    owner = customer(app)
    crooked(app, owner)
    page = owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/measure").text
    assert 'name="side-D"' in page
    fill(owner, "size", side_D="2,0")
    assert sizes(app, owner)[3] == 2000


def test_a_step_that_does_not_exist_is_refused(app: Flask) -> None:
    assert fill(customer(app), "attic").status_code == 400


def test_staff_without_a_service_are_told_to_begin_first(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    assert fill(owner, "size", desk, width="2,4").status_code == 400
    assert "Zaczynam projekt" in desk.get(f"/s/{BATHROOMS}/p/{owner.code}/measure").text


@pytest.mark.parametrize("page", ["measure", "measure/sheet", "measure/card.pdf", "photos"])
def test_a_stranger_finds_no_such_page(app: Flask, page: str) -> None:
    owner = customer(app)
    assert guest(app, BATHROOMS).client.get(f"/s/{BATHROOMS}/p/{owner.code}/{page}").status_code == 404
