"""In a notebook the room stands about the origin, in its colours, and one looks at it from where the scene suggests."""

from __future__ import annotations

import ast
import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rooms.pictures.notebook import renderer
from rooms.plan import Plan
from rooms.scene import describe

ROOT = Path(__file__).parents[3]
ROOM = json.loads((ROOT / "tests/cases/scene/room.json").read_text("utf-8"))["plan"]

pytest.importorskip("pythreejs")


@pytest.fixture(scope="module")
def shown() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pythreejs warns about its own traits
        return renderer(describe(Plan.read(ROOM), None, {"sage": "#a7b59e", "oak": "#c7a57c"}.get), (400, 300))


def meshes(shown: Any) -> list[Any]:
    return list(shown.scene.children[0].children)


def test_paints_are_the_materials_colours(shown):
    assert {"#a7b59e", "#c7a57c", "#e9ede8"} <= {mesh.material.color for mesh in meshes(shown)}


def test_the_middle_of_the_room_is_at_the_origin(shown):
    assert list(shown.scene.children[0].position) == pytest.approx([-2.0, -1.3, -1.48], abs=0.1)


def test_every_triangle_carries_its_normal(shown):
    for mesh in meshes(shown):
        corners = np.array(mesh.geometry.attributes["position"].array).reshape(-1, 3, 3)
        normals = np.array(mesh.geometry.attributes["normal"].array).reshape(-1, 3, 3)[:, 0]
        faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        assert (np.einsum("nd,nd->n", faces, normals) >= 0).all()


def test_the_camera_looks_at_the_middle(shown):
    x, y, z, w = shown.camera.quaternion
    ahead = np.array([-2 * (x * z + w * y), -2 * (y * z - w * x), -(1 - 2 * (x * x + y * y))])
    eye = np.array(shown.camera.position)
    assert ahead == pytest.approx(-eye / np.linalg.norm(eye), abs=1e-6)


def test_the_controls_turn_the_camera(shown):
    assert shown.controls[0].controlling is shown.camera


def test_the_example_runs(monkeypatch):
    monkeypatch.chdir(ROOT / "examples")
    cells = json.loads((ROOT / "examples/plan.ipynb").read_text("utf-8"))["cells"]
    said: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pythreejs warns about its own traits
        for cell in cells:
            if cell["cell_type"] == "code":
                *statements, answer = ast.parse("".join(cell["source"])).body
                exec(compile(ast.Module(statements, []), "plan.ipynb", "exec"), said)  # noqa: S102 -- it is our own
                said["answer"] = eval(compile(ast.Expression(answer.value), "plan.ipynb", "eval"), said)  # noqa: S307
    assert said["answer"] == {"Kuchnia": pytest.approx(30, abs=15)}
