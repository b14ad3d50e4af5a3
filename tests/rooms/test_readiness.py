"""What must be known of a room before it is built: given, to check, or a gap."""

from typing import Any
from uuid import uuid4

import pytest

from rooms.edit import Edit, Origin
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.readiness import Entry, readiness, said_in
from tests.rooms.rectangle import rectangle

WC = {"level": "l1", "kind": "wc", "at": [2000, 2000], "size": [370, 660, 800]}
RADIATOR = {"level": "l1", "kind": "radiator", "at": [2500, 120], "size": [1000, 110, 600], "elevation": 120}


def entries(plan: Plan, said: dict[str, str] | None = None) -> dict[str, Entry]:
    return {entry.subject: entry for entry in readiness(plan, find_rooms(plan), said or {})}


def edit(changed: dict[str, Any], **but: Any) -> Edit:
    known = {"id": str(uuid4()), "v": 1, "variant": "v1", "action": "resize", "input": "typed", "at": ""}
    return Edit(**(known | {"set": changed, "role": "customer"} | but))


def test_a_living_room_asks_for_no_water() -> None:
    assert list(entries(rectangle())) == ["height", "sill", "swing", "sockets", "radiator"]


def test_what_the_plan_holds_but_nobody_said_is_to_check() -> None:
    held = entries(rectangle())
    assert [(held[name].state, held[name].mm) for name in ("height", "sill")] == [("to_check", 2600), ("to_check", 900)]


def test_sockets_and_pipes_that_nobody_drew_are_gaps() -> None:
    held = entries(rectangle(items={"i1": WC}))
    assert [held[name].state for name in ("water", "drain", "sockets")] == ["gap", "gap", "gap"]
    assert [item.id for item in held["drain"].items] == ["i1"]


def test_a_bathroom_asks_for_water_even_while_it_is_empty() -> None:
    rooms = {"r1": {"level": "l1", "at": [2500, 2000], "use": "bathroom"}}
    assert entries(rectangle(rooms=rooms))["water"].state == "gap"


@pytest.mark.parametrize(
    ("kind", "subject"),
    [("double_socket", "sockets"), ("water_point", "water"), ("drain_point", "drain"), ("column_radiator", "radiator")],
)
def test_what_is_drawn_on_the_walls_is_to_check(kind: str, subject: str) -> None:
    drawn = {"level": "l1", "kind": kind, "at": [2500, 120], "size": [150, 14, 80], "elevation": 260}
    entry = entries(rectangle(items={"i1": drawn}))[subject]
    assert (entry.state, [item.id for item in entry.drawn]) == ("to_check", ["i1"])


@pytest.mark.parametrize(("items", "state"), [({}, "gap"), ({"i1": RADIATOR}, "to_check")])
def test_a_radiator_that_is_drawn_is_to_check(items: dict[str, Any], state: str) -> None:
    assert entries(rectangle(items=items))["radiator"].state == state


def test_a_typed_sill_is_given_by_who_typed_it() -> None:
    held = entries(rectangle(), dict(said_in([edit({"openings/o2": {"sill": 900}}, role="designer")])))
    assert (held["sill"].state, held["sill"].by) == ("given", "designer")


@pytest.mark.parametrize(
    ("changed", "but", "path", "is_said"),
    [
        ({"openings/o2": {"sill": 900}}, {}, "openings/o2/sill", True),
        ({"openings/o2": {"sill": 900}}, {"input": "dragged"}, "openings/o2/sill", False),
        ({"openings/o1": {"hinge": "right"}}, {"input": "picked"}, "openings/o1/hinge", True),
        ({"openings/o1": {"hinge": "right"}}, {"input": "generated"}, "openings/o1/hinge", False),
        ({"levels/l1": {"height": 2600}}, {"action": "begin_room"}, "levels/l1/height", False),
        ({"levels/l1": {"height": 2600}}, {"origin": Origin("template", "x")}, "levels/l1/height", False),
    ],
)
def test_only_a_person_who_typed_or_chose_it_has_said_it(
    changed: dict[str, Any], but: dict[str, Any], path: str, is_said: bool
) -> None:
    assert (path in said_in([edit(changed, **but)])) == is_said


def test_dragging_a_typed_value_away_takes_the_saying_back() -> None:
    typed, dragged = edit({"openings/o2": {"sill": 900}}), edit({"openings/o2": {"sill": 850}}, input="dragged")
    assert said_in([typed, dragged]) == {}


def test_a_door_between_two_rooms_stands_under_both() -> None:
    partition = {"w9": {"level": "l1", "a": [2500, 0], "b": [2500, 4000], "thickness": 100}}
    door = {"o9": {"wall": "w9", "offset": 1500, "width": 900, "kind": "door"}}
    plan = rectangle(walls=rectangle().document["walls"] | partition, openings=door)
    swings = [entry for entry in readiness(plan, find_rooms(plan), {}) if entry.subject == "swing"]
    assert [entry.room for entry in swings] == [0, 1]
