"""Three furnished flats with faults: every way out that is offered takes its finding away and brings no other."""

import json
from functools import cache
from pathlib import Path

import pytest

from rooms.checks import PACKS, Finding, check
from rooms.edit import Edit, apply
from rooms.outline import find_rooms
from rooms.plan import Plan

FLATS = sorted((Path(__file__).parents[3] / "examples" / "flats").glob("*.json"))
CHECKS_WITH_A_WAY_OUT = 12
FAULTS = {
    "attic": {
        "openings": {
            "o5": {"wall": "w2", "offset": 900, "width": 1200, "height": 900, "sill": 1200, "kind": "window"},
            "o6": {"wall": "w2", "offset": 4000, "width": 1200, "height": 1200, "sill": 900, "kind": "window"},
        },
        "items": {
            "i4": {"level": "l1", "kind": "wardrobe", "at": [3000, 900], "size": [1600, 600, 2200]},
            "i7": {"level": "l1", "kind": "floor_lamp", "at": [1700, 5300], "size": [400, 400, 1600]},
            "i8": {
                "level": "l1",
                "kind": "bookcase",
                "at": [5010, 5200],
                "size": [900, 300, 1900],
                "turn_mdeg": 270000,
            },
        },
    },
}
"""What under slopes nobody would build: windows and things higher than the ceiling."""


def plan_of(file: Path) -> Plan:
    held = json.loads(file.read_text("utf-8"))
    return Plan.read(held | {name: held[name] | faults for name, faults in FAULTS.get(file.stem, {}).items()})


@cache
def found_in(file: Path) -> tuple[Finding, ...]:
    """By all packs, with ways out."""
    return check(plan_of(file), PACKS.values())


def edit_of(fix) -> Edit:
    """What the studio sends when somebody takes the way out."""
    held = {"id": "00000000-0000-4000-8000-000000000000", "v": 1, "variant": "v1", "action": "fix_finding"}
    body = {"input": "picked", "at": "2026-11-22T10:00:00Z", "set": dict(fix.set), "remove": list(fix.remove)}
    return Edit.read(held | body)


@pytest.mark.parametrize("file", FLATS, ids=lambda file: file.stem)
def test_every_way_out_takes_its_finding_away_and_brings_no_other(file):
    plan = plan_of(file)
    before = found_in(file)
    keys = {finding.key for finding in before}
    for finding in (one for one in before if one.fix):
        after = Plan.read(apply(plan.document, edit_of(finding.fix)))
        left = {one.key for one in check(after, PACKS.values(), with_fixes=False)}
        assert finding.key not in left
        assert left <= keys, finding.text["pl"]


def test_a_dozen_checks_and_more_offer_ways_out():
    offered = {finding.check for file in FLATS for finding in found_in(file) if finding.fix}
    assert len(offered) >= CHECKS_WITH_A_WAY_OUT, sorted(offered)


@pytest.mark.parametrize("file", FLATS, ids=lambda file: file.stem)
def test_findings_have_keys_of_their_own_and_come_in_one_order(file):
    found = found_in(file)
    assert len({finding.key for finding in found}) == len(found)
    assert [one.key for one in found] == [one.key for one in check(plan_of(file), PACKS.values(), with_fixes=False)]


@pytest.mark.parametrize("file", FLATS, ids=lambda file: file.stem)
def test_findings_name_what_is_there_and_where(file):
    plan = plan_of(file)
    rooms = find_rooms(plan).rooms
    for finding in found_in(file):
        assert all(path.split("/")[1] in plan.document[path.split("/")[0]] for path in finding.entities)
        assert finding.where
        assert finding.level in plan.levels
        assert finding.room is None or rooms[finding.room].level == finding.level
