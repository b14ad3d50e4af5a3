"""Edits are refused for their own shape alone, and the fold takes whatever was accepted."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest

from rooms.bench import grid_plan
from rooms.description import checked
from rooms.edit import MOST_TOUCHED, Edit, Origin, apply, fold, limits_fault
from rooms.fault import Fault
from rooms.plan import Plan

CASES = Path(__file__).parents[1] / "cases"
FOLDS = [case for file in sorted((CASES / "fold").glob("*.json")) for case in json.loads(file.read_text("utf-8"))]
ID = "6f1c2f0e-52c4-4a6e-9a52-5f0d8ce10001"
WALL = {"level": "l1", "a": [0, 0], "b": [4000, 0]}


def sent(**changed: Any) -> dict[str, Any]:
    edit = {"id": ID, "v": 1, "variant": "v1", "action": "draw_wall", "input": "typed", "undoes": None}
    return edit | {"at": "2026-03-02T09:00:00.000Z", "set": {"walls/w1": WALL}, "remove": []} | changed


def edit(**changes: Any) -> Edit:
    return Edit.from_log(sent(**{"set": {}} | changes))


def document(partial: dict[str, Any]) -> dict[str, Any]:
    return Plan.empty().document | partial


@pytest.mark.parametrize("case", FOLDS, ids=lambda case: case["name"])
def test_a_log_folds_to_its_document(case: dict[str, Any]) -> None:
    start = case.get("start", {}) if case.get("bare") else document(case.get("start", {}))
    folded = fold([edit(**changes) for changes in case["edits"]], start)
    expected = case["document"] if case.get("bare") else document(case["document"])
    assert folded == expected
    assert [list(folded[name]) for name in expected if name != "version"] == [
        list(expected[name]) for name in expected if name != "version"
    ]


@pytest.mark.parametrize("case", FOLDS, ids=lambda case: case["name"])
def test_the_fold_changes_nothing_it_was_given(case: dict[str, Any]) -> None:
    start = document(case.get("start", {}))
    before = copy.deepcopy(start)
    fold([edit(**changes) for changes in case["edits"]], start)
    assert start == before


def test_what_an_edit_does_not_touch_is_shared() -> None:
    start = document({"walls": {"w1": WALL}, "levels": {"l1": {}}})
    after = apply(start, edit(set={"walls/w2": WALL}))
    assert after["levels"] is start["levels"]
    assert after["walls"]["w1"] is start["walls"]["w1"]


def test_an_edit_without_effect_gives_the_document_itself() -> None:
    start = document({})
    assert apply(start, edit(set={"walls/w1": {"b": [1, 1]}}, remove=["walls/w2"])) is start


def test_any_order_of_accepted_edits_folds_to_a_good_document() -> None:
    shuffled = random.Random(7)  # noqa: S311 -- seeded, to fail the same way twice
    changes = [
        {"set": {"levels/l1": {}}},
        {"set": {"walls/w1": WALL}},
        {"set": {"walls/w1": {"b": [1, 1]}}},
        {"remove": ["walls/w1"]},
        {"set": {"openings/o1": {"wall": "w1", "offset": 3}}},
        {"remove": ["levels/l1", "openings/o1"]},
        {"set": {"plan": {"name": "x"}, "finishes/f1": {"paint": "p"}}},
    ]
    for _ in range(200):
        edits = [Edit.read(sent(**{"set": {}} | shuffled.choice(changes))) for _ in range(12)]
        checked(fold(edits))


def test_a_good_edit_is_read_and_written_the_same() -> None:
    assert Edit.read(sent()).as_data() == sent()


def test_what_may_be_left_out_is_filled() -> None:
    data = sent()
    del data["undoes"], data["remove"]
    assert Edit.read(data).as_data() == sent()


def test_the_log_keeps_what_the_server_adds() -> None:
    logged = Edit.read(sent()).logged(
        seq=4, time="2026-03-02T09:00:01+00:00", actor="a1", role="customer", channel="home", origin=Origin("import")
    )
    assert logged.as_data()["origin"] == {"kind": "import", "of": None}
    assert Edit.from_log(json.loads(json.dumps(logged.as_data()))) == logged


@pytest.mark.parametrize(
    ("changed", "path", "reason"),
    [
        ({"seq": 3}, "seq", "unknown_field"),
        ({"role": "designer"}, "role", "unknown_field"),
        ({"origin": None}, "origin", "unknown_field"),
        ({"id": None}, "id", "not_a_uuid"),
        ({"id": ID.upper()}, "id", "not_a_uuid"),
        ({"id": ID + "\n"}, "id", "not_a_uuid"),
        ({"v": 2}, "v", "unknown_version"),
        ({"v": True}, "v", "not_a_whole_number"),
        ({"variant": None}, "variant", "missing"),
        ({"variant": "V 1"}, "variant", "not_an_id"),
        ({"action": "Draw wall"}, "action", "not_a_word"),
        ({"input": "guessed"}, "input", "not_a_choice"),
        ({"input": ["typed"]}, "input", "not_a_choice"),
        ({"undoes": "e1"}, "undoes", "not_a_uuid"),
        ({"at": "yesterday"}, "at", "not_an_instant"),
        ({"at": "2026-03-02T09:00:00"}, "at", "not_an_instant"),
        ({"at": "2026-13-02T09:00:00Z"}, "at", "not_an_instant"),
        ({"at": 1772442000}, "at", "not_an_instant"),
        ({"set": []}, "set", "not_an_object"),
        ({"set": {}}, "set", "empty"),
        ({"remove": {}}, "remove", "not_a_list"),
        ({"set": {"walls": {}}}, "walls", "not_a_place"),
        ({"set": {"walls/w1/a": [0, 0]}}, "walls/w1/a", "not_a_place"),
        ({"set": {"stairs/t1": {}}}, "stairs/t1", "unknown_collection"),
        ({"set": {"version/v1": {}}}, "version/v1", "unknown_collection"),
        ({"set": {"walls/i1": {}}}, "walls/i1", "wrong_letter"),
        ({"set": {"walls/W1": {}}}, "walls/W1", "not_an_id"),
        ({"set": {"walls/w1": None}}, "walls/w1", "not_an_object"),
        ({"set": {"walls/w1": {"colour": "red"}}}, "walls/w1/colour", "unknown_field"),
        ({"set": {"walls/w1": {"b": [0, 0.5]}}}, "walls/w1/b/1", "not_a_whole_number"),
        ({"set": {"walls/w1": {"b": None}}}, "walls/w1/b", "missing"),
        ({"set": {"walls/w1": {"thickness": 5}}}, "walls/w1/thickness", "out_of_range"),
        ({"set": {"plan": {"name": 7}}}, "plan/name", "not_a_text"),
        ({"set": {"plan": {"colour": "red"}}}, "plan/colour", "unknown_field"),
        ({"remove": ["plan"]}, "remove/0", "not_a_place"),
        ({"remove": ["stairs/t1"]}, "remove/0", "unknown_collection"),
        ({"remove": [7]}, "remove/0", "not_a_place"),
        ({"remove": ["walls/w2", "walls/x1"]}, "walls/x1", "wrong_letter"),
        ({"remove": ["walls/w1"]}, "remove/0", "set_and_removed"),
    ],
)
def test_a_bad_edit_is_refused_with_its_place(changed: dict[str, Any], path: str, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        Edit.read(sent(**changed))
    assert (refused.value.path, refused.value.reason) == (path, reason)


@pytest.mark.parametrize("data", [None, [], "edit", 7])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(Fault, match="not an object"):
        Edit.read(data)


def test_part_of_a_wall_is_enough_for_an_edit() -> None:
    assert Edit.read(sent(set={"walls/w1": {"b": [1, 1]}})).paths() == ("walls/w1",)


def test_one_edit_may_touch_only_so_many_entities() -> None:
    many = {f"levels/l{number}": {} for number in range(MOST_TOUCHED)}
    Edit.read(sent(set=many))
    with pytest.raises(Fault, match="too many"):
        Edit.read(sent(set=many, remove=["walls/w1"]))


def test_a_collection_may_not_grow_past_its_limit() -> None:
    full = document({"levels": {f"l{number}": {} for number in range(50)}})
    fault = limits_fault(full, edit(set={"levels/lx": {}}))
    assert fault is not None
    assert (fault.path, fault.reason) == ("levels", "too_many")


def test_a_full_collection_may_still_change_and_shrink() -> None:
    full = document({"levels": {f"l{number}": {} for number in range(51)}})
    assert limits_fault(full, edit(set={"levels/l1": {"name": "x"}}, remove=["levels/l2"])) is None


def test_walls_that_would_enclose_a_hundred_thousand_rooms_are_refused_and_a_large_building_is_not() -> None:
    lines = range(0, 320 * 500, 500)
    crossing = {f"walls/wh{at:07}": {"level": "l1", "a": [0, at], "b": [160_000, at]} for at in lines}
    crossing |= {f"walls/wv{at:07}": {"level": "l1", "a": [at, 0], "b": [at, 160_000]} for at in lines}
    level = {"levels": {"l1": {}}}
    fault = limits_fault(level, edit(set=crossing))
    assert fault is not None
    assert (fault.path, fault.reason) == ("walls", "too_crowded")
    large = {f"walls/{id_}": wall for id_, wall in grid_plan(1984)["walls"].items()}
    assert limits_fault(level, edit(set=large)) is None


NICHE = {"wall": "w1", "offset": 500, "kind": "niche", "opens": "right"}


@pytest.mark.parametrize(("thickness", "depth", "most"), [(120, 100, None), (120, 101, 100), (100, 100, 80)])
def test_a_niche_that_leaves_its_wall_no_back_is_refused_with_its_place(
    thickness: int, depth: int, most: int | None
) -> None:
    held = document({"levels": {"l1": {}}, "walls": {"w1": {**WALL, "thickness": thickness}}})
    fault = limits_fault(held, edit(set={"openings/o1": {**NICHE, "depth": depth}}))
    told = fault and (fault.path, fault.reason, fault.detail["most"])
    assert told == (most and ("openings/o1/depth", "too_deep_for_wall", most))


@pytest.mark.parametrize(
    ("change", "most"),
    [({}, 40), ({"depth": 40}, None), ({"opens": "right"}, None), ({"offset": 919}, 40), ({"offset": 920}, None)],
)
def test_a_niche_that_leaves_too_little_to_one_behind_it_is_refused(change: dict[str, Any], most: int | None) -> None:
    held = document({"levels": {"l1": {}}, "walls": {"w1": {**WALL, "thickness": 120}}})
    held["openings"] = {"o1": {**NICHE, "width": 400, "depth": 60}}
    fault = limits_fault(held, edit(set={"openings/o2": {**NICHE, "opens": "left", "depth": 60, **change}}))
    told = fault and (fault.path, fault.reason, fault.detail["most"])
    assert told == (most and ("openings/o2/depth", "too_deep_for_niche", most))


def test_a_wall_may_grow_thinner_than_its_niche_which_is_then_loose() -> None:
    held = document({"levels": {"l1": {}}, "walls": {"w1": {**WALL, "thickness": 200}}})
    held["openings"] = {"o1": {**NICHE, "depth": 150}}
    assert limits_fault(held, edit(set={"walls/w1": {"thickness": 120}})) is None
