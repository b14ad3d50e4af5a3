"""The colour schedule: each paint and tile of the design, where it goes, how much it covers, and what to buy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from babel.numbers import format_decimal

from configurator.exports.amounts import counts_in_words, litres, tins_in_words
from configurator.exports.coverings import covering_laid, covering_name, coverings
from configurator.exports.names import paint_name
from configurator.exports.pages import Context
from configurator.exports.subject import Subject
from configurator.exports.tins import ENAMEL_RATE_DM2_L, RATE_DM2_L, RESERVE_PERCENT, Need, need_in
from configurator.i18n import area, money
from rooms.outline.wall_letters import letter_of
from rooms.quantities import PaintArea, Patch, TileArea

ORDER = 40
OTHERS = ("niche", "floor", "ceiling", "door", "window", "skirting")
"""Faces that have no letter, as they are told of a room."""


@dataclass(frozen=True)
class PaintRow:
    """`hex` is what a screen shows of the paint, None for one that the deck does not hold."""

    code: str
    name: str
    about: str
    hex: str | None
    lrv: str
    is_beyond_screens: bool
    places: tuple[str, ...]
    area: str
    coats: str
    why: str
    primer: str
    litres: str
    tins: str
    price: str


@dataclass(frozen=True)
class FloorRow:
    """A floor's colour, of a covering that is still to choose; `hex` None for one that the deck does not hold."""

    name: str
    code: str
    hex: str | None
    places: tuple[str, ...]
    area: str


@dataclass(frozen=True)
class TileRow:
    name: str
    tint: str
    laid: str
    places: tuple[str, ...]
    area: str
    with_reserve: str


def context(subject: Subject) -> Context | None:
    """Nothing painted, nothing tiled and no floor of a colour: no page."""
    paints = [_paint_row(subject, area) for area in subject.quantities.paints]
    tiles = [_tile_row(subject, area) for area in subject.quantities.tiles]
    floors = [_floor_row(subject, area) for area in subject.quantities.floors]
    if not paints and not tiles and not floors:
        return None
    has_enamel = any(area.is_enamel for area in subject.quantities.paints)
    return {
        "paints": paints,
        "floors": floors,
        "tiles": tiles,
        "coverings": coverings(subject, (area.tile for area in subject.quantities.tiles)),
        "rate": format_decimal(RATE_DM2_L / 100, locale=subject.language),
        "enamel_rate": format_decimal(ENAMEL_RATE_DM2_L / 100, locale=subject.language) if has_enamel else "",
        "reserve": RESERVE_PERCENT,
        "is_demonstration": bool(paints) and subject.deck.demonstration,
        "has_demo_prices": subject.has_demo_prices,
    }


def _paint_row(subject: Subject, painted: PaintArea) -> PaintRow:
    paint = subject.deck.get(painted.code)
    places, net = tuple(_places(subject, painted.patches)), area(painted.net_mm2, subject.language)
    if paint is None:
        about = subject.t("documents.unknown_paint")
        return PaintRow(painted.code, painted.code, about, None, "", False, places, net, *[""] * 6)
    need, language = need_in(painted, paint, subject.own_tins(paint.code)), subject.language
    tins, price_gr = _tins(subject, painted, need)
    return PaintRow(
        code=paint.code,
        name=paint_name(paint, language),
        about=subject.t("documents.enamel") if painted.is_enamel else paint.about[language],
        hex=paint.hex,
        lrv=format_decimal(paint.lrv, "0.0", locale=language),
        is_beyond_screens=paint.out_of_srgb,
        places=places,
        area=net,
        coats=subject.t("documents.coats", n=need.coats.count),
        why="; ".join(reason[language] for reason in need.coats.reasons),
        primer=subject.t(f"documents.primer_{need.coats.primer or 'white'}", litres=litres(need.primer_ml, language))
        if need.primer_ml
        else "",
        litres=litres(need.ml, language),
        tins=tins,
        price=money(price_gr, language) if price_gr is not None else "",
    )


def _tins(subject: Subject, painted: PaintArea, need: Need) -> tuple[str, int | None]:
    """Those that are in the basket, else the cheapest; with what they cost."""
    if (basket := subject.in_basket(painted)) is not None:
        return counts_in_words(basket.counts, subject.language), basket.price_gr
    return (tins_in_words(need.tins, subject.language), need.tins.price_gr) if need.tins else ("", None)


def _floor_row(subject: Subject, of_colour: PaintArea) -> FloorRow:
    paint, language = subject.deck.get(of_colour.code), subject.language
    return FloorRow(
        name=paint_name(paint, language) if paint else of_colour.code,
        code=of_colour.code,
        hex=paint.hex if paint else None,
        places=tuple(subject.room_names[place] for place in dict.fromkeys(patch.room for patch in of_colour.patches)),
        area=area(of_colour.net_mm2, language),
    )


def _tile_row(subject: Subject, tiled: TileArea) -> TileRow:
    tile, language = tiled.tile, subject.language
    with_reserve = -(-tiled.net_mm2 * (100 + RESERVE_PERCENT) // 100)
    return TileRow(
        name=covering_name(subject, tile),
        tint=tile["tint"],
        laid=covering_laid(subject, tile),
        places=tuple(_places(subject, tiled.patches)),
        area=area(tiled.net_mm2, language),
        with_reserve=area(with_reserve, language),
    )


def _places(subject: Subject, patches: Iterable[Patch]) -> Iterator[str]:
    """A line for each room: `Salon: ściany A, B; sufit`."""
    for place, in_room in groupby(sorted(patches, key=lambda patch: patch.room), key=lambda patch: patch.room):
        held = list(in_room)
        standing = [patch for patch in held if patch.wall in subject.plan.solids]
        told = [_walls(subject, place, [patch for patch in held if patch.face == "wall" and patch not in standing])]
        told += sorted({subject.t(f"walls.{subject.plan.solids[patch.wall or ''].kind}").lower() for patch in standing})
        others = [face for face in OTHERS if any(patch.face == face for patch in held)]
        told += [subject.t(f"documents.{face}") for face in others]
        yield f"{subject.room_names[place]}: {'; '.join(filter(None, told))}"


def _walls(subject: Subject, place: int, patches: list[Patch]) -> str:
    """`ściany A, B`, each with the heights between which it is covered unless that is all of it."""
    letters = subject.letters[place]
    told: dict[str, str] = {}
    for patch in patches:
        if letter := letter_of(letters, patch.wall or "", patch.side or ""):
            told.setdefault(letter, f"{letter}{_heights(subject, patch)}")
    if not told:
        return subject.t("documents.wall") if patches else ""
    if [side.letter for side in letters] == sorted(told.values()):
        return subject.t("documents.all_walls")
    return subject.t("documents.walls", n=len(told), which=", ".join(told[letter] for letter in sorted(told)))


def _heights(subject: Subject, patch: Patch) -> str:
    low, high = patch.z_from, patch.z_to
    is_top = high is None or patch.reach is None or high >= patch.reach
    if is_top:
        return f" ({subject.t('documents.from_height', height=subject.figures.length(low))})" if low else ""
    if not low:
        return f" ({subject.t('documents.to_height', height=subject.figures.length(high or 0))})"
    return f" ({subject.figures.length(low)}–{subject.figures.length(high or 0)}\N{NO-BREAK SPACE}cm)"
