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
WAYS_AT_ONCE = 1_000_000
PIECES = 3
BESIDE_MM = 350.0
Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]


def exchange(patches: Patches, boxes: Sequence[Box], edges: Floats) -> tuple[Patches, Floats]:
    """The patches that see the room, and between them area times form factor, mm² (n, n), symmetric.

    Each row adds up to the patch's area: what leaves a patch in a closed room falls somewhere.
    """
    patches = finer(patches, apart(patches.centres, boxes) < BESIDE_MM)
    patches = patches.only(~_within(patches.centres, boxes))
    shared = _shared(patches, boxes, edges)
    sighted = shared.sum(axis=1) > BLIND * patches.areas
    patches, shared = patches.only(sighted), shared[np.ix_(sighted, sighted)]
    return patches, _balanced(shared, patches.areas)


def received(points: Floats, normals: Floats, patches: Patches, boxes: Sequence[Box], edges: Floats) -> Floats:
    """The share of a point's view that each patch takes (points, n), in all 1."""
    view = np.zeros((len(points), len(patches)))
    for place, (point, normal) in enumerate(zip(points, normals, strict=True)):
        facing = np.nonzero(((patches.centres - point) @ normal > 0) & _faces(patches, point))[0]
        cut = pieces(patches.corners[facing], PIECES)
        starts, ways = np.broadcast_to(point, (len(cut), 3)), np.broadcast_to(normal, (len(cut), 3))
        free = clear(point[None], cut.mean(axis=1), np.ones((1, len(cut)), bool), boxes, edges)[0]
        seen = _seen_from(starts, ways, cut) * free
        view[place, facing] = seen.reshape(len(facing), -1).sum(axis=1)
    view /= np.maximum(view.sum(axis=1, keepdims=True), 1e-9)
    return view


def clear(froms: Floats, tos: Floats, asked: Flags, boxes: Sequence[Box], edges: Floats) -> Flags:
    """Of the ways asked about (n, m), from places (n, 3) to places (m, 3): those on which nothing stands."""
    free = _within_walls(froms[:, :2], tos[:, :2], asked, edges)
    for box in boxes:
        start, end = (box.frame() @ (places - box.foot).T for places in (froms, tos))
        low, high = box.low + TOUCH_MM, box.high - TOUCH_MM
        past = _beyond(start, low, high)[:, None] & _beyond(end, low, high)
        one, other = np.nonzero(free & (past == 0))
        free[one, other] = ~_meets(start[:, one], end[:, other], low, high)
    return free


def _beyond(places: Floats, low: Floats, high: Floats) -> NDArray[np.uint8]:
    """The planes of a box that each place (3, n) lies outside of, a bit each: outside the same one, two see past it."""
    outside = np.vstack([places <= low[:, None], places >= high[:, None]])
    bits: NDArray[np.uint8] = np.packbits(outside, axis=0)[0]
    return bits


def _shared(patches: Patches, boxes: Sequence[Box], edges: Floats) -> Floats:
    """Area times form factor of each two patches that see each other."""
    centres, normals, count = patches.centres, patches.normals, len(patches)
    ahead = centres @ normals.T - np.einsum("ij,ij->i", centres, normals)[None, :]
    facing = np.triu((ahead > TOUCH_MM) & (ahead.T > TOUCH_MM), 1)
    shared = np.zeros((count, count))
    rows = max(1, WAYS_AT_ONCE // max(count, 1))
    for at in range(0, count, rows):
        one, other = np.nonzero(clear(centres[at : at + rows], centres, facing[at : at + rows], boxes, edges))
        one += at
        shared[one, other] = _between(patches, one, other, ahead[one, other], ahead[other, one])
    shared += shared.T
    return shared


def _balanced(shared: Floats, areas: Floats) -> Floats:
    """The same with rows that add up to the areas, still symmetric."""
    scale = np.ones(len(areas))
    for _ in range(BALANCINGS):
        scale *= np.sqrt(areas / np.maximum(scale * (shared @ scale), 1e-9))
    balanced: Floats = shared * scale[:, None] * scale[None, :]
    return balanced


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


def _within_walls(froms: Floats, tos: Floats, asked: Flags, edges: Floats) -> Flags:
    """Of the ways asked about on the page, those that cross no wall; a room without inward corners asks nothing."""
    free = asked.copy()
    for a, b in edges[_inward(edges)]:
        before, after = _aside(a, b, froms), _aside(a, b, tos)
        one, other = np.nonzero(free & ((before > 0)[:, None] ^ (after > 0)))
        near, far = before[one], after[other]
        share = (near / np.where(near == far, 1.0, near - far))[:, None]
        along = (froms[one] + share * (tos[other] - froms[one]) - a) @ (b - a)
        through = np.minimum(np.abs(near), np.abs(far)) > TOUCH_MM / 2
        free[one, other] = ~(through & (along > 0) & (along < (b - a) @ (b - a)))
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


def _meets(froms: Floats, tos: Floats, low: Floats, high: Floats) -> NDArray[np.bool_]:
    """Whether the way (3, n) goes through the box from `low` to `high`, by the planes that close it."""
    enters, leaves = np.zeros(froms.shape[1]), np.ones(froms.shape[1])
    for start, end, near, far in zip(froms, tos, low, high, strict=True):
        way = end - start
        way[np.abs(way) < LEVEL] = LEVEL
        one, other = (near - start) / way, (far - start) / way
        np.maximum(enters, np.minimum(one, other), out=enters)
        np.minimum(leaves, np.maximum(one, other), out=leaves)
    crosses: Flags = enters < leaves
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
