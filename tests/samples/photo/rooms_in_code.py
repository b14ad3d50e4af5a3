"""A small room drawn in code: a wall of one colour under uneven light, a picture on it, a ceiling and a floor."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.colour.srgb import from_hex, from_linear, to_linear

WIDTH, HEIGHT = 120, 90
WALL_TAP, FAR_TAP, KEEP_TAP = (20, 40), (105, 40), (80, 45)


def room(wall: str = "#a8553a") -> NDArray[np.uint8]:
    paint = np.full((HEIGHT, WIDTH, 3), to_linear(from_hex("#f4f4f0")))
    paint[inside()] = to_linear(from_hex(wall))
    paint[70:] = to_linear(from_hex("#5a4632"))
    paint[35:55, 70:95] = to_linear(from_hex("#2f7d4f"))
    light = np.linspace(0.9, 0.5, WIDTH)[None, :, None]
    return np.floor(from_linear(paint * light) * 255 + 0.5).astype(np.uint8)


def inside() -> NDArray[np.bool_]:
    mask = np.zeros((HEIGHT, WIDTH), bool)
    mask[15:70] = True
    mask[35:55, 70:95] = False
    return mask


def as_file(photo: NDArray[np.uint8], kind: str = "PNG", **how: object) -> bytes:
    written = io.BytesIO()
    Image.fromarray(photo).save(written, kind, **how)
    return written.getvalue()
