"""A room's picture whose colours are told later is the picture that was painted with them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from configurator.start.starts import starts
from rooms.pictures.picture import Body, Camera, linear, render, shade
from rooms.pictures.room_plate import Plate, plate
from rooms.plan import Plan
from rooms.scene import describe

SIZE = (96, 64)
BODIES = [
    Body((0, 0, 0, 900, 0, 0, 0, 900, 0), (0, 1, 2), (200, 60, 40)),
    Body((0, 0, 0, 900, 0, 0, 0, 0, 900), (0, 2, 1), (30, 90, 160)),
    Body((0, 0, 300, 700, 0, 300, 0, 700, 300), (0, 1, 2), (90, 90, 90), 0.4),
]
CAMERA = Camera.parallel((300.0, 300.0, 200.0), 30, 40, 1800.0)


def test_colours_told_later_give_the_same_picture() -> None:
    told = np.asarray(render(BODIES, CAMERA, SIZE, ground_mm=-4), int)
    light = shade([replace(BODIES[0], voice=0), *BODIES[1:]], 1, CAMERA, SIZE, ground_mm=-4)
    later = light[:, :, :3] + light[:, :, 3:4] * linear((200, 60, 40))
    again = shade(BODIES, 0, CAMERA, SIZE, ground_mm=-4)
    assert np.abs(later - again).max() < 1e-5
    assert told.shape == (64, 96, 3)


@pytest.fixture(scope="module")
def room() -> Plate:
    scene = describe(Plan(starts()["hall"].document), None, lambda _code: "#c8a982")
    return plate(scene, 0, SIZE, lambda piece: piece.entry.get("of") if piece.of == "surface" else None)


def test_a_new_colour_changes_its_own_surfaces_alone(room: Plate) -> None:
    plain, red = (np.asarray(room.coloured(told), int) for told in ({}, {"floor": "#aa3322"}))
    changed = np.abs(red - plain).max(axis=2) > 12
    floor = room.light[:, :, 3 + room.voices.index("floor")] > 0.05
    assert changed.sum() > 300
    assert not (changed & ~floor).any()
