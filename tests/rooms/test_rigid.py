"""One rigid move brings the lines of a copy home, and none brings a stranger's."""

from __future__ import annotations

import cmath
import random

import numpy as np
import pytest

from rooms.rigid import Points, best_fit

CHANCE = random.Random(5)  # noqa: S311 -- seeded, to fail the same way twice
LINES = np.array([[complex(CHANCE.randrange(9_000), CHANCE.randrange(9_000)) for _ in range(2)] for _ in range(30)])


def fit(here: Points, there: Points, enough: int) -> dict[int, int]:
    alike = np.abs(np.abs(here[:, :1] - here[:, 1:]) - np.abs(there[:, 0] - there[:, 1])) <= 100
    return best_fit(here, there, alike, enough=enough, within_mm=150)


@pytest.mark.parametrize("is_mirrored", [False, True])
@pytest.mark.parametrize("degrees", [0, 30, 90, 217])
def test_a_moved_drawing_is_brought_home_whole(degrees: int, is_mirrored: bool) -> None:
    copy = (LINES.conj() if is_mirrored else LINES) * cmath.rect(1, cmath.pi * degrees / 180) + complex(70_000, -5)
    assert fit(copy, LINES, 15) == {number: number for number in range(30)}


def test_half_a_drawing_among_as_many_other_lines_is_found() -> None:
    others = np.array([[number * 400j, number * 400j + 333 + 170 * number] for number in range(15)])
    found = fit(np.concatenate([others, LINES[:15] * 1j]), LINES, 15)
    assert {line: onto for line, onto in found.items() if line >= 15} == {number + 15: number for number in range(15)}


def test_a_few_lines_of_a_large_drawing_are_found() -> None:
    assert fit(LINES[10:16] * -1, LINES, 5) == {number: number + 10 for number in range(6)}


def test_a_drawing_of_other_lengths_fits_nowhere() -> None:
    assert fit(LINES * 1.5, LINES, 15) == {}


def test_nothing_fits_nothing() -> None:
    none = np.zeros((0, 2), dtype=complex)
    assert fit(none, LINES, 5) == fit(LINES, none, 5) == {}


def test_lines_without_length_do_no_harm() -> None:
    points = np.array([[complex(number, 0)] * 2 for number in range(0, 9_000, 1_000)])
    assert len(fit(points, points, 5)) == 9
