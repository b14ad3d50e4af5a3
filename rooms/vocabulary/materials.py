"""What parts are made of: the default look of each material word, read from `materials.json`, as the browser does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True)
class Material:
    """`colour` is #rrggbb; roughness, metalness and opacity run from 0 to 1 as in physically based shading."""

    colour: str
    roughness: float
    metalness: float
    opacity: float


def _read() -> dict[str, Material]:
    described = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return {word: Material(**look) for word, look in described.items()}


MATERIALS: Mapping[str, Material] = MappingProxyType(_read())
