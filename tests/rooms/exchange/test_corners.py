"""Wall ends that nearly touch come to one point, and nothing else moves."""

import pytest

from rooms.exchange.corners import Line, join

EAST = Line("l1", ((0, 0), (4000, 0)))


def ends(*lines: Line, links: tuple = ()) -> list:
    return [line.ends for line in join(lines, links).lines]


def test_ends_that_meet_stay() -> None:
    lines = EAST, Line("l1", ((4000, 0), (4000, 3000)))
    assert join(lines, []).lines == lines


def test_two_walls_meet_where_their_lines_cross() -> None:
    assert ends(EAST, Line("l1", ((4003, 4), (4003, 3000)))) == [((0, 0), (4003, 0)), ((4003, 0), (4003, 3000))]


@pytest.mark.parametrize(("gap", "meets"), [(10, True), (11, False)])
def test_ends_that_nothing_links_meet_within_a_centimetre(gap: int, meets: bool) -> None:
    assert (ends(EAST, Line("l1", ((4000 + gap, 0), (9000, 0))))[1][0] == (4000, 0)) is meets


@pytest.mark.parametrize(("gap", "meets"), [(50, True), (51, False)])
def test_linked_ends_meet_within_five_centimetres(gap: int, meets: bool) -> None:
    joined = join([EAST, Line("l1", ((4000 + gap, 0), (9000, 0)))], [((0, 1), (1, 0))])
    assert (joined.lines[1].ends[0] == (4000, 0)) is meets
    assert joined.too_far == (() if meets else (((0, 1), (1, 0)),))


def test_ends_on_two_levels_do_not_meet() -> None:
    assert ends(EAST, Line("l2", ((4003, 4), (4003, 3000))))[0] == EAST.ends


def test_a_short_wall_is_not_joined_to_itself() -> None:
    assert ends(Line("l1", ((0, 0), (4, 0)))) == [((0, 0), (4, 0))]


def test_a_third_wall_comes_to_where_two_meet() -> None:
    corner = Line("l1", ((4000, 0), (4000, 3000)))
    assert ends(EAST, corner, Line("l1", ((4006, 3), (8000, 3))))[2] == ((4000, 0), (8000, 3))


def test_a_chain_of_small_gaps_does_not_drag_an_end_far_away() -> None:
    chain = [Line("l1", ((step * 9, 0), (step * 9, 1000))) for step in range(40)]
    moved = join(chain, []).lines
    assert max(abs(line.ends[0][0] - was.ends[0][0]) for line, was in zip(moved, chain, strict=True)) <= 50


def test_an_arc_comes_to_a_wall_and_the_wall_stays() -> None:
    arc = Line("l1", ((4003, 4), (4003, 3000)), straight=False)
    assert ends(EAST, arc) == [EAST.ends, ((4000, 0), (4003, 3000))]
