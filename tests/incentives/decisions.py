"""docs/decisions.md: decisions as a customer reads them; `python -m tests.incentives.decisions` writes it anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from incentives.command import decide_data
from incentives.reading import instant

Json = dict[str, Any]

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "decisions.md"
TABLE: Json = json.loads((ROOT / "tests" / "cases" / "incentives" / "texts.json").read_text("utf-8"))
CASES: list[Json] = TABLE["cases"]
HEAD = """# Sixty decisions in words

What the engine says to a customer, in Polish and in English. The first line is the chip, the second what a tap on it
says where that is more; then come the reasons (✓ met, ✗ not met, ? not known) and the ways to a lower fee. The terms
and facts are in `tests/cases/incentives/texts.json` and `examples/terms/`. `python -m tests.incentives.decisions`
writes this page; a test keeps it current.
"""
MARKS = {True: "✓", False: "✗", None: "?"}


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(line for number, case in enumerate(CASES, 1) for line in _told(number, case))])


def _told(number: int, case: Json) -> Iterator[str]:
    decision = decide_data(_terms(case["terms"]), case["facts"], instant(case["at"]))
    yield f"## {number}. {case['title']}\n"
    for language in ("pl", "en"):
        yield from _in(language, decision)
        yield ""


def _in(language: str, decision: Json) -> Iterator[str]:
    chip, detail = decision["text"][language], decision["detail"][language]
    yield f"- **{chip or '–'}**"
    if detail != chip:
        yield f"- {detail}"
    yield from (f"  - {MARKS[reason['met']]} {reason['text'][language]}" for reason in decision["reasons"])
    yield from (f"  - → {way['text'][language]}" for way in decision["ways"])


def _terms(name: str) -> Json:
    small: dict[str, Json] = {terms["id"]: terms for terms in TABLE["terms"]}
    return small.get(name) or json.loads((ROOT / "examples" / "terms" / f"{name}.json").read_text("utf-8"))


if __name__ == "__main__":
    FILE.write_text(page(), "utf-8")
