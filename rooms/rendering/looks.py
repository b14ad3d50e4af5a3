"""What things are made of, as mitsuba's dictionaries describe it: each word of the vocabulary, in the plan's colour.

A painted wall sends back to all sides exactly its paint's reflectance (its sRGB code as linear light).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rooms.pictures.picture import linear
from rooms.tiling.boards import looks_wooden
from rooms.vocabulary.materials import MATERIALS

Look = dict[str, Any]

MATT = 0.75
"""Materials that are rougher than this shine nowhere."""
GLAZED, STONEWARE, BOARD = "glazed", "stoneware", "board"
"""Words for tiles, which are no materials of things."""
OF_TILES = {GLAZED: 0.12, STONEWARE: 0.5, BOARD: 0.55}
GLAZED_MM = 310
"""A tile that is nowhere longer is glazed."""
HALF = 0.5
SMOOTH = 0.04
"""Below this a highlight is a reflection."""
SHEER = 0.55
"""How much of a curtain is thread."""
BLACK: Look = {"type": "diffuse", "reflectance": {"type": "rgb", "value": [0.0, 0.0, 0.0]}}


def look_of(material: str, colour: str) -> Look:
    """Of a word and #rrggbb; what is of no material is matt, as plaster is."""
    value = [float(share) for share in linear((int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)))]
    rgb: Look = {"type": "rgb", "value": value}
    if material == "glass":
        return {"type": "thindielectric", "int_ior": 1.5}
    if material in ("mirror", "chrome", "metal"):
        return _twosided(_metal(material, rgb))
    word = MATERIALS.get(material)
    return _coated(rgb, OF_TILES.get(material, word.roughness if word else 1.0))


def finish_of(colour: tuple[float, float, float], roughness: float, metalness: float) -> Look:
    """Of linear light, as physically based shading tells it; between metal and not there is nothing."""
    rgb: Look = {"type": "rgb", "value": list(colour)}
    return _twosided(_metal("metal", rgb)) if metalness > HALF else _coated(rgb, roughness)


def sheer_look_of(colour: str) -> Look:
    """Cloth through which some light goes."""
    return {"type": "mask", "opacity": SHEER, "nested": look_of("fabric", colour)}


def albedo_of(look: Mapping[str, Any]) -> tuple[float, float, float]:
    """What a look sends back of each colour; all of it, where one sees other things through it."""
    bare = look
    while "bsdf" in bare or "nested" in bare:
        bare = bare.get("bsdf") or bare["nested"]
    for name in ("reflectance", "diffuse_reflectance", "specular_reflectance"):
        if name in bare:
            red, green, blue = bare[name]["value"]
            return red, green, blue
    return 1.0, 1.0, 1.0


def tile_word(tile: dict[str, Any]) -> str:
    """What a tile is made of, which no plan says: told by its size and colour."""
    if looks_wooden(tile):
        return BOARD
    return GLAZED if max(tile["size"]) < GLAZED_MM else STONEWARE


def _coated(rgb: Look, roughness: float) -> Look:
    return _twosided({"type": "diffuse", "reflectance": rgb} if roughness > MATT else _lacquer(rgb, roughness))


def _metal(material: str, rgb: Look) -> Look:
    if material == "mirror":
        return {"type": "conductor", "material": "none", "specular_reflectance": {"type": "rgb", "value": [0.9] * 3}}
    alpha = 0.06 if material == "chrome" else 0.22
    return {"type": "roughconductor", "material": "none", "alpha": alpha, "specular_reflectance": rgb}


def _lacquer(rgb: Look, roughness: float) -> Look:
    """A colour under a clear coat."""
    alpha = roughness * roughness
    if alpha < SMOOTH:
        return {"type": "plastic", "diffuse_reflectance": rgb}
    return {"type": "roughplastic", "distribution": "ggx", "alpha": alpha, "diffuse_reflectance": rgb}


def _twosided(look: Look) -> Look:
    return {"type": "twosided", "bsdf": look}
