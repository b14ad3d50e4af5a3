"""The rooms to start from show how it is done."""

import pytest

from configurator.start.rectangle import draw
from configurator.start.starts import starts
from rooms.checks import check
from rooms.edit import Edit, apply
from rooms.plan import Plan


@pytest.mark.parametrize("key", starts())
def test_no_starting_room_begins_with_a_finding(key: str) -> None:
    assert [finding.text["pl"] for finding in check(Plan(starts()[key].document), with_fixes=False)] == []


@pytest.mark.parametrize("use", ["", "bathroom", "kitchen"])
def test_no_typed_room_begins_with_a_finding(use: str) -> None:
    typed = Edit(id="", v=1, variant="", action="begin_room", input="typed", at="", set=draw(2400, 1800, use=use))
    assert [finding.text["pl"] for finding in check(Plan(apply(Plan.empty().document, typed)), with_fixes=False)] == []
