"""Amounts of paint as people write them."""

from __future__ import annotations

from collections.abc import Mapping

from babel.numbers import format_decimal

from configurator.i18n import NO_BREAK
from samples.tins import Purchase


def litres(ml: int, language: str) -> str:
    """Millilitres as `2,4 l`, to the tenth upwards: nobody buys less than is needed."""
    return exact_litres(-(-ml // 100) * 100, language)


def tins_in_words(purchase: Purchase, language: str) -> str:
    """As in `1 × 5 l, 2 × 0,9 l`."""
    return counts_in_words(purchase.counts, language)


def counts_in_words(counts: Mapping[int, int], language: str) -> str:
    """The same of how many tins of how many millilitres."""
    return ", ".join(f"{count}{NO_BREAK}×{NO_BREAK}{exact_litres(ml, language)}" for ml, count in counts.items())


def exact_litres(ml: int, language: str) -> str:
    """As in `0,75 l`: a tin's size, or what is left of one."""
    return f"{format_decimal(ml / 1000, '0.##', locale=language)}{NO_BREAK}l"
