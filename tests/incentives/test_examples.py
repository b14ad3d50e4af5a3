"""The example terms give what their tables of cases say, field by field and to the letter."""

import json
from pathlib import Path
from typing import Any

import pytest

from incentives.command import decide_data, lint_data
from incentives.reading import instant

ROOT = Path(__file__).parents[2]
TERMS = ROOT / "examples" / "terms"


def _cases() -> list[Any]:
    found = []
    for table in sorted(TERMS / "cases" / path.name for path in TERMS.glob("*.json")):
        data = json.loads(table.read_text(encoding="utf-8"))
        found += [pytest.param(data["terms"], case, id=f"{table.stem}: {case['name']}") for case in data["cases"]]
    return found


@pytest.mark.parametrize(("terms", "case"), _cases())
def test_an_example_decides_as_its_table_says(terms: str, case: dict[str, Any]) -> None:
    decision = decide_data(json.loads((TERMS / terms).read_text(encoding="utf-8")), case["facts"], instant(case["at"]))
    assert _shown(decision, case["expect"]) == case["expect"]


@pytest.mark.parametrize("path", sorted(TERMS.glob("*.json")), ids=lambda path: path.stem)
def test_an_example_is_clean(path: Path) -> None:
    assert lint_data(json.loads(path.read_text(encoding="utf-8"))) == {"findings": []}


@pytest.mark.parametrize("path", sorted(TERMS.glob("*.json")), ids=lambda path: path.stem)
def test_an_example_has_a_table(path: Path) -> None:
    assert (TERMS / "cases" / path.name).exists()


def _shown(actual: Any, expected: Any) -> Any:
    """The part of the decision that the table speaks about."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return {name: _shown(actual.get(name), value) for name, value in expected.items()}
    if isinstance(expected, list) and isinstance(actual, list) and len(actual) == len(expected):
        return [_shown(one, other) for one, other in zip(actual, expected, strict=True)]
    return actual
