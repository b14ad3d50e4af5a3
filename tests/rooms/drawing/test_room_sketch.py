"""One room with the letters of its walls."""

from __future__ import annotations

from itertools import combinations
from math import dist

from rooms.drawing.drawing import Wishes
from rooms.drawing.room_sketch import RADIUS, RoomSketch, key_drawing
from rooms.plan import Plan
from tests.rooms.drawing.house import SVG, layer

STEPS = [[0, 0], [3000, 0], [3000, 1200], [2700, 1200], [2700, 1500], [2400, 1500], [2400, 1800], [0, 1800]]


def test_letters_of_walls_shorter_than_they_do_not_overlap() -> None:
    walls = {f"w{n}": {"level": "l1", "a": a, "b": STEPS[(n + 1) % len(STEPS)]} for n, a in enumerate(STEPS)}
    plan = Plan.read({"version": 1, "levels": {"l1": {}}, "walls": walls})
    drawn = key_drawing(RoomSketch.of(plan, 0), Wishes(scale=100)).document()
    letters = layer(drawn, "letters")
    assert letters is not None
    spots = [(float(one.get("cx", "")), float(one.get("cy", ""))) for one in letters.iter(f"{SVG}circle")]
    assert len(spots) == len(STEPS)
    assert min(dist(a, b) for a, b in combinations(spots, 2)) > 2 * RADIUS * 100
