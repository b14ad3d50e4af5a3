"""Symbol paths as chains of points, for whoever draws without SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[float, float]

CURVE_STEPS = 12
ARC_STEP = math.pi / 16


def traced(d: str) -> list[tuple[list[Point], bool]]:
    """The chains of a path of absolute M, L, Q, C, A and Z: points, and whether the chain is closed."""
    chains: list[tuple[list[Point], bool]] = []
    for letter, numbers in _commands(d):
        if letter == "M":
            chains.append(([(numbers[0], numbers[1])], False))
        elif letter == "Z":
            chains[-1] = (chains[-1][0], True)
        else:
            chains[-1][0].extend(_follow(chains[-1][0][-1], letter, numbers))
    return chains


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    letter, numbers = "", list[float]()
    for word in d.split():
        if word.isalpha():
            if letter:
                yield letter, numbers
            letter, numbers = word, []
        else:
            numbers.append(float(word))
    if letter:
        yield letter, numbers


def _follow(start: Point, letter: str, numbers: list[float]) -> Iterator[Point]:
    if letter == "L":
        yield numbers[0], numbers[1]
    elif letter == "A":
        yield from _arc(start, numbers)
    else:
        controls = [start, *zip(numbers[::2], numbers[1::2], strict=True)]
        for step in range(1, CURVE_STEPS + 1):
            yield _on_curve(controls, step / CURVE_STEPS)


def _on_curve(controls: list[Point], share: float) -> Point:
    """De Casteljau's construction."""
    while len(controls) > 1:
        controls = [(ax + (bx - ax) * share, ay + (by - ay) * share) for (ax, ay), (bx, by) in pairwise(controls)]
    return controls[0]


def _arc(start: Point, numbers: list[float]) -> Iterator[Point]:
    """An elliptical arc whose axes are not turned, by its end points (SVG 2, B.2.4)."""
    along_x, along_y, _turn, large, sweep, end_x, end_y = numbers
    if along_x == 0 or along_y == 0 or start == (end_x, end_y):
        yield end_x, end_y
        return
    half_x, half_y = (start[0] - end_x) / 2 / along_x, (start[1] - end_y) / 2 / along_y
    square = half_x * half_x + half_y * half_y
    grown = max(1.0, math.sqrt(square))
    along_x, along_y, half_x, half_y = along_x * grown, along_y * grown, half_x / grown, half_y / grown
    square = min(square, 1.0)
    aside = math.sqrt(max(0.0, 1 / square - 1)) * (1 if large != sweep else -1)
    middle_x = (start[0] + end_x) / 2 + aside * half_y * along_x
    middle_y = (start[1] + end_y) / 2 - aside * half_x * along_y
    first = math.atan2((start[1] - middle_y) / along_y, (start[0] - middle_x) / along_x)
    turn = (math.atan2((end_y - middle_y) / along_y, (end_x - middle_x) / along_x) - first) % (2 * math.pi)
    if not sweep:
        turn -= 2 * math.pi
    steps = max(1, math.ceil(abs(turn) / ARC_STEP))
    for step in range(1, steps + 1):
        angle = first + turn * step / steps
        yield middle_x + along_x * math.cos(angle), middle_y + along_y * math.sin(angle)
