"""When a sample will be there: the cut-off hour, working days, Polish holidays and the carrier's days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

from samples.colour.words import Said
from samples.fault import Fault

WARSAW = ZoneInfo("Europe/Warsaw")
SATURDAY = 5
MOST_DAYS = 60
MINUTES_PER_HOUR = 60
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Schedule:
    """A store's promise: orders placed before the cut-off leave after so many working days of packing.

    `cutoff_minute` counts from midnight in Warsaw; `carrier_days` are working days on the way, none for a
    collection; `closed` are days on which this store does not work although others do.
    """

    cutoff_minute: int
    packing_days: int
    carrier_days: Mapping[str, int]
    closed: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Promise:
    """The day the order leaves the store, or waits there to be collected, and the day it arrives."""

    sent_on: date
    arrives_on: date


DEMO_SCHEDULE = Schedule(12 * MINUTES_PER_HOUR, 0, {"letter": 3, "locker": 1, "courier": 1, "collection": 0})


def promise(schedule: Schedule, way: str, at: datetime) -> Promise:
    """The dates for an order placed at an instant (with its time zone), sent the way of a delivery."""
    if at.tzinfo is None:
        raise Fault("at", "no_time_zone")
    if (carried := schedule.carrier_days.get(way)) is None:
        raise Fault("way", "not_offered", ways=", ".join(schedule.carrier_days))
    if not 0 <= schedule.packing_days <= MOST_DAYS or not 0 <= carried <= MOST_DAYS:
        raise Fault("days", "out_of_range", least=0, most=MOST_DAYS)
    sent_on = _later(_taken_up(schedule, at), schedule.packing_days, schedule.closed)
    return Promise(sent_on, _later(sent_on, carried))


def working_day(day: date) -> bool:
    """Not a Saturday, a Sunday, or a Polish public holiday; 24 December is one since 2025."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


def after(day: date, working_days: int) -> date:
    """The day so many working days later; of none, the day itself or the first working day after it."""
    return _later(day, working_days)


def in_words(day: date, today: date) -> Said:
    """The day as a page says it: "jutro, w czwartek 27 listopada", "on Thursday 27 November"."""
    pl = f"{POLISH_DAYS[day.weekday()]} {day.day} {POLISH_MONTHS[day.month - 1]}"
    en = f"on {ENGLISH_DAYS[day.weekday()]} {day.day} {ENGLISH_MONTHS[day.month - 1]}"
    near = NEAR_DAYS.get((day - today).days)
    return {"pl": f"{near['pl']}, {pl}", "en": f"{near['en']}, {en}"} if near else {"pl": pl, "en": en}


def _taken_up(schedule: Schedule, at: datetime) -> date:
    """The working day on which the order is taken up."""
    here = at.astimezone(WARSAW)
    late = here.hour * MINUTES_PER_HOUR + here.minute >= schedule.cutoff_minute
    return _later(here.date() + ONE_DAY * late, 0, schedule.closed)


def _later(day: date, working_days: int, closed: frozenset[date] = frozenset()) -> date:
    day = _first_open(day, closed)
    for _ in range(working_days):
        day = _first_open(day + ONE_DAY, closed)
    return day


def _first_open(day: date, closed: frozenset[date]) -> date:
    while not working_day(day) or day in closed:
        day += ONE_DAY
    return day


@cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("PL", years=year))


NEAR_DAYS: Mapping[int, Said] = {0: {"pl": "dziś", "en": "today"}, 1: {"pl": "jutro", "en": "tomorrow"}}
POLISH_DAYS = ("w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę", "w niedzielę")
POLISH_MONTHS = (
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
)
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
