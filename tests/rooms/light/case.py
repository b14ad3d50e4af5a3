"""A stored room with its paints and lights, ready to be lit."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from rooms.light import Enclosure, Lamp, Room, enclosure
from rooms.plan import Plan
from rooms.scene import describe
from samples.colour import spectrum
from samples.colour.cie import hex_to_lab

CASES = Path(__file__).parents[2] / "cases" / "light"
GLASS = 0.1
LAMP_POWER = 0.35


class Case:
    """Paint codes in its plan are their own colours, and what is not painted has the scene's colour."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.content = content

    @classmethod
    def read(cls, name: str) -> Case:
        return cls(json.loads((CASES / f"{name}.json").read_text("utf-8")))

    @cached_property
    def enclosure(self) -> Enclosure:
        return enclosure(describe(Plan(self.content["plan"]), None, lambda code: code), 0)

    @cached_property
    def room(self) -> Room:
        return Room(self.enclosure)

    @cached_property
    def reflecting(self) -> Any:
        """(parts, 31)"""
        return np.array([_reflectance(part.of, part.entry) for part in self.enclosure.parts])

    @cached_property
    def giving(self) -> Any:
        """(parts, 31)"""
        light, dark = spectrum.daylight(self.content["kelvin"]), np.zeros(len(spectrum.BANDS_NM))
        return np.array([light if part.of == "opening" else dark for part in self.enclosure.parts])

    @cached_property
    def lamps(self) -> list[tuple[Lamp, Any]]:
        return [(Lamp(tuple(lamp["at"])), LAMP_POWER * spectrum.glow(lamp["kelvin"])) for lamp in self.content["lamps"]]

    def reflectance_at(self, points: Any, normals: Any) -> Any:
        """(points, 31), of the parts that the points lie on."""
        patches = self.room.patches
        away = np.linalg.norm(patches.centres[None] - points[:, None], axis=2)
        turned = np.abs(patches.normals[None] - normals[:, None]).sum(axis=2) > 0.01
        return self.reflecting[patches.part[np.argmin(away + 1e6 * turned, axis=1)]]


def _reflectance(of: str, entry: Any) -> Any:
    if of == "opening":
        return np.full(len(spectrum.BANDS_NM), GLASS)
    colour = entry["tint"] if of == "item" else entry["colour"]
    return spectrum.reflectance(hex_to_lab(colour))
