"""Sloping ceilings on a plan for paper."""

import json
import re
from pathlib import Path

import pytest

from rooms.changes import changes
from rooms.drawing.changes import Mark, draw_changes
from rooms.drawing.elevation import draw_elevation
from rooms.drawing.plan import draw_plan
from rooms.drawing.slopes import low_ground
from rooms.plan import Plan
from rooms.surfaces.ceilings import LOW_MM, cells_below, roofs_of
from rooms.surfaces.cells import triangles
from rooms.surfaces.slopes import ceiling_planes
from rooms.walls.polygon import signed_area

CASE = json.loads((Path(__file__).parents[2] / "cases/surfaces/under_slopes.json").read_text("utf-8"))["plan"]


def test_lines_tell_where_a_ceiling_is_so_high_and_what_is_too_low_to_count():
    drawn = draw_plan(Plan.read(CASE), scale=50)
    assert [drawn.count(f">{height} cm<") for height in (140, 190, 220)] == [1, 2, 2]
    assert "w tym 7,68 m² poniżej 1,90 m" in drawn


def test_a_level_without_slopes_carries_none():
    assert "poniżej" not in draw_plan(Plan.read(CASE | {"slopes": {}}), scale=50)


def test_a_roof_window_is_dashed_over_the_plan_with_its_size_and_its_sill():
    skylights = {"k1": {"slope": "s1", "offset": 1000, "sill": 1300}}
    drawn = draw_plan(Plan.read(CASE | {"skylights": skylights}), scale=50)
    assert 'data-id="k1"' in drawn
    assert ">78/118<" in drawn
    assert ">p 130<" in drawn


def test_a_dormer_is_dashed_over_the_plan_with_its_width_and_how_high_its_ceiling_is():
    drawn = draw_plan(Plan.read(CASE | {"dormers": {"m1": {"slope": "s1", "offset": 1000, "height": 2200}}}), scale=50)
    assert 'data-id="m1"' in drawn
    assert ">h 220<" in drawn


def test_a_proposal_shows_the_roof_and_its_new_window_with_numbers_apart() -> None:
    before, after = Plan.read(CASE), Plan.read(CASE | {"skylights": {"k1": {"slope": "s1", "offset": 1000}}})
    (change,) = changes(before, after)
    marks = [Mark(n, change.paths, change.level, change.at) for n in (1, 2)]
    drawn = draw_changes(before, after, marks, language="en")
    assert all(said in drawn for said in ('data-id="k1"', ">190 cm<", ">78/118<"))
    assert len(set(re.findall(r'<circle cx="([\d.]+)"', drawn[drawn.index("data-mark") :]))) == 2


def test_above_a_knee_wall_its_slope_is_seen_with_the_windows_in_it():
    skylights = {"k1": {"slope": "s1", "offset": 1000, "sill": 1300}, "k2": {"slope": "s2", "offset": 3000}}
    drawn = draw_elevation(Plan.read(CASE | {"skylights": skylights}), "w1", scale=50)
    assert 'data-id="k1"' in drawn
    assert 'data-id="k2"' not in drawn


def test_slivers_of_the_low_ground_take_nothing_with_them() -> None:
    slopes = {
        "s1": {"level": "l1", "a": [-40, -40], "b": [-40, 5985], "knee": 200, "angle_mdeg": 28_489},
        "s2": {"level": "l1", "a": [8430, 5985], "b": [8430, -40], "knee": 200, "angle_mdeg": 28_523},
    }
    over = roofs_of(Plan.read({"version": 1, "levels": {"l1": {}}, "slopes": slopes}))["l1"]
    ring = ((90.0, 90.0), (8300.0, 90.0), (8300.0, 5855.0), (90.0, 5855.0))
    stairs = ((4130.0, 917.0), (4130.0, 3374.584), (3293.5, 3375.461), (3293.5, 959.5), (3218.5, 959.5))
    hole = (*stairs, (3218.5, 3450.539), (4289.0, 3449.417), (4289.0, 3550.0), (4489.0, 3550.0), (4489.0, 2309.0),
            (4290.0, 2309.0), (4290.0, 917.0))  # fmt: skip
    ceiling = ceiling_planes(triangles(ring, (hole,)), 2500.0, over)
    cells = list(cells_below(ceiling, LOW_MM))
    assert low_ground(ceiling).area == pytest.approx(sum(abs(signed_area(cell)) for cell in cells), rel=1e-4)
