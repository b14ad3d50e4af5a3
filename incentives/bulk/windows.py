"""From which instants to which a rule is valid: days of the terms' time zone as SQL over instants.

The instants are found by Python's own zones, since the engine's may be of another year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from incentives.reading import FIRST_YEAR, LAST_YEAR
from incentives.rule import Window

AT = '"at"'
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND, SECOND, QUARTER, DAY = timedelta(microseconds=1), timedelta(seconds=1), timedelta(minutes=15), timedelta(1)
EARLIEST, LATEST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC) - MICROSECOND
"""The first and the last instant at which anything is decided."""


def instant(at: datetime) -> str:
    return f"make_timestamptz({(at - EPOCH) // MICROSECOND}::bigint)"


def covered(window: Window, zone: ZoneInfo) -> str | None:
    """Whether a row's instant lies within; None when every instant does."""
    parts = []
    if window.first > EARLIEST.date() - DAY:
        parts.append(_since(window.first, zone))
    if window.last < LATEST.date() + DAY:
        parts.append(f"not {_since(window.last + DAY, zone)}")
    return " and ".join(parts) or None


def _since(day: date, zone: ZoneInfo) -> str:
    """Whether it is this day or later. A clock put back over midnight makes it the day before once more."""
    if day > LATEST.date() + DAY:
        return "false"
    instants = [instant(at) for at in turns(day, zone)]
    spans = [f"{AT} >= {begin}" for begin in instants[::2]]
    ends = [f" and {AT} < {end}" for end in instants[1::2]] + [""]
    return f"({' or '.join(span + end for span, end in zip(spans, ends, strict=True))})"


def turns(day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """The instants at which it becomes this day or later, and earlier again, by turns, to the second."""
    middle = datetime.combine(day, time(), UTC)
    grid = [middle + QUARTER * step for step in range(-144, 145)]
    for before, after in pairwise(grid):
        if _is_on(before, day, zone) is not _is_on(after, day, zone):
            yield _turn(before, after, day, zone)


def _turn(before: datetime, after: datetime, day: date, zone: ZoneInfo) -> datetime:
    while after - before > SECOND:
        middle = before + (after - before) // 2 // SECOND * SECOND
        if _is_on(middle, day, zone) is _is_on(before, day, zone):
            before = middle
        else:
            after = middle
    return after


def _is_on(at: datetime, day: date, zone: ZoneInfo) -> bool:
    return at.astimezone(zone).date() >= day
