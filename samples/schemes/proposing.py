"""Schemes proposed from an idea: of the deck's paints, each unlike the others, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from samples.colour.contrast import LRV_WANTED
from samples.colour.difference import delta_e
from samples.colour.oklab import lab_to_oklch, oklch_to_lab
from samples.deck import Deck
from samples.harmony import Oklch, ceiling_beside, woodwork_beside
from samples.nearest import nearest
from samples.paint import Paint
from samples.schemes.checks import hard_to_tell, light_pairs
from samples.schemes.ideas import Idea
from samples.schemes.scheme import SLOTS, Fill, Fills, Scheme
from samples.schemes.shares import shares_of

USUAL_COUNT = 4
DRAWS = 5
"""So many are drawn for each that is proposed."""
WEIGHTS: Mapping[str, float] = {"wall": 2, "second": 2, "furniture": 1, "floor": 1, "woodwork": 0.5, "ceiling": 0.1}
"""How much a slot counts when two schemes are compared."""
ALIKE_BELOW = 8.0
"""Unlike enough: more of it is not better."""
SPARE, LEAST_LRV, MOST_LRV = 4, 4, 88
"""Points beyond those wanted, as no paint is just this light; the ends of what decks have. Our choice."""


def propose(
    deck: Deck,
    idea: Idea,
    *,
    seed: int,
    kept: Fills,
    slots: Sequence[str] = SLOTS,
    areas_mm2: Mapping[str, float] | None = None,
    count: int = USUAL_COUNT,
) -> tuple[Scheme, ...]:
    """At most so many schemes, no two equal; fewer where what is kept leaves no more to choose.

    `kept` stays as it is, whatever the idea; `slots` are those that the room has, walls among them; their areas tell
    how the colours would share the room. A deck with fewer paints than slots proposes nothing.
    """
    if len(deck) < len(SLOTS):
        return ()
    chance = Random(seed)  # noqa: S311 - a dice for colours
    found: list[Scheme] = []
    for turn in range(count):
        drawn = [_draw(deck, idea, chance, turn, kept, slots) for _ in range(DRAWS)]
        known = {scheme.key for scheme in found}
        if fresh := [scheme for scheme in drawn if scheme.key not in known]:
            found.append(max(fresh, key=lambda scheme: _worth(scheme, found, areas_mm2 or {})))
    return tuple(found)


def _draw(deck: Deck, idea: Idea, chance: Random, turn: int, kept: Fills, slots: Sequence[str]) -> Scheme:
    fills = {slot: kept[slot] for slot in slots if slot in kept}
    fills |= {slot: Fill.of(paint) for slot, paint in idea.given.items() if slot in slots and slot not in fills}
    name, wanted = idea.draw(chance, turn, fills["wall"].lab if "wall" in fills else None)
    for slot in ("wall", "second", "floor"):
        _fill(deck, fills, slot, wanted[slot], slots)
    if "floor" in fills:
        wanted["furniture"] = _standing_out(wanted["furniture"], fills["floor"].lrv, chance)
    _fill(deck, fills, "furniture", wanted["furniture"], slots)
    wall = fills["wall"]
    lightness, chroma, hue = lab_to_oklch(wall.lab).tolist()
    _fill(deck, fills, "ceiling", ceiling_beside((lightness, chroma, hue)), slots)
    _fill(deck, fills, "woodwork", woodwork_beside((lightness, chroma, hue), wall.lrv), slots)
    return Scheme(name, {slot: fills[slot] for slot in SLOTS if slot in fills})


def _standing_out(wanted: Oklch, lrv: float, chance: Random) -> Oklch:
    """The colour, so light or dark that one sees it before a floor of this LRV; as it is where neither goes."""
    lightness, chroma, hue = wanted
    apart = LRV_WANTED + SPARE
    if abs(100 * lightness**3 - lrv) >= apart:
        return wanted
    reached = [one for one in (lrv - apart, lrv + apart) if LEAST_LRV <= one <= MOST_LRV]
    return ((chance.choice(reached) / 100) ** (1 / 3), chroma, hue) if reached else wanted


def _fill(deck: Deck, fills: dict[str, Fill], slot: str, wanted: Oklch, slots: Sequence[str]) -> None:
    if slot in slots and slot not in fills:
        fills[slot] = Fill.of(_closest(deck, wanted, [fill.paint for fill in fills.values() if fill.paint]))


def _closest(deck: Deck, wanted: Oklch, taken: list[Paint]) -> Paint:
    near = nearest(deck, oklch_to_lab(wanted), len(taken) + 1)
    return next(one.paint for one in near if one.paint not in taken)


def _worth(scheme: Scheme, others: Sequence[Scheme], areas_mm2: Mapping[str, float]) -> float:
    """First unlike the others, then easy on everybody's eyes and well shared out."""
    unlike = min((_apart(scheme, other) for other in others), default=ALIKE_BELOW)
    poor = sum(not pair.stands_out for pair in light_pairs(scheme.fills)) + len(hard_to_tell(scheme.fills)) / 3
    shares = shares_of(scheme.fills, areas_mm2)
    return min(unlike, ALIKE_BELOW) - poor - (shares is not None and shares.verdict != "near")


def _apart(one: Scheme, other: Scheme) -> float:
    """The mean ΔE00 of their slots, by how much each counts."""
    shared = [slot for slot in one.fills if slot in other.fills]
    far = delta_e([one.fills[slot].lab for slot in shared], [other.fills[slot].lab for slot in shared])
    return float(
        sum(WEIGHTS[slot] * step for slot, step in zip(shared, far.tolist(), strict=True)) / sum(WEIGHTS.values())
    )
