"""A decision on each retailer's demonstration terms, with and without its texts."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from configurator.bench.timing import best_ms
from configurator.config import ROOT
from incentives.decision import decide
from incentives.facts import Facts
from incentives.terms import Terms

TERMS = ("dom-i-mebel", "salon-lazienek", "farby-kolor")
TIMES = 500
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def measure(_: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for name in TERMS:
        terms = Terms.read(json.loads((ROOT / "examples" / "terms" / f"{name}.json").read_text("utf-8")))
        facts = Facts.read({}, terms.registry)
        spent_ms = best_ms(lambda terms=terms, facts=facts: _often(terms, facts))  # type: ignore[misc]
        told_ms = best_ms(lambda terms=terms, facts=facts: _told(terms, facts))  # type: ignore[misc]
        yield {
            "bench": "decide",
            "terms": name,
            "us": round(spent_ms * 1000 / TIMES, 1),
            "with_texts_us": round(told_ms * 1000 / TIMES, 1),
        }


def _often(terms: Terms, facts: Facts) -> None:
    for _ in range(TIMES):
        decide(terms, facts, NOON)


def _told(terms: Terms, facts: Facts) -> None:
    for _ in range(TIMES):
        decide(terms, facts, NOON).as_data()
