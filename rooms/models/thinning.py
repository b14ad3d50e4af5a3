"""Triangles down to a budget: edges are drawn together where it shows least (Garland and Heckbert 1997).

The edges of a sheet and the borders between materials would cost nothing there, since the planes beside them are the
same; so each gets a fin that stands on it, which holds it in its line and falls off with it.
"""

from __future__ import annotations

from dataclasses import replace

import fast_simplification
import numpy as np

from rooms.models.soup import CLEAR, Doubles, Ints, Soup

SAME_SPOT = 1e-5
"""Vertices this near, as a share of the whole, are one."""
SHARES = (1.0, 0.8, 0.6, 0.4, 0.2)
EAGER = 5
"""How eagerly edges go at each pass, of 10: slower ones keep more of the shape."""


def welded(soup: Soup) -> Soup:
    """Vertices of one spot made one; triangles of no area, doubled ones and those of clear materials left out."""
    low, high = soup.positions.min(axis=0), soup.positions.max(axis=0)
    step = max(float(np.linalg.norm(high - low)) * SAME_SPOT, 1e-12)
    _, first, place = np.unique(np.round((soup.positions - low) / step), axis=0, return_index=True, return_inverse=True)
    triangles = place.reshape(-1)[soup.triangles]
    a, b, c = triangles.T
    seen = np.array([material.opacity >= CLEAR for material in soup.materials])[soup.made_of]
    kept = np.flatnonzero((a != b) & (b != c) & (a != c) & seen)
    _, once = np.unique(_turned(triangles[kept]), axis=0, return_index=True)
    return _of(replace(soup, positions=soup.positions[first], triangles=triangles), kept[np.sort(once)])


def thinned(soup: Soup, budget: int) -> Soup:
    """A welded soup of at most `budget` triangles."""
    if len(soup.triangles) <= budget:
        return soup
    points, triangles = _with_fins(soup)
    for share in SHARES:
        found = _simplified(soup, points, triangles, int(budget * share))
        if len(found.triangles) <= budget:
            return found
    return _of(found, np.argsort(-_areas(found))[:budget])


def _simplified(soup: Soup, points: Doubles, triangles: Ints, wanted: int) -> Soup:
    """Each triangle that is left is one of the old ones with its corners moved, and so keeps what it is made of."""
    low = points.min(axis=0)
    scale = max(float((points.max(axis=0) - low).max()), 1e-12)
    shrunk = (points - low) / scale
    _, _, steps = fast_simplification.simplify(
        shrunk, triangles, target_count=max(wanted, 4), agg=EAGER, return_collapses=True
    )
    moved, _, place = fast_simplification.replay_simplification(shrunk, triangles, steps)
    place = np.asarray(place, dtype=np.int64)[: len(soup.positions)]
    positions = _held(np.asarray(moved, dtype=np.float64) * scale + low, soup.positions, place)
    left = place[soup.triangles]
    a, b, c = left.T
    kept = np.flatnonzero((a != b) & (b != c) & (a != c))
    _, once = np.unique(_turned(left[kept]), axis=0, return_index=True)
    kept = kept[np.sort(once)]
    corners = _carried(soup, kept, positions[left[kept]])
    return _of(replace(soup, positions=positions, triangles=left), kept, corners=corners)


def _held(moved: Doubles, old: Doubles, place: Ints) -> Doubles:
    """No vertex far from those that it stands for: where planes are nearly one, their best common spot is anywhere."""
    low, high = np.full(moved.shape, np.inf), np.full(moved.shape, -np.inf)
    np.minimum.at(low, place, old)
    np.maximum.at(high, place, old)
    return np.where(np.isfinite(low), np.clip(moved, low, high), moved)


def _with_fins(soup: Soup) -> tuple[Doubles, Ints]:
    """The triangles, and behind them a fin on each edge that is not between two of one material."""
    edges = np.concatenate([soup.triangles[:, [0, 1]], soup.triangles[:, [1, 2]], soup.triangles[:, [2, 0]]])
    owners = np.tile(np.arange(len(soup.triangles)), 3)
    _, which, count = np.unique(np.sort(edges, axis=1), axis=0, return_inverse=True, return_counts=True)
    which = which.reshape(-1)
    made_of = soup.made_of[owners]
    low, high = np.full(len(count), 1 << 60), np.full(len(count), -1)
    np.minimum.at(low, which, made_of)
    np.maximum.at(high, which, made_of)
    bare = (count[which] == 1) | (low != high)[which]
    a, b = edges[bare].T
    points, normals = soup.positions, _normals(soup)[owners[bare]]
    along = np.linalg.norm(points[b] - points[a], axis=1, keepdims=True)
    tips = (points[a] + points[b]) / 2 + normals * along / 2
    fins = np.column_stack([a, b, len(points) + np.arange(len(tips))])
    return np.concatenate([points, tips]), np.concatenate([soup.triangles, fins])


def _carried(soup: Soup, kept: Ints, spots: Doubles) -> Doubles:
    """Places in the texture for corners that have moved: each triangle's own map, gone on with in its plane."""
    old, places = soup.positions[soup.triangles[kept]], soup.corners[kept]
    one, two = old[:, 1] - old[:, 0], old[:, 2] - old[:, 0]
    gram = np.stack(
        [np.stack([_dot(one, one), _dot(one, two)], -1), np.stack([_dot(one, two), _dot(two, two)], -1)], -2
    )
    whole = gram[:, 0, 0] * gram[:, 1, 1] - gram[:, 0, 1] ** 2
    flat = whole <= 1e-4 * gram[:, 0, 0] * gram[:, 1, 1]
    gram[flat] = np.eye(2)
    found = places.copy()
    for corner in range(3):
        apart = spots[:, corner] - old[:, 0]
        shares = np.linalg.solve(gram, np.stack([_dot(apart, one), _dot(apart, two)], -1)[..., None])[..., 0]
        told = (
            places[:, 0] + shares[:, :1] * (places[:, 1] - places[:, 0]) + shares[:, 1:] * (places[:, 2] - places[:, 0])
        )
        found[:, corner] = np.where(flat[:, None], places[:, corner], told)
    low, high = _reach(soup)
    return np.clip(found, low[soup.made_of[kept]][:, None], high[soup.made_of[kept]][:, None])


def _reach(soup: Soup) -> tuple[Doubles, Doubles]:
    """Between which places each material lies in its texture."""
    low, high = np.full((len(soup.materials), 2), np.inf), np.full((len(soup.materials), 2), -np.inf)
    for corner in range(3):
        np.minimum.at(low, soup.made_of, soup.corners[:, corner])
        np.maximum.at(high, soup.made_of, soup.corners[:, corner])
    return low, high


def _of(soup: Soup, kept: Ints, corners: Doubles | None = None) -> Soup:
    """These triangles alone, with the vertices that they need."""
    used, place = np.unique(soup.triangles[kept], return_inverse=True)
    return replace(
        soup,
        positions=soup.positions[used],
        triangles=place.reshape(-1, 3).astype(np.int64),
        corners=soup.corners[kept] if corners is None else corners,
        made_of=soup.made_of[kept],
    )


def _turned(triangles: Ints) -> Ints:
    """Each with its least corner first, so that one triangle told twice is told alike."""
    first = triangles.argmin(axis=1)[:, None]
    return np.asarray(np.take_along_axis(triangles, (first + np.arange(3)) % 3, axis=1))


def _crosses(soup: Soup) -> Doubles:
    spots = soup.positions[soup.triangles]
    return np.asarray(np.cross(spots[:, 1] - spots[:, 0], spots[:, 2] - spots[:, 0]))


def _areas(soup: Soup) -> Doubles:
    return np.asarray(np.linalg.norm(_crosses(soup), axis=1) / 2)


def _normals(soup: Soup) -> Doubles:
    crosses = _crosses(soup)
    return np.asarray(crosses / np.maximum(np.linalg.norm(crosses, axis=1, keepdims=True), 1e-30))


def _dot(a: Doubles, b: Doubles) -> Doubles:
    return np.asarray((a * b).sum(axis=-1))
