"""Packs of numbers, checked place by place."""

import json
from pathlib import Path

import pytest

from rooms import checks
from rooms.checking.pack import read_pack
from rooms.checks import CHECKS, DEFAULT, PACKS, packs_named
from rooms.fault import Fault
from rooms.kinds import KINDS
from tests.rooms.checks.tables import PAGE, with_tables

FOLDER = Path(checks.__file__).with_name("packs")


def test_every_number_is_read_by_a_check_and_every_number_read_is_in_a_pack():
    held = {number.id for pack in PACKS.values() for number in pack.numbers}
    assert held | {"zones"} == {id_ for check in CHECKS for id_ in check.reads}


def test_every_zone_of_a_kind_is_vouched_for_by_a_pack():
    named = {zone["source"] for kind in KINDS.values() for zone in kind.zones}
    assert named <= {name for pack in PACKS.values() for name in pack.zones}


def test_by_default_everything_is_looked_at_but_what_is_asked_for_apart():
    assert set(PACKS) - set(DEFAULT) == {"din18040", "contrast", "nkba"}


def test_no_value_of_the_law_is_shown_as_law_before_it_is_verified():
    law = [number for number in PACKS["pl_law"].numbers if number.severity == "law"]
    assert law
    assert all(number.shown_severity == "guideline" for number in law if number.source.verified is None)


@pytest.mark.parametrize(
    ("place", "value", "path", "reason"),
    [
        (("pack",), "other", "packs/living/pack", "not_its_file"),
        (("rooms",), ["cellar"], "packs/living/rooms", "not_a_choice"),
        (("default",), "yes", "packs/living/default", "not_yes_or_no"),
        (("values", 0, "value"), 60.5, "packs/living/values/0/value", "not_a_whole_number"),
        (("values", 0, "severity"), "rule", "packs/living/values/0/severity", "not_a_choice"),
        (("values", 0, "unit"), "inch", "packs/living/values/0/unit", "not_a_choice"),
        (("values", 0, "verified"), "spring", "packs/living/values/0/verified", "not_a_date"),
        (("values", 0, "source", "title"), {"pl": ""}, "packs/living/values/0/source/title/en", "missing"),
        (("zones", 0, "colour"), "red", "packs/living/zones/0/colour", "unknown_field"),
    ],
)
def test_a_fault_names_the_pack_and_the_place(place, value, path, reason):
    document = json.loads((FOLDER / "living.json").read_text("utf-8"))
    held = document
    for name in place[:-1]:
        held = held[name]
    held[place[-1]] = value
    with pytest.raises(Fault) as fault:
        read_pack("living", document)
    assert (fault.value.path, fault.value.reason) == (path, reason)


def test_the_page_about_the_checks_holds_every_number_with_its_source():
    """`python -m tests.rooms.checks.tables` writes it anew."""
    page = PAGE.read_text("utf-8")
    assert page == with_tables(page)


def test_a_pack_that_nobody_wrote_is_refused_by_name():
    with pytest.raises(Fault, match="unknown"):
        packs_named(["nothing"])
