"""What is said of a measured room: closed, by how much not, who is suspected, what to measure next."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import dist

import pytest

from rooms.surveying.measured import Check, Measured
from rooms.surveying.verdict import judge

RECTANGLE = ((4000.0, 0.0), (0.0, 3000.0), (-4000.0, 0.0), (0.0, -3000.0))
L_SHAPE = ((4000.0, 0.0), (0.0, 1500.0), (-2000.0, 0.0), (0.0, 2000.0), (-2000.0, 0.0), (0.0, -3500.0))
SKEW = ((0, 0), (4000, 150), (3850, 3080), (-120, 2900))


def rectangle(a: int | None, b: int | None, c: int | None, d: int | None, *checks: Check) -> Measured:
    return Measured(RECTANGLE, (a, b, c, d), checks)


def test_a_few_millimetres_close_and_the_error_is_dealt_out() -> None:
    verdict = judge(rectangle(4004, 3000, 3998, 3002))
    assert verdict.agrees
    assert verdict.corners == ((0, 0), (4001, 0), (4001, 3001), (0, 3001))


def test_walls_that_close_stay_as_told_beside_a_diagonal_that_agrees() -> None:
    verdict = judge(Measured(L_SHAPE, (3000, 1500, 1600, 1000, 1400, 2500), (Check(0, 2, 3350),)))
    assert verdict.corners == ((0, 0), (3000, 0), (3000, 1500), (1400, 1500), (1400, 2500), (0, 2500))


def test_the_gap_is_told_with_what_a_tape_allows() -> None:
    verdict = judge(rectangle(4120, 3000, 4000, 3000))
    assert verdict.agrees is False
    assert verdict.gap_mm == 120
    assert verdict.tolerance_mm is not None
    assert 15 < verdict.tolerance_mm < 30


def test_without_a_check_two_parallel_walls_are_left_and_a_diagonal_is_asked_for() -> None:
    verdict = judge(rectangle(4120, 3000, 4000, 3000))
    assert {one.place for one in verdict.suspects[: verdict.rivals]} == {0, 2}
    assert verdict.next_check in ((0, 2), (1, 3))


@pytest.mark.parametrize(("diagonal", "wrong", "off"), [(5000, 0, 120), (5097, 2, -120)])
def test_the_diagonal_tells_which_and_which_way(diagonal: int, wrong: int, off: int) -> None:
    verdict = judge(rectangle(4120, 3000, 4000, 3000, Check(0, 2, diagonal)))
    assert verdict.is_decided
    assert verdict.suspects[0].place == wrong
    assert abs(verdict.suspects[0].off_mm - off) < 15


def test_a_wrong_diagonal_is_suspected_itself() -> None:
    verdict = judge(rectangle(4000, 3000, 4000, 3000, Check(0, 2, 5200)))
    assert verdict.suspects[0].is_check


def test_two_wrong_walls_are_not_blamed_on_one() -> None:
    assert judge(rectangle(4120, 3000, 4000, 3150, Check(0, 2, 5000))).is_several


def test_a_wall_behind_a_wardrobe_follows_from_the_others() -> None:
    verdict = judge(Measured(L_SHAPE, (4000, 1500, 2000, None, 2000, 3500)))
    assert verdict.agrees
    assert verdict.corners is not None
    assert verdict.corners[4] == (2000, 3500)


def test_two_walls_and_right_angles_are_a_rectangle_that_nothing_checks() -> None:
    verdict = judge(rectangle(4000, 3000, None, None))
    assert verdict.agrees is None
    assert verdict.corners == ((0, 0), (4000, 0), (4000, 3000), (0, 3000))


def test_what_follows_from_nothing_is_named() -> None:
    assert judge(rectangle(4000, None, None, None)).unknown == (1, 3)


def test_a_length_across_never_leaves_the_room() -> None:
    room = Measured(L_SHAPE, (4000, 1500, 2000, 2000, 2000, 3500))
    for _ in range(4):
        ends = judge(room).next_check
        if ends is None:
            break
        assert ends not in ((1, 5), (2, 4), (1, 4), (2, 5))
        room = replace(room, checks=(*room.checks, Check(*ends, 1000)))


def test_unknown_corners_are_solved_once_the_triangles_are_fixed() -> None:
    walls = tuple(round(dist(SKEW[place], SKEW[(place + 1) % 4])) for place in range(4))
    room = Measured(RECTANGLE, walls, keeps_corners=False)
    ends = judge(room).next_check
    assert ends is not None
    told = judge(replace(room, checks=(Check(*ends, round(dist(SKEW[ends[0]], SKEW[ends[1]]))),)))
    assert told.agrees is not False
    assert told.next_check is None
    assert told.corners is not None
    for one, other in combinations(range(4), 2):
        assert abs(dist(told.corners[one], told.corners[other]) - dist(SKEW[one], SKEW[other])) < 12
