"""The ground that a thing covers."""

from __future__ import annotations

from math import cos, radians, sin

from rooms.entities import Item


def footprint(item: Item) -> tuple[tuple[float, float], ...]:
    """The four corners of the item's outline on plan."""
    half_width, half_depth = item.size[0] / 2, item.size[1] / 2
    turn = radians(item.turn_mdeg / 1000)
    c, s = cos(turn), sin(turn)
    corners = (
        (-half_width, -half_depth),
        (half_width, -half_depth),
        (half_width, half_depth),
        (-half_width, half_depth),
    )
    return tuple((item.at[0] + x * c - y * s, item.at[1] + x * s + y * c) for x, y in corners)
