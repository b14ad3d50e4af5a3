"""Whatever stands wherever, between whatever walls: the checks give an answer that JSON holds."""

import json
from pathlib import Path

import pytest

from rooms.checks import PACKS, check
from rooms.kinds import KINDS
from rooms.plan import Plan

CASES = sorted((Path(__file__).parents[2] / "cases" / "outline").glob("*.json"))
ITEMS = {
    f"i{place}": {
        "level": ("l1", "l9")[place % 11 == 10],
        "kind": kind,
        "at": [place * 617 % 6000, place * 389 % 6000],
        "size": [7, 9000, 40] if place % 13 == 12 else list(KINDS[kind].size) if kind in KINDS else [1, 1, 1],
        "turn_mdeg": place * 37_000 % 360_000,
        "elevation": (0, 0, -700, 3000)[place % 4],
    }
    for place, kind in enumerate([*KINDS, "nothing_known"])
}
SLOPES = {"s1": {"level": "l1", "a": [6000, 0], "b": [0, 0]}, "s2": {"level": "l1", "a": [10, 10], "b": [10, 10]}}


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_an_odd_plan_is_checked(file):
    document = json.loads(file.read_text("utf-8"))["plan"]
    found = check(Plan(document | {"items": ITEMS, "slopes": SLOPES}), PACKS.values(), with_fixes=False)
    assert json.loads(json.dumps([finding.as_data() for finding in found])) is not None
    assert len({finding.key for finding in found}) == len(found)
