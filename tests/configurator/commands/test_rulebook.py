"""What is measured side by side gives the same fees, and an engine that is not installed is told to be absent."""

from __future__ import annotations

import sys

import pytest

from configurator.bench import rulebook
from configurator.bench.decide import NOON
from incentives.case import charge
from incentives.facts import Facts
from incentives.terms import Terms


@pytest.mark.parametrize("size", [10, 20, 100])
def test_the_rules_by_hand_give_the_fees_of_the_terms(size: int) -> None:
    rules = rulebook.lines(size)
    terms, by_hand = Terms.read(rulebook.as_terms(rules)), rulebook.by_hand(rules)
    known = rulebook.situations(size, 200)
    fees_gr = [by_hand(facts, NOON) for facts in known]
    assert [charge(terms, Facts.read(facts, terms.registry), NOON) for facts in known] == fees_gr
    assert 0 < sum(fee_gr < rulebook.FEE_GR for fee_gr in fees_gr) < 200


def test_an_engine_that_is_not_installed_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("zen", "datalogic_py", "cel", "jsonlogic_rs"):
        monkeypatch.setitem(sys.modules, name, None)
    assert dict(rulebook.peers(rulebook.lines(10))) == dict.fromkeys(rulebook.PEERS)
