"""A wall painted anew in the light of its photo: every pixel's own light, times what the paint changes about it.

In linear light a matt wall's pixel is light times reflectance, so the new paint is the pixel times new ÷ old. A lighter
wall also sends more light round the room: of the light that meets a surface, ρ̄ = w·ρ + (1−w)·ρrest
comes back, and what is there is 1 / (1 − ρ̄) of what the lamps give, channel by channel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.colour.arrays import Numbers
from samples.colour.srgb import from_hex, from_linear, to_linear
from samples.fault import Fault
from samples.photo.surface import SHINE_PARTS, Surface

Pixels = NDArray[np.uint8]
"""Companded sRGB: rows, columns, 3."""
Mask = NDArray[np.uint8]
"""How much of each pixel is wall, 0..255: rows, columns."""

Part = NDArray[np.float32]
"""The same, 0..1."""

Kind = TypeVar("Kind", bound=np.generic)

REST = 0.5
"""What a furnished room's other surfaces give back on average."""
ROOM_SHARE = 0.35
"""Of what surrounds a point of a room, how much is painted when the mask fills WALL_FILLS of the picture."""
WALL_FILLS = 0.45
MOST_RATIO = 60.0
DARKEST = 0.004
"""An old paint below this in every channel tells nothing of the light: `#0d0d0d`."""
WHITE_SHEET = 0.88
"""What office paper gives back."""
PAINTABLE = (0.03, 0.9)
BESIDE_CEILING = 1.15
"""What a wall gives back for each part of the ceiling's light that it shows: chosen on eight rooms."""
LIGHTEST_GUESS = 0.82
GUESS_WITHIN, SHEET_WITHIN = 10.0, 4.0
"""L*: two of three guesses, and of measurements by a sheet, are not farther off."""
LEAST_CEILING = 0.01
BLOWN = 250
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
TOE = 0.1
"""Cameras draw shadows deeper than light alone: a ratio below 1 has this added to its exponent."""
FINE = 16
"""Quietened levels are told apart so much finer than a photo's."""
SOME = 7
TELLING = 0.1
"""A channel with this reflectance tells half of its own light: noise and stray light make up the rest."""
LOUDER = 0.6
"""How noise is turned down where the paint becomes lighter: by the ratio to this power."""
LEAST_LOUDER = 0.8
SOURCE = 26
"""Levels from the top within which the rest is more and more a lamp or a window, which the paint does not change."""
KNEE = 0.8
"""Light from here up rolls off softly towards white, as in a camera, where the paint makes it brighter."""


@dataclass(frozen=True)
class OldPaint:
    """The wall's reflectance before, linear, shape (3,); `sure` when it was told or measured, not guessed.

    `within` is how far off its lightness may be, in L*.
    """

    reflectance: Numbers
    sure: bool
    within: float = 0.0


def old_paint(photo: Pixels, mask: Mask, *, told: str | None = None, sheet: tuple[int, int] | None = None) -> OldPaint:
    """The best that is known: what was told (hex), else by the white sheet at (x, y), else a guess."""
    if not (mask > 128).any():
        raise Fault("wall", "no_wall")
    if told is not None:
        return told_paint(told)
    return paint_by_sheet(photo, mask, sheet) if sheet is not None else guessed_paint(photo, mask)


def told_paint(code: str) -> OldPaint:
    """The old paint of its hex colour; Fault `old` `too_dark` for black, `not_a_hex_colour`."""
    reflectance = _reflectance(code, "old")
    if reflectance.max() < DARKEST:
        raise Fault("old", "too_dark", found=code)
    return OldPaint(np.maximum(reflectance, DARKEST), True)


def paint_by_sheet(photo: Pixels, mask: Mask, sheet: tuple[int, int]) -> OldPaint:
    """The old paint by a sheet of white paper held to the wall, touched at (x, y); Fault `white` `no_light`."""
    x, y = sheet
    paper = to_linear(np.median(_around(photo, x, y, 3).reshape(-1, 3), axis=0) / 255)
    if paper.min() < DARKEST:
        raise Fault("white", "no_light")
    reach = max(photo.shape[:2]) // 8
    near, wall = _around(photo, x, y, reach), _around(mask[..., None], x, y, reach)[..., 0] > 250
    beside = near[wall] if wall.any() else photo[mask > 250]
    if not len(beside):
        raise Fault("wall", "no_wall")
    found = WHITE_SHEET * to_linear(np.median(beside, axis=0) / 255) / paper
    return OldPaint(np.clip(found, *PAINTABLE), True, SHEET_WITHIN)


def guessed_paint(photo: Pixels, mask: Mask, lightness: float | None = None) -> OldPaint:
    """The old paint by its look against the ceiling's or, else, the brightest things; its lightness (L*) if told."""
    small, wall = photo[::3, ::3], mask[::3, ::3]
    if not (wall > 128).any():
        small, wall = photo, mask
    light = to_linear(small / 255)
    white = _ceiling_light(small, light, wall < 8)
    found = BESIDE_CEILING * np.median(light[wall > 128], axis=0) / np.maximum(white, DARKEST)
    level = max(float(found @ LUMINANCE), DARKEST)
    wanted = min(level, LIGHTEST_GUESS) if lightness is None else ((lightness + 16) / 116) ** 3
    return OldPaint(np.clip(found * (wanted / level), *PAINTABLE), False, GUESS_WITHIN)


def _ceiling_light(levels: Pixels, light: Numbers, rest: NDArray[np.bool_]) -> Numbers:
    """The lighter part of what is not wall in the upper third, or else of all that is not blown out."""
    usable = rest & (levels.max(axis=2) < BLOWN)
    upper = usable.copy()
    upper[len(upper) // 3 :] = False
    chosen, share = (upper, 60) if upper.mean() > LEAST_CEILING else (usable, 90)
    if not chosen.any():
        return np.ones(3)
    seen = light[chosen]
    luminance = seen @ LUMINANCE
    found: Numbers = np.median(seen[luminance >= np.percentile(luminance, share)], axis=0)
    return found


def repaint(photo: Pixels, mask: Mask, old: OldPaint, new: str, *, spread: bool = True) -> Pixels:
    """The photo with the masked wall in the new paint (hex); `spread` lets its light reach the rest of the room too."""
    return repaint_all(photo, [(mask, old, new)], spread=spread)


def repaint_all(photo: Pixels, walls: Sequence[tuple[Mask, OldPaint, str]], *, spread: bool = True) -> Pixels:
    """The photo with every masked wall in its new paint (hex), and the light of all of them together.

    Where masks overlap, each has its share of the pixel. Raises Fault `walls` `no_wall` without any.
    """
    if not walls:
        raise Fault("walls", "no_wall")
    after = [np.maximum(_reflectance(new, "new"), 0.002) for _, _, new in walls]
    parts = _shared([mask for mask, _, _ in walls])
    gain = room_gain(parts, [old.reflectance for _, old, _ in walls], after)
    rest = _levels(gain if spread else np.ones(3), lamps=True)
    out = _revalued(photo, _LEVEL[(rest + 0.5).astype(np.uint16)])
    masked = np.maximum.reduce([mask for mask, _, _ in walls])
    box = _box(masked, max(8, max(photo.shape[:2]) // SHINE_PARTS))
    walled = np.flatnonzero(masked[box])
    planes = np.ascontiguousarray(np.moveaxis(photo[box], 2, 0))
    before = planes.reshape(3, -1)[:, walled]
    unpainted = _looked_up(rest, before)
    mixed = unpainted.copy() if len(walls) > 1 else unpainted
    for (mask, old, _), paint, part in zip(walls, after, parts, strict=True):
        wall = Surface(planes, mask[box], walled, max(photo.shape[:2]))
        share = part[box].ravel()[walled] * (1 - wall.shine(old.reflectance))
        change = _in_new_paint(wall, before, old, paint, gain)
        change -= unpainted
        change *= share
        mixed += change
    painted = np.ascontiguousarray(out[box])
    painted.reshape(-1, 3)[walled] = _LEVEL[(mixed + np.float32(0.5)).astype(np.uint16)].T
    out[box] = painted
    return out


def _box(mask: Mask, margin: int) -> tuple[slice, slice]:
    """The part of the picture about all that is masked, so much wider on every side."""
    spans = []
    for axis in (1, 0):
        held = np.flatnonzero(mask.any(axis=axis))
        first, last = (int(held[0]), int(held[-1])) if len(held) else (0, 0)
        spans.append(slice(max(0, first - margin), last + margin + 1))
    return spans[0], spans[1]


def _in_new_paint(
    wall: Surface, before: NDArray[np.uint8], old: OldPaint, paint: Numbers, gain: Numbers
) -> NDArray[np.float32]:
    """The wall's pixels (3, n), as they were `before`, in the paint: places in `_LEVEL`."""
    change = paint / old.reflectance
    ratio = np.clip(np.where(change < 1, change ** (1 + TOE), change) * gain, 0, MOST_RATIO)
    quieter = float(max(ratio @ LUMINANCE, 1)) ** -LOUDER
    if quieter > LEAST_LOUDER or not wall.is_solid:
        return _looked_up(_levels(ratio), before)
    fine = wall.quieted(quieter)
    fine *= FINE
    light = _looked_up(_LOGARITHM, fine.clip(0, 255 * FINE, out=fine).astype(np.uint16))
    _steady(light, old.reflectance)
    light += np.log(ratio).astype(np.float32)[:, None]
    return _places(np.exp(light, out=light), ratio)


def _steady(light: NDArray[np.float32], reflectance: Numbers) -> None:
    """Logarithms of light (3, n) off a wall: what a channel hardly gives back comes to follow those that tell it."""
    shares = (reflectance / reflectance.sum()).astype(np.float32)
    common = light[0] * shares[0]
    for channel in (1, 2):
        common += light[channel] * shares[channel]
    apart = np.median(light[:, ::SOME] - common[::SOME], axis=1).astype(np.float32)
    trust = (reflectance / (reflectance + TELLING)).astype(np.float32)
    for channel in range(3):
        light[channel] -= common
        light[channel] *= trust[channel]
        light[channel] += common
        light[channel] += apart[channel] * (1 - trust[channel])


def _looked_up(levels: NDArray[Kind], light: NDArray[Any]) -> NDArray[Kind]:
    """Each channel of the light (3, n) by its own table (3, levels)."""
    out = np.empty(light.shape, levels.dtype)
    for channel in range(3):
        np.take(levels[channel], light[channel], out=out[channel], mode="clip")
    return out


def _revalued(photo: Pixels, levels: NDArray[np.uint8]) -> Pixels:
    """The photo with every channel's levels by its own table (3, 256)."""
    return np.array(Image.fromarray(photo).point(levels.ravel().tolist()))


def _shared(masks: Sequence[Mask]) -> list[Part]:
    """How much of each pixel every wall has, 0..1, together at most 1."""
    parts: list[Part] = [mask * np.float32(1 / 255) for mask in masks]
    if len(parts) > 1:
        crowd: Part = np.maximum(np.sum(parts, axis=0, dtype=np.float32), np.float32(1))
        parts = [(part / crowd).astype(np.float32) for part in parts]
    return parts


def room_gain(parts: Sequence[Part], before: Sequence[Numbers], after: Sequence[Numbers]) -> Numbers:
    """How much more light the room holds with the new paints, per channel, by the parts of the picture they fill."""
    fills = np.array([part.mean(dtype=np.float64) for part in parts])
    shares = ROOM_SHARE * fills / max(WALL_FILLS, fills.sum())
    mean = [shares @ np.array(paints) + (1 - shares.sum()) * REST for paints in (before, after)]
    gain: Numbers = (1 - mean[0]) / (1 - mean[1])
    return gain


def _greys(levels: int) -> Numbers:
    """Linear light of the companded greys 0, 1, … `levels`: (levels + 1, 3)."""
    return to_linear(np.repeat((np.arange(levels + 1) / levels)[:, None], 3, axis=1))


_FINEST = 4095
_LIGHTS = np.repeat((np.arange(_FINEST + 1) / _FINEST)[:, None], 3, axis=1)
_LEVEL = np.floor(from_linear(_LIGHTS)[:, 0] * 255 + 0.5).astype(np.uint8)
_LOGARITHM = np.log(np.maximum(_greys(255 * FINE), 1e-4)).T.astype(np.float32)


def _levels(ratio: Numbers, *, lamps: bool = False) -> NDArray[np.float32]:
    """Per channel and companded level, the place of its new light in `_LEVEL`.

    With `lamps`, what is nearly blown out stays as it is.
    """
    before = _greys(255).T
    places = _places((before * ratio[:, None]).astype(np.float32), ratio)
    if lamps:
        kept = np.minimum((255 - np.arange(256)) / SOURCE, 1)
        places = (before * _FINEST * (1 - kept) + places * kept).astype(np.float32)
    return places


def _places(light: NDArray[np.float32], ratio: Numbers) -> NDArray[np.float32]:
    """The places in `_LEVEL` of light (3, n); what became brighter, by its ratio, rolls off softly."""
    for channel in np.flatnonzero(ratio > 1):
        one = light[channel]
        bright = np.flatnonzero(one > KNEE)
        one[bright] = 1 - (1 - KNEE) * np.exp((KNEE - one[bright]) / (1 - KNEE))
    light *= _FINEST
    return light.clip(0, _FINEST, out=light)


def _reflectance(code: str, path: str) -> Numbers:
    try:
        return to_linear(from_hex(code))
    except Fault as fault:
        raise Fault(path, fault.reason, **fault.detail) from fault


def _around(values: NDArray[np.uint8], x: int, y: int, reach: int) -> NDArray[np.uint8]:
    return values[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1]
