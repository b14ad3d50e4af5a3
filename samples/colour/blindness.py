"""What people see who tell fewer colours apart: the simulation of Machado, Oliveira and Fernandes.

"A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
Computer Graphics 15 (6), 2009, 1283-1291: the matrices for severity 1.0, applied to linear sRGB light.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers, through
from samples.colour.cie import lab_to_linear, linear_to_lab

KINDS: Mapping[str, Numbers] = MappingProxyType(
    {
        "protan": np.array(
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        ),
        "deutan": np.array(
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        ),
        "tritan": np.array(
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        ),
    }
)
"""Without the cones for long, middle and short waves; the first two are met often, the third hardly ever."""


def as_seen(lab: ArrayLike, kind: str) -> Numbers:
    """Lab (…, 3) as somebody of the kind (a key of KINDS) sees it; light stays within what a screen has."""
    return linear_to_lab(np.clip(through(KINDS[kind], lab_to_linear(lab)), 0, 1))
