"""Photos that people bring, opened in a process of their own with little memory and little time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from configurator.config import ROOT
from configurator.errors import Refused

WAIT_S = 10
REASONS = {
    "too_large": "photo_too_large",
    "too_small": "photo_too_small",
    "not_a_picture": "not_a_photo",
    "damaged_picture": "photo_damaged",
}


@dataclass(frozen=True)
class WorkingPicture:
    """Upright, without metadata, at most 1.5 Mpx, as a JPEG; its size in pixels."""

    jpeg: bytes
    width: int
    height: int


def open_photo(data: bytes) -> WorkingPicture:
    """Refused `photo_too_large` (for 512 MB and 8 s of work, too), `_too_small`, `_damaged`, `_empty`, `not_a_photo`.

    Refused `photo_not_in_time` where 10 s have passed, as on a machine with too much to do.
    """
    if not data:
        raise Refused("photo_empty", path="file")
    command = [sys.executable, "-m", "configurator.photos.decoder"]
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=WAIT_S, cwd=ROOT, check=False)  # noqa: S603 - our own program
    except subprocess.TimeoutExpired as slow:
        raise Refused("photo_not_in_time", path="file") from slow
    line, _, jpeg = ran.stdout.partition(b"\n")
    if ran.returncode or not line:
        raise Refused("photo_too_large", path="file")
    head = json.loads(line)
    if "reason" in head:
        raise Refused(REASONS.get(head["reason"], "photo_damaged"), path="file")
    return WorkingPicture(jpeg, head["width"], head["height"])
