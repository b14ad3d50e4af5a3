"""What is to be done with a photo, as JOB.json says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
Line = tuple[Tap, Tap]
"""A straight line that the wall does not cross, as where it meets a ceiling of its own colour."""
MOST_TAPS = 1000
MOST_LINES = 20
MOST_STROKES = 500
MOST_WIDTH_PX = 2000


@dataclass(frozen=True)
class Stroke:
    """What a brush painted as wall, or an eraser took out: a path through points, `width` pixels of the photo wide."""

    wall: bool
    points: tuple[Tap, ...]
    width: int


@dataclass(frozen=True)
class Job:
    """Taps on the wall and on what must stay, the paints as hex colours, a tap on a white sheet.

    `lines` are not crossed by the wall; `brush` corrects it in the end, a later stroke over an earlier one.
    """

    wall: tuple[Tap, ...]
    keep: tuple[Tap, ...]
    old: str | None
    white: Tap | None
    new: str
    lines: tuple[Line, ...] = ()
    brush: tuple[Stroke, ...] = ()


def read_job(data: object) -> Job:
    """The job of a JSON value; Fault names the key and place, as in `wall/0`."""
    if not isinstance(data, Mapping):
        raise Fault("", "not_an_object")
    told = {key: data.get(key, data.get(OTHER_NAMES.get(key, key))) for key in ("wall", "keep", "old", "white", "new")}
    white = told["white"]
    wall = _taps(told["wall"], "wall")
    if not wall:
        raise Fault("wall", "no_wall")
    return Job(
        wall=wall,
        keep=_taps(told["keep"] or [], "keep"),
        old=None if told["old"] is None else _text(told["old"], "old"),
        white=None if white is None else _tap(white, "white"),
        new=_text(told["new"], "new"),
        lines=tuple(_line(line, f"lines/{at}") for at, line in _listed(data.get("lines"), "lines", MOST_LINES)),
        brush=tuple(_stroke(stroke, f"brush/{at}") for at, stroke in _listed(data.get("brush"), "brush", MOST_STROKES)),
    )


def within(job: Job, size: tuple[int, int]) -> None:
    """Fault `outside_the_picture`, with the tap's place, for the first tap that the size (width, height) lacks."""
    places = [(f"wall/{at}", tap) for at, tap in enumerate(job.wall)]
    places += [(f"keep/{at}", tap) for at, tap in enumerate(job.keep)]
    places += [(f"lines/{at}/{end}", tap) for at, line in enumerate(job.lines) for end, tap in enumerate(line)]
    places += [
        (f"brush/{at}/points/{point}", tap)
        for at, stroke in enumerate(job.brush)
        for point, tap in enumerate(stroke.points)
    ]
    for place, (x, y) in [*places, *([("white", job.white)] if job.white else [])]:
        if not (0 <= x < size[0] and 0 <= y < size[1]):
            raise Fault(place, "outside_the_picture", found=(x, y), width=size[0], height=size[1])


def scaled(job: Job, before: tuple[int, int], after: tuple[int, int]) -> Job:
    """The job's places moved from a picture of one size (width, height) to the same picture at another."""

    def moved(tap: Tap) -> Tap:
        x, y = (min(after[at] - 1, (2 * tap[at] + 1) * after[at] // (2 * before[at])) for at in (0, 1))
        return x, y

    return replace(
        job,
        wall=tuple(map(moved, job.wall)),
        keep=tuple(map(moved, job.keep)),
        white=moved(job.white) if job.white else None,
        lines=tuple((moved(one), moved(other)) for one, other in job.lines),
        brush=tuple(
            replace(stroke, points=tuple(map(moved, stroke.points)), width=max(1, stroke.width * after[0] // before[0]))
            for stroke in job.brush
        ),
    )


def _listed(value: Any, path: str, most: int) -> Iterator[tuple[int, Any]]:
    """The places and values of a list that may be left out."""
    if not isinstance(value, list | None):
        raise Fault(path, "not_a_list")
    if value and len(value) > most:
        raise Fault(path, "too_many", most=most)
    return enumerate(value or [])


def _taps(value: Any, path: str) -> tuple[Tap, ...]:
    if value is None:
        raise Fault(path, "not_a_list")
    return tuple(_tap(tap, f"{path}/{at}") for at, tap in _listed(value, path, MOST_TAPS))


def _line(value: Any, path: str) -> Line:
    points = _taps(value, path)
    if len(points) != 2 or points[0] == points[1]:
        raise Fault(path, "not_two_points")
    return points[0], points[1]


def _stroke(value: Any, path: str) -> Stroke:
    if not isinstance(value, Mapping):
        raise Fault(path, "not_an_object")
    if not isinstance(value.get("wall"), bool):
        raise Fault(f"{path}/wall", "not_yes_or_no")
    points = _taps(value.get("points"), f"{path}/points")
    if not points:
        raise Fault(f"{path}/points", "no_points")
    width = value.get("width")
    if type(width) is not int or not 1 <= width <= MOST_WIDTH_PX:
        raise Fault(f"{path}/width", "not_a_width", most=MOST_WIDTH_PX)
    return Stroke(value["wall"], points, width)


def _tap(value: Any, path: str) -> Tap:
    if not isinstance(value, list) or len(value) != 2 or not all(type(number) is int for number in value):
        raise Fault(path, "not_a_point")
    return value[0], value[1]


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise Fault(path, "not_a_hex_colour")
    return value
