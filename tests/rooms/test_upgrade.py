"""Every released version of the log folds for ever."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rooms.description import checked
from rooms.edit import Edit, fold
from rooms.fault import Fault
from rooms.plan import Plan
from rooms.upgrade import read_log, upgraded

LOGS = sorted((Path(__file__).parents[1] / "cases" / "logs").glob("v*.json"))


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_a_released_log_folds_to_what_it_was(path: Path) -> None:
    frozen = json.loads(path.read_text("utf-8"))
    came_later = Plan.empty().document
    assert checked(fold(read_log(frozen["edits"]))) == came_later | frozen["document"]


def test_what_was_sent_in_the_first_version_is_still_accepted() -> None:
    for data in json.loads(LOGS[0].read_text("utf-8"))["edits"]:
        kept = ("id", "v", "variant", "action", "input", "undoes", "at", "set", "remove")
        Edit.read({name: data[name] for name in kept})


def test_an_edit_is_upgraded_one_version_at_a_time() -> None:
    steps = {
        1: lambda data: data | {"action": data["action"] + "_1"},
        2: lambda data: data | {"action": data["action"] + "_2"},
    }
    assert upgraded({"v": 1, "action": "draw"}, steps, to=3) == {"v": 3, "action": "draw_1_2"}
    assert upgraded({"v": 2, "action": "draw"}, steps, to=3) == {"v": 3, "action": "draw_2"}


def test_an_edit_of_a_version_to_come_is_refused() -> None:
    with pytest.raises(Fault, match="unknown version"):
        upgraded({"v": 9})
