"""Skins are closed, face outwards and are made of few triangles."""

from collections import Counter

import numpy as np
import pytest

from rooms.kinds import KINDS
from rooms.things.mesh import mesh_of
from rooms.things.parts import parts_of
from rooms.vocabulary.forms import Box, Cushion, Extrusion, Leaf, Loft, Pillow, Rod

LOOK = {"material": "body", "colour": "#ffffff"}
DEEP_BOWL = (
    (0, 0, 30, 30, 20, -1),
    (0, 0, 45, 45, 90, -1),
    (0, 0, 50, 50, 100, -1),
    (0, 0, 40, 40, 100, -1),
    (0, 0, 25, 25, 30, -1),
)
FORMS = [
    Box(at=(-50, -20, 0), size=(100, 40, 30), round=0, lean=0, **LOOK),
    Box(at=(-50, -20, 0), size=(100, 40, 30), round=10, lean=-25, **LOOK),
    Cushion(at=(-50, -20, 0), size=(100, 40, 30), soft=12, lean=10, **LOOK),
    Cushion(at=(-500, -400, 0), size=(1000, 800, 300), soft=150, lean=0, **LOOK),
    *(Pillow(axis=axis, at=(0, 0, 0), size=(40, 50, 60), lean=lean, **LOOK) for axis in "xyz" for lean in (0, -20)),
    *(
        Extrusion(
            axis=axis, outline=((0, 0), (60, 0), (60, 20), (20, 20), (20, 50), (0, 50)), start=5, length=30, **LOOK
        )
        for axis in "xyz"
    ),
    Loft(rings=((0, 0, 9, 9, 0, -1), (0, 0, 5, 5, 40, -1)), outline=(), closed=False, **LOOK),
    Loft(rings=DEEP_BOWL, outline=(), closed=False, **LOOK),
    Loft(rings=((0, 0, 0, 0, 0, -1), (0, 0, 40, 30, 20, -1), (0, 0, 0, 0, 50, -1)), outline=(), closed=False, **LOOK),
    Loft(
        rings=((0, 0, 60, 50, 0, 0), (0, 0, 60, 50, 9, 0), (5, 5, 40, 30, 9, 20), (5, 5, 40, 30, 0, 20)),
        outline=(),
        closed=True,
        **LOOK,
    ),
    Loft(
        rings=((0, 0, 60, 50, 0, -1), (0, 0, 50, 40, 30, -1)),
        outline=((-1000, -1000), (1000, -1000), (0, 1000)),
        closed=False,
        **LOOK,
    ),
    *(
        Rod(a=(0, 0, 0), b=b, radius=8, radius_b=5, **LOOK)
        for b in ((90, 0, 0), (0, 90, 0), (0, 0, 90), (-30, 40, 70), (5, -60, -9))
    ),
    Leaf(a=(0, 0, 0), b=(50, 20, 30), width=20, droop=-5, **LOOK),
]


def corners_of(part):
    mesh = mesh_of(part)
    return np.array(mesh.positions).reshape(-1, 3)[np.array(mesh.indices).reshape(-1, 3)]


def volume_of(corners):
    """By the tetrahedra from the origin, above zero when the triangles face outwards in the left-handed frame."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    return -np.einsum("nd,nd->n", a, np.cross(b, c)).sum() / 6


def assert_closed(corners):
    edges = Counter()
    for triangle in corners.tolist():
        spots = [tuple(spot) for spot in triangle]
        for start, end in zip(spots, spots[1:] + spots[:1], strict=True):
            edges[start, end] += 1
    assert all(edges[end, start] == count for (start, end), count in edges.items())


@pytest.mark.parametrize("part", FORMS, ids=lambda part: part.form)
def test_every_edge_of_a_skin_has_a_triangle_on_both_sides(part):
    assert_closed(corners_of(part))


@pytest.mark.parametrize("part", [part for part in FORMS if part.form != "leaf"], ids=lambda part: part.form)
def test_a_skin_faces_outwards(part):
    assert volume_of(corners_of(part)) > 0


def test_a_box_has_its_volume():
    assert volume_of(corners_of(FORMS[0])) == pytest.approx(100 * 40 * 30)


@pytest.mark.parametrize("axis", "xyz")
def test_an_extrusion_has_its_volume(axis):
    (extrusion,) = (part for part in FORMS if isinstance(part, Extrusion) and part.axis == axis)
    assert volume_of(corners_of(extrusion)) == pytest.approx((60 * 20 + 20 * 30) * 30)


def test_the_top_of_a_box_is_counter_clockwise_on_the_page():
    corners = corners_of(FORMS[0])
    top = next(triangle for triangle in corners if (triangle[:, 2] == 30).all())
    (ax, ay), (bx, by), (cx, cy) = top[:, :2]
    assert (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) < 0


def test_flat_sides_share_no_vertices_and_round_ones_do():
    box, rod = mesh_of(FORMS[0]), mesh_of(next(part for part in FORMS if isinstance(part, Rod)))
    assert len(box.positions) == 3 * 24
    assert len(rod.positions) == 3 * (2 * 8 + 2 * 8)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_is_closed_and_light(kind):
    skins = [corners_of(part) for part in parts_of(kind, kind.size)]
    for corners in skins:
        assert_closed(corners)
    assert sum(len(corners) for corners in skins) <= 2300


def test_most_kinds_have_at_most_1500_triangles():
    counts = [sum(len(mesh_of(part).indices) // 3 for part in parts_of(kind, kind.size)) for kind in KINDS.values()]
    assert sum(count <= 1500 for count in counts) >= 0.95 * len(counts)
