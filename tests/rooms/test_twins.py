"""Python and JavaScript make the same parts, symbols, zones and triangles of every kind."""

import json
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from rooms.kinds import KINDS, Kind, zones_of
from rooms.things.mesh import mesh_of
from rooms.things.parts import parts_of
from rooms.things.symbol import elevation_symbol_of, symbol_of
from rooms.vocabulary.extent import extent

TWIN = Path(__file__).with_name("twin.mjs")
BETWEEN = ((23, 80, 57), (68, 31, 92))  # hundredths of the way from least to most
FAR_TOO_SMALL, FAR_TOO_BIG = (1, 7, 40), (9001, 4999, 12345)


def sizes_of(kind: Kind) -> list[tuple[int, ...]]:
    """Default, least, most, two between and two far outside."""
    between = [
        tuple(low + (high - low) * share // 100 for low, high, share in zip(kind.least, kind.most, shares, strict=True))
        for shares in BETWEEN
    ]
    return [kind.size, kind.least, kind.most, *between, FAR_TOO_SMALL, FAR_TOO_BIG]


ASKED = [(kind.name, size, place in (0, 5)) for kind in KINDS.values() for place, size in enumerate(sizes_of(kind))]


@pytest.fixture(scope="module")
def browsers_answers() -> list[Any]:
    question = json.dumps({"asked": ASKED})
    told = subprocess.run(
        ["node", "--no-warnings", str(TWIN)],
        input=question,
        capture_output=True,
        check=True,
        text=True,
        cwd=TWIN.parent,
    )
    return json.loads(told.stdout)


def plain(value: Any) -> Any:
    """As JSON has it: lists for tuples."""
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


def ours(name: str, size: Any, aspect: str) -> Any:
    kind = KINDS[name]
    parts = parts_of(kind, size, "#123456")
    if aspect == "parts":
        return [{"form": part.form} | {key: plain(value) for key, value in asdict(part).items()} for part in parts]
    if aspect == "extents":
        return plain([extent(part) for part in parts])
    if aspect == "zones":
        return [{key: plain(value) for key, value in asdict(zone).items()} for zone in zones_of(kind, size)]
    strokes = symbol_of(kind, size) if aspect == "symbol" else elevation_symbol_of(kind, size)
    return [asdict(stroke) for stroke in strokes]


@pytest.mark.parametrize("aspect", ["parts", "extents", "symbol", "front", "zones"])
def test_both_languages_answer_alike(browsers_answers, aspect):
    for (name, size, _), theirs in zip(ASKED, browsers_answers, strict=True):
        assert ours(name, size, aspect) == theirs[aspect], f"{name} at {size}"


def test_both_languages_make_the_same_triangles(browsers_answers):
    for (name, size, with_mesh), theirs in zip(ASKED, browsers_answers, strict=True):
        if with_mesh:
            meshes = [mesh_of(part) for part in parts_of(KINDS[name], size, "#123456")]
            assert [plain(mesh.indices) for mesh in meshes] == [mesh["indices"] for mesh in theirs["meshes"]], name
            assert [plain(mesh.positions) for mesh in meshes] == [mesh["positions"] for mesh in theirs["meshes"]], name
