"""Draws one picture for another process, finer pass by pass, and no longer than it is told.

In comes JSON: `scene`, `view`, `north_mdeg`, `models` of things' own by their ids (base64 of GLB and a size),
`size_px`, `samples` for each pixel and `seconds`. Out comes, after each
pass, a line of JSON (`share` of the work that is done, how many `bytes` follow) and the picture so far as a PNG where
it has been drawn anew. When the time is up the last picture is the one of the passes that there are.
"""

from __future__ import annotations

import io
import json
import os
import resource
import sys
import time
from base64 import b64decode
from math import ceil
from typing import Any

from PIL import Image

from rooms.entities import View
from rooms.pictures.glb_guest import OwnModel
from rooms.rendering.setting import setting
from rooms.rendering.tracing import Layers, Tracer

PASS_SAMPLES = 4
MOST_MEMORY = 6 * 1024**3
SPARE_S = 120
POLITE = 10


def main() -> None:
    told = json.load(sys.stdin)
    os.nice(POLITE)
    _limit(told["seconds"])
    ends = time.monotonic() + told["seconds"]
    size_px = told["size_px"][0], told["size_px"][1]
    view = View(**told["view"] | {"at": tuple(told["view"]["at"])})
    models = {id_: OwnModel(b64decode(data), (w, d, h)) for id_, (data, (w, d, h)) in told["models"].items()}
    tracer = Tracer(setting(told["scene"], view, told["north_mdeg"], models), size_px, PASS_SAMPLES)
    _draw(tracer, ceil(told["samples"] / PASS_SAMPLES), ends)


def _draw(tracer: Tracer, wanted: int, ends: float) -> None:
    """The first pass is always made whole. Pictures are drawn after 1, 2, 4, 8 … passes, and after the last."""
    held: Layers | None = None
    began = time.monotonic()
    for number, layers in enumerate(tracer.passes(), start=1):
        held = layers if held is None else held + layers
        one_more = (time.monotonic() - began) / number
        is_last = number >= wanted or time.monotonic() + one_more > ends
        is_drawn = is_last or number & (number - 1) == 0
        _tell(1.0 if is_last else number / wanted, _png(tracer.picture(held.over(number))) if is_drawn else b"")
        if is_last:
            return


def _limit(seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    processor_s = int(seconds + SPARE_S) * (os.cpu_count() or 1)
    resource.setrlimit(resource.RLIMIT_CPU, (processor_s, processor_s))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _png(pixels: Any) -> bytes:
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "PNG")
    return written.getvalue()


def _tell(share: float, png: bytes) -> None:
    sys.stdout.buffer.write(json.dumps({"share": round(share, 4), "bytes": len(png)}).encode() + b"\n" + png)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
