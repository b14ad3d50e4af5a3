"""Worktops over runs of base cabinets that stand side by side, cut from stock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin

from rooms.entities import Item
from rooms.kinds import KINDS
from rooms.outline import Found
from rooms.plan import Plan
from rooms.quantities.bars import Bars, cut_from

UNDER = frozenset(
    name
    for name, kind in KINDS.items()
    if kind.category == "kitchen" and kind.snap in ("wall", "corner") and any(p.get("of") == "top" for p in kind.parts)
)
"""Kitchen cabinets that are drawn with a piece of worktop; an island, which stands free, brings its own."""
STOCK_MM = 4100
"""Laminate worktops are sold by 4.1 m."""
GAP_MM = 30
"""Cabinets so near to each other stand under one worktop."""
ARM_MM = 600
"""How deep the arms of a corner cabinet are, as its kind draws them."""

Line = tuple[str, int | None, int, int, int]
"""What the cabinets of a run have in common: level, room, turn, where their backs stand, how high they reach."""


@dataclass(frozen=True)
class Run:
    """One straight worktop: its length and depth, the height of its upper side, and the found room it is in."""

    room: int | None
    length_mm: float
    depth_mm: int
    top_mm: int


@dataclass(frozen=True)
class Worktops:
    runs: tuple[Run, ...]

    @cached_property
    def bars(self) -> Bars:
        return cut_from([run.length_mm for run in self.runs], STOCK_MM)


@dataclass(frozen=True)
class _Box:
    """A cabinet, or an arm of one: places of its ends along its back, and how far that lies to the front."""

    key: Line
    low: float
    high: float
    depth: int
    room: int | None


def worktops_of(plan: Plan, found: Found) -> Worktops:
    """The runs in the plan's order of their first cabinets; where two meet in a corner, one butts against the other."""
    groups: dict[Line, list[_Box]] = {}
    for item in plan.items.values():
        if item.kind in UNDER:
            room = found.room_at(item.level, item.at)
            for box in _boxes(item, room):
                groups.setdefault(box.key, []).append(box)
    return Worktops(tuple(run for boxes in groups.values() for run in _runs(boxes)))


def _boxes(item: Item, room: int | None) -> Iterator[_Box]:
    width, depth, _height = item.size
    if KINDS[item.kind].snap != "corner":
        yield _box(item, room, (0.0, 0.0), width, depth, 0)
        return
    arm = min(ARM_MM, min(width, depth) - 100)
    side = -1 if item.mirrored else 1
    yield _box(item, room, (0.0, (arm - depth) / 2), width, arm, 0)
    yield _box(item, room, (side * (arm - width) / 2, arm / 2), depth - arm, arm, -90 * side)


def _box(item: Item, room: int | None, at: tuple[float, float], width: float, depth: float, turn: int) -> _Box:
    own = radians(item.turn_mdeg / 1000)
    x = item.at[0] + at[0] * cos(own) - at[1] * sin(own)
    y = item.at[1] + at[0] * sin(own) + at[1] * cos(own)
    turn_mdeg = (item.turn_mdeg + turn * 1000) % 360_000
    along = cos(radians(turn_mdeg / 1000)), sin(radians(turn_mdeg / 1000))
    middle = x * along[0] + y * along[1]
    back = -x * along[1] + y * along[0] - depth / 2
    top = item.elevation + item.size[2]
    key = (item.level, room, turn_mdeg, round(back / GAP_MM), top)
    return _Box(key, middle - width / 2, middle + width / 2, round(depth), room)


def _runs(boxes: Sequence[_Box]) -> Iterator[Run]:
    """Boxes of one line, joined where the next begins at most a gap further on."""
    held: list[_Box] = []
    for box in sorted(boxes, key=lambda box: box.low):
        if held and box.low > max(one.high for one in held) + GAP_MM:
            yield _run(held)
            held = []
        held.append(box)
    yield _run(held)


def _run(held: Sequence[_Box]) -> Run:
    length_mm = round(max(one.high for one in held) - held[0].low, 1)
    return Run(held[0].room, length_mm, max(one.depth for one in held), held[0].key[-1])
