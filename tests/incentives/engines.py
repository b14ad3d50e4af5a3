"""Other engines, on random terms and facts, find conditions met and fees lowered as ours does: `make prove`.

They come with `requirements/bench.txt`; pytest finds this file only where it is named.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incentives.case import charge
from incentives.condition import read_condition
from incentives.facts import Facts
from incentives.reading import Node
from incentives.registry import STANDARD
from incentives.terms import Terms
from tests.incentives import logic
from tests.incentives.random_terms import DOMAINS, FEE, facts, terms, trees, tried

AT = datetime(2026, 5, 4, 10, tzinfo=UTC)

Json = dict[str, Any]
Evaluate = Callable[[Any, Json], Any]
"""An expression of JSON Logic on facts of which each is there, None being unknown."""


def _cel() -> Evaluate:
    compiled = pytest.importorskip("cel", reason="requirements/bench.txt is not installed").compile
    words = {"and": "&&", "or": "||", "!": "!", "!==": "!=", "floor": ""}
    return lambda node, known: compiled(logic.written(node, words)).execute(known)


def _zen() -> Evaluate:
    compiled = pytest.importorskip("zen", reason="requirements/bench.txt is not installed").compile_expression
    words = {"!": "not", "!==": "!=", "floor": "floor"}
    return lambda node, known: compiled(logic.written(node, words)).evaluate(known)


def _datalogic() -> Evaluate:
    engine = pytest.importorskip("datalogic_py", reason="requirements/bench.txt is not installed").Engine()
    return lambda node, known: engine.compile(json.dumps(node)).evaluate(known)


ENGINES = {"cel": _cel, "zen": _zen, "datalogic": _datalogic}


@pytest.fixture(scope="module", params=ENGINES)
def evaluate(request: pytest.FixtureRequest) -> Evaluate:
    return ENGINES[request.param]()


@tried
@given(data=trees(), known=facts(most_missing=5))
def test_a_condition_is_met_not_met_or_unknown_alike(evaluate: Evaluate, data: Json, known: Json) -> None:
    every = dict.fromkeys(DOMAINS) | known
    theirs = [evaluate(logic.met(data, wanted=wanted), every) for wanted in (True, False)]
    truth = read_condition(Node(data), STANDARD).truth(Facts.read(known).values)
    assert theirs == [truth is True, truth is False]


@tried
@given(data=terms(lanes=1), cases=st.lists(facts(), min_size=4, max_size=4), day=st.integers(2, 6))
def test_the_fee_is_the_same(evaluate: Evaluate, data: Json, cases: list[Json], day: int) -> None:
    at = AT.replace(day=day)
    read = Terms.read(data)
    ours = [charge(read, Facts.read(known, read.registry), at) for known in cases]
    assert ours == [_charged_gr(evaluate, data, dict.fromkeys(DOMAINS) | known, at) for known in cases]


def _charged_gr(evaluate: Evaluate, data: Json, known: Json, at: datetime) -> int:
    """The list price less what the best rule takes off, or nothing while that is put off."""
    lines = logic.lines_of(FEE)
    listed = int(evaluate({"+": [0, *lines.values()]}, known))
    offs: dict[bool, list[int]] = {False: [0], True: [0]}
    for rule in data["rules"]:
        defers = rule["then"]["kind"] == "defer"
        offs[defers].append(int(evaluate(logic.off(rule, lines, at.date()), known)))
    return 0 if max(offs[True]) else listed - max(offs[False])
