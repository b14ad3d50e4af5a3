"""A colour under another white: the linear Bradford transform (ICC.1:2022, annex E)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers, through
from samples.colour.cie import WHITE, lab_to_xyz, xyz_to_lab

BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])

D65 = WHITE
D50 = np.array([0.96422, 1.0, 0.82521])
A = np.array([1.09850, 1.0, 0.35585])


def adapt(xyz: ArrayLike, from_white: ArrayLike, to_white: ArrayLike) -> Numbers:
    """XYZ that looks under the second white as the given XYZ looks under the first."""
    cones = through(BRADFORD, to_white) / through(BRADFORD, from_white)
    return through(np.linalg.inv(BRADFORD), cones * through(BRADFORD, xyz))


def lab_from_d50(lab: ArrayLike) -> Numbers:
    """Lab D65 of Lab D50, the white of print and of the swatch files made for it."""
    return xyz_to_lab(adapt(lab_to_xyz(lab, D50), D50, D65))


def lab_to_d50(lab: ArrayLike) -> Numbers:
    return xyz_to_lab(adapt(lab_to_xyz(lab), D65, D50), D50)
