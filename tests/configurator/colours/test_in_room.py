"""How paints read in their room: what the light of walls, floor, sky and lamps does to them, and how it is told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask

from configurator.colours.lighting import Light, northward
from configurator.colours.service import InRoom, in_room
from configurator.colours.told import told, ways
from rooms.plan import Plan
from samples.colour.cie import lab_to_lch
from samples.deck import Deck
from samples.paint import Paint
from tests.configurator.people import guest
from tests.rooms.light.case import CASES

DECK = Deck(
    "t",
    "t",
    "t",
    tuple(
        Paint(code, code, code, lab, "A", 1, 2, 2)
        for code, lab in {"red": (45.0, 50.0, 30.0), "grey": (60.0, 0.0, 0.0), "white": (95.0, 0.0, 1.0)}.items()
    ),
)


def room_with(paints: dict[str, str], *, sky: Any = "overcast") -> InRoom:
    """The stored room with one window and bare walls w1 to w4, but for the paints on the named walls."""
    plan = json.loads((CASES / "accent.json").read_text("utf-8"))["plan"]
    plan["finishes"] = {f"f{wall}xx": {"wall": wall, "side": "right", "paint": code} for wall, code in paints.items()}
    return in_room(Plan(plan), 0, Light(sky), DECK)


@pytest.mark.parametrize("sky", ["overcast", "evening"])
def test_grey_walls_beside_a_red_one_turn_to_red_under_any_light(sky: Any) -> None:
    reads = {read.entry["wall"]: read for read in room_with({"w1": "grey", "w3": "red"}, sky=sky).reads}
    assert reads["w1"].seen[1] > 3


def test_a_strong_paint_on_every_wall_is_stronger_than_its_card() -> None:
    reads = room_with({"w1": "red", "w2": "red", "w3": "red", "w4": "red"}).reads
    assert all(lab_to_lch(read.seen)[1] > lab_to_lch(read.card)[1] + 5 for read in reads if read.entry["of"] == "face")


def test_red_skirting_reddens_a_bare_room_a_little() -> None:
    def redness(skirting: str | None) -> float:
        plan = json.loads((CASES / "accent.json").read_text("utf-8"))["plan"]
        grey = {"wall": "w1", "side": "right", "paint": "grey"}
        plan["finishes"] = {"f1xx": grey, "f2xx": {"room": "r1", "face": "skirting", "paint": skirting}}
        return in_room(Plan(plan), 0, Light("overcast"), DECK).reads[0].seen[1]

    assert 0.05 < redness("red") - redness(None) < 2


def test_a_warm_lamp_yellows_no_grey_room_by_itself() -> None:
    (read, *_) = room_with(dict.fromkeys(("w1", "w2", "w3", "w4"), "grey"), sky="evening").reads
    assert abs(read.seen[2]) < 4


def test_what_an_accent_does_to_a_bare_wall_is_told() -> None:
    (surface,) = [one for one in told(room_with({"w3": "red"}))["surfaces"] if one["wall"] == "w3"]
    assert surface["neighbour"]["wall"] != "w3"
    assert surface["neighbour"]["said"]["pl"].startswith("Ściana obok, jeszcze bez farby, weźmie od niego odcień:")


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ((50, 0.5, 1), []),
        ((50, 4, 7), [("warmer", pytest.approx(8.06, abs=0.01)), ("stronger", pytest.approx(8.06, abs=0.01))]),
        ((44, -4, 0), [("darker", 6), ("greener", 4)]),
    ],
)
def test_the_two_largest_steps_are_told(seen: Any, said: Any) -> None:
    assert sorted(ways((50, 0, 0), seen)) == sorted(said)


def test_a_strong_paint_is_told_in_one_sentence() -> None:
    (surface, *_) = told(room_with(dict.fromkeys(("w1", "w2", "w3", "w4"), "red")))["surfaces"]
    assert surface["said"]["pl"] == "W tym pokoju kolor będzie wyraźnie cieplejszy i mocniejszy niż na próbniku."


@pytest.mark.parametrize(
    ("turn_mdeg", "rooms", "north"), [(0, [None, 0], 1), (0, [0, None], -1), (90_000, [0, None], 0)]
)
def test_a_window_looks_north_through_the_upper_wall(turn_mdeg: int, rooms: list[int | None], north: float) -> None:
    """From left to right on the page, with the room below it on its right."""
    assert northward({"turn_mdeg": turn_mdeg, "rooms": rooms}, 0) == pytest.approx(north, abs=1e-9)


def test_the_api_tells_a_rooms_paints_and_refuses_what_it_does_not_know(app: Flask) -> None:
    anna = guest(app)
    address = f"/api/v1/projects/{anna.project_id}/variants/{anna.variant}"
    wall = next(iter(anna.client.get(address).json["document"]["walls"]))
    for side in ("left", "right"):
        anna.send(anna.edit({f"finishes/f1{side}": {"wall": wall, "side": side, "paint": "ZK-0900"}}))
    answers = [anna.client.get(f"{address}/rooms/{asked}") for asked in ("0/colours", "9/colours", "0/colours?sky=red")]
    assert [answer.status_code for answer in answers] == [200, 404, 400]
    assert [one["paint"] for one in answers[0].json["surfaces"]] == ["ZK-0900"]
