"""When an answer is promised."""

from datetime import UTC, datetime, timedelta

import pytest

from configurator.desk.promise import answer_by
from configurator.i18n import WARSAW

WEEK = dict.fromkeys(range(1, 6), ("10:00", "18:00")) | {6: ("10:00", "14:00")}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("asked", "hours", "answered"),
    [
        ("2026-11-23T12:00", 4, "2026-11-23T16:00"),
        ("2026-11-23T16:00", 4, "2026-11-24T12:00"),
        ("2026-11-23T23:00", 4, "2026-11-24T14:00"),
        ("2026-11-21T13:00", 4, "2026-11-23T13:00"),
        ("2026-11-22T23:00", 8, "2026-11-23T18:00"),
        ("2026-12-23T17:00", 4, "2026-12-28T13:00"),
    ],
    ids=["same day", "into the next", "asked at night", "over a sunday", "asked on a sunday", "over christmas"],
)
def test_the_store_answers_within_its_own_hours(asked: str, hours: int, answered: str) -> None:
    assert answer_by(at(asked), WEEK, hours) == at(answered)


def test_a_night_the_clock_changes_costs_no_opening_hour() -> None:
    every_day = dict.fromkeys(range(1, 8), ("10:00", "18:00"))
    assert answer_by(at("2026-10-24T17:00"), every_day, 2) == at("2026-10-25T11:00")


def test_a_store_that_never_opens_promises_nothing() -> None:
    assert answer_by(datetime.now(UTC), {}, 1) is None


def test_an_answer_is_never_promised_for_the_past() -> None:
    asked = at("2026-11-23T12:34")
    answered = answer_by(asked, WEEK, 1)
    assert answered is not None
    assert answered >= asked + timedelta(hours=1)
