"""A model as it was read: triangles with what each is made of, before anything was thinned or fitted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

MOST_TRIANGLES = 1_000_000
MOST_VERTICES = 2_000_000
MOST_MATERIALS = 500
CLEAR = 0.02
"""Below this opacity nothing is seen, and nothing is kept."""
GLASSY = 0.95
"""Below this opacity one sees through it."""


@dataclass(frozen=True)
class Material:
    """`colour` is linear red, green, blue from 0 to 1; `texture` names an image of the file, and `cutout` says that
    its clear pixels are holes."""

    colour: tuple[float, float, float] = (0.5, 0.5, 0.5)
    opacity: float = 1.0
    roughness: float = 0.7
    metalness: float = 0.0
    texture: str | None = None
    cutout: bool = False

    @property
    def is_glass(self) -> bool:
        return self.opacity < GLASSY and self.texture is None


@dataclass(frozen=True)
class Soup:
    """`positions` (n, 3), x right, y up, z to the viewer; `triangles` (m, 3) counter-clockwise from outside.

    `corners` (m, 3, 2) are the places in the texture, v downwards from its top; `made_of` (m,) counts the materials.
    `notes` are (reason, what) of that which was left out.
    """

    positions: Doubles
    triangles: Ints
    corners: Doubles
    made_of: Ints
    materials: Sequence[Material]
    notes: Sequence[tuple[str, str]] = field(default=())


def linear(share: float) -> float:
    """Light of an encoded value from 0 to 1 (IEC 61966-2-1)."""
    held = min(max(share, 0.0), 1.0)
    return held / 12.92 if held <= 0.04045 else float(((held + 0.055) / 1.055) ** 2.4)
