"""How each number was got, and why another cannot be known: one sentence each, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from babel.numbers import format_decimal

from configurator.i18n import LANGUAGES, NO_BREAK, translate
from rooms.quantities.bars import Bars
from rooms.tiling.boards import is_board
from rooms.tiling.count import Count
from rooms.tiling.materials import Amount, source
from rooms.tiling.need import TileNeed

Said = Mapping[str, str]


def said(name: str, **values: Any) -> Said:
    """The sentence of words/tiling.json in both languages."""
    return {lang: translate(f"tiling.{name}", lang=lang, **values) for lang in LANGUAGES}


def count_said(count: Count) -> Said:
    """The arithmetic from whole and cut tiles to packs."""
    parts = [
        said("sum_laid", whole=count.whole, cut=count.cut, reused=count.from_offcuts, needed=count.needed),
        said(f"reuse_{count.reuse}"),
        said("sum_spare", percent=count.spare_percent, spare=count.spare, all=count.to_buy),
    ]
    if count.pack is not None:
        packs = {"all": count.to_buy, "per_pack": count.pack.tiles, "packs": count.packs}
        parts.append(said(f"sum_packs_{count.pack.told}", **packs))
    return {lang: " ".join(part[lang] for part in parts) for lang in LANGUAGES}


def tile_unknown(need: TileNeed) -> Iterator[Said]:
    """What is missing to know more of a tile."""
    if need.count is None:
        yield said("unknown_too_many")
    elif need.count.pack is None:
        yield said("unknown_pack")
    if need.adhesive is None and not is_board(need.tile):
        yield said("unknown_adhesive")


def amount_said(of: str, amount: Amount) -> Said:
    """As in `4,6 kg/m² przy zębie 10 mm; typowe zużycie …`."""
    told = {}
    for lang in LANGUAGES:
        per_m2 = f"{kilograms(round(amount.g_per_m2), lang)}/m²"
        figures = {name: format_decimal(value, locale=lang) for name, value in amount.told.items()}
        told[lang] = translate(f"tiling.{of}_figures", lang=lang, per_m2=per_m2, source=source(of)[lang], **figures)
    return told


def bars_said(bars: Bars) -> Said:
    """How many bars, how they were packed, and what is left over."""
    fewest = said("bars_fewest" if bars.is_fewest else "bars_first_fit")
    told = {}
    for lang in LANGUAGES:
        stock, waste = (metres(mm, lang) for mm in (bars.stock_mm, bars.waste_mm))
        told[lang] = translate("tiling.bars", lang=lang, n=bars.count, stock=stock, waste=waste) + " " + fewest[lang]
        if bars.joins:
            told[lang] += " " + translate("tiling.bars_joined", lang=lang, n=bars.joins)
    return told


def metres(mm: float, lang: str) -> str:
    """As in `2,5 m`."""
    return f"{format_decimal(mm / 1000, '0.##', locale=lang)}{NO_BREAK}m"


def kilograms(grams: int, lang: str) -> str:
    """As in `4,6 kg`, upwards to the tenth from one kilogram on."""
    shown = -(-grams // 100) / 10 if grams >= 1000 else grams / 1000
    return f"{format_decimal(shown, '0.###', locale=lang)}{NO_BREAK}kg"
