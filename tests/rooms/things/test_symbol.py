"""Symbols are plain paths in whole millimetres over the footprint; what is in front covers what is behind."""

import re

import pytest

from rooms.kinds import KINDS
from rooms.things.symbol import elevation_symbol_of, symbol_of
from rooms.things.traced import traced

PATH = re.compile(r"M -?\d+ -?\d+( ([LQCA]( -?\d+)+|Z))*")
SIGN_MM = 250  # half of an agreed sign, as of a socket
BESIDE_MM = 60  # a glint on a mirror, the swing of a shower door


def test_strokes_are_paths_of_known_weight_and_fill():
    strokes = [
        stroke
        for kind in KINDS.values()
        for stroke in (*symbol_of(kind, kind.size), *elevation_symbol_of(kind, kind.size))
    ]
    assert all(PATH.fullmatch(stroke.d) for stroke in strokes)
    assert {stroke.weight for stroke in strokes} <= {"outline", "detail", "hidden"}
    assert {stroke.fill for stroke in strokes} <= {None, "paper", "shade", "ink"}


def reach(strokes):
    points = [point for stroke in strokes for chain, _ in traced(stroke.d) for point in chain]
    return (min(x for x, _ in points), min(y for _, y in points)), (
        max(x for x, _ in points),
        max(y for _, y in points),
    )


def sizes():
    return ((kind, size) for kind in KINDS.values() for size in (kind.size, kind.least, kind.most))


def test_a_plan_symbol_lies_over_the_footprint():
    for kind, (width, depth, height) in sizes():
        beyond = SIGN_MM if kind.sign else 0
        (left, back), (right, front) = reach(symbol_of(kind, (width, depth, height)))
        assert max(-left, right) <= width / 2 + beyond + 1, kind.name
        assert back >= -depth / 2 - beyond - BESIDE_MM, kind.name
        assert front <= depth / 2 + beyond + BESIDE_MM, kind.name


def test_a_front_view_stands_on_the_line_of_its_underside():
    for kind, (width, _, height) in sizes():
        (left, top), (right, bottom) = reach(elevation_symbol_of(kind, (width, kind.size[1], height)))
        assert max(-left, right) <= width / 2 + 1, kind.name
        assert kind.overhang or (top >= -height and bottom <= 4), kind.name


def test_a_stretched_symbol_reaches_the_wanted_size():
    (left, back), (right, front) = reach(symbol_of(KINDS["bath"], (4000, 2000, 600)))
    assert (left, right, back, front) == (-2000, 2000, -1000, 1000)


def test_a_hob_shows_four_rings():
    circles = [stroke for stroke in symbol_of(KINDS["hob_cabinet"], KINDS["hob_cabinet"].size) if " A " in stroke.d]
    whole = [stroke for stroke in circles if stroke.d.count("A") == 2]
    assert len(whole) == 8


@pytest.mark.parametrize("name", ["wall_cabinet", "hood", "wall_shelf"])
def test_what_hangs_above_the_cut_is_dashed(name):
    strokes = symbol_of(KINDS[name], KINDS[name].size)
    assert {stroke.weight for stroke in strokes} == {"hidden"}


def test_near_parts_are_painted_after_far_ones():
    strokes = elevation_symbol_of(KINDS["wardrobe"], KINDS["wardrobe"].size)
    body = next(place for place, stroke in enumerate(strokes) if stroke.weight == "outline")
    assert body < len(strokes) - 1


def test_a_quarter_arc_runs_on_its_circle():
    ((chain, closed),) = traced("M 100 0 A 100 100 0 0 1 0 100 Z")
    assert closed
    assert all(x * x + y * y == pytest.approx(10_000) for x, y in chain)
    assert all(x >= -1e-9 and y >= -1e-9 for x, y in chain)


@pytest.mark.parametrize(
    ("large", "sweep", "middle"),
    [(0, 0, (29.3, 29.3)), (0, 1, (70.7, 70.7)), (1, 0, (-70.7, -70.7)), (1, 1, (170.7, 170.7))],
)
def test_an_arc_goes_the_way_its_flags_say(large, sweep, middle):
    ((chain, _),) = traced(f"M 100 0 A 100 100 0 {large} {sweep} 0 100")
    assert chain[len(chain) // 2] == pytest.approx(middle, abs=0.1)


def test_a_curve_ends_at_its_last_point():
    ((chain, _),) = traced("M 0 0 Q 50 100 100 0 C 100 50 50 50 0 0")
    assert chain[12] == pytest.approx((100, 0))
    assert chain[6] == pytest.approx((50, 50))
    assert chain[-1] == pytest.approx((0, 0))
