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


def plan_of(file: Path) -> Plan:
    return Plan.read(json.loads(file.read_text("utf-8")))


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
