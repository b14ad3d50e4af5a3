"""How a colour differs in its room, in words: in which directions, how far, and what it does to the wall beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import atan2, degrees, hypot
from typing import Any

from configurator.colours.service import InRoom, Neighbour, Read
from configurator.i18n import LANGUAGES, translate
from samples.colour.arrays import Lab
from samples.colour.gamut import lab_to_hex
from samples.colour.words import Said, say_difference

LEAST, PLAIN, CLEARLY = 1.5, 3.0, 6.0
"""From where on a step of Lab is told at all, plainly, and as a clear one."""
COLOURFUL = 6.0
"""Below so much chroma a white or grey is not called stronger; its hue is told."""
TURNS = ((20, 110, "warmer"), (110, 190, "greener"), (190, 300, "cooler"))
SEEN_FROM = 1.0


def told(found: InRoom) -> dict[str, Any]:
    """As the page and others read it: Lab to tenths, colours as #rrggbb, sentences in both languages."""
    return {"by_lamps": found.by_lamps, "surfaces": [_surface(read) for read in found.reads]}


def ways(card: Lab, seen: Lab) -> list[tuple[str, float]]:
    """The directions in which a colour went, with the size of each step, the largest first."""
    return sorted(_ways(card, seen), key=lambda way: -way[1])[:2]


def _ways(card: Lab, seen: Lab) -> Iterator[tuple[str, float]]:
    lighter, a, b = (after - before for before, after in zip(card, seen, strict=True))
    chroma, stronger = hypot(*seen[1:]), hypot(*seen[1:]) - hypot(*card[1:])
    if abs(lighter) >= LEAST:
        yield "lighter" if lighter > 0 else "darker", abs(lighter)
    if abs(stronger) >= LEAST and max(chroma, chroma - stronger) >= COLOURFUL:
        yield "stronger" if stronger > 0 else "greyer", abs(stronger)
    if (turned := hypot(a, b)) >= LEAST:
        hue = degrees(atan2(b, a)) % 360
        yield next((name for start, end, name in TURNS if start <= hue < end), "pinker"), turned


def _surface(read: Read) -> dict[str, Any]:
    entry = read.entry
    return {
        **{name: entry[name] for name in ("of", "wall", "side", "finish", "paint")},
        "card": _colour(read.card),
        "seen": _colour(read.seen),
        "light_percent": round(read.light * 100),
        "delta_e": round(read.delta_e, 1),
        "difference": say_difference(read.delta_e),
        "said": _said(read),
        "neighbour": _beside(read.neighbour) if read.neighbour else None,
    }


def _beside(neighbour: Neighbour) -> dict[str, Any] | None:
    """None where nobody would see it."""
    way = ways(neighbour.without, neighbour.seen)
    if neighbour.delta_e < SEEN_FROM or not way:
        return None
    return {
        "wall": neighbour.entry["wall"],
        "side": neighbour.entry["side"],
        "without": _colour(neighbour.without),
        "seen": _colour(neighbour.seen),
        "delta_e": round(neighbour.delta_e, 1),
        "said": _sentence("beside", way),
    }


def _said(read: Read) -> Said:
    way = ways(read.card, read.seen)
    return _sentence("reads", way) if way and read.delta_e >= SEEN_FROM else _each("same")


def _sentence(name: str, way: list[tuple[str, float]]) -> Said:
    return {lang: translate(f"in_room.{name}", lang=lang, ways=_listed(way, lang)) for lang in LANGUAGES}


def _listed(way: list[tuple[str, float]], lang: str) -> str:
    """As in `wyraźnie cieplejszy i mocniejszy`: how much is said once where it is the same."""
    much = [_much(size) for _, size in way]
    again = [None, *much]
    steps = (
        translate(
            f"in_room.{size if size != before else 'plainly'}", lang=lang, way=translate(f"in_room.{one}", lang=lang)
        )
        for (one, _), size, before in zip(way, much, again, strict=False)
    )
    return translate("in_room.and", lang=lang).join(steps)


def _much(size: float) -> str:
    return "a_little" if size < PLAIN else "plainly" if size < CLEARLY else "clearly"


def _each(name: str) -> Said:
    return {lang: translate(f"in_room.{name}", lang=lang) for lang in LANGUAGES}


def _colour(lab: Lab) -> Mapping[str, Any]:
    return {"lab": [round(value, 1) for value in lab], "hex": lab_to_hex(lab)}
