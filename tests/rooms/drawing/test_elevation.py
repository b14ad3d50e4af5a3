"""A wall's side as seen from the room."""

from __future__ import annotations

import re
from typing import Any

import pytest

from rooms.drawing.drawing import Wishes
from rooms.drawing.elevation import draw_elevation, room_elevation
from rooms.drawing.elevation_items import standing_before
from rooms.drawing.paper import FAINT
from rooms.drawing.storey import Storey
from rooms.drawing.wall_view import WallView
from rooms.fault import Fault
from rooms.plan import Plan
from tests.rooms.drawing.house import SVG, item, layer, numbers, paths, read, room, texts

WINDOW = {"wall": "w1", "offset": 1260, "width": 1800, "height": 1500, "sill": 850, "kind": "double_window"}
TILE = {"size": [200, 100], "joint": 2, "tint": "#e9e4da", "pattern": "half"}
TWO_ROOMS: dict[str, Any] = {"w5": {"level": "l1", "a": [3000, -60], "b": [3000, 4060], "thickness": 100}}


def colours(svg: str) -> list[str]:
    return [fill for path in paths(layer(svg, "coats")) if (fill := path.get("fill"))]


def before(plan: Plan, wall: str = "w1", side: str = "right") -> list[str]:
    return [one.item.id for one in standing_before(WallView.of(plan, wall, side))]


def test_the_face_is_as_long_as_the_room_and_as_high_as_the_level() -> None:
    assert WallView.of(room(), "w1", "right").profile.bounds == pytest.approx((0, -2600, 5200, 0))


def test_from_the_right_side_the_walls_a_end_is_on_the_left() -> None:
    view = WallView.of(room(openings={"o1": WINDOW}), "w1", "right")
    assert view.hole(view.apertures[0]).bounds == pytest.approx((1200, -2350, 3000, -850))


def test_from_the_left_side_it_is_on_the_right() -> None:
    view = WallView.of(room(openings={"o1": WINDOW}), "w1", "left")
    whole = view.profile.bounds[2]
    assert view.hole(view.apertures[0]).bounds[0] == pytest.approx(whole - 1260 - 1800)


def test_the_side_with_more_room_before_it_is_taken() -> None:
    assert WallView.of(room(), "w1").side == "right"


def test_an_unknown_wall_is_refused() -> None:
    with pytest.raises(Fault, match="wall: unknown"):
        draw_elevation(room(), "w9")


def test_an_unknown_side_is_refused() -> None:
    with pytest.raises(Fault, match="side: not a choice"):
        draw_elevation(room(), "w1", "inside")


def test_paper_times_scale_is_the_wall() -> None:
    drawing = read(draw_elevation(room(), "w1", scale=20))
    assert numbers(drawing, "width")[0] == pytest.approx(numbers(drawing, "viewBox")[2] / 20, abs=0.01)


def test_bands_stand_one_above_the_other_in_their_colours() -> None:
    finishes = {
        "f1": {"wall": "w1", "side": "right", "z_to": 1200, "tile": TILE},
        "f2": {"wall": "w1", "side": "right", "z_from": 1200, "paint": "A"},
    }
    drawing = draw_elevation(room(finishes=finishes), "w1", paints={"A": "#a7b59e"}.get)
    assert colours(drawing) == ["#ffffff", "#e9e4da", "#a7b59e"]


def test_tiles_begin_whole_in_the_bands_lower_left() -> None:
    finishes = {"f1": {"wall": "w1", "side": "right", "z_to": 1200, "tile": TILE | {"pattern": "straight"}}}
    (joints,) = [
        one
        for one in paths(layer(draw_elevation(room(finishes=finishes), "w1", scale=50), "coats"))
        if one.get("stroke") == FAINT
    ]
    assert {"0 -101L5200 -101", "201 -1200L201 0"} <= set(joints.get("d", "").split("M"))


def test_tiles_stop_at_the_window() -> None:
    finishes = {"f1": {"wall": "w1", "side": "right", "tile": TILE}}
    (shown,) = [
        shape for _finish, shape, _start in WallView.of(room(finishes=finishes, openings={"o1": WINDOW}), "w1").coats()
    ]
    assert shown.area == pytest.approx(5200 * 2600 - 1800 * 1500)


def test_lengths_above_and_heights_to_the_left() -> None:
    assert {"120", "180", "220", "85", "150", "25"} <= set(texts(draw_elevation(room(openings={"o1": WINDOW}), "w1")))


def test_the_walls_cut_beside_it_are_as_thick_as_they_are() -> None:
    walls = WallView.of(room(), "w1", "right").crossing_walls()
    assert [pytest.approx(ends) for ends in sorted(walls)] == [(-120, 0), (5200, 5320)]


def test_a_wall_that_parts_two_rooms_is_cut_between_them() -> None:
    walls = WallView.of(room(walls=TWO_ROOMS), "w1", "right").crossing_walls()
    assert (2950, 3050) in [(round(left), round(right)) for left, right in walls]


@pytest.mark.parametrize(("away", "is_shown"), [(0, True), (699, True), (701, False)])
def test_only_what_begins_within_700_mm_is_shown(away: int, is_shown: bool) -> None:
    plan = room(items={"i1": item("sofa", [2000, away + 460], [2100, 920, 820])})
    assert before(plan) == (["i1"] if is_shown else [])


def test_what_stands_behind_the_wall_is_not_shown() -> None:
    assert before(room(items={"i1": item("sofa", [2000, -700], [2100, 920, 820])})) == []


def test_what_is_nearer_to_the_viewer_covers_the_rest() -> None:
    items = {"i1": item("pouf", [2000, 750], [400, 400, 420]), "i2": item("sofa", [2000, 460], [2100, 920, 820])}
    assert before(room(items=items)) == ["i2", "i1"]


def place(drawing: str) -> str:
    found = layer(drawing, "items")
    assert found is not None
    return found[0].get("transform", "")


def test_a_thing_hangs_at_its_height() -> None:
    plan = room(items={"i1": item("mirror", [1500, 18], [600, 35, 1200], elevation=700)})
    assert place(draw_elevation(plan, "w1")) == "translate(1500 -700)"


def test_the_opposite_wall_shows_it_mirrored_in_place() -> None:
    plan = room(items={"i1": item("mirror", [1500, 3982], [600, 35, 1200], elevation=700, turn_mdeg=180000)})
    assert place(draw_elevation(plan, "w3")) == "translate(3700 -700)"


def test_from_the_side_a_thing_is_as_wide_as_it_is_deep() -> None:
    plan = room(items={"i1": item("wardrobe", [300, 750], [1500, 600, 2200], turn_mdeg=270000)})
    (standing,) = standing_before(WallView.of(plan, "w1", "right"))
    assert (standing.left, standing.right) == pytest.approx((0, 600))


def test_its_parts_lie_within_that_width() -> None:
    plan = room(items={"i1": item("wardrobe", [300, 750], [1500, 600, 2200], turn_mdeg=270000)})
    drawn = " ".join(path.get("d", "") for path in paths(layer(draw_elevation(plan, "w1"), "items")))
    xs = [float(x) for x in re.findall(r"[ML](-?[\d.]+)", drawn)]
    assert (min(xs) >= -330, max(xs) <= 330 + 60) == (True, True)


def test_things_of_the_wall_are_measured_and_loose_ones_are_not() -> None:
    items = {
        "i1": item("radiator", [1700, 55], [1000, 110, 600], elevation=120),
        "i2": item("plant", [4000, 325], [650, 650, 1234]),
    }
    told = set(texts(draw_elevation(room(items=items), "w1")))
    assert (({"120", "100", "60", "12"} <= told), "123,4" in told) == (True, False)


def test_a_height_too_near_to_that_of_a_larger_thing_is_left_out() -> None:
    items = {
        "i1": item("wardrobe", [1000, 300], [1500, 600, 2000]),
        "i2": item("chest_of_drawers", [3000, 250], [800, 500, 1980]),
    }
    told = set(texts(draw_elevation(room(items=items), "w1")))
    assert ("200" in told, {"2", "198"} & told) == (True, set())


SOCKET = {"i1": item("socket", [1700, 7], [80, 14, 80], elevation=260)}


def test_a_socket_is_measured_by_its_middle() -> None:
    told = set(texts(draw_elevation(room(items=SOCKET), "w1")))
    assert (({"170", "30"} <= told), "26" in told) == (True, False)


def test_a_socket_behind_furniture_is_seen_dashed() -> None:
    items = SOCKET | {"i2": item("sideboard", [1700, 215], [1600, 430, 800])}
    drawn = paths(layer(draw_elevation(room(items=items), "w1"), "items"))
    is_dashed = [path.get("stroke-dasharray") is not None for path in drawn]
    assert (is_dashed[-1], is_dashed[0]) == (True, False)


def test_an_unknown_kind_is_a_box() -> None:
    plan = room(items={"i1": item("time_machine", [2000, 300], [1000, 600, 900])})
    (box,) = paths(layer(draw_elevation(plan, "w1"), "items"))
    assert set(re.findall(r"-?\d+ -?\d+", box.get("d", ""))) == {"-500 -900", "500 -900", "500 0", "-500 0"}


def test_a_sloping_wall_keeps_its_slope() -> None:
    walls = {"w1": {"level": "l1", "a": [-60, -60], "b": [5260, -60], "height": 1000, "height_b": 2600}}
    profile = WallView.of(room(walls=walls), "w1", "right").profile
    assert profile.area == pytest.approx(5200 * 1800, rel=0.01)


def test_the_height_of_a_slanting_walls_other_end_is_told() -> None:
    walls = {"w1": {"level": "l1", "a": [-60, -60], "b": [5260, -60], "height": 1000, "height_b": 2600}}
    upright = [chain for chain in texts(draw_elevation(room(walls=walls), "w1")) if chain in ("101,8", "258,2")]
    assert upright == ["101,8", "258,2"]


def test_a_curved_wall_is_unfolded() -> None:
    walls = {"w1": {"level": "l1", "a": [-60, -60], "b": [5260, -60], "bulge": -800}}
    assert WallView.of(room(walls=walls), "w1", "right").width_mm > 5300


def test_a_door_points_at_its_hinge() -> None:
    door = {"wall": "w1", "offset": 1060, "width": 900, "hinge": "left", "opens": "right"}
    dashed = [
        one.get("d")
        for one in paths(layer(draw_elevation(room(openings={"o1": door}), "w1"), "openings"))
        if one.get("stroke-dasharray")
    ]
    assert dashed == ["M1850 -2000L1050 -1000L1850 0"]


def test_nothing_in_it_is_styled_or_run() -> None:
    plan = room(rooms={"r1": {"level": "l1", "at": [500, 500], "name": "<script>"}})
    drawing = read(draw_elevation(plan, "w1"))
    assert not [one for one in drawing.iter() if "style" in one.attrib or one.tag in (f"{SVG}style", f"{SVG}script")]


def test_its_title_names_the_room() -> None:
    assert read(draw_elevation(room(), "w1")).findtext(f"{SVG}title") == "Widok ściany, Salon"


def test_an_arc_is_unfolded_with_the_walls_that_stand_on_it() -> None:
    walls = {"w1": {"level": "l1", "a": [-60, -60], "b": [5260, -60], "bulge": -900}} | {
        "w5": {"level": "l1", "a": [2600, -960], "b": [2600, 1000], "thickness": 100}
    }
    view = WallView.of(room(walls=walls), "w1", "right")
    inner = [(left, right) for left, right in view.crossing_walls() if left > 500 and right < view.width_mm - 500]
    assert view.width_mm == pytest.approx(sum(face.length_mm for face in view.faces) + 100, abs=3)
    assert [right - left for left, right in inner] == [pytest.approx(100, rel=0.05)]
    assert any(left < 0 for left, _right in view.crossing_walls())


def test_a_room_sees_its_own_stretch_of_a_wall_and_the_openings_in_it() -> None:
    plan = room(walls=TWO_ROOMS, openings={"o1": WINDOW})
    storey = Storey.of(plan)
    views = [WallView.in_room(storey, place, "w1", "right") for place in range(len(storey.found.rooms))]
    assert sum(view.width_mm for view in views) < WallView.of(plan, "w1", "right").width_mm
    assert sorted(len(view.apertures) for view in views) == [0, 1]


def test_a_room_does_not_see_the_covered_niche_of_the_next_one() -> None:
    niche = {"wall": "w1", "offset": 600, "width": 600, "height": 600, "sill": 900, "kind": "niche", "depth": 60}
    finishes = {"f1": {"wall": "w1", "side": "right", "paint": "N100"}}
    storey = Storey.of(room(walls=TWO_ROOMS, openings={"o1": niche}, finishes=finishes))
    views = [WallView.in_room(storey, place, "w1", "right") for place in range(len(storey.found.rooms))]
    assert sorted(len(list(view.coats())) for view in views) == [1, 2]


def test_a_band_of_tiles_has_its_mark_and_its_first_tile_crossed() -> None:
    tile = {"size": [300, 600], "joint": 2, "pattern": "straight", "tint": "#ffffff"}
    plan = room(finishes={"f1": {"wall": "w1", "side": "right", "tile": tile}})
    wishes = Wishes(scale=20, mark_of=lambda finish: "P1" if finish.tile else None)
    drawn = room_elevation(Storey.of(plan), 0, "w1", "right", wishes).document()
    assert "P1" in texts(drawn)
    coats = layer(drawn, "coats")
    assert coats is not None
    (dot,) = coats.iter(f"{SVG}circle")
    assert (dot.get("cx"), dot.get("cy")) == ("0", "0")
