"""A small room, truly drawn, where the renderer is installed."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from rooms.rendering.process import Wish, frames, is_possible
from rooms.scene import describe
from tests.rooms.rectangle import rectangle
from tests.rooms.rendering.test_setting import INSIDE, PAINTED

pytestmark = pytest.mark.skipif(not is_possible(), reason="mitsuba is not installed")


def test_a_sage_room_is_drawn_pass_by_pass_in_sage() -> None:
    scene = describe(rectangle(finishes=PAINTED), None, {"sage": "#a3b18a"}.get)
    shares, pictures = [], []
    for frame in frames(scene, INSIDE, 0, Wish((48, 30), 8, 60)):
        shares.append(frame.share)
        pictures += [np.asarray(Image.open(io.BytesIO(frame.png)), np.float64)] if frame.png else []
    assert shares == [0.5, 1.0]
    assert [picture.shape for picture in pictures] == [(30, 48, 3)] * 2
    red, green, blue = pictures[-1][8:16, 3:9].mean(axis=(0, 1))
    assert green > red > blue > 60
    assert pictures[-1].min() > 20
