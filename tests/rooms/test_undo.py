"""Undo takes back what still stands of one's own edit, and nothing of anybody else's."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from rooms.description import checked
from rooms.edit import Edit, apply, fold
from rooms.effect import effect
from rooms.plan import Plan
from rooms.undo import Inverse, inverse, undo

CASES = json.loads((Path(__file__).parents[1] / "cases" / "undo" / "undo.json").read_text("utf-8"))
WORDS = {"id": "e0", "v": 1, "variant": "v1", "action": "change", "input": "typed", "at": "", "set": {}}


def document(partial: dict[str, Any]) -> dict[str, Any]:
    return Plan.empty().document | partial


def undone_of(case: dict[str, Any], edits: list[Edit]) -> Inverse | None:
    start = document(case.get("start", {}))
    place = next(number for number, edit in enumerate(edits) if edit.id == case["undo"])
    before = fold(edits[:place], start)
    return inverse(fold(edits, start), effect(before, edits[place]).touched, case["undo"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_inverse_is_built_against_what_stands(case: dict[str, Any]) -> None:
    edits = [Edit.from_log(WORDS | data) for data in case["edits"]]
    found = undone_of(case, edits)
    if case["inverse"] is None:
        assert found is None
        return
    assert found is not None
    assert {"set": found.set, "remove": list(found.remove)} == case["inverse"]
    back = Edit.from_log(WORDS | case["inverse"] | {"undoes": found.undoes})
    assert apply(fold(edits, document(case.get("start", {}))), back) == document(case["document"])


def test_an_edit_of_a_log_is_undone_by_its_id() -> None:
    log = [
        Edit.from_log(WORDS | {"id": "e1", "set": {"levels/l1": {"name": "a"}}}),
        Edit.from_log(WORDS | {"id": "e2", "set": {"levels/l1": {"name": "b"}}}),
    ]
    assert undo(log, "e2") == Inverse("e2", {"levels/l1": {"name": "a"}}, ())


def test_undoing_everything_one_did_alone_leaves_the_plan_as_it_read_before() -> None:
    chance = random.Random(11)  # noqa: S311 -- seeded, to fail the same way twice
    for _ in range(60):
        _undo_all(chance)


def _undo_all(chance: random.Random) -> None:
    now, done = document({"levels": {"l1": {"name": "a"}}}), []
    first = now
    for number in range(15):
        edit = Edit.from_log(WORDS | {"id": f"e{number}"} | _any_change(chance))
        done.append((edit.id, effect(now, edit).touched))
        now = apply(now, edit)
    while done:
        id_, touched = done.pop()
        if back := inverse(now, touched, id_):
            now = apply(now, Edit.from_log(WORDS | {"set": back.set, "remove": back.remove}))
    assert Plan.read(checked(now)).levels == Plan.read(first).levels
    assert Plan.read(now).walls == Plan.read(first).walls


def _any_change(chance: random.Random) -> dict[str, Any]:
    wall = f"walls/w{chance.randint(1, 3)}"
    point = [chance.randint(0, 3), 0]
    return chance.choice(
        [
            {"set": {wall: {"level": "l1", "a": point, "b": [9, 9]}}},
            {"set": {wall: {"b": point, "thickness": 100 + point[0]}}},
            {"remove": [wall, "levels/l2"]},
            {"set": {"levels/l1": {"name": str(point[0])}, "levels/l2": {}}},
        ]
    )
