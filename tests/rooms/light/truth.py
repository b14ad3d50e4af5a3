"""Writes tests/cases/light: rooms, and what a spectral path tracer sees of their walls.

`python -m tests.rooms.light.truth` wants the package mitsuba beside ours and, where LLVM 15 stops it, a newer one named
in DRJIT_LIBLLVM_PATH. A run takes minutes.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from rooms.light.exchange import clear
from tests.rooms.light.case import CASES, Case

FLOOR, CEILING, WHITE, GREEN = "#b58b5b", "#f4f3ef", "#efece4", "#2f6f4f"
WINDOW = {"offset": 1200, "width": 1500, "height": 1400, "sill": 900, "kind": "window"}
SAMPLES = 1 << 18
LONGEST_PATH = 48
POINTS = 12
OTHERS = -1


@dataclass(frozen=True)
class Draft:
    """A room's corners, mm, the colours of its walls by their place, what stands in it and what lights it."""

    about: str
    corners: list[list[int]]
    walls: dict[int, str]
    items: tuple[dict[str, Any], ...] = ()
    windows: tuple[int, ...] = (0,)
    turn: float = 0
    floor: str = FLOOR
    kelvin: float = 6504
    lamps: tuple[tuple[list[int], float], ...] = ()


BOX = [[0, 0], [4200, 0], [4200, 3200], [0, 3200]]
ELL = [[0, 0], [5000, 0], [5000, 2400], [2600, 2400], [2600, 4400], [0, 4400]]
NARROW = [[0, 0], [6000, 0], [6000, 1300], [0, 1300]]
WARM = (([2100, 1600, 2200], 2700),)
EVENING = (([1400, 1600, 2250], 2700), ([3400, 1600, 1450], 2700))
COOL = (([3000, 650, 2300], 4000),)
SOFA = {"kind": "sofa", "at": [2100, 2600], "size": [2000, 900, 800], "turn_mdeg": 180_000, "tint": "#8a4b3c"}
TABLE = {"kind": "coffee_table", "at": [2100, 1500], "size": [1000, 600, 420], "tint": "#c9a06a"}
WARDROBE = {"kind": "wardrobe", "at": [400, 1600], "size": [1600, 600, 2100], "turn_mdeg": 270_000, "tint": "#dcdcd8"}
ROOMS = {
    "white": Draft("A white room over a wooden floor", BOX, {OTHERS: WHITE}),
    "terracotta": Draft("Terracotta on every wall", BOX, {OTHERS: "#b5603f"}),
    "accent": Draft("One red wall, white beside it", BOX, {OTHERS: WHITE, 1: "#a3242c"}),
    "navy": Draft("Navy on every wall, under a cool sky", BOX, {OTHERS: "#22324d"}, kelvin=9000),
    "furnished": Draft("Sage, with a sofa, a table and a wardrobe", BOX, {OTHERS: "#a3b18a"}, (SOFA, TABLE, WARDROBE)),
    "ell": Draft("A room round a corner, cream", ELL, {OTHERS: "#efdfb0"}),
    "turned": Draft("Askew on the page, lilac", BOX, {OTHERS: "#c8a2c8"}, (SOFA, WARDROBE), turn=31),
    "turned_ell": Draft("Round a corner and askew, two greens", ELL, {OTHERS: "#d7e3d0", 2: GREEN, 3: GREEN}, turn=-22),
    "evening": Draft("Sky blue by two warm lamps, no window", BOX, {OTHERS: "#9fc4dd"}, (SOFA,), (), lamps=EVENING),
    "corridor": Draft("A narrow yellow corridor by a cool lamp", NARROW, {OTHERS: "#e8c547"}, (), (), lamps=COOL),
    "two_windows": Draft(
        "Teal, windows on two sides, a dark floor",
        BOX,
        {OTHERS: "#3d8f8c"},
        windows=(0, 2),
        floor="#3a2f28",
        kelvin=5500,
    ),
    "day_and_lamp": Draft("Blush by window and lamp", BOX, {OTHERS: "#eccfc6"}, (TABLE,), lamps=WARM, kelvin=7500),
}


def main() -> None:
    CASES.mkdir(exist_ok=True)
    for name, draft in ROOMS.items():
        content = {"about": draft.about, **_content(draft)}
        case = Case(content)
        content["seen"] = _traced(case)
        text = json.dumps(content).replace('"seen"', '\n "seen"').replace('{"at"', '\n  {"at"')
        (CASES / f"{name}.json").write_text(text + "\n", "utf-8")
        print(name, len(content["seen"]), flush=True)  # noqa: T201 - minutes pass


def _content(draft: Draft) -> dict[str, Any]:
    turned = _turned(draft.turn)
    corners = [turned(corner) for corner in draft.corners]
    ends = enumerate(zip(corners, [*corners[1:], corners[0]], strict=True))
    walls = {f"w{place}": {"level": "l1", "a": a, "b": b, "thickness": 120} for place, (a, b) in ends}
    plan = {
        "version": 1,
        "plan": {},
        "levels": {"l1": {"height": 2600}},
        "walls": walls,
        "openings": {f"o{place}": {"wall": f"w{place}", **WINDOW} for place in draft.windows},
        "items": {f"i{place}": _item(item, draft.turn) for place, item in enumerate(draft.items)},
        "rooms": {"r1": {"level": "l1", "at": turned([1000, 1000])}},
        "finishes": dict(_finishes(draft)),
    }
    lamps = [{"at": [*turned(at[:2]), at[2]], "kelvin": kelvin} for at, kelvin in draft.lamps]
    return {"plan": plan, "kelvin": draft.kelvin, "lamps": lamps}


def _item(item: dict[str, Any], turn: float) -> dict[str, Any]:
    turn_mdeg = round(item.get("turn_mdeg", 0) + turn * 1000) % 360_000
    return {"level": "l1", **item, "at": _turned(turn)(item["at"]), "turn_mdeg": turn_mdeg}


def _finishes(draft: Draft) -> Iterator[tuple[str, dict[str, Any]]]:
    for place in range(len(draft.corners)):
        colour = draft.walls.get(place, draft.walls[OTHERS])
        yield f"f{place}", {"wall": f"w{place}", "side": "right", "paint": colour}
    yield "f90", {"room": "r1", "face": "floor", "paint": draft.floor}
    yield "f91", {"room": "r1", "face": "ceiling", "paint": CEILING}


def _turned(degrees: float) -> Any:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return lambda point: [round(point[0] * c - point[1] * s), round(point[0] * s + point[1] * c)]


def _traced(case: Case) -> list[dict[str, Any]]:
    """Points on the walls, their normals, and XYZ of what comes off them there."""
    import mitsuba as mi

    mi.set_variant("llvm_ad_spectral")
    with tempfile.TemporaryDirectory() as folder:
        scene = mi.load_dict(_scene(mi, case, Path(folder)))
    seen = []
    for point, normal in _points(case):
        picture = mi.render(scene, sensor=mi.load_dict(_sensor(point, normal)), spp=SAMPLES)
        xyz = [float(f"{value:.6g}") for value in np.ravel(picture)]
        seen.append({"at": np.round(point, 1).tolist(), "normal": np.round(normal, 6).tolist(), "xyz": xyz})
    return seen


def _points(case: Case) -> Iterator[tuple[Any, Any]]:
    """Anywhere on the walls that somebody 40 cm before them could look at."""
    patches, parts, closing = case.room.patches, case.enclosure.parts, case.enclosure
    on_walls = [place for place, part in enumerate(patches.part) if parts[part].entry.get("of") == "face"]
    rng = np.random.default_rng(len(on_walls))
    left = POINTS
    while left:
        place = rng.choice(on_walls)
        a, b, _, d = patches.corners[place]
        u, v = rng.uniform(0.15, 0.85, 2)
        point, normal = a + u * (b - a) + v * (d - a), patches.normals[place]
        if clear(point[None], (point + 400 * normal)[None], closing.boxes, closing.edges)[0]:
            left -= 1
            yield point, normal


def _scene(mi: Any, case: Case, folder: Path) -> dict[str, Any]:
    """In metres; faces run the other way about there."""
    scene: dict[str, Any] = {"type": "scene", "integrator": {"type": "path", "max_depth": LONGEST_PATH, "rr_depth": 24}}
    for place, (face, owner) in enumerate(zip(case.enclosure.faces, case.enclosure.owners, strict=True)):
        plain = {"type": "diffuse", "reflectance": _regular(case.reflecting[owner])}
        shape = {"type": "ply", "filename": _written(mi, face, folder / f"{place}.ply"), "face_normals": True}
        shape["bsdf"] = {"type": "twosided", "bsdf": plain}
        if case.giving[owner].any():
            shape["emitter"] = {"type": "area", "radiance": _regular(case.giving[owner] / np.pi)}
        scene[f"face{place}"] = shape
    for place, (lamp, power) in enumerate(case.lamps):
        at = [mm / 1000 for mm in lamp.at]
        scene[f"lamp{place}"] = {"type": "point", "position": at, "intensity": _regular(power)}
    return scene


def _written(mi: Any, face: Any, path: Path) -> str:
    mesh = mi.Mesh("face", len(face), len(face) - 2)
    given = mi.traverse(mesh)
    given["vertex_positions"] = np.ravel(face / 1000)
    given["faces"] = np.ravel([[0, at + 1, at] for at in range(1, len(face) - 1)])
    given.update()
    mesh.write_ply(str(path))
    return str(path)


def _regular(values: Any) -> dict[str, Any]:
    powers = ", ".join(f"{value:.8g}" for value in values)
    return {"type": "regular", "wavelength_min": 400, "wavelength_max": 700, "values": powers}


def _sensor(point: Any, normal: Any) -> dict[str, Any]:
    """Looks at the wall from 3 mm before it."""
    film = {"type": "hdrfilm", "width": 1, "height": 1, "pixel_format": "xyz", "component_format": "float32"}
    return {
        "type": "radiancemeter",
        "origin": ((point + 3 * normal) / 1000).tolist(),
        "direction": (-normal).tolist(),
        "film": film | {"rfilter": {"type": "box"}},
    }


if __name__ == "__main__":
    main()
