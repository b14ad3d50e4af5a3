"""The plan of a level: true to scale, readable, and closed to what people type."""

from __future__ import annotations

import re
from typing import Any

import pytest
import shapely

from rooms.drawing.plan import draw_plan
from rooms.drawing.storey import Storey
from rooms.fault import Fault
from rooms.plan import Plan
from tests.rooms.drawing.house import SVG, item, layer, numbers, paths, read, room, texts

DOOR = {"wall": "w3", "offset": 360, "width": 900, "height": 2050}
WINDOW = {"wall": "w1", "offset": 1260, "width": 1800, "height": 1500, "sill": 850, "kind": "double_window"}
HOSTILE = '"><script>alert(1)</script><g style="x'


def colours(svg: str, name: str) -> set[str]:
    return {path.get("fill", "") for path in paths(layer(svg, name))}


@pytest.mark.parametrize("scale", [20, 50, 100])
def test_paper_times_scale_is_the_plan(scale: int) -> None:
    drawing = read(draw_plan(room(), scale=scale))
    _x, _y, width, height = numbers(drawing, "viewBox")
    on_paper = [*numbers(drawing, "width"), *numbers(drawing, "height")]
    assert on_paper == pytest.approx([width / scale, height / scale], abs=0.01)


def test_the_cut_walls_stand_where_the_plan_has_them() -> None:
    (wall,) = paths(layer(draw_plan(room(3000, 2000)), "walls"))
    assert set(re.findall(r"-?\d+ -?\d+", wall.get("d", ""))) == {
        "-120 -120", "3120 -120", "3120 2120", "-120 2120", "0 0", "3000 0", "3000 2000", "0 2000",
    }  # fmt: skip


@pytest.mark.parametrize(("scale", "cut"), [(20, 10), (50, 25), (100, 50)])
def test_a_cut_wall_has_the_thickest_line(scale: int, cut: float) -> None:
    widths = [float(path.get("stroke-width", 0)) for path in read(draw_plan(room(), scale=scale)).iter(f"{SVG}path")]
    (wall,) = paths(layer(draw_plan(room(), scale=scale), "walls"))
    assert (float(wall.get("stroke-width", 0)), max(widths)) == (cut, cut)


def test_there_are_three_line_weights() -> None:
    plan = room(openings={"o1": DOOR, "o2": WINDOW}, items={"i1": item("sofa", [2000, 500], [2100, 920, 820])})
    widths = {path.get("stroke-width") for path in read(draw_plan(plan, scale=50)).iter(f"{SVG}path")}
    assert widths - {None} == {"25", "12.5", "6.5"}


@pytest.mark.parametrize(
    ("width", "depth", "scale"), [(1500, 1800, 20), (5200, 4000, 50), (12_000, 9_000, 100), (60_000, 40_000, 100)]
)
def test_the_largest_scale_that_fits_a_page_is_taken(width: int, depth: int, scale: int) -> None:
    assert read(draw_plan(room(width, depth))).get("data-scale") == str(scale)


def test_a_room_tells_its_name_area_and_sides() -> None:
    assert {"Salon", "20,80 m²", "520 × 400 cm"} <= set(texts(draw_plan(room())))


def test_english_has_decimal_points() -> None:
    assert "20.80 m²" in texts(draw_plan(room(), language="en"))


def test_a_room_without_a_name_is_called_by_its_use() -> None:
    plan = room(rooms={"r1": {"level": "l1", "at": [500, 500], "use": "bathroom"}})
    assert ("Łazienka" in texts(draw_plan(plan)), "Bathroom" in texts(draw_plan(plan, language="en"))) == (True, True)


def test_lengths_come_in_millimetres_when_wished() -> None:
    assert {"5200", "4000", "120"} <= set(texts(draw_plan(room(), unit="mm")))


def test_no_dimensions_when_none_are_wished() -> None:
    assert layer(draw_plan(room(), dimensions=False), "dimensions") is None


@pytest.mark.parametrize(
    "plan",
    [
        room(rooms={"r1": {"level": "l1", "at": [500, 500], "name": HOSTILE}}),
        room(plan={"name": HOSTILE}),
        room(levels={"l1": {"name": HOSTILE}}),
        room(items={"i1": item("sofa", [2000, 500], [2100, 920, 820], name=HOSTILE)}),
    ],
)
def test_what_people_type_stays_text(plan: Plan) -> None:
    drawing = read(draw_plan(plan))
    assert not [element for element in drawing.iter() if element.tag == f"{SVG}script" or "style" in element.attrib]


def test_a_hostile_name_is_still_told() -> None:
    plan = room(rooms={"r1": {"level": "l1", "at": [500, 500], "name": "<script>"}})
    assert "<script>" in texts(draw_plan(plan))


def test_a_paint_is_only_ever_a_colour() -> None:
    plan = room(finishes={"f1": {"wall": "w1", "side": "right", "paint": "A"}})
    assert "url" not in draw_plan(plan, paints=lambda _code: "url(#x)")


def test_nothing_is_styled_but_by_attributes() -> None:
    drawing = read(draw_plan(room(openings={"o1": DOOR})))
    assert not [
        one for one in drawing.iter() if "style" in one.attrib or one.tag in (f"{SVG}style", f"{SVG}foreignObject")
    ]


def test_whoever_cannot_see_it_is_told_the_rooms() -> None:
    drawing = read(draw_plan(room(plan={"name": "Nasz salon"})))
    assert [drawing.findtext(f"{SVG}{name}") for name in ("title", "desc")] == ["Rzut, Nasz salon", "Salon 20,80 m²"]


def test_a_painted_face_shows_its_colour() -> None:
    plan = room(finishes={"f1": {"wall": "w1", "side": "right", "paint": "A"}})
    assert colours(draw_plan(plan, paints={"A": "#a7b59e"}.get), "coats") == {"#a7b59e"}


def test_the_colour_of_a_face_lies_inside_its_room() -> None:
    plan = room(finishes={"f1": {"wall": "w1", "side": "right", "paint": "A"}})
    (band,) = paths(layer(draw_plan(plan, paints={"A": "#a7b59e"}.get, scale=50), "coats"))
    ys = [float(y) for y in re.findall(r"[\d.]+ (-?[\d.]+)", band.get("d", ""))]
    assert (min(ys), max(ys)) == (0, 45)


def test_paint_does_not_cross_a_window() -> None:
    finishes = {"f1": {"wall": "w1", "side": "right", "paint": "A"}}
    (band,) = paths(
        layer(draw_plan(room(finishes=finishes, openings={"o1": WINDOW}), paints=lambda _: "#a7b59e"), "coats")
    )
    assert band.get("d", "").count("M") == 2


def test_an_unknown_paint_leaves_the_wall_white() -> None:
    plan = room(finishes={"f1": {"wall": "w1", "side": "right", "paint": "gone"}})
    assert layer(draw_plan(plan, paints={}.get), "coats") is None


def test_a_painted_floor_runs_into_the_doorway() -> None:
    plan = room(finishes={"f1": {"room": "r1", "face": "floor", "paint": "A"}}, openings={"o1": DOOR})
    (floor,) = paths(layer(draw_plan(plan, paints={"A": "#e6d6c0"}.get), "floors"))
    assert (floor.get("fill"), "4120" in floor.get("d", "")) == ("#e6d6c0", True)


def test_a_floor_of_tiles_shows_its_joints() -> None:
    tile = {"size": [600, 600], "joint": 3, "tint": "#d9d5ce", "pattern": "straight"}
    plan = room(finishes={"f1": {"room": "r1", "face": "floor", "tile": tile}})
    floor, joints = paths(layer(draw_plan(plan), "floors"))
    assert (floor.get("fill"), joints.get("stroke")) == ("#d9d5ce", "#8f8f8f")


def test_joints_too_near_to_tell_apart_are_left_out() -> None:
    tile = {"size": [20, 20], "joint": 2, "tint": "#d9d5ce", "pattern": "straight"}
    plan = room(finishes={"f1": {"room": "r1", "face": "floor", "tile": tile}})
    assert len(list(paths(layer(draw_plan(plan, scale=50), "floors")))) == 1


def test_letters_on_a_dark_floor_are_light() -> None:
    plan = room(finishes={"f1": {"room": "r1", "face": "floor", "paint": "A"}})
    letters = layer(draw_plan(plan, paints={"A": "#20242a"}.get), "labels")
    assert letters is not None
    assert {one.get("fill") for one in letters.iter(f"{SVG}text")} == {"#ffffff"}


def test_a_wall_below_the_cut_is_seen_from_above() -> None:
    plan = room(walls={"w5": {"level": "l1", "a": [0, 2000], "b": [2000, 2000], "height": 900}})
    low, _cut = paths(layer(draw_plan(plan), "walls"))
    assert low.get("fill") == "#ffffff"


def test_each_level_is_drawn_alone() -> None:
    attic: dict[str, Any] = {
        "levels": {"l1": {}, "l2": {"elevation": 2900}},
        "walls": {"w9": {"level": "l2", "a": [0, 0], "b": [900, 0]}},
    }
    assert texts(draw_plan(room(**attic), "l2")).count("Salon") == 0


def test_a_level_that_is_not_there_is_refused() -> None:
    with pytest.raises(Fault, match="level: unknown"):
        draw_plan(room(), "l9")


@pytest.mark.parametrize("plan", [Plan.empty(), Plan.read({"version": 1, "plan": {}, "levels": {"l1": {}}})])
def test_an_empty_plan_is_an_empty_sheet(plan: Plan) -> None:
    assert numbers(read(draw_plan(plan)), "viewBox")[2:] == pytest.approx([4000, 3000], rel=0.1)


def test_a_label_stands_free_of_furniture_where_there_is_room() -> None:
    plan = room(items={"i1": item("dining_table", [2600, 2000], [1800, 900, 750])})
    letters = layer(draw_plan(plan, scale=50), "labels")
    assert letters is not None
    spots = [shapely.Point(float(one.get("x", 0)), float(one.get("y", 0))) for one in letters.iter(f"{SVG}text")]
    table = shapely.box(1700, 1550, 3500, 2450)
    assert not [spot for spot in spots if table.contains(spot)]


def test_a_label_that_must_cover_things_is_veiled_and_keeps_the_name() -> None:
    drawn = draw_plan(room(1200, 1200, items={"i1": item("dining_table", [600, 600], [1150, 1150, 750])}), scale=50)
    letters = layer(drawn, "labels")
    assert "Salon" in texts(drawn)
    assert [path.get("fill-opacity") for path in paths(letters)] == ["0.85"]


def test_a_long_name_stays_between_the_walls() -> None:
    plan = room(
        2600,
        2000,
        rooms={"r1": {"level": "l1", "at": [600, 600], "name": "Pokój dzienny z aneksem kuchennym i jadalnią"}},
    )
    assert "Pokój dzienny z" in texts(draw_plan(plan, scale=50))


def test_the_cut_goes_through_the_middle_of_usual_windows() -> None:
    assert [one.is_cut for one in Storey.of(room(openings={"o1": WINDOW})).apertures] == [True]


def test_a_curved_wall_is_told_by_its_arc_and_its_radius() -> None:
    walls = {"w1": {"level": "l1", "a": [-60, -60], "b": [5260, -60], "bulge": -2660}}
    told = [text for text in texts(draw_plan(room(walls=walls))) if "łuk" in text]
    assert [one.split(", ")[1] for one in told] == ["R 260"]
    assert float(told[0].split()[1].rstrip(",").replace(",", ".")) == pytest.approx(3.1416 * 260, rel=0.02)
