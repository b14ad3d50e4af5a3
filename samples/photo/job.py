"""What is to be done with a photo, as JOB.json says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samples.fault import Fault

Tap = tuple[int, int]
"""A pixel of the photo: x to the right, y down, from its upper left corner."""
OTHER_NAMES = {
    "wall": "positive_clicks",
    "keep": "negative_clicks",
    "old": "old_paint",
    "new": "new_paint",
}
MOST_TAPS = 1000


@dataclass(frozen=True)
class Job:
    """Taps on the wall and on what must stay, the paints as hex colours, a tap on a white sheet."""

    wall: tuple[Tap, ...]
    keep: tuple[Tap, ...]
    old: str | None
    white: Tap | None
    new: str


def read_job(data: object) -> Job:
    """The job of a JSON value; Fault names the key and place, as in `wall/0`."""
    if not isinstance(data, Mapping):
        raise Fault("", "not_an_object")
    told = {key: data.get(key, data.get(OTHER_NAMES.get(key, key))) for key in ("wall", "keep", "old", "white", "new")}
    white = told["white"]
    return Job(
        wall=_taps(told["wall"], "wall"),
        keep=_taps(told["keep"] or [], "keep"),
        old=None if told["old"] is None else _text(told["old"], "old"),
        white=None if white is None else _tap(white, "white"),
        new=_text(told["new"], "new"),
    )


def within(job: Job, size: tuple[int, int]) -> None:
    """Fault `outside_the_picture`, with the tap's place, for the first tap that the size (width, height) lacks."""
    places = [(f"wall/{at}", tap) for at, tap in enumerate(job.wall)]
    places += [(f"keep/{at}", tap) for at, tap in enumerate(job.keep)]
    for place, (x, y) in [*places, *([("white", job.white)] if job.white else [])]:
        if not (0 <= x < size[0] and 0 <= y < size[1]):
            raise Fault(place, "outside_the_picture", found=(x, y), width=size[0], height=size[1])


def scaled(job: Job, before: tuple[int, int], after: tuple[int, int]) -> Job:
    """The job's taps moved from a picture of one size (width, height) to the same picture at another."""

    def moved(tap: Tap) -> Tap:
        x, y = (min(after[at] - 1, (2 * tap[at] + 1) * after[at] // (2 * before[at])) for at in (0, 1))
        return x, y

    wall, keep = (tuple(map(moved, taps)) for taps in (job.wall, job.keep))
    return Job(wall, keep, job.old, moved(job.white) if job.white else None, job.new)


def _taps(value: Any, path: str) -> tuple[Tap, ...]:
    if not isinstance(value, list):
        raise Fault(path, "not_a_list")
    if len(value) > MOST_TAPS:
        raise Fault(path, "too_many", most=MOST_TAPS)
    if path == "wall" and not value:
        raise Fault(path, "no_wall")
    return tuple(_tap(tap, f"{path}/{at}") for at, tap in enumerate(value))


def _tap(value: Any, path: str) -> Tap:
    if not isinstance(value, list) or len(value) != 2 or not all(type(number) is int for number in value):
        raise Fault(path, "not_a_point")
    return value[0], value[1]


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise Fault(path, "not_a_hex_colour")
    return value
