"""A picture laid under the drawing: held in the plan, nobody's drawing, no change to accept."""

from __future__ import annotations

from typing import Any

import pytest

from rooms.authorship import authorship
from rooms.changes import changes
from rooms.description import check_entity
from rooms.edit import Edit
from rooms.fault import Fault
from rooms.plan import Plan

SHEET = {"level": "l1", "picture": "7zqk", "at": [100, -200], "size_px": [3000, 2000], "um_per_px": 4125}


def plan(**collections: Any) -> Plan:
    return Plan.read(Plan.empty().document | {"levels": {"l1": {}}} | collections)


def test_it_is_read_with_its_defaults() -> None:
    held = plan(backgrounds={"b1": SHEET}).backgrounds["b1"]
    assert (held.size_px, held.turn_mdeg, held.opacity_percent, held.hidden) == ((3000, 2000), 0, 50, False)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("picture", "../x"),
        ("picture", ""),
        ("picture", "A" * 10),
        ("size_px", [3000]),
        ("size_px", [0, 100]),
        ("um_per_px", 0),
        ("um_per_px", 2.5),
        ("opacity_percent", 101),
        ("hidden", 1),
        ("at", [0, 900_000]),
        ("name", "x"),
    ],
)
def test_what_is_no_background_is_refused_with_its_place(field: str, value: object) -> None:
    with pytest.raises(Fault) as refused:
        check_entity("backgrounds", "b1", SHEET | {field: value}, whole=True)
    assert refused.value.path.startswith(f"backgrounds/b1/{field}")


def test_a_picture_alone_is_no_own_contribution() -> None:
    words = {
        "v": 1,
        "variant": "v1",
        "action": "lay_picture",
        "at": "",
        "input": "typed",
        "actor": "a",
        "role": "owner",
    }
    edit = Edit.from_log(words | {"id": "e1", "seq": 1, "set": {"levels/l1": {}, "backgrounds/b1": SHEET}})
    facts = authorship([edit])
    assert (facts.own_elements, facts.own_dimensions) == (0, 0)


def test_a_picture_is_no_change_to_accept() -> None:
    assert changes(plan(), plan(backgrounds={"b1": SHEET})) == ()
