"""Schemes that grow from one colour on the wall: a ceiling, an accent and woodwork from the same deck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samples.colour.contrast import LRV_WANTED_LARGE
from samples.colour.oklab import lab_to_oklch, oklch_to_lab
from samples.colour.words import Said
from samples.deck import Deck
from samples.nearest import nearest
from samples.paint import Paint

Oklch = tuple[float, float, float]

PALE = 0.008
WOODWORK_LIGHTNESS, WOODWORK_LRV = 0.94, 80
GREY_BELOW = 0.02
EARTH_HUE = 50.0
LEAST_ACCENT, MOST_ACCENT = 0.32, 0.62

KINDS: dict[str, tuple[Said, float, float]] = {
    "tonal": ({"pl": "Ton w ton", "en": "Tone on tone"}, 0.0, 1.3),
    "neighbours": ({"pl": "Spokojne sąsiedztwo", "en": "Calm neighbours"}, 40.0, 1.2),
    "contrast": ({"pl": "Kontrast", "en": "Contrast"}, 180.0, 1.0),
    "triad": ({"pl": "Trzy głosy", "en": "Three voices"}, 120.0, 1.0),
}
"""Each kind's name, how far the accent's hue is turned from the wall's (degrees), and its chroma against the wall's."""


@dataclass(frozen=True)
class Scheme:
    key: str
    name: Said
    wall: Paint
    ceiling: Paint
    accent: Paint
    woodwork: Paint


def proposals(deck: Deck, paint: Paint) -> tuple[Scheme, ...]:
    """One scheme of each kind around the paint on the wall; in a scheme no paint stands twice."""
    return tuple(_scheme(deck, paint, key) for key in KINDS) if len(deck) >= len(KINDS) else ()


def accent_beside(wall: Oklch, turn: float, purer: float) -> Oklch:
    """Darker than a light wall, lighter than a dark one; beside a grey wall an earth colour."""
    lightness, chroma, hue = wall
    lightness = min(max(lightness - 0.35, LEAST_ACCENT), MOST_ACCENT) if lightness > LEAST_ACCENT + 0.1 else 0.7
    if chroma < GREY_BELOW:
        return lightness, 0.07 * purer, (EARTH_HUE if chroma < PALE else hue) + turn
    return lightness, min(max(chroma * purer, 0.06), 0.14), hue + turn


def ceiling_beside(wall: Oklch) -> Oklch:
    """Almost white, with a breath of the wall's hue."""
    return 0.975, min(wall[1], PALE), wall[2]


def woodwork_beside(wall: Oklch, wall_lrv: float) -> Oklch:
    """White beside a wall that lets it stand out, else a muted darker tone of the wall."""
    lightness, chroma, hue = wall
    if wall_lrv <= WOODWORK_LRV - LRV_WANTED_LARGE:
        return WOODWORK_LIGHTNESS, 1.5 * PALE, hue
    return lightness - 0.2, max(chroma, 1.5 * PALE), hue


def _scheme(deck: Deck, wall: Paint, key: str) -> Scheme:
    name, turn, purer = KINDS[key]
    lightness, chroma, hue = lab_to_oklch(wall.lab).tolist()
    chosen = [wall]
    for wanted in _wanted((lightness, chroma, hue), turn, purer, wall.lrv):
        chosen.append(_closest(deck, wanted, chosen))
    _, ceiling, accent, woodwork = chosen
    return Scheme(key, name, wall, ceiling, accent, woodwork)


def _wanted(wall: Oklch, turn: float, purer: float, wall_lrv: float) -> Iterator[Oklch]:
    """The colours to look for: ceiling, accent, woodwork."""
    yield ceiling_beside(wall)
    yield accent_beside(wall, turn, purer)
    yield woodwork_beside(wall, wall_lrv)


def _closest(deck: Deck, wanted: Oklch, taken: list[Paint]) -> Paint:
    near = nearest(deck, oklch_to_lab(wanted), len(taken) + 1)
    return next(one.paint for one in near if one.paint not in taken)
