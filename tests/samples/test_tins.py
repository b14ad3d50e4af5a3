"""Which tins to buy."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.fault import Fault
from samples.tins import Purchase, Tin, cheapest, fewest, least_left_over

SIZES = (Tin(900, 49_90), Tin(2500, 99_90), Tin(5000, 169_90), Tin(10_000, 289_90))
tins = st.lists(
    st.builds(Tin, st.integers(4, 40).map(lambda step: step * 50), st.integers(0, 300)),
    min_size=1,
    max_size=3,
    unique_by=lambda tin: tin.size_ml,
)


@pytest.mark.parametrize(
    ("need_ml", "price_gr"), [(7600, 289_90), (12_300, 389_80), (48_000, 1449_50), (0, 0), (1, 49_90), (900, 49_90)]
)
def test_the_cheapest_tins_are_found(need_ml: int, price_gr: int) -> None:
    assert cheapest(SIZES, need_ml).price_gr == price_gr


def test_less_left_over_may_cost_more() -> None:
    exact = least_left_over(SIZES, 7600)
    assert (exact.counts, exact.left_over_ml) == ({5000: 1, 900: 3}, 100)
    assert exact.price_gr > cheapest(SIZES, 7600).price_gr


def test_fewest_tins_are_the_big_ones() -> None:
    assert fewest(SIZES, 12_300).counts == {10_000: 1, 2500: 1}


@settings(max_examples=120, deadline=None)
@given(tins, st.integers(0, 4000))
def test_every_answer_is_that_of_trying_all(sizes: list[Tin], need_ml: int) -> None:
    every = list(_all_ways(sizes, need_ml))
    for choose, rank in RANKS.items():
        chosen = choose(sizes, need_ml)
        assert rank(chosen) == min(rank(way) for way in every)
        assert chosen.total_ml == sum(size * count for size, count in chosen.counts.items())
        assert chosen.left_over_ml == chosen.total_ml - need_ml >= 0


@pytest.mark.parametrize(
    ("sizes", "need_ml", "path"),
    [
        ([], 100, "tins"),
        ([Tin(930, 1)], 100, "tins/0/size_ml"),
        ([Tin(0, 1)], 100, "tins/0/size_ml"),
        ([Tin(900, -1)], 100, "tins/0/price_gr"),
        ([Tin(900, 1), Tin(900, 2)], 100, "tins"),
        ([Tin(900, 1)], -1, "need_ml"),
        ([Tin(900, 1)], 10**9, "need_ml"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(sizes: list[Tin], need_ml: int, path: str) -> None:
    with pytest.raises(Fault) as refused:
        cheapest(sizes, need_ml)
    assert refused.value.path == path


def _all_ways(sizes: Sequence[Tin], need_ml: int) -> Iterator[Purchase]:
    """Every set of tins that is enough and holds no tin too many, and more."""
    most = [range(-(-need_ml // tin.size_ml) + 1) for tin in sizes]
    for counts in product(*most):
        total = sum(count * tin.size_ml for count, tin in zip(counts, sizes, strict=True))
        if total >= need_ml:
            price = sum(count * tin.price_gr for count, tin in zip(counts, sizes, strict=True))
            by_size = {tin.size_ml: count for count, tin in zip(counts, sizes, strict=True)}
            yield Purchase(by_size, price, total, total - need_ml)


def _count(purchase: Purchase) -> int:
    return sum(purchase.counts.values())


RANKS: dict[Callable[[Sequence[Tin], int], Purchase], Callable[[Purchase], tuple[int, ...]]] = {
    cheapest: lambda one: (one.price_gr, one.total_ml, _count(one)),
    least_left_over: lambda one: (one.total_ml, one.price_gr, _count(one)),
    fewest: lambda one: (_count(one), one.price_gr, one.total_ml),
}
