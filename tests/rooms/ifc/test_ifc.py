"""A building model names all of a plan's parts, each by a GlobalId that stays."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rooms.ifc import as_ifc
from rooms.ifc.names import global_id
from rooms.ifc.step import Step
from rooms.plan import Plan
from rooms.surfaces.stairwells import stairwells

FLATS = Path(__file__).parents[3] / "examples" / "flats"
CASES = Path(__file__).parents[2] / "cases" / "scene"
SURFACES = CASES.parent / "surfaces"
ATTIC = json.loads((FLATS / "attic.json").read_text("utf-8"))
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
ROOTED = re.compile(r"^#\d+=(\w+)\('([^']{22})',\$", re.MULTILINE)


def written(plan: dict[str, Any]) -> str:
    return as_ifc(Plan.read(plan), lambda _code: None, at=MONDAY, language="en").decode("ascii")


@pytest.fixture(scope="module")
def attic() -> str:
    return written(ATTIC)


def test_every_part_of_the_plan_is_there(attic: str) -> None:
    found = Counter(name for name, _id in ROOTED.findall(attic))
    kinds = Counter("IFCDOOR" if "door" in one["kind"] else "IFCWINDOW" for one in ATTIC["openings"].values())
    kinds["IFCWINDOW"] += len(ATTIC["skylights"])
    wanted = {"IFCWALL": len(ATTIC["walls"]), "IFCSPACE": 3, "IFCSLAB": 1 + len(ATTIC["slopes"]), **kinds}
    assert {name: found[name] for name in wanted} == wanted
    assert attic.count("IFCMAPPEDITEM(") <= len(ATTIC["items"])
    assert all(f"'{global_id('items', id_)}'" in attic for id_ in ATTIC["items"])


def test_a_space_tells_its_paints_and_tiles() -> None:
    case = json.loads((CASES / "room.json").read_text("utf-8"))["plan"]
    told = re.findall(r"IFCPROPERTYSINGLEVALUE\('(FloorCovering|WallCladding)',\$,IFCLABEL\('([^']*)'\)", written(case))
    assert told == [("FloorCovering", "oak"), ("WallCladding", "sage, 300 \\X2\\00D7\\X0\\ 600")]


def test_stairs_make_a_hole_in_the_slab_that_they_come_through() -> None:
    case = json.loads((SURFACES / "stairwells.json").read_text("utf-8"))["plan"]
    held = written(case)
    slabs = dict(re.findall(r"#(\d+)=IFCSLAB\('([^']*)'", held))
    holes = re.findall(r"#(\d+)=IFCOPENINGELEMENT\('[^']*',\$,'',\$,'stairwell'", held)
    voids = re.findall(r"IFCRELVOIDSELEMENT\('[^']*',\$,\$,\$,#(\d+),#(\d+)\)", held)
    of = [slab for slab, hole in voids if hole in holes]
    assert {slabs[slab] for slab in of} == {global_id("slab", "l2")}
    assert len(of) == len(holes) == len(stairwells(Plan.read(case)))


def test_no_two_parts_share_a_global_id(attic: str) -> None:
    ids = [id_ for _name, id_ in ROOTED.findall(attic)]
    assert len(set(ids)) == len(ids)


def test_nothing_is_named_that_is_not_there(attic: str) -> None:
    there = {int(number) for number in re.findall(r"^#(\d+)=", attic, re.MULTILINE)}
    assert {int(number) for number in re.findall(r"[(,]#(\d+)", attic)} <= there


def test_a_moved_wall_keeps_its_global_id(attic: str) -> None:
    wall = next(iter(ATTIC["walls"]))
    moved = {**ATTIC, "walls": {**ATTIC["walls"], wall: {**ATTIC["walls"][wall], "thickness": 300}}}
    assert f"IFCWALL('{global_id('walls', wall)}'" in written(moved)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("it's", "'it''s'"),
        ("a\\b", "'a\\\\b'"),
        ("Łóżko 2", "'\\X2\\014100F3017C\\X0\\ko 2'"),
        (1.0, "1."),
        (True, ".T."),
    ],
)
def test_values_are_written_as_iso_10303_21_asks(value: Any, text: str) -> None:
    step = Step()
    step.add("Thing", value)
    assert f"#1=THING({text});" in step.file("IFC4", "", "", "", "").decode("ascii")
