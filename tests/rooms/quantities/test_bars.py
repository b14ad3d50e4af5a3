"""Bars of one length: as few as a brute-force cutter needs, and never short."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.quantities.bars import MOST_EXACT, cut_from


def fewest(pieces: list[int], stock: int) -> int:
    """By trying every way of filling a bar with the first piece and some others."""
    if not pieces:
        return 0
    first, rest = pieces[0], pieces[1:]
    best = len(pieces)
    for chosen in range(1 << len(rest)):
        taken = [piece for place, piece in enumerate(rest) if chosen >> place & 1]
        if first + sum(taken) <= stock:
            best = min(best, 1 + fewest([piece for place, piece in enumerate(rest) if not chosen >> place & 1], stock))
    return best


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(1, 10), max_size=6))
def test_few_pieces_take_the_fewest_bars_there_can_be(pieces: list[int]) -> None:
    assert cut_from(pieces, 10).count == fewest(pieces, 10)


def test_first_fit_alone_would_take_a_bar_more() -> None:
    assert cut_from([4, 4, 4, 3, 3, 3, 3, 2, 2, 2], 10).count == 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 9000), min_size=MOST_EXACT + 1, max_size=60))
def test_many_pieces_all_come_out_of_the_bars(pieces: list[int]) -> None:
    bars = cut_from(pieces, 2500)
    assert sum(map(sum, bars.cuts)) == sum(pieces)
    assert all(sum(cut) <= 2500 for cut in bars.cuts)
    assert bars.count <= 11 / 9 * -(-sum(pieces) // 2500) + len(pieces) / 3 + 1


def test_a_wall_longer_than_a_bar_is_joined() -> None:
    bars = cut_from([5600.0], 2500)
    assert (bars.cuts, bars.joins) == (((2500,), (2500,), (600,)), 2)


def test_every_cut_loses_its_kerf() -> None:
    assert [cut_from([1250, 1250], 2500, kerf_mm).count for kerf_mm in (0, 3)] == [1, 2]
