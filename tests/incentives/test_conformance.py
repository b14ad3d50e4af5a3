"""The table that another implementation could run: terms, facts, and what the decision has to say."""

import json
from pathlib import Path
from typing import Any

import pytest

from incentives.decision import decide
from incentives.facts import Facts
from incentives.reading import instant
from incentives.terms import Terms

TABLE = json.loads(
    (Path(__file__).parents[1] / "cases" / "incentives" / "conformance.json").read_text(encoding="utf-8")
)
TERMS = {data["id"]: Terms.read(data) for data in TABLE["terms"]}


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(TABLE["cases"]) >= 300


@pytest.mark.parametrize("name", TERMS)
def test_the_decisions_are_those_of_the_table(name: str) -> None:
    cases = [case for case in TABLE["cases"] if case["terms"] == name]
    assert [_told(case) for case in cases] == [case["expect"] for case in cases]


def _told(case: dict[str, Any]) -> dict[str, Any]:
    """What the table says of a decision; of ways and grants only the fields that it names."""
    terms = TERMS[case["terms"]]
    core = decide(terms, Facts.read(case["facts"], terms.registry), instant(case["at"])).core
    ways = [{name: way[name] for name in ("changes", "charged_gr", "cost_gr", "until")} for way in core["ways"]]
    told = {name: core[name] for name in ("listed_gr", "charged_gr", "final", "form", "needs")}
    told |= {"applied": [applied["rule"] for applied in core["applied"]], "ways": ways}
    if "grants" in case["expect"]:
        grants = zip([applied["grant"] for applied in core["applied"]], case["expect"]["grants"], strict=True)
        told["grants"] = [{name: grant[name] for name in wanted} for grant, wanted in grants]
    return told
