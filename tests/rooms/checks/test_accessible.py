"""The accessible profile, gaps beside fixtures, and contrast."""

import pytest

from rooms.checking.lightness import lrv_of
from tests.rooms.checks.saying import item, room, said_by

WC = item("wc", [1000, 380], [370, 660, 800])


def test_a_wheelchair_turns_where_the_free_floor_holds_the_circle():
    """Between cabinets from the left and from the right a strip is left."""

    def strip(mm):
        wide = (4900 - mm) // 2
        return {
            "i1": item("wardrobe", [50 + wide // 2, 2000], [wide, 3900, 2200]),
            "i2": item("wardrobe", [4950 - wide // 2, 2000], [wide, 3900, 2200]),
        }

    [found] = said_by("turning_circle", room("hall", items=strip(1400)), "din18040")
    assert found.value == pytest.approx(1400, abs=4)
    assert said_by("turning_circle", room("hall", items=strip(1500)), "din18040") == []


@pytest.mark.parametrize(("gap", "values"), [(700, [765]), (900, [])])
def test_beside_a_toilet_there_is_room_to_change_over(gap, values):
    cabinet = item("bathroom_cabinet", [1185 + gap + 175, 400], [350, 700, 1600], elevation=250)
    found = said_by("wc_transfer", room("bathroom", items={"i1": WC, "i2": cabinet}), "din18040")
    assert [finding.value for finding in found] == values


@pytest.mark.parametrize(("gap", "values"), [(100, [100]), (194, [194]), (195, []), (300, [])])
def test_elbows_have_room_beside_a_toilet(gap, values):
    cabinet = item("bathroom_cabinet", [1185 + gap + 175, 250], [350, 350, 1600], elevation=250)
    found = said_by("fixture_gap", room("bathroom", items={"i1": WC, "i2": cabinet}), "bathroom")
    assert [finding.value for finding in found] == values
    assert all(finding.fix for finding in found)


@pytest.mark.parametrize(("x", "values"), [(350, [300]), (431, [])])
def test_a_toilets_axis_keeps_off_the_wall(x, values):
    found = said_by("wc_axis", room("bathroom", items={"i1": WC | {"at": [x, 380]}}), "nkba")
    assert [finding.value for finding in found] == values


@pytest.mark.parametrize(("wall", "floor", "values"), [("#ffffff", "#000000", []), ("#ffffff", "#e0e0e0", [25])])
def test_wall_and_floor_differ_in_lightness(wall, floor, values):
    finishes = {
        **{f"f{n}": {"wall": f"w{n}", "side": "right", "paint": wall} for n in range(1, 5)},
        "f5": {"room": "r1", "face": "floor", "paint": floor},
    }
    found = said_by("contrast", room(finishes=finishes), "contrast", colours=lambda code: code)
    assert [finding.value for finding in found if "finishes/f5" in finding.entities] == values


@pytest.mark.parametrize(("door", "values"), [("#404040", []), ("#fafafa", [4])])
def test_a_painted_door_and_its_wall_differ_in_lightness(door, values):
    finishes = {f"f{n}": {"wall": f"w{n}", "side": "right", "paint": "#ffffff"} for n in range(1, 5)}
    painted = {**finishes, "f6": {"opening": "o1", "paint": door}}
    found = said_by("contrast", room(finishes=painted), "contrast", colours=lambda code: code)
    assert [finding.value for finding in found if "openings/o1" in finding.entities] == values


def test_lightness_is_the_relative_luminance():
    assert [round(lrv_of(colour), 2) for colour in ("#ffffff", "#000000", "#808080")] == [100, 0, 21.59]
