"""An edit's effect names what it changed and what it left as it was."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from rooms.edit import Edit
from rooms.effect import effect
from rooms.plan import Plan

CASES = json.loads((Path(__file__).parents[1] / "cases" / "effect" / "effect.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_effect_is_what_the_edit_did(case: dict[str, Any]) -> None:
    words = {"id": "e1", "v": 1, "variant": "v1", "action": "change", "input": "typed", "at": ""}
    done = effect(Plan.empty().document | case["start"], Edit.from_log(words | {"set": {}} | case["edit"]))
    assert {path: asdict(touch) for path, touch in done.touched.items()} == case["touched"]
    assert sorted(done.idle) == sorted(case["idle"])
