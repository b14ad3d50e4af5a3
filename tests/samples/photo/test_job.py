"""What is to be done with a photo, as JOB.json says it."""

from typing import Any

import pytest

from samples.fault import Fault
from samples.photo.job import Job, Stroke, read_job, scaled, within

JOB: dict[str, Any] = {"wall": [[10, 20]], "keep": [[30, 40]], "old": "#f2efe6", "white": None, "new": "#5b7f95"}
STROKE: dict[str, Any] = {"wall": False, "points": [[1, 2], [3, 4]], "width": 8}


def test_a_job_is_read() -> None:
    assert read_job(JOB) == Job(((10, 20),), ((30, 40),), "#f2efe6", None, "#5b7f95")


def test_a_job_in_the_words_of_the_cases_is_the_same() -> None:
    names = {"positive_clicks": "wall", "negative_clicks": "keep", "old_paint": "old", "new_paint": "new"}
    assert read_job({name: JOB[key] for name, key in names.items()}) == read_job(JOB)


@pytest.mark.parametrize(
    ("change", "path", "reason"),
    [
        ({"wall": []}, "wall", "no_wall"),
        ({"wall": None}, "wall", "not_a_list"),
        ({"wall": [[1, 2], [1]]}, "wall/1", "not_a_point"),
        ({"keep": [[1, "2"]]}, "keep/0", "not_a_point"),
        ({"keep": [[1, 2]] * 1001}, "keep", "too_many"),
        ({"white": 5}, "white", "not_a_point"),
        ({"old": 5}, "old", "not_a_hex_colour"),
        ({"new": None}, "new", "not_a_hex_colour"),
        ({"lines": 5}, "lines", "not_a_list"),
        ({"lines": [[[1, 2]]]}, "lines/0", "not_two_points"),
        ({"lines": [[[1, 2], [1, 2]]]}, "lines/0", "not_two_points"),
        ({"lines": [[[1, 2], [3.5, 2]]]}, "lines/0/1", "not_a_point"),
        ({"brush": [7]}, "brush/0", "not_an_object"),
        ({"brush": [STROKE | {"wall": 1}]}, "brush/0/wall", "not_yes_or_no"),
        ({"brush": [STROKE | {"points": []}]}, "brush/0/points", "no_points"),
        ({"brush": [STROKE | {"width": 0}]}, "brush/0/width", "not_a_width"),
    ],
)
def test_a_wrong_job_is_refused_with_its_place(change: dict[str, Any], path: str, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        read_job(JOB | change)
    assert (refused.value.path, refused.value.reason) == (path, reason)


def test_a_tap_outside_the_picture_is_told_with_its_place() -> None:
    with pytest.raises(Fault, match="keep/0: outside the picture"):
        within(read_job(JOB), (30, 100))


def test_a_job_without_lines_and_strokes_has_none() -> None:
    assert (read_job(JOB).lines, read_job(JOB).brush) == ((), ())


def test_the_end_of_a_line_outside_the_picture_is_told_with_its_place() -> None:
    with pytest.raises(Fault, match="lines/0/1: outside the picture"):
        within(read_job(JOB | {"lines": [[[1, 2], [99, 2]]]}), (50, 100))


def test_lines_and_strokes_follow_the_picture_when_it_is_shrunk() -> None:
    job = read_job(JOB | {"lines": [[[0, 2], [99, 2]]], "brush": [STROKE]})
    small = scaled(job, (100, 100), (50, 50))
    assert (small.lines, small.brush) == ((((0, 1), (49, 1)),), (Stroke(False, ((0, 1), (1, 2)), 4),))


def test_taps_follow_the_picture_when_it_is_shrunk() -> None:
    small = scaled(read_job(JOB), (100, 100), (50, 50))
    assert (small.wall, small.keep) == (((5, 10),), ((15, 20),))
