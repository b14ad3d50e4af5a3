"""Pieces cut from stock of one length: skirting, worktops, trims; as few bars as can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_EXACT = 12
"""Up to so many pieces the bars are the fewest there can be; more are cut by first fit, the longest piece first."""


@dataclass(frozen=True)
class Bars:
    """Each bar's pieces, mm, longest first. A piece longer than a bar is made of whole bars and a rest, joined."""

    stock_mm: int
    cuts: tuple[tuple[int, ...], ...]
    joins: int
    is_fewest: bool

    @property
    def count(self) -> int:
        return len(self.cuts)

    @property
    def waste_mm(self) -> int:
        return self.count * self.stock_mm - sum(map(sum, self.cuts))


def cut_from(lengths_mm: Iterable[float], stock_mm: int, kerf_mm: int = 0) -> Bars:
    """The bars for pieces of these lengths, each rounded up to a millimetre; `kerf_mm` is lost at every cut."""
    pieces, joins = _no_longer_than(stock_mm, lengths_mm)
    whole = [piece for piece in pieces if piece == stock_mm]
    rest = sorted((piece for piece in pieces if piece < stock_mm), reverse=True)
    cuts = _first_fit(rest, stock_mm, kerf_mm)
    if is_small := len(rest) <= MOST_EXACT:
        cuts = _fewest(rest, stock_mm, kerf_mm, cuts)
    fewest = is_small or len(cuts) == _at_least(rest, stock_mm)
    return Bars(stock_mm, (*((piece,) for piece in whole), *map(tuple, cuts)), joins, fewest)


def _no_longer_than(stock_mm: int, lengths_mm: Iterable[float]) -> tuple[list[int], int]:
    pieces: list[int] = []
    joins = 0
    for length_mm in lengths_mm:
        whole, rest = divmod(int(-(-(length_mm - 0.05) // 1)), stock_mm)
        pieces += [stock_mm] * whole + [rest] * (rest > 0)
        joins += whole - (rest == 0) if whole else 0
    return pieces, joins


def _first_fit(pieces: Sequence[int], stock_mm: int, kerf_mm: int) -> list[list[int]]:
    bars: list[list[int]] = []
    for piece in pieces:
        for bar in bars:
            if _room(bar, stock_mm, kerf_mm) >= piece:
                bar.append(piece)
                break
        else:
            bars.append([piece])
    return bars


def _room(bar: Sequence[int], stock_mm: int, kerf_mm: int) -> int:
    return stock_mm - sum(bar) - kerf_mm * len(bar)


def _at_least(pieces: Sequence[int], stock_mm: int) -> int:
    return -(-sum(pieces) // stock_mm)


def _fewest(pieces: Sequence[int], stock_mm: int, kerf_mm: int, known: list[list[int]]) -> list[list[int]]:
    """Branch and bound: each piece in turn into every bar that has room, or into a new one."""
    best = known
    least = _at_least(pieces, stock_mm)

    def place(at: int, bars: list[list[int]]) -> None:
        nonlocal best
        if len(bars) >= len(best) or len(best) == least:
            return
        if at == len(pieces):
            best = [list(bar) for bar in bars]
            return
        tried: set[int] = set()
        for bar in bars:
            left = _room(bar, stock_mm, kerf_mm)
            if left >= pieces[at] and left not in tried:
                tried.add(left)
                bar.append(pieces[at])
                place(at + 1, bars)
                bar.pop()
        if len(bars) + 1 < len(best):
            place(at + 1, [*bars, [pieces[at]]])

    place(0, [])
    return best
