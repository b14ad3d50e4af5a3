"""Areas under each paint and tile, without doors and windows; and things counted by room."""

from typing import Any

from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.quantities import Quantities
from rooms.surfaces import find_surfaces
from tests.rooms.rectangle import rectangle

TILE = {"size": [600, 600], "joint": 3, "tint": "#cccccc", "pattern": "straight"}
CHAIR: dict[str, Any] = {"level": "l1", "kind": "chair", "size": [450, 450, 900]}
PRODUCT = {"sku": "K-1", "name": "Krzesło", "price_gr": 19_999, "size": [450, 450, 900], "date": "2026-11-01"}


def counted(plan: Plan) -> Quantities:
    found = find_rooms(plan)
    return Quantities(plan, found, find_surfaces(plan, found))


def test_a_painted_wall_is_counted_without_its_window_and_with_half_of_what_the_window_stands_in() -> None:
    (paint,) = counted(rectangle(finishes={"f1": {"wall": "w1", "side": "right", "paint": "X"}})).paints
    assert [patch.net_mm2 for patch in paint.patches] == [4900 * 2600 - 1000 * 1000, 3 * 1000 * 50]
    assert paint.net_mm2 == 4900 * 2600 - 1000 * 1000 + 3 * 1000 * 50


def test_paint_that_ends_beside_a_window_goes_as_far_into_it() -> None:
    (paint,) = counted(rectangle(finishes={"f1": {"wall": "w1", "side": "right", "z_to": 1400, "paint": "X"}})).paints
    reveal = next(patch for patch in paint.patches if patch.face == "reveal")
    sill = rectangle().openings["o2"].sill
    assert reveal.net_mm2 == 2 * (1400 - sill) * 50


def test_what_is_told_of_a_rooms_walls_goes_with_them_and_not_with_its_ceiling() -> None:
    finishes = {
        "f1": {"wall": "w2", "side": "right", "paint": "X"},
        "f2": {"room": "r1", "face": "ceiling", "paint": "X"},
    }
    label = {"level": "l1", "at": [2000, 2000], "before": "dark", "ground": "gypsum"}
    (paint,) = counted(rectangle(finishes=finishes, rooms={"r1": label})).paints
    assert [(patch.before, patch.ground) for patch in paint.patches] == [("dark", "gypsum"), ("", "")]


def test_a_painted_window_is_enamel_its_frame_from_inside_and_its_board() -> None:
    window = {"wall": "w2", "offset": 1000, "width": 1500, "height": 1400, "sill": 900, "kind": "double_window"}
    plan = rectangle(openings={"o2": window}, finishes={"f1": {"opening": "o2", "paint": "X"}})
    (wood,) = counted(plan).paints
    frame, mullion, board = 2 * (1500 + 1400) * (75 + 35), 1400 * (112 + 70), 1500 * (30 * 2 / 3 + 35)
    assert [(patch.face, patch.net_mm2) for patch in wood.patches] == [("window", int(frame + mullion + board))]
    assert wood.is_enamel


def test_a_door_and_skirting_are_enamel_counted_apart_from_the_walls_of_their_colour() -> None:
    """The leaf, then casing and half the lining on two jambs and the head; 80 mm of skirting but for the door."""
    finishes = {
        "f1": {"opening": "o1", "paint": "X"},
        "f2": {"room": "r1", "face": "skirting", "paint": "X"},
        "f3": {"wall": "w2", "side": "right", "paint": "X"},
    }
    wall, wood = counted(rectangle(finishes=finishes)).paints
    door, skirting = (900 - 90) * (2000 - 45) + (2 * 2000 + 900) * (60 + 50), 80 * (2 * (4900 + 3900) - 900)
    assert [wall.is_enamel, wood.is_enamel] == [False, True]
    assert {patch.face: patch.net_mm2 for patch in wood.patches} == {"door": door, "skirting": skirting}


def test_one_paint_on_walls_and_ceiling_is_one_area_with_two_patches() -> None:
    finishes = {
        "f1": {"wall": "w2", "side": "right", "paint": "X"},
        "f2": {"room": "r1", "face": "ceiling", "paint": "X"},
    }
    (paint,) = counted(rectangle(finishes=finishes)).paints
    assert [patch.face for patch in paint.patches] == ["wall", "ceiling"]
    assert paint.net_mm2 == 3900 * 2600 + 4900 * 3900


def test_a_lowered_ceiling_is_painted_beside_and_below() -> None:
    hangs = {"c1": {"level": "l1", "kind": "bulkhead", "at": [2500, 2000], "size": [1000, 500], "z_from": 2300}}
    worn = {f"f{at}": {"wall": "c1", "face": face, "paint": "X"} for at, face in enumerate(("sides", "underside"))}
    (paint,) = counted(rectangle(solids=hangs, finishes=worn)).paints
    assert [patch.face for patch in paint.patches] == ["bulkhead", "bulkhead"]
    assert paint.net_mm2 == 3000 * 300 + 1000 * 500


def test_the_paint_with_the_larger_area_comes_first() -> None:
    finishes = {
        "f1": {"wall": "w2", "side": "right", "paint": "SMALL"},
        "f2": {"room": "r1", "face": "ceiling", "paint": "LARGE"},
    }
    assert [paint.code for paint in counted(rectangle(finishes=finishes)).paints] == ["LARGE", "SMALL"]


def test_a_floor_of_a_paints_colour_is_a_look_and_no_paint_to_buy() -> None:
    seen = counted(rectangle(finishes={"f1": {"room": "r1", "face": "floor", "paint": "X"}}))
    assert ([area.code for area in seen.floors], seen.paints) == (["X"], ())


def test_a_band_tells_its_heights_and_how_high_the_wall_is() -> None:
    finishes = {"f1": {"wall": "w2", "side": "right", "z_to": 1200, "paint": "X"}}
    ((patch,),) = (paint.patches for paint in counted(rectangle(finishes=finishes)).paints)
    assert (patch.z_from, patch.z_to, patch.reach) == (0, 1200, 2600)


def test_paint_that_is_wholly_covered_by_a_later_finish_is_not_counted() -> None:
    finishes = {name: {"wall": "w2", "side": "right", "paint": name.upper()} for name in ("f1", "f2")}
    assert [paint.code for paint in counted(rectangle(finishes=finishes)).paints] == ["F2"]


def test_tiles_that_differ_only_in_where_they_lie_are_one_tile() -> None:
    finishes = {
        "f1": {"wall": "w2", "side": "right", "tile": TILE},
        "f2": {"room": "r1", "face": "floor", "tile": TILE},
        "f3": {"wall": "w4", "side": "right", "tile": TILE | {"joint": 2}},
    }
    assert [len(tile.patches) for tile in counted(rectangle(finishes=finishes)).tiles] == [2, 1]


def test_like_things_in_a_room_are_one_line() -> None:
    items = {f"i{place}": CHAIR | {"at": [1000 * place, 2000]} for place in (1, 2, 3)}
    assert [(one.room, one.count) for one in counted(rectangle(items=items)).items] == [(0, 3)]


def test_a_thing_with_a_product_is_another_than_one_without() -> None:
    items = {"i1": CHAIR | {"at": [1000, 2000], "product": PRODUCT}, "i2": CHAIR | {"at": [2000, 2000]}}
    assert [one.price_gr for one in counted(rectangle(items=items)).items] == [19_999, None]


def test_a_part_of_the_building_is_listed_only_as_a_product() -> None:
    column = CHAIR | {"kind": "column"}
    items = {"i1": column | {"at": [1000, 2000]}, "i2": column | {"at": [2000, 2000], "product": PRODUCT}}
    assert [(one.count, one.price_gr) for one in counted(rectangle(items=items)).items] == [(1, 19_999)]


def test_what_stands_in_no_room_comes_last() -> None:
    items = {"i1": CHAIR | {"at": [9000, 9000]}, "i2": CHAIR | {"at": [2000, 2000]}}
    assert [one.room for one in counted(rectangle(items=items)).items] == [0, None]
