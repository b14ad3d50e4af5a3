"""Where the sun stands over Warsaw on three days of the year, by its clocks.

The low-precision formulas for the Sun of The Astronomical Almanac (section C), good to 0.01° without the air's
refraction. The browser's twin is `static/js/scene/sun.js`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import asin, atan2, cos, degrees, radians, sin
from zoneinfo import ZoneInfo

LATITUDE, LONGITUDE = 52.23, 21.01
DAYS = {"winter": (12, 21), "between": (3, 20), "summer": (6, 21)}
YEAR = 2026
J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)


def sun_at(season: str, minute: int) -> tuple[float, float]:
    """Degrees above the horizon, and clockwise from north, at a minute of the season's day by the clock."""
    month, day = DAYS[season]
    noted = datetime(YEAR, month, day, tzinfo=ZoneInfo("Europe/Warsaw")) + timedelta(minutes=minute)
    return _place((noted.astimezone(UTC) - J2000) / timedelta(days=1))


def towards_sun(altitude: float, azimuth: float, north_mdeg: int) -> tuple[float, float, float]:
    """The unit vector towards it, y up, z down the page; north lies so far clockwise from the top of the page."""
    on_page, up = radians(azimuth + north_mdeg / 1000), radians(altitude)
    return cos(up) * sin(on_page), sin(up), -cos(up) * cos(on_page)


def _place(days: float) -> tuple[float, float]:
    anomaly = radians(357.528 + 0.9856003 * days)
    along = radians(280.46 + 0.9856474 * days + 1.915 * sin(anomaly) + 0.02 * sin(2 * anomaly))
    tilt = radians(23.439 - 0.0000004 * days)
    right_ascension = degrees(atan2(cos(tilt) * sin(along), cos(along)))
    declination, latitude = asin(sin(tilt) * sin(along)), radians(LATITUDE)
    hour = radians((18.697374558 + 24.06570982441908 * days) * 15 + LONGITUDE - right_ascension)
    altitude = asin(sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(hour))
    westward = atan2(sin(hour), cos(hour) * sin(latitude) - sin(declination) / cos(declination) * cos(latitude))
    return degrees(altitude), (degrees(westward) + 180) % 360
