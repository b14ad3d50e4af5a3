"""Nine cases of another engine, restated in ours: the basket stands for the fee."""

import json
from pathlib import Path
from typing import Any

import pytest

from incentives.command import decide_data
from incentives.reading import instant

TABLE = Path(__file__).parents[2] / "examples" / "terms" / "cases" / "promotions.json"
CASES = json.loads(TABLE.read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_promotion_gives_what_it_gave_there(case: dict[str, Any]) -> None:
    decision = decide_data(case["terms"], case["facts"], instant(case["at"]))
    assert {name: decision[name] for name in case["expect"]} == case["expect"]
    assert sum(applied["benefit_gr"] for applied in decision["applied"]) == case["discount_gr"]
