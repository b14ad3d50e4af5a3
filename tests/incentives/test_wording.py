"""Money, numbers, dates and nouns as people write them."""

from datetime import date

import pytest

from incentives import wording
from incentives.fault import Fault
from incentives.reading import Node
from incentives.wording import Words


@pytest.mark.parametrize(
    ("gr", "pl", "en"),
    [
        (0, "0 zł", "0 PLN"),
        (1, "0,01 zł", "0.01 PLN"),
        (10, "0,10 zł", "0.10 PLN"),
        (30_000, "300 zł", "300 PLN"),
        (31_240, "312,40 zł", "312.40 PLN"),
        (249_999, "2 499,99 zł", "2,499.99 PLN"),
        (250_000, "2 500 zł", "2,500 PLN"),
        (123_456_789, "1 234 567,89 zł", "1,234,567.89 PLN"),
    ],
)
def test_money_is_written_as_on_a_receipt(gr: int, pl: str, en: str) -> None:
    assert wording.money(gr).spelling == Words(pl, en)


@pytest.mark.parametrize(
    ("mm2", "pl"),
    [(0, "0 m²"), (12_500_000, "12,5 m²"), (12_344_999, "12,34 m²"), (12_345_000, "12,35 m²"), (12_000_000, "12 m²"),
     (1_234_000_000, "1 234 m²"), (50_000, "0,05 m²")],
)  # fmt: skip
def test_an_area_has_at_most_two_decimals(mm2: int, pl: str) -> None:
    assert wording.area(mm2).spelling.pl == pl


@pytest.mark.parametrize(
    ("number", "pl"),
    [(0, "elementów"), (1, "element"), (2, "elementy"), (4, "elementy"), (5, "elementów"), (11, "elementów"),
     (12, "elementów"), (13, "elementów"), (14, "elementów"),
     (21, "elementów"), (22, "elementy"), (25, "elementów"), (101, "elementów"),
     (102, "elementy"), (112, "elementów"), (1000, "elementów"), (1004, "elementy")],
)  # fmt: skip
def test_a_polish_noun_agrees_with_its_number(number: int, pl: str) -> None:
    words = Words("{n:element|elementy|elementów}", "{n:element|elements}").filled({"n": wording.count(number)})
    assert words.pl == pl


@pytest.mark.parametrize(("number", "en"), [(0, "elements"), (1, "element"), (2, "elements"), (21, "elements")])
def test_an_english_noun_agrees_with_its_number(number: int, en: str) -> None:
    words = Words("{n:element|elementy|elementów}", "{n:element|elements}").filled({"n": wording.count(number)})
    assert words.en == en


@pytest.mark.parametrize(
    ("number", "pl", "en"), [(1, "1 dzień", "1 day"), (2, "2 dni", "2 days"), (365, "365 dni", "365 days")]
)
def test_days_are_counted(number: int, pl: str, en: str) -> None:
    assert wording.days(number).spelling == Words(pl, en)


def test_large_counts_are_grouped() -> None:
    assert wording.count(12_345).spelling == Words("12 345", "12,345")


def test_per_cent_is_written_in_both_languages() -> None:
    assert wording.percent(40).spelling == Words("40%", "40%")


def test_a_day_of_this_year_is_named_without_the_year() -> None:
    assert wording.calendar_day(date(2026, 12, 5), seen_from=date(2026, 1, 1)) == Words("5 grudnia", "5 December")


def test_a_day_of_another_year_is_named_with_the_year() -> None:
    assert wording.calendar_day(date(2027, 1, 31), seen_from=date(2026, 1, 1)) == Words(
        "31 stycznia 2027", "31 January 2027"
    )


@pytest.mark.parametrize(
    ("parts", "pl"), [([], ""), (["a"], "a"), (["a", "b"], "a i b"), (["a", "b", "c"], "a, b i c")]
)
def test_a_list_is_joined_as_in_a_sentence(parts: list[str], pl: str) -> None:
    assert wording.listed([wording.plain(part) for part in parts]).pl == pl


def test_alternatives_are_joined_by_or() -> None:
    assert wording.listed([wording.plain("a"), wording.plain("b")], "lub", "or") == Words("a lub b", "a or b")


def test_a_sentence_begins_with_a_capital_letter() -> None:
    assert Words("łazienka", "a bathroom").capitalised() == Words("Łazienka", "A bathroom")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{other}", "unknown_gap"),
        ("{n:jeden|dwa}", "wrong_count_of_forms"),
        ("{n", "broken_gap"),
        ("n}", "broken_gap"),
        ("{}", "broken_gap"),
        ("", "not_a_text"),
        ("a\nb", "unreadable_letters"),
        ("a" * 501, "too_long"),
    ],
)
def test_a_text_with_a_wrong_gap_is_refused_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        Words.read(Node({"pl": text, "en": "text"}, "because"), gaps=("n",))
    assert (caught.value.path, caught.value.reason) == ("because/pl", reason)


def test_a_text_in_one_language_only_is_refused() -> None:
    with pytest.raises(Fault, match="title/en: missing"):
        Words.read(Node({"pl": "text"}, "title"))
