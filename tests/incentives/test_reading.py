"""JSON is read with its place, and what does not belong there is refused."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from incentives.canonical import canonical, sha_of
from incentives.fault import Fault
from incentives.reading import BIGGEST, Node, instant, parse


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "not_json"), ("{", "not_json"), ('{"a": 1, "a": 2}', "repeated"), ('{"a": NaN}', "not_a_whole_number"),
     ("-Infinity", "not_a_whole_number"), ("[" * 100_000, "too_deep"), ("9" * 5_000, "out_of_range")],
)  # fmt: skip
def test_text_that_is_not_plain_json_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        parse(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize("number", [1.0, True, "1", None, [1], -1, BIGGEST + 1])
def test_only_whole_numbers_in_range_are_integers(number: Any) -> None:
    with pytest.raises(Fault) as caught:
        Node(number, "facts/own_elements").integer()
    assert caught.value.path == "facts/own_elements"


def test_the_largest_number_is_kept() -> None:
    assert Node(BIGGEST).integer() == BIGGEST == 9_007_199_254_740_991


@pytest.mark.parametrize("value", [1, 0, "true", None])
def test_only_true_and_false_are_flags(value: Any) -> None:
    with pytest.raises(Fault, match="not yes or no"):
        Node(value).flag()


@pytest.mark.parametrize("value", ["2026-02-30", "20260201", "2026-W01-1", "x", 20260201, None])
def test_only_calendar_days_are_dates(value: Any) -> None:
    with pytest.raises(Fault, match="not a date"):
        Node(value).day()


def test_a_calendar_day_is_read() -> None:
    assert Node("2028-02-29").day() == date(2028, 2, 29)


@pytest.mark.parametrize("value", ["", "Ł", "a b", "-a", "a" * 61, 1])
def test_only_short_plain_words_are_identifiers(value: Any) -> None:
    with pytest.raises(Fault, match="not an identifier"):
        Node(value).slug()


def test_an_unknown_field_is_refused_with_its_place() -> None:
    with pytest.raises(Fault) as caught:
        Node({"a": 1, "b": 2}, "rules/0").fields(("a",))
    assert (caught.value.path, caught.value.reason) == ("rules/0/b", "unknown_field")


def test_a_missing_field_is_refused_with_its_place() -> None:
    with pytest.raises(Fault) as caught:
        Node({}, "").fields(("a",))
    assert (caught.value.path, caught.value.reason) == ("a", "missing")


@pytest.mark.parametrize(
    ("ask", "reason"),
    [(lambda node: node.entries(), "not_an_object"), (lambda node: node.items(), "not_a_list"),
     (lambda node: node.text(), "not_a_text"), (lambda node: node.choice("a", "b"), "not_a_choice")],
)  # fmt: skip
def test_another_type_is_refused(ask: Any, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        ask(Node(1, "x"))
    assert caught.value.reason == reason


def test_an_empty_list_is_refused_where_something_is_needed() -> None:
    with pytest.raises(Fault, match="empty list"):
        Node([], "rules").items(least=1)


def test_too_short_a_list_is_refused() -> None:
    with pytest.raises(Fault, match="too short"):
        Node([1], "value").items(least=2)


def test_too_deep_a_document_is_refused() -> None:
    with pytest.raises(Fault, match="too deep"):
        Node({}, "/".join("a" * 40)).entries()


def test_what_is_just_not_too_deep_is_read() -> None:
    assert Node({}, "/".join("a" * 33)).entries() == {}
    with pytest.raises(Fault, match="too deep"):
        Node({}, "/".join("a" * 34)).entries()


def test_a_number_has_at_most_twenty_digits() -> None:
    assert parse("9" * 20) == 10**20 - 1
    with pytest.raises(Fault, match="out of range"):
        parse("9" * 21)


def test_a_text_is_as_long_as_it_may_be() -> None:
    assert Node("aaa").text(3) == "aaa"
    with pytest.raises(Fault, match="too long"):
        Node("aaaa").text(3)


def test_a_time_is_read_in_utc() -> None:
    assert instant("2026-07-01T12:00:00+02:00") == datetime(2026, 7, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("yesterday", "not_a_time"),
        ("2026-07-01T12:00:00", "time_without_zone"),
        ("9999-12-31T23:59:59Z", "not_a_time"),
        ("0001-01-01T00:00:00+14:00", "not_a_time"),
    ],
)
def test_a_time_without_a_zone_or_sense_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        instant(text)
    assert (caught.value.path, caught.value.reason) == ("at", reason)


def test_canonical_json_has_sorted_keys_and_no_blanks() -> None:
    assert canonical({"b": [1, None], "a": "ż"}) == '{"a":"ż","b":[1,null]}'.encode()


def test_what_json_cannot_write_has_no_canonical_form() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical({"a": float("nan")})


def test_a_hash_is_that_of_the_canonical_bytes() -> None:
    assert sha_of({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_a_fault_reads_like_a_sentence() -> None:
    assert str(Fault("a/b", "out_of_range", least=0, most=9)) == "a/b: out of range (least 0, most 9)"


def test_a_fault_without_a_place_is_the_document_s() -> None:
    assert str(Fault("", "not_json")) == "the document: not json"
