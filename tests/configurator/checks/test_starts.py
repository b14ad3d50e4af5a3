"""The rooms to start from show how it is done."""

import pytest

from configurator.start.starts import starts
from rooms.checks import check
from rooms.plan import Plan


@pytest.mark.parametrize("key", starts())
def test_no_starting_room_begins_with_a_finding(key: str) -> None:
    assert [finding.text["pl"] for finding in check(Plan(starts()[key].document), with_fixes=False)] == []
