"""What is marked on a photo follows from its steps, as in the browser (tests/js/photo/marks.test.js)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from configurator.config import ROOT
from configurator.photos import marks

CASES = json.loads((ROOT / "tests/cases/photo/marks.json").read_text("utf-8"))
SIZE = (100, 80)
TAP = {"id": "1", "do": "tap", "wall": "a", "at": [10, 20]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_walls_follow_from_the_edits(case: dict[str, Any]) -> None:
    state = marks.EMPTY
    for edit in case["edits"]:
        state = marks.done(state, edit)
    walls = marks.with_old(marks.walls(state), case.get("known_old", {}))
    told = {"walls": walls, "steps": len(state["steps"]), "undone": len(state["undone"])}
    assert told == {name: case[name] for name in told}


def test_what_is_too_old_to_be_undone_stays_marked() -> None:
    state = marks.EMPTY
    for number in range(marks.MOST_STEPS + 5):
        state = marks.done(state, TAP | {"id": str(number)})
    assert len(state["steps"]) == marks.MOST_STEPS
    assert len(marks.walls(state)[0]["taps"]) == marks.MOST_STEPS + 5


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"at": [100, 20]}, "at"),
        ({"at": [-1, 20]}, "at"),
        ({"at": [1.5, 20]}, "at"),
        ({"at": [True, 20]}, "at"),
        ({"at": None}, "at"),
        ({"do": "dance"}, "do"),
        ({"do": ["tap"]}, "do"),
        ({"wall": ""}, "do"),
        ({"wall": "../a"}, "do"),
        ({"more": 1}, "do"),
        ({"id": None}, "id"),
        ({"do": "old", "old": {"way": "sheet"}}, "do"),
    ],
)
def test_an_edit_that_is_none_is_refused_at_its_place(change: dict[str, Any], path: str) -> None:
    fault = marks.fault(marks.EMPTY, TAP | change, SIZE)
    assert fault is not None
    assert fault[0] == path


@pytest.mark.parametrize(
    "old", [{}, {"way": "paint"}, {"way": "lightness", "of": "odd"}, {"way": "sheet", "at": [0, 80]}, 7]
)
def test_an_old_paint_that_is_none_is_refused(old: object) -> None:
    assert marks.fault(marks.EMPTY, {"id": "1", "do": "old", "wall": "a", "old": old}, SIZE) == ("old", "not_an_edit")


def test_a_thirteenth_wall_is_refused() -> None:
    state = marks.EMPTY
    for number in range(marks.MOST_WALLS):
        state = marks.done(state, TAP | {"id": str(number), "wall": str(number)})
    assert marks.fault(state, TAP | {"id": "x", "wall": "x"}, SIZE) == ("wall", "too_many_photo_walls")
    assert marks.fault(state, TAP | {"id": "x", "wall": "0"}, SIZE) is None
