"""`configurator repaint PHOTO JOB.json OUT.png`: a wall of a photo in another paint, and what is known of it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from configurator.commands.plan_argument import put_json
from configurator.i18n import LANGUAGES, translate
from samples.colour.srgb import from_linear, to_hex
from samples.fault import Fault
from samples.photo.job import read_job, scaled, within
from samples.photo.masking import Wall
from samples.photo.reading import open_with_size
from samples.photo.repainting import old_paint, repaint


def add_to(commands: Any) -> None:
    parser = commands.add_parser("repaint", help="a wall of a photo in another paint")
    parser.add_argument("photo", metavar="PHOTO", type=Path, help="JPEG, PNG, HEIC, WebP or AVIF")
    parser.add_argument("job", metavar="JOB.json", type=Path, help="taps in the photo's upright pixels, and the paints")
    parser.add_argument("out", metavar="OUT.png", type=Path)
    parser.add_argument("--mask", type=Path, help="where the mask is written too, as 8-bit PNG")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    image, size = open_with_size(options.photo.read_bytes())
    job = read_job(_json(options.job))
    within(job, size)
    job = scaled(job, size, image.size)
    photo = np.asarray(image)
    wall = Wall(photo)
    mask = wall.mask(job.wall, job.keep, lines=job.lines, brush=job.brush)
    doubt = wall.doubt(mask, job.wall)
    old = old_paint(photo, mask, told=job.old, sheet=job.white)
    Image.fromarray(repaint(photo, mask, old, job.new)).save(options.out, "PNG")
    if options.mask:
        Image.fromarray(mask).save(options.mask, "PNG")
    put_json(
        {
            "width": image.width,
            "height": image.height,
            "wall_share": round(float(mask.mean()) / 255, 3),
            "old": to_hex(from_linear(old.reflectance)),
            "approximate": not old.sure,
            "lightness_within": old.within,
            "doubt": doubt
            and {"kind": doubt, "text": {lang: translate(f"photos.doubt_{doubt}", lang=lang) for lang in LANGUAGES}},
        }
    )


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise Fault(str(path), "not_json") from error
