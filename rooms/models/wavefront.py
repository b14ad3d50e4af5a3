"""Wavefront OBJ with its MTL: triangles, colours and textures; all other words are passed over."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from rooms.fault import Fault
from rooms.models.soup import MOST_MATERIALS, MOST_TRIANGLES, MOST_VERTICES, Material, Soup, linear

ROUGH, SMOOTH = 0.9, 0.3
TAKES = {"-s": 3, "-o": 3, "-t": 3, "-mm": 2}
"""How many numbers follow an option of a texture; another option has one."""

Beside = Callable[[str], bytes | None]
"""The bytes of the file that the model names, None where it is not there."""


def read_obj(data: bytes, place: str, beside: Beside) -> Soup:
    """The model's triangles; polygons become fans.

    Raises Fault at `place`: `model_damaged` with the line, `too_many_triangles`, `model_empty`.
    """
    reading = _Reading(place, beside)
    for number, line in enumerate(_lines(data), 1):
        word, _, rest = line.strip().partition(" ")
        if take := reading.words.get(word):
            try:
                take(rest.strip())
            except (ValueError, IndexError, OverflowError) as error:
                if isinstance(error, Fault):
                    raise
                raise Fault(place, "model_damaged", line=number) from error
    return reading.soup()


def read_mtl(data: bytes) -> Mapping[str, Material]:
    """The materials by name; what stands before the first name is passed over, and so is what cannot be read."""
    told: dict[str, dict[str, str]] = {}
    into: dict[str, str] = {}
    for line in _lines(data):
        word, _, rest = line.strip().partition(" ")
        if word == "newmtl":
            if len(told) >= MOST_MATERIALS:
                break
            into = told.setdefault(rest.strip(), {})
        elif word:
            into[word] = rest.strip()
    return {name: _material(words) for name, words in told.items()}


def _lines(data: bytes) -> Iterator[str]:
    return iter(data.decode("utf-8", "replace").replace("\\\r\n", " ").replace("\\\n", " ").split("\n"))


def _material(words: Mapping[str, str]) -> Material:
    diffuse, shine = _numbers(words.get("Kd", "")), _numbers(words.get("Ks", ""))
    opacity = _numbers(words.get("d", ""))[:1] or [1 - _numbers(words.get("Tr", "0"))[0] if words.get("Tr") else 1.0]
    texture = _named(words.get("map_Kd", ""))
    encoded = diffuse if len(diffuse) == 3 else [0.75, 0.75, 0.75]
    red, green, blue = (1.0, 1.0, 1.0) if texture else (linear(share) for share in encoded)
    return Material(
        colour=(red, green, blue),
        opacity=min(max(opacity[0], 0.0), 1.0),
        roughness=_roughness(_numbers(words.get("Ns", ""))[:1], shine),
        texture=texture,
        cutout="map_d" in words,
    )


def _roughness(exponent: list[float], shine: list[float]) -> float:
    """From a Phong exponent as in Walter 2007, weighed by how strong the highlight is."""
    if not exponent or not shine:
        return ROUGH
    sharp = math.sqrt(2 / (max(exponent[0], 0.0) + 2))
    return min(max(1 - (1 - sharp) * min(max(*shine, 0.0), 1.0), SMOOTH), ROUGH)


def _numbers(text: str) -> list[float]:
    try:
        found = [float(word) for word in text.split()]
    except ValueError:
        return []
    return found if all(map(math.isfinite, found)) else []


def _named(text: str) -> str | None:
    """The file of a texture, which may hold spaces, behind its options."""
    words = text.split()
    while words and words[0].startswith("-"):
        words = words[1 + TAKES.get(words[0], 1) :]
    return text[text.index(words[0]) :] if words else None


class _Reading:
    """What was read so far."""

    def __init__(self, place: str, beside: Beside) -> None:
        self._place, self._beside = place, beside
        self._vertices: list[tuple[float, ...]] = []
        self._places: list[tuple[float, float]] = [(0.0, 0.0)]
        self._triangles: list[tuple[int, int, int]] = []
        self._corners: list[tuple[int, int, int]] = []
        self._made_of: list[int] = []
        self._known: dict[str, Material] = {}
        self._used: dict[str, int] = {}
        self._now = 0
        self.words: Mapping[str, Callable[[str], Any]] = {
            "v": self._vertex,
            "vt": self._texture_place,
            "f": self._face,
            "usemtl": self._use,
            "mtllib": self._library,
        }

    def soup(self) -> Soup:
        if not self._triangles:
            raise Fault(self._place, "model_empty")
        positions = np.array(self._vertices, dtype=np.float64)
        places = np.array(self._places, dtype=np.float64)
        if not (np.isfinite(positions).all() and np.isfinite(places).all()):
            raise Fault(self._place, "model_damaged")
        names = list(self._used)
        materials = [self._known.get(name, Material()) for name in names]
        notes = tuple(("material_missing", name) for name in names if name and name not in self._known)
        return Soup(
            positions,
            np.array(self._triangles, dtype=np.int64),
            places[np.array(self._corners, dtype=np.int64)],
            np.array(self._made_of, dtype=np.int64),
            materials,
            notes,
        )

    def _vertex(self, rest: str) -> None:
        x, y, z = rest.split()[:3]
        if len(self._vertices) >= MOST_VERTICES:
            raise Fault(self._place, "too_many_triangles", most=MOST_TRIANGLES)
        self._vertices.append((float(x), float(y), float(z)))

    def _texture_place(self, rest: str) -> None:
        told = [float(word) for word in rest.split()[:2]]
        if len(self._places) > MOST_VERTICES:
            raise Fault(self._place, "too_many_triangles", most=MOST_TRIANGLES)
        self._places.append((told[0], 1 - told[1] if len(told) > 1 else 0.0))

    def _face(self, rest: str) -> None:
        corners = [corner.split("/") for corner in rest.split()]
        spots = [_counted(corner[0], len(self._vertices)) for corner in corners]
        places = [
            _counted(corner[1], len(self._places) - 1) + 1 if len(corner) > 1 and corner[1] else 0 for corner in corners
        ]
        if len(self._triangles) + len(spots) > MOST_TRIANGLES:
            raise Fault(self._place, "too_many_triangles", most=MOST_TRIANGLES)
        if not self._used:
            self._use("")
        for second in range(1, len(spots) - 1):
            self._triangles.append((spots[0], spots[second], spots[second + 1]))
            self._corners.append((places[0], places[second], places[second + 1]))
            self._made_of.append(self._now)

    def _use(self, name: str) -> None:
        if name not in self._used and len(self._used) >= MOST_MATERIALS:
            raise Fault(self._place, "too_many_materials", most=MOST_MATERIALS)
        self._now = self._used.setdefault(name, len(self._used))

    def _library(self, name: str) -> None:
        if (data := self._beside(name)) is not None:
            self._known |= read_mtl(data)


def _counted(told: str, there: int) -> int:
    """A place counted from 1, or from the end when negative, as one from 0."""
    number = int(told)
    place = number - 1 if number > 0 else there + number
    if not 0 <= place < there:
        raise IndexError(told)
    return place
