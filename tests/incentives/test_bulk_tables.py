"""What a table of cases may hold, what is refused and where, and what is told of one that is charged."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from incentives.bulk.charging import charge_all
from incentives.bulk.comparison import compare
from incentives.bulk.engine import BATCH, engine
from incentives.fault import Fault
from incentives.terms import Terms
from tests.incentives.build import HELP, WORDS, Json, at_least, equal, rule, terms_data
from tests.incentives.bulk_tables import both, day, rows_of, table, write

DRAWN = at_least("own_elements", 1)
HUNDRED = {"kind": "reduce", "amount_gr": 10_000}
OWN = {
    "visits": {"type": "count", "label": WORDS, "changer": "store"},
    "since": {"type": "date", "label": WORDS, "changer": "store"},
    "share": {"type": "percent", "label": WORDS, "changer": "store"},
    "told": {"type": "flag", "label": WORDS, "changer": "store"},
    "colours": {"type": "words", "label": WORDS, "changer": "store", "choices": {"red": WORDS}},
}
TERMS = terms_data(rule("drawn", DRAWN), facts=OWN)
AMOUNT = {"kind": "amount_of", "fact": "basket_gross_gr"}


def _refused(path: Path, data: Json = TERMS) -> tuple[str, str]:
    with pytest.raises(Fault) as caught:
        charge_all(Terms.read(data), path)
    return caught.value.path, caught.value.reason


def _rows(*values: Json) -> list[Json]:
    return [{"at": day(4), **value} for value in values]


@pytest.mark.parametrize(
    ("rows", "types", "place", "reason"),
    [
        ([{"own_element": 1}], {}, "own_element", "unknown_fact"),
        ([{"own_elements": 1.5}], {"own_elements": "double"}, "own_elements", "wrong_type_of_column"),
        ([{"own_elements": 1}], {"own_elements": "decimal(5,0)"}, "own_elements", "wrong_type_of_column"),
        ([{"own_elements": "1"}], {}, "own_elements", "wrong_type_of_column"),
        ([{"store": 1}], {}, "store", "wrong_type_of_column"),
        ([{"since": "2026-05-04"}], {}, "since", "wrong_type_of_column"),
        ([{"colours": "red"}], {}, "colours", "wrong_type_of_column"),
        ([{"told": 1}], {}, "told", "wrong_type_of_column"),
        ([{"customer": 1.5}], {"customer": "double"}, "customer", "wrong_type_of_column"),
        ([{"at": "2026-05-04"}], {"at": "timestamp"}, "at", "wrong_type_of_column"),
        ([{}, {"at": None}], {}, "rows/1/at", "missing"),
        ([{}, {"at": datetime(1899, 12, 31, 23, tzinfo=UTC)}], {}, "rows/1/at", "not_a_time"),
        ([{}, {"at": datetime(9001, 1, 1, tzinfo=UTC)}], {}, "rows/1/at", "not_a_time"),
        ([{"own_elements": 1}, {"own_elements": -1}], {}, "rows/1/own_elements", "out_of_range"),
        ([{"own_elements": 2**53}], {}, "rows/0/own_elements", "out_of_range"),
        ([{"share": 100}, {"share": 101}], {}, "rows/1/share", "out_of_range"),
        ([{"since": "infinity"}], {"since": "date"}, "rows/0/since", "not_a_date"),
        ([{"since": "10000-01-01"}], {"since": "date"}, "rows/0/since", "not_a_date"),
        ([{"store": "a"}, {"store": " "}], {}, "rows/1/store", "not_a_text"),
        ([{"store": "a\nb"}], {}, "rows/0/store", "unreadable_letters"),
        ([{"store": "a" * 81}], {}, "rows/0/store", "too_long"),
        ([{"customer_kind": "robot"}], {}, "rows/0/customer_kind", "not_a_choice"),
        ([{"colours": ["red"]}, {"colours": ["red", "blue"]}], {}, "rows/1/colours/0", "not_a_choice"),
        ([{"colours": ["red", None]}], {}, "rows/0/colours/0", "not_a_choice"),
        ([{"service": "help"}, {"service": "other"}, {"service": "third"}], {}, "rows/1/service", "unknown_service"),
    ],
)  # fmt: skip
def test_what_no_case_may_hold_is_refused_with_its_place(
    tmp_path: Path, rows: list[Json], types: dict[str, str], place: str, reason: str
) -> None:
    path = write(tmp_path / "facts.parquet", _rows(*rows), at=types.get("at", "timestamptz"), **_but_at(types))
    assert _refused(path) == (place, reason)


def _but_at(types: dict[str, str]) -> dict[str, str]:
    return {name: type_ for name, type_ in types.items() if name != "at"}


def test_a_table_says_when(tmp_path: Path) -> None:
    assert _refused(write(tmp_path / "facts.parquet", [{"own_elements": 1}])) == ("at", "missing")


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.parquet").write_bytes(b"PAR1 and no more")
    assert _refused(tmp_path / "facts.parquet") == ("", "not_parquet")


def test_a_fact_of_one_s_own_cannot_be_called_as_what_is_added(tmp_path: Path) -> None:
    data = terms_data(facts={"charged_gr": OWN["visits"]})
    assert _refused(write(tmp_path / "facts.parquet", _rows({})), data) == ("facts/charged_gr", "name_taken")


def test_damage_within_a_table_is_told_without_a_traceback(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.parquet", _rows(*({"store": f"shop {n}"} for n in range(500))))
    data = bytearray(path.read_bytes())
    data[8:2_000] = b"\xff" * 1_992
    path.write_bytes(data)
    with pytest.raises(OSError, match="cannot be read"):
        charge_all(Terms.read(TERMS), path)


def test_a_wrong_statement_of_ours_is_no_bad_input() -> None:
    with pytest.raises(duckdb.ParserException), engine() as found:
        found.execute("selekt")


def test_the_rows_come_back_with_their_fees(tmp_path: Path) -> None:
    source = write(tmp_path / "facts.parquet", _rows({"case": "x", "own_elements": 1}, {"case": "y"}))
    report = charge_all(Terms.read(TERMS), source, tmp_path / "out.parquet")
    assert rows_of(tmp_path / "out.parquet") == [
        {"case": "x", "own_elements": 1, "listed_gr": 30_000, "charged_gr": 0, "final": True},
        {"case": "y", "own_elements": None, "listed_gr": 30_000, "charged_gr": 30_000, "final": False},
    ]
    assert report.as_data() == {
        "terms": "shop", "version": 1, "terms_sha": Terms.read(TERMS).sha, "path": "once for each outcome",
        "cases": 2, "outcomes": 2, "not_final": 1, "listed_gr": 60_000, "charged_gr": 30_000, "waived_gr": 30_000,
    }  # fmt: skip
    assert sorted(file.name for file in tmp_path.iterdir()) == ["facts.parquet", "out.parquet"]


def test_a_table_without_rows_costs_nothing(tmp_path: Path) -> None:
    source = write(tmp_path / "facts.parquet", [], at="timestamptz", own_elements="bigint")
    report = charge_all(Terms.read(TERMS), source, tmp_path / "out.parquet")
    assert (report.cases, report.outcomes, report.charged_gr) == (0, 0, 0)


@pytest.mark.parametrize("target", ["facts.parquet", "folder", "nowhere/out.parquet"])
def test_nothing_is_written_where_something_would_be_lost(tmp_path: Path, target: str) -> None:
    source = write(tmp_path / "facts.parquet", _rows({}))
    (tmp_path / "folder").mkdir()
    before = source.read_bytes()
    with pytest.raises(OSError, match=r"name another file|not a folder"):
        charge_all(Terms.read(TERMS), source, tmp_path / target)
    assert source.read_bytes() == before


@pytest.mark.parametrize("word", ["O'Neil", 'a "b"', "Łódź; drop table cases --", "\\"])
def test_words_are_compared_whatever_letters_they_have(word: str) -> None:
    data = terms_data(rule("there", equal("store", word)), rule("not", {"not": equal("purpose", word)}, HUNDRED))
    bulk, alone, _ = both(data, [({"store": word, "purpose": word}, day(4)), ({"store": "x", "purpose": "x"}, day(4))])
    assert bulk == alone == [(30_000, 0, True), (30_000, 20_000, True)]


def test_a_sum_that_is_not_given_follows_from_its_parts() -> None:
    parts = {"own_structure": 1, "own_items": 0, "own_finishes": 0}
    cases = [(parts, day(4)), (parts | {"own_elements": 0}, day(4)), ({"own_structure": 1}, day(4))]
    bulk, alone, _ = both(terms_data(rule("drawn", DRAWN)), cases)
    assert bulk == alone == [(30_000, 0, True), (30_000, 30_000, True), (30_000, 30_000, False)]


def test_a_column_in_which_nothing_stands_is_unknown() -> None:
    bulk, alone, _ = both(TERMS, [({"own_elements": None}, day(4))], own_elements='"NULL"')
    assert bulk == alone


def test_more_rules_than_answers_go_into_one_number() -> None:
    rules = [rule(f"r{n}", at_least("own_elements", n), {"kind": "reduce", "amount_gr": 100 + n}) for n in range(70)]
    known = [({"own_elements": n}, day(4)) for n in (0, 29, 30, 31, 60, 69)] + [({}, day(4))]
    bulk, alone, report = both(terms_data(*rules), known)
    assert bulk == alone
    assert report.outcomes == len(known)


def test_each_service_has_its_own_price_rules_and_facts() -> None:
    data = terms_data(rule("a", DRAWN, services=["help"]), rule("b", DRAWN, HUNDRED, services=["visit"]))
    data["services"] |= {"visit": {"title": HELP, "fee": AMOUNT}}
    known = [
        {"service": s, "own_elements": n, "basket_gross_gr": gr}
        for s in ("help", "visit", None)
        for n in (0, 1)
        for gr in (50, 60_000)
    ]
    bulk, alone, report = both(data, [(one, day(4)) for one in known])
    assert bulk == alone
    assert report.outcomes == 2 + 4 + 4
    assert both(data, [({"own_elements": 1}, day(4))])[0] == [(0, 0, False)]


def test_outcomes_may_be_as_many_as_rows(tmp_path: Path) -> None:
    with duckdb.connect() as found:
        found.sql(
            "select range as basket_gross_gr, timestamptz '2026-05-04 10:00:00+00' as at from range(?)",
            params=[BATCH + 7],
        ).write_parquet(str(tmp_path / "facts.parquet"))
    report = charge_all(Terms.read(terms_data(fee=AMOUNT)), tmp_path / "facts.parquet")
    assert (report.cases, report.outcomes) == (BATCH + 7, BATCH + 7)
    assert report.charged_gr == sum(range(BATCH + 7))


def test_what_is_granted_apart_changes_nothing() -> None:
    credit = {"kind": "credit", "amount": {"percent": 10, "of": "basket_gross_gr"}}
    granted = rule("credit", DRAWN, credit, limits=[{"per": "customer", "period": "day", "count": 1}])
    cases = [({"own_elements": 1, "basket_gross_gr": gr}, day(4)) for gr in range(9)]
    report = both(terms_data(granted), cases)[2]
    assert (report.path, report.outcomes, report.not_final) == ("once for each outcome", 1, 0)


ONCE = rule("once", then=HUNDRED, limits=[{"per": "customer", "period": "month", "count": 1}])


def test_uses_that_the_table_tells_are_taken_as_they_stand() -> None:
    cases = [({"uses_customer_month_once": n}, day(4)) for n in (0, 0, 1, None)]
    bulk, alone, report = both(terms_data(ONCE), cases)
    assert bulk == alone
    assert report.path == "once for each outcome"


def test_uses_that_the_table_does_not_tell_are_counted_by_the_earlier_of_equal_times() -> None:
    cases = [({"customer": who}, day(number)) for who, number in [("a", 4), ("b", 3), ("a", 3), ("b", 3), (None, 5)]]
    bulk, _, report = both(terms_data(ONCE), cases)
    assert [charged_gr for _, charged_gr, _ in bulk] == [30_000, 20_000, 20_000, 30_000, 30_000]
    assert (report.path, report.outcomes) == ("in time order", 5)


def test_what_the_table_tells_and_what_is_counted_go_together() -> None:
    both_ways = rule("once", then=HUNDRED, limits=[*ONCE["limits"], {"per": "all", "period": "ever", "count": 2}])
    cases = [
        ({"customer": who, "uses_all_ever_once": n}, day(4)) for who, n in [("a", 0), ("a", 0), ("b", 1), ("c", 2)]
    ]
    bulk, _, _ = both(terms_data(both_ways), cases)
    assert [charged_gr for _, charged_gr, _ in bulk] == [20_000, 30_000, 20_000, 30_000]


def test_a_new_period_begins_anew_and_an_old_one_is_forgotten() -> None:
    daily = rule("once", then=HUNDRED, limits=[{"per": "all", "period": "day", "count": 1}])
    bulk, _, _ = both(terms_data(daily), [({}, day(number)) for number in (2, 2, 3, 3, 4, 4)])
    assert [charged_gr for _, charged_gr, _ in bulk] == [20_000, 30_000] * 3


def test_for_whom_uses_are_counted_has_to_be_a_column(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.parquet", _rows({"own_elements": 1}))
    assert _refused(path, terms_data(ONCE)) == ("customer", "missing")


def test_customers_may_be_numbers() -> None:
    bulk, _, _ = both(terms_data(ONCE), [({"customer": 7}, day(2)), ({"customer": 7}, day(3))])
    assert [charged_gr for _, charged_gr, _ in bulk] == [20_000, 30_000]


AFTER = {
    **terms_data(rule("drawn", at_least("own_elements", 2)), rule("told", equal("told", True)), facts=OWN),
    "version": 2,
}


def test_other_terms_are_compared_in_all_and_by_store() -> None:
    known: list[Any] = [
        {"store": "A", "own_elements": 1, "told": False},
        {"store": "A", "own_elements": 2, "told": False},
        {"store": "B", "own_elements": 0, "told": True},
        {"own_elements": 0},
    ]
    with table([(one, day(4)) for one in known]) as path:
        found = compare(Terms.read(terms_data(rule("drawn", DRAWN))), Terms.read(AFTER), path)
    assert (found["cases"], found["changed"], found["difference_gr"]) == (4, 2, 0)
    assert (found["cheaper"]["difference_gr"], found["dearer"]["difference_gr"]) == (-30_000, 30_000)
    assert found["not_final"]["cases"] == 1
    assert {store: count["difference_gr"] for store, count in found["by_store"].items()} == {
        "": 0,
        "A": 30_000,
        "B": -30_000,
    }
    assert (found["before"]["charged_gr"], found["after"]["path"]) == (60_000, "once for each outcome")


def test_a_history_without_stores_is_compared_in_all() -> None:
    with table([({"own_elements": 1}, day(4))]) as path:
        found = compare(Terms.read(TERMS), Terms.read(TERMS), path)
    assert found["by_store"] == {"": found["not_final"] | {"cases": 1, "before_gr": 0, "after_gr": 0}}


@pytest.mark.parametrize("name", ["c", "first", "cases", "k0", "fee_now", "store_", "case_", "select"])
def test_a_fact_may_be_called_as_anything_that_the_statements_name(name: str) -> None:
    own = {"type": "count", "label": WORDS, "changer": "store"}
    data = terms_data(
        rule("some", at_least(name, 200)), fee={"kind": "beyond", "fact": name, "included": 1, "each_gr": 9}
    )
    bulk, alone, _ = both(
        data | {"facts": {name: own}}, [({name: n}, day(4)) for n in (0, 199, 200)], **{name: "utinyint"}
    )
    assert bulk == alone


def test_dates_are_days() -> None:
    data = terms_data(rule("long", {"fact": "since", "is": "at_most", "value": "2026-05-03"}), facts=OWN)
    cases = [({"since": date(2026, 5, number).isoformat()}, day(4)) for number in (3, 4)]
    bulk, alone, _ = both(data, cases, since="date")
    assert bulk == alone == [(30_000, 0, True), (30_000, 30_000, True)]
