"""Floorplanner projects: floors of designs in centimetres, walls balanced about their lines."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from rooms.exchange import Imported, read
from rooms.outline import find_rooms
from rooms.plan import Plan

CORNERS = [(0, 0), (500, 0), (500, 400), (0, 400)]
Import = Callable[..., Imported]


def wall(a: tuple[float, float], b: tuple[float, float], **fields: Any) -> dict[str, Any]:
    ends = {"a": {"x": a[0], "y": a[1]}, "b": {"x": b[0], "y": b[1]}}
    high = {"z": 0, "h": 260}
    return ends | {"az": high, "bz": high, "thickness": 20, "balance": 0.5, "openings": []} | fields


def box(**fields: Any) -> list[dict[str, Any]]:
    return [wall(CORNERS[place], CORNERS[(place + 1) % 4], **fields) for place in range(4)]


@pytest.fixture
def imported() -> Import:
    """(walls, design's fields) → the import of one floor."""

    def build(walls: Any, **fields: Any) -> Imported:
        floor = {"name": "Parter", "level": 0, "height": 280, "designs": [{"walls": walls} | fields]}
        return read("dom.fml", json.dumps({"name": "Dom", "floors": [floor]}).encode())

    return build


def reasons(imported: Imported) -> set[tuple[str, str]]:
    return {(note.place, note.reason) for note in imported.report.notes}


@pytest.mark.parametrize(("balance", "area_mm2"), [(0.5, 4800 * 3800), (1.0, 5000 * 4000), (0.0, 4600 * 3600)])
def test_a_walls_balance_tells_on_which_side_of_its_line_it_lies(
    imported: Import, balance: float, area_mm2: int
) -> None:
    plan = Plan.read(imported(box(balance=balance), areas=[area("Kuchnia")]).document)
    assert [(room.area_mm2, room.name, room.use) for room in find_rooms(plan).rooms] == [
        (area_mm2, "Kuchnia", "kitchen")
    ]


def area(name: str) -> dict[str, Any]:
    return {"name": name, "poly": [{"x": x, "y": y} for x, y in CORNERS]}


def test_an_opening_lies_where_its_share_of_the_wall_tells(imported: Import) -> None:
    window = {"t": 0.3, "width": 120, "z": 90, "z_height": 140, "type": "window", "refid": "1"}
    walls = box()
    walls[0]["openings"] = [window]
    (one,) = Plan.read(imported(walls).document).openings.values()
    assert (one.kind, one.from_, one.offset, one.width, one.sill, one.height) == ("window", "a", 900, 1200, 900, 1400)


def test_a_piece_comes_as_a_block_of_its_size(imported: Import) -> None:
    piece = {"refid": "rs-7", "x": 100, "y": 90, "z": 10, "width": 80, "height": 60, "z_height": 75, "rotation": -90}
    home = imported(box(), items=[piece, None, {"x": 1}])
    (one,) = Plan.read(home.document).items.values()
    assert (one.at, one.size, one.elevation, one.turn_mdeg) == ((1000, 900), (800, 600, 750), 100, 270_000)
    assert ("pieces/2", "not_a_number") in reasons(home)


def test_floors_stand_on_one_another() -> None:
    floors = [{"level": level, "height": 0, "designs": [{"walls": box()}]} for level in (1, 0)]
    document = read("dom.fml", json.dumps({"floors": floors}).encode()).document
    assert [level["elevation"] for level in document["levels"].values()] == [0, 2600]


def test_colours_of_walls_wait_for_paints(imported: Import) -> None:
    home = imported([wall((0, 0), (100, 0), decor={"left": {"color": "#A7B59E"}, "right": {"refid": "x"}})])
    assert [(colour.finish["side"], colour.rgb) for colour in home.colours] == [("left", "#a7b59e")]


@pytest.mark.parametrize(
    "walls",
    [
        [None, 5, [], {}, {"a": 1, "b": 2}, wall((0, 0), (0, 0)), wall((0, 0), (1e300, 0))],
        [wall((0, 0), (100, 0), openings=[None, 3, {}, {"t": "x"}, {"t": 9, "width": 1e9}], c={"x": 50, "y": "z"})],
        [wall((0, 0), (100, 0), az=None, bz={"z": 300, "h": 400}, decor=[], c={"x": 50, "y": 20})],
    ],
)
def test_a_messy_design_is_imported_as_far_as_it_can_be_read(imported: Import, walls: Any) -> None:
    home = imported(walls, areas=[None, {"poly": 5}, {"poly": [1, 2]}, area("x")], items={}, labels=[1])
    Plan.read(home.document)
    assert ("labels", "not_imported") in reasons(home)
