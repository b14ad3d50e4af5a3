"""A backtest says what past cases would have cost under other terms."""

from typing import Any

import pytest

from incentives.backtest import Past, backtest
from incentives.fault import Fault
from incentives.terms import Terms
from tests.incentives.build import AT, at_least, rule, terms_data

DRAWN = at_least("own_elements", 1)
BEFORE = terms_data(rule("drawn", DRAWN))
AFTER = {
    **terms_data(
        rule("drawn", at_least("own_elements", 2)), rule("bought", at_least("purchases_kept_gross_gr", 100_000))
    ),
    "version": 2,
}


def _past(at: str, **facts: Any) -> dict[str, Any]:
    return {"at": at, "facts": facts}


HISTORY = [
    _past("2026-05-04T10:00:00Z", store="A", own_elements=1, purchases_kept_gross_gr=0),  # dearer
    _past("2026-05-05T10:00:00Z", store="A", own_elements=2, purchases_kept_gross_gr=0),  # the same
    _past(
        "2026-05-10T23:00:00Z", store="B", own_elements=0, purchases_kept_gross_gr=100_000
    ),  # cheaper, Monday in Warsaw
    _past("2026-05-12T10:00:00Z", store="B", own_elements=0),  # not final under the new terms
    _past("2026-05-12T10:00:00Z", own_elements=1.5),  # unreadable
]


def _report(history: Any = HISTORY, before: Any = BEFORE, after: Any = AFTER) -> dict[str, Any]:
    return backtest(Terms.read(before), Terms.read(after), history).as_data()


def test_cases_and_money_are_counted() -> None:
    report = _report()
    assert (report["cases"], report["changed"], report["difference_gr"]) == (4, 2, 0)


def test_changes_are_told_apart_by_whom_they_favour() -> None:
    report = _report()
    assert (report["cheaper"]["cases"], report["cheaper"]["difference_gr"]) == (1, -30_000)
    assert (report["dearer"]["cases"], report["dearer"]["difference_gr"]) == (1, 30_000)


def test_changes_are_counted_by_store() -> None:
    assert {name: count["difference_gr"] for name, count in _report()["by_store"].items()} == {
        "A": 30_000,
        "B": -30_000,
    }


def test_a_week_is_the_store_s_week() -> None:
    assert {name: count["cases"] for name, count in _report()["by_week"].items()} == {"2026-W19": 2, "2026-W20": 2}


def test_what_each_rule_waived_is_counted() -> None:
    rules = _report()["by_rule"]
    assert rules["drawn"] == {"cases": 2, "changed": 1, "waived_before_gr": 60_000, "waived_after_gr": 30_000}
    assert rules["bought"] == {"cases": 1, "changed": 1, "waived_before_gr": 0, "waived_after_gr": 30_000}


def test_provisional_decisions_are_counted_apart() -> None:
    assert _report()["not_final"]["cases"] == 1


def test_what_cannot_be_read_is_named_and_not_decided() -> None:
    assert _report()["refused"] == {
        "cases": 1,
        "first": [{"path": "4/facts/own_elements", "reason": "not_a_whole_number"}],
    }


def test_at_most_ten_refusals_are_named() -> None:
    refused = _report([7] * 12)["refused"]
    assert (refused["cases"], len(refused["first"])) == (12, 10)


def test_the_largest_changes_are_explained() -> None:
    first = _report()["largest"][0]
    assert (first["place"], first["difference_gr"]) == (0, 30_000)
    assert (first["before"]["charged_gr"], first["after"]["ways"][0]["text"]["pl"]) == (
        0,
        "Dorysuj jeszcze 1 element, zanim projektant rozpocznie pracę",
    )


def test_only_the_ten_largest_changes_are_explained_the_earlier_of_equals_first() -> None:
    share = {"kind": "refund", "amount": {"percent": 100, "of": "basket_gross_gr"}}
    history = [_past("2026-05-04T10:00:00Z", basket_gross_gr=gr) for gr in (5, 1, 9, 9, 2, 8, 3, 7, 4, 6, 10, 11)]
    largest = _report(history, terms_data(), terms_data(rule("a", then=share)))["largest"]
    assert [change["difference_gr"] for change in largest] == [-11, -10, -9, -9, -8, -7, -6, -5, -4, -3]
    assert [change["place"] for change in largest[2:4]] == [2, 3]


def test_both_terms_are_named() -> None:
    report = _report()
    assert (report["before"]["version"], report["after"]["version"]) == (1, 2)
    assert report["after"]["terms_sha"] == Terms.read(AFTER).sha


def test_equal_terms_change_nothing() -> None:
    assert _report(after=BEFORE)["changed"] == 0


def test_a_fact_that_only_one_version_knows_is_unknown_to_the_other() -> None:
    own = {"visits": {"type": "count", "label": {"pl": "x", "en": "x"}, "changer": "store"}}
    after = terms_data(rule("visited", at_least("visits", 1)), facts=own)
    report = _report([_past("2026-05-04T10:00:00Z", visits=1, own_elements=0)], BEFORE, after)
    assert report["difference_gr"] == -30_000


def test_a_fact_that_neither_version_knows_is_refused() -> None:
    report = _report([_past("2026-05-04T10:00:00Z", own_element=1)])
    assert report["refused"]["first"] == [{"path": "0/facts/own_element", "reason": "unknown_fact"}]


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        ({"facts": {}}, "3/at", "missing"),
        ({"at": "2026-05-04T10:00:00Z"}, "3/facts", "missing"),
        ({"at": "today", "facts": {}}, "3/at", "not_a_time"),
        ({"at": "2026-05-04T10:00:00Z", "facts": []}, "3/facts", "not_an_object"),
        ({"at": "2026-05-04T10:00:00Z", "facts": {}, "paid": 1}, "3/paid", "unknown_field"),
    ],
)
def test_a_case_has_a_time_and_facts(data: Any, path: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        Past.read(data, 3)
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_bare_facts_are_looked_at_from_one_instant() -> None:
    assert Past.read({"own_elements": 1}, 0, AT) == Past(0, AT, {"own_elements": 1})


def test_a_case_with_a_time_of_its_own_is_looked_at_then() -> None:
    assert Past.read(_past("2026-01-01T00:00:00Z"), 0, AT).at.year == 2026
    assert Past.read(_past("2020-01-01T00:00:00Z"), 0, AT).at.year == 2020


def test_a_case_without_a_time_of_its_own_is_looked_at_from_that_instant() -> None:
    assert Past.read({"facts": {"own_elements": 1}}, 0, AT).at == AT
