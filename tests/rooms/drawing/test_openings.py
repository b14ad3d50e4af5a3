"""Doors that swing where they do, windows, and what lies above the cut."""

from __future__ import annotations

from typing import Any

import pytest

from rooms.description import COLLECTIONS
from rooms.drawing import elevation_openings, openings
from rooms.drawing.leaves import jambs
from rooms.drawing.paper import Paper
from rooms.drawing.pen import Pen
from rooms.drawing.plan import draw_plan
from rooms.drawing.storey import Storey
from tests.rooms.drawing.house import layer, paths, room

KINDS = COLLECTIONS["openings"]["fields"]["kind"]["of"]


def drawn(**fields: Any) -> list[dict[str, str]]:
    """The strokes of an opening of 900 that begins 1000 mm along the upper wall."""
    opening = {"wall": "w1", "offset": 1000 + 60, "width": 900} | fields
    found = layer(draw_plan(room(openings={"o1": opening})), "openings")
    return [path.attrib for path in paths(found)]


@pytest.mark.parametrize("marks", [openings.MARKS, elevation_openings.MARKS])
def test_every_kind_of_opening_is_drawn(marks: dict[str, Any]) -> None:
    assert set(marks) == set(KINDS)


@pytest.mark.parametrize(
    ("hinge", "opens", "hung_at"),
    [
        ("left", "right", (1050, 0)),
        ("right", "right", (1850, 0)),
        ("left", "left", (1850, -120)),
        ("right", "left", (1050, -120)),
    ],
)
def test_a_leaf_hangs_on_the_hand_of_who_stands_where_it_opens_to(
    hinge: str, opens: str, hung_at: tuple[int, int]
) -> None:
    plan = room(openings={"o1": {"wall": "w1", "offset": 1060, "width": 900, "hinge": hinge, "opens": opens}})
    assert jambs(Storey.of(plan).apertures[0], 50).hinge == hung_at


@pytest.mark.parametrize(("opens", "outwards"), [("right", (0, 1)), ("left", (0, -1))])
def test_a_leaf_opens_to_its_side(opens: str, outwards: tuple[int, int]) -> None:
    plan = room(openings={"o1": {"wall": "w1", "offset": 1060, "opens": opens}})
    assert jambs(Storey.of(plan).apertures[0], 50).outwards == outwards


def test_turning_the_wall_about_changes_no_side() -> None:
    plan = room(openings={"o1": {"wall": "w3", "offset": 1060, "hinge": "left", "opens": "right"}})
    at = jambs(Storey.of(plan).apertures[0], 50)
    assert (at.outwards, at.hinge) == ((0, -1), (4200 - 50, 4000))


def test_the_arc_runs_from_the_open_leaf_to_the_other_jamb() -> None:
    assert "M1050 800A800 800 0 0 0 1850 0" in [stroke["d"] for stroke in drawn(hinge="left", opens="right")]


def test_the_leaf_is_as_wide_as_the_clear_opening() -> None:
    assert "M1050 0L1090 0L1090 800L1050 800Z" in [stroke["d"] for stroke in drawn(hinge="left", opens="right")]


def test_two_leaves_have_two_arcs_of_half_the_width() -> None:
    assert sum("A400 400" in stroke["d"] for stroke in drawn(kind="double_door")) == 2


def test_a_passage_has_only_the_dashed_edges_of_what_goes_on_overhead() -> None:
    assert ["stroke-dasharray" in stroke for stroke in drawn(kind="passage")] == [True, True]


def test_a_window_above_the_cut_is_dashed() -> None:
    assert ["stroke-dasharray" in stroke for stroke in drawn(kind="window", sill=1500, height=600)] == [True]


def test_a_wall_is_whole_under_a_window_above_the_cut() -> None:
    high = room(openings={"o1": {"wall": "w1", "offset": 1060, "kind": "window", "sill": 1500, "height": 600}})
    assert Storey.of(high).poche.equals(Storey.of(room()).poche)


def test_a_wall_is_open_where_the_cut_goes_through_a_window() -> None:
    cut = room(openings={"o1": {"wall": "w1", "offset": 1060, "kind": "window", "sill": 850, "height": 1500}})
    assert Storey.of(room()).poche.area - Storey.of(cut).poche.area == pytest.approx(900 * 120)


def test_a_wide_balcony_door_has_two_leaves() -> None:
    assert sum("A" in stroke["d"] for stroke in drawn(kind="french_window", width=1600)) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_fits_a_curved_wall(kind: str) -> None:
    walls = {"w5": {"level": "l1", "a": [0, 6000], "b": [4000, 6000], "bulge": 800}}
    plan = room(walls=walls, openings={"o1": {"wall": "w5", "offset": 1000, "width": 1200, "kind": kind}})
    assert "nan" not in openings.draw_openings(Storey.of(plan), Pen(Paper(50)))


@pytest.mark.parametrize("kind", ["sliding_door", "door", "double_door", "folding_door"])
def test_what_a_leaf_needs_lies_on_its_side(kind: str) -> None:
    plan = room(openings={"o1": {"wall": "w1", "offset": 1060, "kind": kind, "opens": "right"}})
    assert min(y for _x, y in openings.swept(Storey.of(plan).apertures[0])) == 0
