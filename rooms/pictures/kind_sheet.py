"""Sheets that show each kind as plan symbol, front view and in space: `python -m rooms.pictures.kind_sheet docs/kinds`.

That writes `docs/kinds-<category>.png`, or one picture `docs/kinds.png` of the kinds that are named behind it. The
cells are numbered in the order of `KINDS` and say no names, so that a reader can test whether each thing is plain.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from rooms.kinds import CATEGORIES, KINDS, Kind
from rooms.pictures.picture import Body, Camera, render
from rooms.things.mesh import mesh_of
from rooms.things.parts import parts_of
from rooms.things.symbol import Stroke, elevation_symbol_of, symbol_of
from rooms.things.traced import Point, traced
from rooms.vocabulary.extent import extent
from rooms.vocabulary.materials import MATERIALS

COLUMNS = 4
COLOURS = 128
VIEW_PX = 150
SPACE_PX = (210, 180)
MARGIN_PX = 12
FINE = 4
SIGN_MM = 320
INK = (22, 22, 22)
WEIGHTS_PX = {"outline": 1.7, "detail": 0.8, "hidden": 0.8}
FILLS = {"paper": (255, 255, 255), "shade": (226, 226, 226), "ink": (60, 60, 60)}
HIDDEN = (120, 120, 120)


def sheet(kinds: Sequence[Kind], columns: int = COLUMNS) -> Image.Image:
    """The numbered cells of the kinds, row by row."""
    cells = [cell(kind, number) for number, kind in enumerate(kinds, start=1)]
    width, height = cells[0].size
    rows = math.ceil(len(cells) / columns)
    picture = Image.new("RGB", (columns * width, rows * height), "white")
    for place, one in enumerate(cells):
        picture.paste(one, (place % columns * width, place // columns * height))
    return picture


def cell(kind: Kind, number: int) -> Image.Image:
    """One kind at its usual size: plan, front, space."""
    picture = Image.new("RGB", (2 * VIEW_PX + SPACE_PX[0] + 4 * MARGIN_PX, SPACE_PX[1] + 2 * MARGIN_PX), "white")
    top = MARGIN_PX + (SPACE_PX[1] - VIEW_PX) // 2
    extents = [extent(part) for part in parts_of(kind, kind.size)]
    least = [min(reach[0][axis] for reach in extents) for axis in range(3)]
    most = [max(reach[1][axis] for reach in extents) for axis in range(3)]
    middle = [(low + high) / 2 for low, high in zip(least, most, strict=True)]
    scale = (VIEW_PX - 8) / max(high - low for low, high in zip(least, most, strict=True))
    plan = _plan(kind, (middle[0], middle[1]), scale)
    front = drawing(elevation_symbol_of(kind, kind.size), (middle[0], -middle[2]), scale)
    picture.paste(plan, (MARGIN_PX, top))
    picture.paste(front, (VIEW_PX + 2 * MARGIN_PX, top))
    picture.paste(in_space(kind, least, most), (2 * VIEW_PX + 3 * MARGIN_PX, MARGIN_PX))
    ImageDraw.Draw(picture).text((4, 2), str(number), fill=INK, font=ImageFont.load_default(13))
    return picture


def _plan(kind: Kind, middle: Point, scale: float) -> Image.Image:
    """The symbol at the scale of the other views; an agreed sign, which is larger than its thing, at one of its own."""
    if kind.sign:
        middle, scale = (0.0, SIGN_MM / 4), VIEW_PX / SIGN_MM
    return drawing(symbol_of(kind, kind.size), middle, scale)


def in_space(kind: Kind, least: Sequence[int], most: Sequence[int]) -> Image.Image:
    """The thing from the front and the right, a little from above, on white paper; what hangs above, from below."""
    width, depth, height = (high - low for low, high in zip(least, most, strict=True))
    rise = -18 if kind.mount == "ceiling" else 26
    turn, tip = math.radians(28), math.radians(abs(rise))
    across = width * math.cos(turn) + depth * math.sin(turn)
    upright = height * math.cos(tip) + (width * math.sin(turn) + depth * math.cos(turn)) * math.sin(tip)
    span = 1.12 * max(across, upright * SPACE_PX[0] / SPACE_PX[1])
    middle = (least[0] + width / 2, least[1] + depth / 2, least[2] + height / 2)
    camera = Camera.parallel(middle, 28, rise, span)
    return render(bodies_of(kind), camera, SPACE_PX, ground_mm=0 if kind.mount == "floor" else None)


def bodies_of(kind: Kind) -> list[Body]:
    """The kind's parts at its usual size, as bodies in its own frame."""
    bodies: list[Body] = []
    for part in parts_of(kind, kind.size):
        mesh = mesh_of(part)
        red, green, blue = (int(part.colour[start : start + 2], 16) for start in (1, 3, 5))
        bodies.append(Body(mesh.positions, mesh.indices, (red, green, blue), MATERIALS[part.material].opacity))
    return bodies


def drawing(strokes: Sequence[Stroke], middle: Point, scale: float) -> Image.Image:
    """Strokes on white, `scale` pixels to the mm, the frame's point `middle` in the picture's middle."""
    size = VIEW_PX * FINE
    picture = Image.new("RGB", (size, size), "white")
    pen = ImageDraw.Draw(picture)
    for stroke in strokes:
        for line, closed in traced(stroke.d):
            points = [
                (size / 2 + (x - middle[0]) * scale * FINE, size / 2 + (y - middle[1]) * scale * FINE) for x, y in line
            ]
            _ink(pen, points, stroke, closed=closed)
    return picture.resize((VIEW_PX, VIEW_PX), Image.Resampling.BOX)


def _ink(pen: ImageDraw.ImageDraw, points: list[Point], stroke: Stroke, *, closed: bool) -> None:
    if stroke.fill is not None and len(points) > 2:
        pen.polygon(points, fill=FILLS[stroke.fill])
    line = [*points, points[0]] if closed else points
    width = round(WEIGHTS_PX[stroke.weight] * FINE)
    if stroke.weight == "hidden":
        _dashes(pen, line, width)
    else:
        pen.line(line, fill=INK, width=width, joint="curve")


def _dashes(pen: ImageDraw.ImageDraw, line: Sequence[Point], width: int) -> None:
    """Every other stretch of the line, in grey."""
    period, gone = 8.0 * FINE, 0.0
    for (ax, ay), (bx, by) in pairwise(line):
        length = math.dist((ax, ay), (bx, by))
        at = 0.0
        while at < length:
            step = min(period / 2 - gone % (period / 2), length - at)
            if int(gone / (period / 2)) % 2 == 0:
                ends = [(ax + (bx - ax) * where / length, ay + (by - ay) * where / length) for where in (at, at + step)]
                pen.line(ends, fill=HIDDEN, width=width)
            at, gone = at + step + 1e-9, gone + step + 1e-9


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the sheets of kinds.")
    parser.add_argument("file", type=Path, help="without .png")
    parser.add_argument("kinds", nargs="*", help="the kinds to draw; all of them, a sheet for each category, without")
    wanted = parser.parse_args()
    if wanted.kinds:
        _save([KINDS[name] for name in wanted.kinds], wanted.file.with_suffix(".png"))
        return
    for category in CATEGORIES:
        kinds = [kind for kind in KINDS.values() if kind.category == category]
        _save(kinds, wanted.file.with_name(f"{wanted.file.name}-{category}.png"))


def _save(kinds: Sequence[Kind], file: Path) -> None:
    """In few colours, which these pictures bear, so that the file stays small."""
    sheet(kinds).quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(file, optimize=True)


if __name__ == "__main__":
    main()
