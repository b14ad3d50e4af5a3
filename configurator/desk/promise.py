"""By when an answer is promised: so many hours of the store's own working time after the request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from holidays import country_holidays

from configurator.i18n import WARSAW

LONGEST_DAYS = 60
Opening = Mapping[int, tuple[str, str]]


def answer_by(asked: datetime, opening: Opening, hours: int) -> datetime | None:
    """The instant at which `hours` of opening time have passed since `asked`; None when the store never opens.

    `opening` is by ISO weekday, in Warsaw's time; Polish public holidays are closed.
    """
    left = timedelta(hours=hours)
    for begins, ends in _open_spans(asked, opening):
        if ends - begins >= left:
            return begins + left
        left -= ends - begins
    return None


def _open_spans(asked: datetime, opening: Opening) -> Iterator[tuple[datetime, datetime]]:
    first = asked.astimezone(WARSAW).date()
    closed = country_holidays("PL", years=(first.year, first.year + 1))
    for ahead in range(LONGEST_DAYS):
        day = first + timedelta(days=ahead)
        hours = opening.get(day.isoweekday())
        if hours is None or day in closed:
            continue
        begins, ends = max(_at(day, hours[0]), asked), _at(day, hours[1])
        if begins < ends:
            yield begins, ends


def _at(day: date, clock: str) -> datetime:
    """The instant of a wall-clock time; both changes of the clock are the zone's business."""
    local = datetime.combine(day, time.fromisoformat(clock), WARSAW)
    return datetime.fromtimestamp(local.timestamp(), WARSAW)
