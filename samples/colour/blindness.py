"""What people see who tell fewer colours apart: the simulation of Machado, Oliveira and Fernandes.

"A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
Computer Graphics 15 (6), 2009, 1283-1291: the matrices for severity 1.0, applied to linear sRGB light. The browser
reads the same ones (`static/js/ui/schemes/sight.js`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers, through
from samples.colour.cie import lab_to_linear, linear_to_lab

KINDS: Mapping[str, Numbers] = MappingProxyType(
    {
        kind: np.array(rows)
        for kind, rows in json.loads(Path(__file__).with_name("blindness.json").read_text("utf-8")).items()
    }
)
"""Without the cones for long, middle and short waves; the first two are met often, the third hardly ever."""


def svg_values(kind: str) -> str:
    """The matrix as an SVG filter reads it: twenty numbers, by rows of red, green, blue, opacity and an offset."""
    rows = [[*row, 0, 0] for row in KINDS[kind].tolist()]
    return " ".join(f"{value:g}" for row in [*rows, [0, 0, 0, 1, 0]] for value in row)


def as_seen(lab: ArrayLike, kind: str) -> Numbers:
    """Lab (…, 3) as somebody of the kind (a key of KINDS) sees it; light stays within what a screen has."""
    return linear_to_lab(np.clip(through(KINDS[kind], lab_to_linear(lab)), 0, 1))
