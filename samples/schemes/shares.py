"""60-30-10: how much of what one sees of a room each colour takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from samples.colour.difference import delta_e
from samples.schemes.scheme import SLOTS, Fills

ONE_VOICE_BELOW = 10.0
"""ΔE00 below which two colours speak as one from across a room. Our choice."""
RULE = (60, 30, 10)
NEAR = 12
"""Points within which a share keeps to the rule."""

Verdict = Literal["near", "one_leads", "nobody_leads", "many_accents"]


@dataclass(frozen=True)
class Voice:
    """Slots that speak as one, the largest first, and their percent of all that is seen."""

    slots: tuple[str, ...]
    percent: int


@dataclass(frozen=True)
class Shares:
    """`by_slot` in percent that sum to 100; the voices, the loudest first."""

    by_slot: Mapping[str, int]
    voices: tuple[Voice, ...]

    @property
    def accents(self) -> int:
        """Percent of all but the two loudest."""
        return sum(voice.percent for voice in self.voices[2:])

    @property
    def verdict(self) -> Verdict:
        first = self.voices[0].percent
        if first > RULE[0] + NEAR:
            return "one_leads"
        if first < RULE[0] - NEAR:
            return "nobody_leads"
        return "many_accents" if self.accents > RULE[2] + NEAR else "near"


def shares_of(fills: Fills, areas_mm2: Mapping[str, float]) -> Shares | None:
    """By the areas (mm²) of the slots; None where nothing is seen."""
    seen = {slot: areas_mm2[slot] for slot in SLOTS if slot in fills and areas_mm2.get(slot, 0) > 0}
    if not seen:
        return None
    by_slot = _percents(seen)
    return Shares(by_slot, _voices(fills, by_slot))


def _percents(seen: Mapping[str, float]) -> dict[str, int]:
    """Whole ones that sum to 100: the largest rests are rounded up."""
    whole = sum(seen.values())
    exact = {slot: 100 * area / whole for slot, area in seen.items()}
    found = {slot: int(percent) for slot, percent in exact.items()}
    by_rest = sorted(exact, key=lambda slot: found[slot] - exact[slot])
    for slot in by_rest[: 100 - sum(found.values())]:
        found[slot] += 1
    return found


def _voices(fills: Fills, by_slot: Mapping[str, int]) -> tuple[Voice, ...]:
    """Each slot joins the largest one that it is like."""
    groups: list[list[str]] = []
    for slot in sorted(by_slot, key=lambda slot: -by_slot[slot]):
        near = (group for group in groups if float(delta_e(fills[group[0]].lab, fills[slot].lab)) < ONE_VOICE_BELOW)
        if group := next(near, None):
            group.append(slot)
        else:
            groups.append([slot])
    voices = (Voice(tuple(group), sum(by_slot[slot] for slot in group)) for group in groups)
    return tuple(sorted(voices, key=lambda voice: -voice.percent))
