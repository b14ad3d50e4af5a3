"""The fee: the demonstration's terms, and 10 to 1,000 rules beside a hand-written function and other engines."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from configurator.bench import rulebook
from configurator.bench.timing import best_ms, percentile
from configurator.config import ROOT
from incentives.case import charge
from incentives.decision import decide
from incentives.facts import Facts
from incentives.terms import Terms

TERMS = ("dom-i-mebel", "salon-lazienek", "farby-kolor")
SIZES = (10, 20, 100, 1_000)
TIMES = 500
TOLD_TIMES = 40
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def measure(_: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for name in TERMS:
        yield _demonstrated(name)
    for size in SIZES:
        yield from _beside_others(size)


def _demonstrated(name: str) -> dict[str, Any]:
    """A retailer's terms, with no fact known."""
    terms = Terms.read(json.loads((ROOT / "examples" / "terms" / f"{name}.json").read_text("utf-8")))
    cases = [Facts.read({}, terms.registry)] * TIMES
    return {
        "bench": "decide",
        "terms": name,
        "us": _us(lambda facts, at: decide(terms, facts, at), cases),
        "with_texts_us": _us(lambda facts, at: decide(terms, facts, at).as_data(), cases),
    }


def _beside_others(size: int) -> Iterator[dict[str, Any]]:
    """One row for each engine, after it has given the same fees as the rules written by hand."""
    rules, known = rulebook.lines(size), rulebook.situations(size, TIMES)
    by_hand, terms = rulebook.by_hand(rules), Terms.read(rulebook.as_terms(rules))
    facts = [Facts.read(found, terms.registry) for found in known]
    fees_gr = [by_hand(found, NOON) for found in known]
    row = {"bench": "decide", "rules": size}
    yield row | {"engine": "by hand"} | _spent(by_hand, known)
    if [charge(terms, found, NOON) for found in facts] != fees_gr:
        raise ValueError("the engine and the rules by hand give different fees")
    yield row | {"engine": "charge"} | _spent(lambda found, at: charge(terms, found, at), facts)
    few = facts[:TOLD_TIMES]
    yield row | {"engine": "decide, trees and advice"} | _spent(lambda found, at: decide(terms, found, at), few)
    yield (
        row
        | {"engine": "decide, with texts and hashes"}
        | _spent(lambda found, at: decide(terms, found, at).as_data(), few)
    )
    for name, peer in rulebook.peers(rules):
        if peer is None:
            yield row | {"engine": name, "absent": True}
        else:
            some = known if size < 1_000 else known[:TOLD_TIMES]
            same = [peer(found, NOON) for found in some] == fees_gr[: len(some)]
            yield row | {"engine": name, "same_fees": same} | _spent(peer, some)


def _spent(work: Callable[[Any, datetime], object], cases: Sequence[Any]) -> dict[str, Any]:
    """Processor time a case, and how long the slowest hundredth waited by the clock."""
    waits = []
    for case in cases:
        began = time.perf_counter_ns()
        work(case, NOON)
        waits.append((time.perf_counter_ns() - began) / 1000)
    us = _us(work, cases)
    return {"us": us, "p99_us": percentile(waits, 0.99), "per_second": round(1_000_000 / us)}


def _us(work: Callable[[Any, datetime], object], cases: Sequence[Any]) -> float:
    def often() -> None:
        for case in cases:
            work(case, NOON)

    return round(best_ms(often) * 1000 / len(cases), 2)
