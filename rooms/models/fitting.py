"""A model turned as its maker says, and stretched to the size that the product has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from rooms.fault import Fault
from rooms.models.soup import Soup

FARTHEST = 1e7
"""Units from the origin: beyond it nothing is a piece of furniture in any unit."""
FLAT = 1e-3
"""A side of less than this share of the longest tells nothing of proportions."""
UNIT_ROWS = 9
Size = tuple[int, int, int]


@dataclass(frozen=True)
class Fitted:
    """`stretch_percent`: how much more one side grew than another; `own_size` in mm before it, of a model in metres."""

    soup: Soup
    stretch_percent: int
    own_size: Size


def turned(soup: Soup, rows: Sequence[float]) -> Soup:
    """By a matrix of three rows; one that mirrors turns the triangles over, so that their outside stays outside."""
    matrix = np.array(rows, dtype=np.float64).reshape(3, 3)
    triangles = soup.triangles[:, ::-1] if np.linalg.det(matrix) < 0 else soup.triangles
    corners = soup.corners[:, ::-1] if np.linalg.det(matrix) < 0 else soup.corners
    return replace(soup, positions=soup.positions @ matrix.T, triangles=triangles, corners=corners)


def fitted(soup: Soup, size: Size, place: str) -> Fitted:
    """In metres, standing on y = 0, its middle over the origin; `size` is width, depth and height in mm.

    Raises Fault `model_flat` for one of no extent, `model_damaged` for one out of all measure.
    """
    low, high = soup.positions.min(axis=0), soup.positions.max(axis=0)
    if not np.isfinite(low).all() or max(np.abs(low).max(), np.abs(high).max()) > FARTHEST:
        raise Fault(place, "model_damaged")
    extent = high - low
    if extent.max() <= 0:
        raise Fault(place, "model_flat")
    wanted = np.array([size[0], size[2], size[1]], dtype=np.float64) / 1000
    solid = extent > FLAT * extent.max()
    factors = np.where(solid, wanted / np.where(solid, extent, 1), (wanted / np.where(solid, extent, np.inf)).max())
    grown = factors[solid]
    middle = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    width, height, depth = (round(float(side) * 1000) for side in extent)
    return Fitted(
        replace(soup, positions=(soup.positions - middle) * factors),
        round((float(grown.max() / grown.min()) - 1) * 100),
        (width, depth, height),
    )
