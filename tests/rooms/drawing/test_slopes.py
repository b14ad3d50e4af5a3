"""Sloping ceilings on a plan for paper."""

import json
from pathlib import Path

from rooms.drawing.elevation import draw_elevation
from rooms.drawing.plan import draw_plan
from rooms.plan import Plan

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


def test_above_a_knee_wall_its_slope_is_seen_with_the_windows_in_it():
    skylights = {"k1": {"slope": "s1", "offset": 1000, "sill": 1300}, "k2": {"slope": "s2", "offset": 3000}}
    drawn = draw_elevation(Plan.read(CASE | {"skylights": skylights}), "w1", scale=50)
    assert 'data-id="k1"' in drawn
    assert 'data-id="k2"' not in drawn
