"""A picture drawn by a process of its own, with little memory, low priority and an end."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Timer

from rooms.entities import View
from rooms.pictures.glb import NO_MODELS
from rooms.pictures.glb_guest import OwnModel
from rooms.scene import Scene

ROOT = Path(__file__).parents[2]
STARTING_S = 60
"""So much longer than its own limit a process may take before it is ended."""


class NotDrawn(Exception):
    """The process ended before there was a picture; its last words."""


@dataclass(frozen=True)
class Wish:
    """What is to be drawn: samples for each pixel, and seconds after which what there is must do."""

    size_px: tuple[int, int]
    samples: int
    seconds: float


@dataclass(frozen=True)
class Frame:
    """How far it has come, 0 to 1, and the picture as a PNG where it has been drawn anew."""

    share: float
    png: bytes


def is_possible() -> bool:
    """Whether what draws such pictures is installed."""
    return find_spec("mitsuba") is not None


def frames(
    scene: Scene, view: View, north_mdeg: int, wish: Wish, models: Mapping[str, OwnModel] = NO_MODELS
) -> Generator[Frame, None, None]:
    """The picture as it grows finer, the last frame with the whole of it; raises NotDrawn. Close it to stop."""
    own = {id_: (b64encode(model.glb).decode(), model.size) for id_, model in models.items()}
    told = {"scene": scene, "view": asdict(view), "north_mdeg": north_mdeg, "models": own} | asdict(wish)
    command = [sys.executable, "-m", "rooms.rendering"]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        limit = Timer(wish.seconds * 2 + STARTING_S, process.kill)
        limit.start()
        try:
            yield from _read(process, json.dumps(told).encode())
        finally:
            limit.cancel()
            process.kill()


def _read(process: subprocess.Popen[bytes], told: bytes) -> Iterator[Frame]:
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise NotDrawn("no pipes")
    with suppress(BrokenPipeError):
        process.stdin.write(told)
        process.stdin.close()
    share = 0.0
    while line := process.stdout.readline():
        head = json.loads(line)
        share = head["share"]
        yield Frame(share, process.stdout.read(head["bytes"]))
    if share < 1:
        raise NotDrawn(process.stderr.read()[-400:].decode("utf-8", "replace"))
