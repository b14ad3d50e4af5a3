"""Where a scheme begins: a paint, a mood or a picture; each tells the colours to look for, ever others by chance.

Colours are OKLCH. The moods and their ranges are our own choice and stand in `moods.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Protocol

from samples.colour.arrays import Lab
from samples.colour.oklab import lab_to_oklch
from samples.colour.words import Said
from samples.harmony import KINDS, Oklch, accent_beside
from samples.paint import Paint

Wanted = dict[str, Oklch]

MOODS: Mapping[str, Mapping[str, Any]] = json.loads(Path(__file__).with_name("moods.json").read_text("utf-8"))
WOOD: Mapping[str, Sequence[float]] = {"lightness": (0.55, 0.8), "chroma": (0.03, 0.065), "hue": (58, 84)}
"""A floor beside a colour that says nothing of floors."""
LEAST_WALL, MOST_WALL_CHROMA = 0.84, 0.045
"""So light and so pale a picture's colour becomes before it covers walls."""
GOLDEN = (5**0.5 - 1) / 2
FROM_PICTURE: Said = {"pl": "Z Twojego zdjęcia", "en": "From your picture"}


class Idea(Protocol):
    """`given` are the slots that it fills itself."""

    @property
    def given(self) -> Mapping[str, Paint]: ...

    def draw(self, chance: Random, turn: int, wall: Lab | None) -> tuple[Said, Wanted]:
        """What it is called and the colours wanted for wall, second, furniture and floor; `turn` counts from 0.

        `wall` is there already where a person keeps hers.
        """


@dataclass(frozen=True)
class FromPaint:
    """Its paint is on the walls; kinds of harmony take turns."""

    paint: Paint

    @property
    def given(self) -> Mapping[str, Paint]:
        return {"wall": self.paint}

    def draw(self, chance: Random, turn: int, wall: Lab | None) -> tuple[Said, Wanted]:
        name, degrees, purer = list(KINDS.values())[turn % len(KINDS)]
        base = _oklch(wall or self.paint.lab)
        side = chance.choice((-1, 1))
        second = accent_beside(base, side * degrees + chance.uniform(-12, 12), purer * chance.uniform(0.8, 1.2))
        third = accent_beside(base, -side * degrees + chance.uniform(-15, 15), purer * chance.uniform(0.5, 0.9))
        lighter = min(max(third[0] + chance.uniform(-0.05, 0.15), 0.35), 0.8)
        wanted = {"wall": base, "second": second, "furniture": (lighter, *third[1:])}
        return name, wanted | {"floor": _within(WOOD, chance, base[2])}


@dataclass(frozen=True)
class FromMood:
    key: str

    @property
    def given(self) -> Mapping[str, Paint]:
        return {}

    def draw(self, chance: Random, turn: int, wall: Lab | None) -> tuple[Said, Wanted]:
        mood = MOODS[self.key]
        base = _oklch(wall) if wall else _spread(mood["wall"], chance, turn)
        others = {slot: _within(mood[slot], chance, base[2]) for slot in ("second", "furniture", "floor")}
        return dict(mood["name"]), {"wall": base, **others}


@dataclass(frozen=True)
class FromPicture:
    """The picture's colours, the most of it first; they take turns on the wall, its liveliest ones as accents."""

    labs: tuple[Lab, ...]

    @property
    def given(self) -> Mapping[str, Paint]:
        return {}

    def draw(self, chance: Random, turn: int, wall: Lab | None) -> tuple[Said, Wanted]:
        found = [_oklch(lab) for lab in self.labs]
        light = sorted(found, key=lambda colour: -colour[0])
        lively = sorted(found, key=lambda colour: -colour[1])
        base = _oklch(wall) if wall else _as_wall(light[turn % len(light)], chance)
        second = lively[(turn + turn // len(lively)) % len(lively)]
        third = lively[(turn + 1 + chance.randrange(2)) % len(lively)]
        floor = min(found, key=lambda colour: _unlike_wood(colour))
        wanted = {"wall": base, "second": _shaken(second, chance), "furniture": _shaken(third, chance)}
        return FROM_PICTURE, wanted | {"floor": floor if _unlike_wood(floor) < 1 else _within(WOOD, chance, base[2])}


def _oklch(lab: Lab) -> Oklch:
    lightness, chroma, hue = lab_to_oklch(lab).tolist()
    return lightness, chroma, hue


def _within(rule: Mapping[str, Sequence[float]], chance: Random, hue: float) -> Oklch:
    """A colour of the rule, whose hue may be told by its turn from another."""
    lightness, chroma = chance.uniform(*rule["lightness"]), chance.uniform(*rule["chroma"])
    turned = hue + chance.uniform(*rule["turn"]) if "turn" in rule else chance.uniform(*rule["hue"])
    return lightness, chroma, turned % 360


def _spread(rule: Mapping[str, Sequence[float]], chance: Random, turn: int) -> Oklch:
    """A colour of the rule, its hue from another part of the range at each turn."""
    least, most = rule["hue"]
    lightness, chroma, _ = _within(rule, chance, 0.0)
    return lightness, chroma, least + (most - least) * ((turn * GOLDEN + chance.uniform(0, 0.25)) % 1)


def _as_wall(colour: Oklch, chance: Random) -> Oklch:
    lightness, chroma, hue = colour
    return max(lightness, LEAST_WALL + chance.uniform(0, 0.08)), min(chroma, MOST_WALL_CHROMA), hue


def _shaken(colour: Oklch, chance: Random) -> Oklch:
    lightness, chroma, hue = colour
    return min(max(lightness + chance.uniform(-0.06, 0.06), 0.2), 0.9), chroma * chance.uniform(0.85, 1.1), hue


def _unlike_wood(colour: Oklch) -> float:
    """Below 1 where a floor might be of that colour."""
    lightness, chroma, hue = colour
    away = min(abs(hue - 70), 360 - abs(hue - 70))
    return max(abs(lightness - 0.62) / 0.22, away / 30, abs(chroma - 0.05) / 0.04)
