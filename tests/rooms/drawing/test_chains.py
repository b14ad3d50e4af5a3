"""Dimension chains: what is measured, and figures that never stand on each other."""

from __future__ import annotations

from itertools import combinations

import pytest

from rooms.drawing.chains import plan_chains
from rooms.drawing.dimensions import Chain, readable
from rooms.drawing.figure_rows import Row, placed
from rooms.drawing.lettering import Figures
from rooms.drawing.paper import Paper
from rooms.drawing.pen import Pen
from rooms.drawing.storey import Storey
from rooms.plan import Plan
from tests.rooms.drawing.house import room

CM = Figures("pl")
PEN = Pen(Paper(50))
WINDOW = {"wall": "w1", "offset": 1260, "width": 1800, "height": 1500, "sill": 850, "kind": "double_window"}


def chains(plan: Plan, pen: Pen = PEN) -> tuple[Chain, ...]:
    return plan_chains(Storey.of(plan), (), pen, CM)


def told(plan: Plan, outwards: tuple[int, int]) -> list[list[str]]:
    """The figures of a side's chains, the nearest first, in the order of reading; notes left out."""
    of_side = [chain for chain in chains(plan) if chain.outwards == outwards]
    return [[CM.length(stop - start) for start, stop in zip(one.stops, one.stops[1:], strict=False)] for one in of_side]


def test_a_room_is_measured_below_and_to_the_left() -> None:
    assert (told(room(), (0, 1)), told(room(), (-1, 0))) == (
        [["12", "520", "12"], ["544"]],
        [["12", "400", "12"], ["424"]],
    )


def test_a_side_that_would_repeat_its_opposite_is_not_measured() -> None:
    assert told(room(), (0, -1)) == []


def test_openings_are_measured_from_the_inner_corners() -> None:
    assert told(room(openings={"o1": WINDOW}), (0, -1)) == [["12", "120", "180", "220", "12"]]


def test_an_openings_height_stands_under_its_width() -> None:
    (chain,) = [one for one in chains(room(openings={"o1": WINDOW})) if one.outwards == (0, -1)]
    assert [(one.said, one.row) for one in chain.figures if one.middle == 1200 + 900] == [("150", -1), ("180", 1)]


def test_an_inner_wall_parts_the_chain() -> None:
    plan = room(walls={"w5": {"level": "l1", "a": [3000, -60], "b": [3000, 4060]}})
    assert told(plan, (0, 1))[0] == ["12", "294", "12", "214", "12"]


def test_a_step_in_the_outline_is_measured() -> None:
    corners = [(0, 0), (6000, 0), (6000, 3000), (4000, 3000), (4000, 5000), (0, 5000)]
    walls = {
        f"w{n}": {"level": "l1", "a": list(corners[n]), "b": list(corners[(n + 1) % 6]), "thickness": 100}
        for n in range(6)
    }
    plan = Plan.read({"version": 1, "plan": {}, "levels": {"l1": {}}, "walls": walls})
    assert told(plan, (1, 0))[0] == ["200", "10", "290", "10"]


def test_walls_split_in_the_middle_are_one_length() -> None:
    whole = {"level": "l1", "a": [-60, 4060], "b": [5260, 4060]}
    halves = {"w3": whole | {"b": [2600, 4060]}, "w6": whole | {"a": [2600, 4060]}}
    assert told(room(walls=halves), (0, 1)) == told(room(), (0, 1))


def test_a_slanting_wall_has_its_own_chain() -> None:
    corners = [(0, 0), (4000, 0), (6000, 2000), (6000, 5000), (0, 5000)]
    walls = {f"w{n}": {"level": "l1", "a": list(corners[n]), "b": list(corners[(n + 1) % 5])} for n in range(5)}
    plan = Plan.read({"version": 1, "plan": {}, "levels": {"l1": {}}, "walls": walls})
    slanting = [one for one in chains(plan) if one.outwards[0] > 0.1 and one.outwards[1] < -0.1]
    assert [len(one.stops) for one in slanting] == [2]


def test_chains_stay_outside_of_what_is_drawn() -> None:
    below = plan_chains(Storey.of(room()), ((1000.0, 5000.0),), PEN, CM)[0]
    assert below.origin[1] == pytest.approx(5000 + 9 * 50)


@pytest.mark.parametrize(
    ("along", "read"),
    [((1, 0), (1, 0)), ((-1, 0), (1, 0)), ((0, 1), (0, -1)), ((0, -1), (0, -1)), ((-0.6, 0.8), (0.6, -0.8))],
)
def test_writing_runs_to_the_right_or_up_the_page(along: tuple[float, float], read: tuple[float, float]) -> None:
    assert readable(along) == read


def test_a_figure_too_wide_for_its_stretch_moves_past_the_end() -> None:
    wall, *_rest = (one for one in placed(Row((0, 120, 5320)), CM, Paper(50), up_is_out=False) if one.said == "12")
    assert (wall.row, wall.middle < 0) == (1, True)


@pytest.mark.parametrize(("up_is_out", "row"), [(True, 2), (False, -1)])
def test_in_the_middle_it_moves_outwards(up_is_out: bool, row: int) -> None:
    figures = placed(Row((0, 2000, 2120, 5000)), CM, Paper(50), up_is_out=up_is_out)
    assert [one.row for one in figures if one.said == "12"] == [row]


CROWDED = [
    Row((0, 120, 240, 360, 480, 5000)),
    Row((0, 75, 800, 840, 1740, 1780, 1855, 4000), ("", "", "", "205", "", "", "")),
    Row(tuple(range(0, 3000, 140))),
]


@pytest.mark.parametrize("row", CROWDED[:2])
@pytest.mark.parametrize("scale", [20, 50, 100])
@pytest.mark.parametrize("up_is_out", [True, False])
def test_no_figure_stands_on_another(row: Row, scale: int, up_is_out: bool) -> None:
    figures = placed(row, CM, Paper(scale), up_is_out=up_is_out)
    for one, other in combinations(figures, 2):
        (low, high), (start, stop) = one.span(Paper(scale)), other.span(Paper(scale))
        assert one.row != other.row or high <= start or stop <= low


@pytest.mark.parametrize("row", CROWDED)
def test_every_stretch_is_told_once(row: Row) -> None:
    figures = placed(row, CM, Paper(50), up_is_out=True)
    assert len(figures) == len(row.stops) - 1 + sum(bool(note) for note in row.notes)
