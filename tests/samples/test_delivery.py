"""When a sample will be there."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from samples.delivery import DEMO_SCHEDULE, WARSAW, Schedule, after, in_words, promise, working_day
from samples.fault import Fault


def _at(month: int, day: int, hour: int = 10, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("at", "way", "sent_on", "arrives_on"),
    [
        (_at(11, 24, 11, 59), "courier", date(2026, 11, 24), date(2026, 11, 25)),
        (_at(11, 24, 12, 0), "courier", date(2026, 11, 25), date(2026, 11, 26)),
        (_at(11, 27, 13), "courier", date(2026, 11, 30), date(2026, 12, 1)),
        (_at(11, 28), "letter", date(2026, 11, 30), date(2026, 12, 3)),
        (_at(11, 24), "collection", date(2026, 11, 24), date(2026, 11, 24)),
        (_at(12, 23, 13), "courier", date(2026, 12, 28), date(2026, 12, 29)),
        (_at(11, 10, 13), "locker", date(2026, 11, 12), date(2026, 11, 13)),
        (_at(4, 30, 13), "locker", date(2026, 5, 4), date(2026, 5, 5)),
        (_at(6, 3, 13), "locker", date(2026, 6, 5), date(2026, 6, 8)),
    ],
    ids=["before", "at the cut-off", "friday", "saturday", "collect", "christmas", "11 nov", "may", "corpus christi"],
)
def test_the_promise_counts_working_days_from_the_cut_off(
    at: datetime, way: str, sent_on: date, arrives_on: date
) -> None:
    made = promise(DEMO_SCHEDULE, way, at)
    assert (made.sent_on, made.arrives_on) == (sent_on, arrives_on)


def test_an_instant_is_the_same_in_any_zone() -> None:
    at = _at(11, 24, 11, 30)
    for elsewhere in (at.astimezone(UTC), at.astimezone(timezone(timedelta(hours=9)))):
        assert promise(DEMO_SCHEDULE, "courier", elsewhere) == promise(DEMO_SCHEDULE, "courier", at)


def test_the_cut_off_is_by_the_clock_in_warsaw_in_summer_too() -> None:
    assert promise(DEMO_SCHEDULE, "courier", datetime(2026, 7, 21, 9, 59, tzinfo=UTC)).sent_on == date(2026, 7, 21)
    assert promise(DEMO_SCHEDULE, "courier", datetime(2026, 7, 21, 10, 0, tzinfo=UTC)).sent_on == date(2026, 7, 22)


def test_packing_waits_while_the_store_is_closed_and_the_carrier_does_not() -> None:
    schedule = Schedule(12 * 60, 1, {"courier": 2}, frozenset({date(2026, 11, 25), date(2026, 11, 27)}))
    made = promise(schedule, "courier", _at(11, 24))
    assert (made.sent_on, made.arrives_on) == (date(2026, 11, 26), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 12, 24), True),
        (date(2025, 12, 24), False),
        (date(2026, 12, 24), False),
        (date(2026, 4, 6), False),
        (date(2026, 1, 6), False),
        (date(2026, 11, 21), False),
        (date(2026, 11, 23), True),
    ],
)
def test_christmas_eve_is_a_holiday_since_2025(day: date, works: bool) -> None:
    assert working_day(day) == works


def test_no_days_after_a_working_day_is_that_day() -> None:
    assert (after(date(2026, 11, 23), 0), after(date(2026, 11, 21), 0)) == (date(2026, 11, 23), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("day", "pl", "en"),
    [
        (date(2026, 11, 24), "dziś, we wtorek 24 listopada", "today, on Tuesday 24 November"),
        (date(2026, 11, 25), "jutro, w środę 25 listopada", "tomorrow, on Wednesday 25 November"),
        (date(2026, 12, 3), "w czwartek 3 grudnia", "on Thursday 3 December"),
    ],
)
def test_a_day_is_said_as_people_say_it(day: date, pl: str, en: str) -> None:
    assert in_words(day, date(2026, 11, 24)) == {"pl": pl, "en": en}


@pytest.mark.parametrize(
    ("schedule", "way", "at", "path"),
    [
        (DEMO_SCHEDULE, "pigeon", _at(11, 24), "way"),
        (DEMO_SCHEDULE, "courier", datetime(2026, 11, 24, 10), "at"),  # noqa: DTZ001
        (Schedule(720, 10_000, {"courier": 1}), "courier", _at(11, 24), "days"),
    ],
)
def test_what_cannot_be_promised_is_refused(schedule: Schedule, way: str, at: datetime, path: str) -> None:
    with pytest.raises(Fault) as refused:
        promise(schedule, way, at)
    assert refused.value.path == path
