"""How much of what one patch sends falls on another: form factors, with what stands between.

Far patches take each other as small; between near ones the whole outline of one is seen from the middle of the other
(Lambert's formula for a polygon, as in Cohen and Wallace, "Radiosity and Realistic Image Synthesis", 1993, ch. 4).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rooms.light.enclosure import Box
from rooms.light.patches import Floats, Patches, finer, pieces

NEAR_SIZES = 4.0
"""Patches nearer than so many of their own sizes are seen as polygons."""
BLIND = 0.05
"""What sees so little of the room lies against something."""
BALANCINGS = 12
TOUCH_MM = 2.0
LEVEL = 1e-9
PAIRS_AT_ONCE = 200_000
PIECES = 3
BESIDE_MM = 350.0
Ints = NDArray[np.intp]


def exchange(patches: Patches, boxes: Sequence[Box], edges: Floats) -> tuple[Patches, Floats]:
    """The patches that see the room, and between them area times form factor, mm² (n, n), symmetric.

    Each row adds up to the patch's area: what leaves a patch in a closed room falls somewhere.
    """
    patches = finer(patches, apart(patches.centres, boxes) < BESIDE_MM)
    patches = patches.only(~_within(patches.centres, boxes))
    shared = _shared(patches, boxes, edges)
    sighted = shared.sum(axis=1) > BLIND * patches.areas
    patches, shared = patches.only(sighted), shared[np.ix_(sighted, sighted)]
    for _ in range(BALANCINGS):
        scale = np.sqrt(patches.areas / np.maximum(shared.sum(axis=1), 1e-9))
        shared *= scale[:, None] * scale[None, :]
    return patches, shared


def received(points: Floats, normals: Floats, patches: Patches, boxes: Sequence[Box], edges: Floats) -> Floats:
    """The share of a point's view that each patch takes (points, n), in all 1."""
    view = np.zeros((len(points), len(patches)))
    for place, (point, normal) in enumerate(zip(points, normals, strict=True)):
        facing = np.nonzero(((patches.centres - point) @ normal > 0) & _faces(patches, point))[0]
        cut = pieces(patches.corners[facing], PIECES)
        starts, ways = np.broadcast_to(point, (len(cut), 3)), np.broadcast_to(normal, (len(cut), 3))
        seen = _seen_from(starts, ways, cut) * clear(starts, cut.mean(axis=1), boxes, edges)
        view[place, facing] = seen.reshape(len(facing), -1).sum(axis=1)
    view /= np.maximum(view.sum(axis=1, keepdims=True), 1e-9)
    return view


def clear(froms: Floats, tos: Floats, boxes: Sequence[Box], edges: Floats) -> NDArray[np.bool_]:
    """Whether nothing stands between places (n, 3) and places (n, 3)."""
    free = _within_walls(froms, tos, edges)
    for box in boxes:
        free[free] = ~_meets(froms[free], tos[free], box)
    return free


def _shared(patches: Patches, boxes: Sequence[Box], edges: Floats) -> Floats:
    count = len(patches)
    shared = np.zeros((count, count))
    for one, other, both in _pairs(patches):
        seen = clear(patches.centres[one], patches.centres[other], boxes, edges)
        one, other, both = one[seen], other[seen], both[seen]
        shared[one, other] = shared[other, one] = both
    return shared


def _pairs(patches: Patches) -> list[tuple[Ints, Ints, Floats]]:
    """Pairs that face each other, with area times form factor."""
    centres, normals = patches.centres, patches.normals
    ahead = centres @ normals.T - np.einsum("ij,ij->i", centres, normals)[None, :]
    one, other = np.nonzero(np.triu((ahead > TOUCH_MM) & (ahead.T > TOUCH_MM), 1))
    found = []
    for at in range(0, len(one), PAIRS_AT_ONCE):
        a, b = one[at : at + PAIRS_AT_ONCE], other[at : at + PAIRS_AT_ONCE]
        found.append((a, b, _between(patches, a, b, ahead[a, b], ahead[b, a])))
    return found


def _between(patches: Patches, one: Ints, other: Ints, above_other: Floats, above_one: Floats) -> Floats:
    """`above_other` is how far the first patch lies before the second's plane, mm, and the other way about."""
    areas = patches.areas
    apart2 = ((patches.centres[one] - patches.centres[other]) ** 2).sum(axis=1)
    both: Floats = areas[one] * areas[other] * above_other * above_one / (np.pi * apart2**2)
    near = apart2 < NEAR_SIZES**2 * np.maximum(areas[one], areas[other])
    a, b = one[near], other[near]
    seen = areas[a] * _seen_from(patches.centres[a], patches.normals[a], patches.corners[b])
    back = areas[b] * _seen_from(patches.centres[b], patches.normals[b], patches.corners[a])
    both[near] = (seen + back) / 2
    return both


def _seen_from(points: Floats, normals: Floats, corners: Floats) -> Floats:
    """The share of each point's view that its polygon (n, 4, 3) takes."""
    towards = corners - points[:, None, :]
    towards /= np.maximum(np.linalg.norm(towards, axis=2, keepdims=True), 1e-9)
    following = np.roll(towards, -1, axis=1)
    across = np.cross(towards, following)
    sines = np.linalg.norm(across, axis=2)
    angles = np.arctan2(sines, (towards * following).sum(axis=2))
    leaning = np.einsum("nkc,nc->nk", across, normals) / np.maximum(sines, 1e-12)
    share: Floats = np.abs((angles * leaning).sum(axis=1)) / (2 * np.pi)
    return share


def _faces(patches: Patches, point: Floats) -> NDArray[np.bool_]:
    ahead: NDArray[np.bool_] = np.einsum("ij,ij->i", point - patches.centres, patches.normals) > 0
    return ahead


def _within_walls(froms: Floats, tos: Floats, edges: Floats) -> NDArray[np.bool_]:
    """Whether the way on the page crosses no wall between its ends; a room without inward corners asks nothing."""
    free: NDArray[np.bool_] = np.ones(len(froms), bool)
    start, end = froms[:, :2], tos[:, :2]
    for a, b in edges[_inward(edges)]:
        before, after = _aside(a, b, start), _aside(a, b, end)
        through = (before * after < 0) & (np.minimum(np.abs(before), np.abs(after)) > TOUCH_MM / 2)
        share = (before / np.where(through, before - after, 1.0))[:, None]
        along = (start + share * (end - start) - a) @ (b - a)
        free[through & (along > 0) & (along < (b - a) @ (b - a))] = False
    return free


def _aside(a: Floats, b: Floats, points: Floats) -> Floats:
    """How far points (…, 2) lie to one side of the line through a and b, mm."""
    along, offset = (b - a) / np.linalg.norm(b - a), points - a
    aside: Floats = along[0] * offset[..., 1] - along[1] * offset[..., 0]
    return aside


def _inward(edges: Floats) -> NDArray[np.bool_]:
    """The edges that something within the room can lie behind: some of the room is on their far side."""
    sides = np.array([_aside(a, b, edges[:, 0]) for a, b in edges])
    behind: NDArray[np.bool_] = np.logical_and(sides.min(axis=1) < -1.0, sides.max(axis=1) > 1.0)
    return behind


def _meets(froms: Floats, tos: Floats, box: Box) -> NDArray[np.bool_]:
    """Whether the way goes through the box, by the planes that close it."""
    enters, leaves = np.zeros(len(froms)), np.ones(len(froms))
    for axis, low, high in zip(box.frame(), box.low, box.high, strict=True):
        start, way = (froms - box.foot) @ axis, (tos - froms) @ axis
        way = np.where(np.abs(way) < LEVEL, LEVEL, way)
        one, other = (low + TOUCH_MM - start) / way, (high - TOUCH_MM - start) / way
        np.maximum(enters, np.minimum(one, other), out=enters)
        np.minimum(leaves, np.maximum(one, other), out=leaves)
    crosses: NDArray[np.bool_] = enters < leaves
    return crosses


def apart(points: Floats, boxes: Sequence[Box]) -> Floats:
    """How far each point (n, 3) is from the nearest box, mm; infinite without one."""
    nearest = np.full(len(points), np.inf)
    for box in boxes:
        local = (points - box.foot) @ box.frame().T
        beside = np.maximum(np.maximum(box.low - local, local - box.high), 0)
        nearest = np.minimum(nearest, np.linalg.norm(beside, axis=1))
    return nearest


def _within(points: Floats, boxes: Sequence[Box]) -> NDArray[np.bool_]:
    """What lies in a thing, or under its foot."""
    hidden = np.zeros(len(points), bool)
    for box in boxes:
        local = (points - box.foot) @ box.frame().T
        low, high = box.low + np.array([TOUCH_MM, TOUCH_MM, -TOUCH_MM]), box.high - TOUCH_MM
        hidden |= ((local > low) & (local < high)).all(axis=1)
    return hidden
