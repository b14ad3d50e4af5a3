"""What becomes of a model: few triangles, the same shape, its outline, one primitive for what is drawn together."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from rooms.models import made as making
from rooms.models.fitting import fitted
from rooms.models.made import Made, made_of_obj
from rooms.models.normals import corner_normals
from rooms.models.soup import Soup
from rooms.models.thinning import thinned, welded
from rooms.models.wavefront import read_obj
from tests.rooms.models.libraries import CUBE, CUBE_MTL, sphere, told_in

CASE = Path(__file__).parents[2] / "cases" / "product_models" / "cube.json"


def nothing(_name: str) -> None:
    return None


def soup_of(text: str) -> Soup:
    return welded(read_obj(text.encode(), "model", nothing))


def made(text: str, mtl: str = "", size: tuple[int, int, int] = (1000, 1000, 1000)) -> Made:
    return made_of_obj(text.encode(), size, "model", lambda name: mtl.encode() if name.endswith(".mtl") else None)


def test_a_ball_of_ten_thousand_triangles_comes_to_the_budget_and_stays_a_ball() -> None:
    thin = thinned(soup_of(sphere(50)), 600)
    distances = np.linalg.norm(thin.positions, axis=1)
    assert len(thin.triangles) <= 600
    assert distances.min() > 0.95
    assert distances.max() < 1.05


def test_a_sheet_keeps_its_edge_and_the_border_between_its_colours() -> None:
    cells = [(x, y) for y in range(20) for x in range(20)]
    spots = "\n".join(f"v {x} {y} 0" for y in range(21) for x in range(21))
    faces = "\n".join(
        f"usemtl {'left' if x < 7 else 'right'}\nf " + " ".join(str(y * 21 + x + at) for at in (1, 2, 23, 22))
        for x, y in cells
    )
    thin = thinned(soup_of(f"{spots}\n{faces}"), 40)
    corners = thin.positions[thin.triangles]
    areas = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) / 2
    assert [round(float(areas[thin.made_of == one].sum())) for one in (0, 1)] == [140, 260]


def test_a_thinned_texture_lies_where_it_lay() -> None:
    spots = "\n".join(f"v {x} {y} 0\nvt {x / 20} {y / 20}" for y in range(21) for x in range(21))
    corner = "{0}/{0}"
    faces = "\n".join(
        "f " + " ".join(corner.format(y * 21 + x + at) for at in (1, 2, 23, 22)) for y in range(20) for x in range(20)
    )
    thin = thinned(soup_of(f"{spots}\n{faces}"), 40)
    wanted = thin.positions[thin.triangles][:, :, :2] / 20 * [1, -1] + [0, 1]
    assert thin.corners == pytest.approx(wanted, abs=1e-6)


def test_edges_of_a_box_stay_sharp() -> None:
    soup = soup_of(CUBE)
    assert np.abs(corner_normals(soup)).max(axis=2) == pytest.approx(np.ones((12, 3)))


def test_the_outline_from_above_is_the_shapes_own() -> None:
    found = made(sphere(16), size=(1000, 600, 400))
    (ring,) = found.outlines.top
    area = shapely.area(shapely.polygons(ring))
    assert area == pytest.approx(np.pi * 500 * 300, rel=0.02)


def test_the_outline_from_the_front_stands_on_the_floor() -> None:
    (ring,) = made(CUBE, size=(2000, 1000, 1000)).outlines.front
    assert sorted(ring) == [(-1000, -1000), (-1000, 0), (1000, -1000), (1000, 0)]


def test_all_plain_colours_are_one_primitive_and_glass_is_another() -> None:
    text = CUBE.replace("f 1 2 6 5", "usemtl blue\nf 1 2 6 5\nusemtl pane")
    found = told_in(made(text, "newmtl red\nKd 1 0 0\nnewmtl blue\nKd 0 0 1\nnewmtl pane\nd 0.3\n").glb)
    assert [len(mesh["primitives"]) for mesh in found["meshes"]] == [2]


def test_a_texture_that_is_missing_is_told() -> None:
    assert [(note.reason, note.what) for note in made(CUBE, CUBE_MTL).notes] == [
        ("stretched", "100"), ("texture_missing", "paint.png")
    ]  # fmt: skip


def test_one_that_is_under_the_budget_is_not_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "BUDGET", 12)
    assert (made(CUBE).before, made(CUBE).after) == (12, 12)


def test_a_flat_model_is_not_blown_up() -> None:
    fit = fitted(soup_of("v 0 0 0\nv 2 0 0\nv 0 0 2\nf 1 3 2"), (1000, 1000, 10), "model")
    assert (np.ptp(fit.soup.positions, axis=0).tolist(), fit.stretch_percent) == ([1.0, 0.0, 1.0], 0)


def test_the_shared_case_is_what_is_written() -> None:
    case = json.loads(CASE.read_text("utf-8"))
    found = made(case["obj"], case["mtl"], tuple(case["size"]))
    assert base64.b64encode(found.glb).decode() == case["glb"]


def test_what_stands_out_is_drawn_round_within_the_outline() -> None:
    back = "v 0 1 0\nv 2 1 0\nv 2 2 0\nv 0 2 0\nv 0 1 .2\nv 2 1 .2\nv 2 2 .2\nv 0 2 .2\n"
    faces = ((9, 10, 11, 12), (13, 14, 15, 16), (9, 10, 14, 13), (10, 11, 15, 14), (11, 12, 16, 15), (12, 9, 13, 16))
    text = CUBE + back + "\n".join("f " + " ".join(map(str, face)) for face in faces)
    (ring,) = made(text, size=(2000, 1000, 2000)).outlines.top_lines
    assert sorted(ring) == [(-1000, -500), (-1000, -300), (1000, -500), (1000, -300)]
