"""Tiles and boards in words: what one is called, how it is laid, and what several are called together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from babel.numbers import format_decimal

from configurator.exports.subject import Subject
from rooms.tiling.boards import is_board

Tile = Mapping[str, Any]


def covering_name(subject: Subject, tile: Tile) -> str:
    """As in `Płytki 60 × 60 cm` or `Deski lub panele 138 × 19 cm`; a product by its own name first."""
    word = "documents.board" if is_board(tile) else "documents.tile"
    size = subject.t(word, size=subject.figures.sides(*tile["size"]))
    product = tile.get("product")
    return f"{product['name']}, {product['sku']}, {size}" if product else size


def covering_laid(subject: Subject, tile: Tile) -> str:
    """The pattern, and the joint where there is one."""
    pattern = subject.t(f"documents.pattern_{tile['pattern']}")
    if not tile["joint"]:
        return f"{pattern}, {subject.t('tiling.no_joint')}"
    return subject.t("documents.laid", pattern=pattern, joint=format_decimal(tile["joint"], locale=subject.language))


def coverings(subject: Subject, tiles: Iterable[Tile]) -> str:
    """`Płytki`, `Deski i panele`, or both."""
    kinds = sorted({is_board(tile) for tile in tiles})
    return ", ".join(subject.t("documents.boards" if board else "documents.tiles") for board in kinds)


def page_word(subject: Subject, key: str) -> str:
    """What a page is called where it stands among others: that of tiles is of boards where nothing else is laid."""
    laid = subject.tiling.tiles if key == "tiles" else ()
    return "boards" if laid and all(is_board(need.tile) for need in laid) else key
