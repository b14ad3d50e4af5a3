"""A rule is valid on days of the terms' zone, to the second, wherever the zone puts its clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from incentives.bulk.windows import turns
from tests.incentives.build import rule, terms_data
from tests.incentives.bulk_tables import both

SECOND = timedelta(seconds=1)
ZONES = [
    ("Europe/Warsaw", date(2026, 3, 29)),
    ("Europe/Warsaw", date(2026, 10, 25)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/St_Johns", date(2010, 11, 7)),
    ("America/Havana", date(2026, 3, 8)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Asia/Kathmandu", date(2026, 1, 1)),
    ("Europe/Warsaw", date(1900, 1, 1)),
]


@pytest.mark.parametrize(("name", "day"), ZONES)
def test_a_day_begins_where_its_zone_says_so(name: str, day: date) -> None:
    zone = ZoneInfo(name)
    found = list(turns(day, zone))
    on = [[at.astimezone(zone).date() >= day for at in (turn - SECOND, turn)] for turn in found]
    assert on == [[False, True], [True, False], [False, True]][: len(found)]


def test_where_clocks_go_back_over_midnight_a_day_begins_twice() -> None:
    assert len(list(turns(date(2010, 11, 7), ZoneInfo("America/St_Johns")))) == 3


@pytest.mark.parametrize(("name", "day"), ZONES)
def test_a_window_opens_and_closes_to_the_second(name: str, day: date) -> None:
    zone = ZoneInfo(name)
    data = terms_data(
        rule("day", valid={"from": day.isoformat(), "to": day.isoformat()}),
        rule("after", then={"kind": "reduce", "amount_gr": 1}, valid={"from": (day + timedelta(1)).isoformat()}),
        timezone=name,
    )
    turning = [*turns(day, zone), *turns(day + timedelta(1), zone)]
    around = [at for turn in turning for at in (turn - SECOND, turn)]
    bulk, alone, _ = both(data, [({}, max(at, datetime(1900, 1, 1, tzinfo=UTC))) for at in around])
    assert bulk == alone


@pytest.mark.parametrize(
    "valid", [{"from": "0001-01-01"}, {"to": "9999-12-31"}, {"from": "9500-01-01"}, {"to": "1800-01-01"}]
)
def test_a_window_may_lie_beyond_all_that_is_decided(valid: dict[str, str]) -> None:
    bulk, alone, _ = both(terms_data(rule("a", valid=valid)), [({}, datetime(2026, 5, 4, tzinfo=UTC))])
    assert bulk == alone
