"""Walls found by taps and repainted, over a folder of photos whose truth is known, beside simpler ways."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from configurator.bench.timing import best_ms
from samples.colour.arrays import Numbers
from samples.colour.cie import hex_to_lab, lab_to_linear, linear_to_lab
from samples.colour.difference import delta_e
from samples.colour.srgb import from_hex, from_linear, to_linear
from samples.fault import Fault
from samples.photo.job import Job, read_job
from samples.photo.masking import Wall
from samples.photo.repainting import guessed_paint, repaint, told_paint

Pixels = NDArray[np.uint8]
Inside = NDArray[np.bool_]
TAPS = 5
NEAR_PX = 3
FLOOD_TOLERANCE = 30
LIGHTNESS_CLASS = 10


@dataclass(frozen=True)
class Case:
    """A photo, its taps and paints, how much of each pixel is wall, and the same room truly repainted."""

    name: str
    photo: Pixels
    job: Job
    mask: Pixels
    truth: Numbers


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    if options.photos is None:
        return
    rows = [_row(_case(folder)) for folder in sorted(options.photos.iterdir()) if (folder / "case.json").exists()]
    if not rows:
        raise Fault("--photos", "no_file")
    yield from rows
    yield {"bench": "repaint", "photo": "mean"} | {
        key: _mean(rows, key) for key in rows[0] if key not in ("bench", "photo")
    }


def _case(folder: Path) -> Case:
    photo, mask, truth = (_pixels(folder / f"{name}.png") for name in ("photo", "mask", "recoloured"))
    return Case(
        folder.name, photo, read_job(json.loads((folder / "case.json").read_text("utf-8"))), mask[..., 0], _lab(truth)
    )


def _pixels(path: Path) -> Pixels:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def _row(case: Case) -> dict[str, Any]:
    wall, inside = Wall(case.photo), case.mask > 127
    found = wall.mask(case.job.wall, case.job.keep)
    return {
        "bench": "repaint",
        "photo": case.name,
        "iou": _overlap(found > 127, inside),
        "boundary_f": _boundary_f(found > 127, inside),
        "iou_by_taps": _tapped(wall, inside),
        "flood_iou": _overlap(_flooded(case.photo, case.job), inside),
        "ready_ms": best_ms(lambda: Wall(case.photo), 1),
        "tap_ms": best_ms(lambda: wall.mask(case.job.wall, case.job.keep), 2),
        "repaint_ms": best_ms(lambda: repaint(case.photo, case.mask, told_paint(str(case.job.old)), case.job.new), 2),
        **{f"delta_e_{way}": _wrong(case, pixels) for way, pixels in _ways(case).items()},
        "delta_e_rest": _wrong(case, _known(case), case.mask == 0),
        "delta_e_rest_untouched": _wrong(case, case.photo, case.mask == 0),
    }


def _ways(case: Case) -> dict[str, Pixels]:
    """The wall by its exact mask, in our way at three degrees of knowing the old paint, and in two naive ones."""
    told = float(hex_to_lab(str(case.job.old))[0]) // LIGHTNESS_CLASS * LIGHTNESS_CLASS + LIGHTNESS_CLASS / 2
    by_class = guessed_paint(case.photo, case.mask, told)
    return {
        "known": _known(case),
        "by_lightness": repaint(case.photo, case.mask, by_class, case.job.new),
        "guessed": repaint(case.photo, case.mask, guessed_paint(case.photo, case.mask), case.job.new),
        "multiply": _levels(to_linear(case.photo / 255) * to_linear(from_hex(case.job.new))),
        "ab_swap": _swapped(case),
    }


def _known(case: Case) -> Pixels:
    return repaint(case.photo, case.mask, told_paint(str(case.job.old)), case.job.new)


def _swapped(case: Case) -> Pixels:
    lab = _lab(case.photo)
    lab[..., 1:] = hex_to_lab(case.job.new)[1:]
    return _levels(lab_to_linear(lab))


def _wrong(case: Case, pixels: Pixels, where: Inside | None = None) -> float:
    chosen = case.mask > 250 if where is None else where
    return round(float(delta_e(_lab(pixels[chosen]), case.truth[chosen]).mean()), 2)


def _tapped(wall: Wall, inside: Inside) -> list[float]:
    """The overlap after each tap of a user whose next one is always the middle of the largest error."""
    on: list[tuple[int, int]] = []
    off: list[tuple[int, int]] = []
    found, told = np.zeros_like(inside), []
    for _ in range(TAPS):
        if (found ^ inside).any():
            x, y = _deepest(found ^ inside)
            (on if inside[y, x] else off).append((x, y))
            found = wall.mask(on, off) > 127
        told.append(_overlap(found, inside))
    return told


def _deepest(wrong: Inside) -> tuple[int, int]:
    """The pixel (x, y) farthest from all that is right."""
    last, layer = wrong, np.pad(wrong, 1)
    while layer.any():
        last = layer[1:-1, 1:-1]
        layer = _worn(layer)
    rows, columns = np.nonzero(last)
    middle = len(rows) // 2
    return int(columns[middle]), int(rows[middle])


def _worn(layer: Inside) -> Inside:
    inner = layer.copy()
    inner[1:-1, 1:-1] &= layer[:-2, 1:-1] & layer[2:, 1:-1] & layer[1:-1, :-2] & layer[1:-1, 2:]
    return inner


def _boundary_f(found: Inside, inside: Inside) -> float:
    """How far the two outlines agree within NEAR_PX, from 0 to 1."""
    one, other = _outline(found), _outline(inside)
    precision, recall = _share(one, _grown(other)), _share(other, _grown(one))
    return round(2 * precision * recall / max(precision + recall, 1e-9), 3)


def _outline(inside: Inside) -> Inside:
    return inside & ~_worn(np.pad(inside, 1, "edge"))[1:-1, 1:-1]


def _grown(outline: Inside) -> Inside:
    away = np.pad(~outline, 1, constant_values=True)
    for _ in range(NEAR_PX):
        away = _worn(away)
    return ~away[1:-1, 1:-1]


def _share(outline: Inside, near: Inside) -> float:
    return float((outline & near).sum() / max(outline.sum(), 1))


def _flooded(photo: Pixels, job: Job) -> Inside:
    """What flood fill from every tap on the wall reaches."""
    painted = np.zeros(photo.shape[:2], bool)
    for tap in job.wall:
        image = Image.fromarray(photo)
        ImageDraw.floodfill(image, tap, (1, 254, 3), thresh=FLOOD_TOLERANCE)
        painted |= (np.asarray(image) == (1, 254, 3)).all(axis=2)
    return painted


def _overlap(found: Inside, inside: Inside) -> float:
    return round(float((found & inside).sum() / max((found | inside).sum(), 1)), 3)


def _mean(rows: list[dict[str, Any]], key: str) -> Any:
    mean = np.mean([row[key] for row in rows], axis=0).round(3)
    return mean.tolist()


def _lab(pixels: Pixels) -> Numbers:
    return linear_to_lab(to_linear(pixels / 255))


def _levels(linear: Numbers) -> Pixels:
    return np.floor(np.clip(from_linear(linear), 0, 1) * 255 + 0.5).astype(np.uint8)
