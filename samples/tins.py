"""Which tins to buy: the exact optimum, not the nearest big tin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from samples.fault import Fault

STEP_ML = 50
MOST_NEED_ML = 1_000_000
MOST_SIZES = 20
MOST_SIZE_ML = 50_000
MOST_PRICE_GR = 10_000_000


@dataclass(frozen=True)
class Tin:
    """A size of tin and its price."""

    size_ml: int
    price_gr: int


@dataclass(frozen=True)
class Purchase:
    """How many of each size, keyed by size in ml; enough for the need, with something left over."""

    counts: Mapping[int, int]
    price_gr: int
    total_ml: int
    left_over_ml: int


Rank = Callable[[int, int, int], tuple[int, ...]]
"""What to keep small: of (price, millilitres, tins), the most important first."""


def cheapest(tins: Sequence[Tin], need_ml: int) -> Purchase:
    """Enough paint for the least money; of equals the least left over, then the fewest tins."""
    return _best(tins, need_ml, lambda price, ml, count: (price, ml, count))


def least_left_over(tins: Sequence[Tin], need_ml: int) -> Purchase:
    """Enough paint with the least left over; of equals the cheapest, then the fewest tins."""
    return _best(tins, need_ml, lambda price, ml, count: (ml, price, count))


def fewest(tins: Sequence[Tin], need_ml: int) -> Purchase:
    """Enough paint in the fewest tins; of equals the cheapest, then the least left over."""
    return _best(tins, need_ml, lambda price, ml, count: (count, price, ml))


def _best(tins: Sequence[Tin], need_ml: int, rank: Rank) -> Purchase:
    """An unbounded knapsack in steps of 50 ml: the best way to each exact volume, then the best volume."""
    _check(tins, need_ml)
    need = -(-need_ml // STEP_ML)
    sizes = [(tin.size_ml // STEP_ML, tin) for tin in tins]
    most = need + max(size for size, _ in sizes)
    ways: list[tuple[int, int, Tin | None] | None] = [(0, 0, None), *[None] * most]
    for volume in range(1, most + 1):
        ways[volume] = _best_last_tin(ways, volume, sizes, rank)
    filled = [(volume, way) for volume, way in enumerate(ways) if way is not None and volume >= need]
    volume, _ = min(filled, key=lambda pair: rank(pair[1][0], pair[0], pair[1][1]))
    return _unwound(ways, volume, need_ml)


def _best_last_tin(
    ways: list[tuple[int, int, Tin | None] | None], volume: int, sizes: list[tuple[int, Tin]], rank: Rank
) -> tuple[int, int, Tin | None] | None:
    """Price, number of tins and last tin of the best way to hold exactly this volume; None when there is none."""
    best: tuple[int, int, Tin | None] | None = None
    for size, tin in sizes:
        if size > volume or (before := ways[volume - size]) is None:
            continue
        price, count = before[0] + tin.price_gr, before[1] + 1
        if best is None or rank(price, volume, count) < rank(best[0], volume, best[1]):
            best = (price, count, tin)
    return best


def _unwound(ways: list[tuple[int, int, Tin | None] | None], volume: int, need_ml: int) -> Purchase:
    counts: dict[int, int] = {}
    price = (ways[volume] or (0, 0, None))[0]
    left = volume
    while (way := ways[left]) is not None and (tin := way[2]) is not None:
        counts[tin.size_ml] = counts.get(tin.size_ml, 0) + 1
        left -= tin.size_ml // STEP_ML
    total_ml = volume * STEP_ML
    return Purchase(dict(sorted(counts.items(), reverse=True)), price, total_ml, total_ml - need_ml)


def _check(tins: Sequence[Tin], need_ml: int) -> None:
    if not 1 <= len(tins) <= MOST_SIZES:
        raise Fault("tins", "wrong_count", least=1, most=MOST_SIZES)
    for place, tin in enumerate(tins):
        if not STEP_ML <= tin.size_ml <= MOST_SIZE_ML or tin.size_ml % STEP_ML:
            raise Fault(f"tins/{place}/size_ml", "not_a_tin", step=STEP_ML, most=MOST_SIZE_ML)
        if not 0 <= tin.price_gr <= MOST_PRICE_GR:
            raise Fault(f"tins/{place}/price_gr", "out_of_range", least=0, most=MOST_PRICE_GR)
    if len({tin.size_ml for tin in tins}) < len(tins):
        raise Fault("tins", "size_twice")
    if not 0 <= need_ml <= MOST_NEED_ML:
        raise Fault("need_ml", "out_of_range", least=0, most=MOST_NEED_ML)
