"""A wall painted anew in the light of its photo: every pixel's own light, times what the paint changes about it.

In linear light a matt wall's pixel is light times reflectance, so the new paint is the pixel times new ÷ old. A lighter
wall also sends more light round the room: of the light that meets a surface, ρ̄ = w·ρ + (1−w)·ρrest
comes back, and what is there is 1 / (1 − ρ̄) of what the lamps give, channel by channel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samples.colour.arrays import Numbers
from samples.colour.srgb import from_hex, from_linear, to_linear
from samples.fault import Fault

Pixels = NDArray[np.uint8]
"""Companded sRGB: rows, columns, 3."""
Mask = NDArray[np.uint8]
"""How much of each pixel is wall, 0..255: rows, columns."""

Part = NDArray[np.float32]
"""The same, 0..1."""

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
KNEE = 0.8
"""Light from here up rolls off softly towards white, as in a camera, where the paint makes it brighter."""


@dataclass(frozen=True)
class OldPaint:
    """The wall's reflectance before, linear, shape (3,); `sure` when it was told or measured, not guessed."""

    reflectance: Numbers
    sure: bool


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
    return OldPaint(np.clip(found, *PAINTABLE), True)


def guessed_paint(photo: Pixels, mask: Mask, lightness: float | None = None) -> OldPaint:
    """The old paint by the wall's look: its tint against the brightest greyish things, its lightness (L*) if told."""
    linear = to_linear(np.median(photo[mask > 128], axis=0) / 255)
    white = to_linear(np.percentile(photo[::4, ::4].reshape(-1, 3), 97, axis=0) / 255)
    found = WHITE_SHEET * linear / np.maximum(white, DARKEST)
    if lightness is not None:
        level = ((lightness + 16) / 116) ** 3
        found = found * level / max(float(found @ (0.2126, 0.7152, 0.0722)), DARKEST)
    return OldPaint(np.clip(found, *PAINTABLE), False)


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
    others = _levels(gain if spread else np.ones(3))
    painted = [
        _levels(np.clip(new / old.reflectance * gain, 0, MOST_RATIO))
        for (_, old, _), new in zip(walls, after, strict=True)
    ]
    out = np.empty_like(photo)
    for channel in range(3):
        light = photo[..., channel]
        rest = others[channel][light]
        mixed = rest + np.float32(0.5)
        for part, levels in zip(parts, painted, strict=True):
            mixed += (levels[channel][light] - rest) * part
        out[..., channel] = _LEVEL[mixed.astype(np.uint16)]
    return out


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


_FINE = 4095
_LIGHTS = np.repeat((np.arange(_FINE + 1) / _FINE)[:, None], 3, axis=1)
_LEVEL = np.floor(from_linear(_LIGHTS)[:, 0] * 255 + 0.5).astype(np.uint8)


def _levels(ratio: Numbers) -> NDArray[np.float32]:
    """Per channel and companded level, the place of its new light in `_LEVEL`; what was clipped rolls off softly."""
    light = to_linear(np.repeat((np.arange(256) / 255)[:, None], 3, axis=1)).T * ratio[:, None]
    over = np.maximum(light - KNEE, 0) / (1 - KNEE)
    rolled = np.where(light > KNEE, KNEE + (1 - KNEE) * (1 - np.exp(-over)), light)
    return (np.where(ratio[:, None] > 1, rolled, light) * _FINE).clip(0, _FINE).astype(np.float32)


def _reflectance(code: str, path: str) -> Numbers:
    try:
        return to_linear(from_hex(code))
    except Fault as fault:
        raise Fault(path, fault.reason, **fault.detail) from fault


def _around(values: NDArray[np.uint8], x: int, y: int, reach: int) -> NDArray[np.uint8]:
    return values[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1]
