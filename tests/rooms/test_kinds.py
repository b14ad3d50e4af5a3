"""The folder of kinds: what it holds, what it says of each, and what it refuses."""

import copy
import json
from pathlib import Path

import pytest

import rooms.kinds
from rooms.fault import Fault
from rooms.kinds import CATEGORIES, KINDS, LANGUAGES, read_kind, zones_of

SOFA = json.loads(Path(rooms.kinds.__file__).with_name("sofa.json").read_text("utf-8"))


def test_every_file_of_the_folder_is_a_kind():
    assert list(KINDS) == sorted(file.stem for file in Path(rooms.kinds.__file__).parent.glob("*.json"))


@pytest.mark.parametrize(
    "use", ["living", "dining", "bedroom", "child", "study", "kitchen", "bathroom", "toilet", "hall"]
)
def test_a_room_of_every_use_can_be_furnished(use):
    assert len([kind for kind in KINDS.values() if use in kind.uses]) >= 8


@pytest.mark.parametrize("category", CATEGORIES)
def test_no_category_is_empty(category):
    assert any(kind.category == category for kind in KINDS.values())


def test_a_kind_is_named_for_one_and_for_many_in_both_languages():
    names = {kind.name: [kind.names[language] for language in LANGUAGES] for kind in KINDS.values()}
    assert [name for name, called in names.items() if not all(one.one and one.many for one in called)] == []


def test_what_hangs_says_how_high():
    hangs_from_the_floor_up = {"curtain", "slat_panel"}
    low = {kind.name for kind in KINDS.values() if kind.mount != "floor" and kind.elevation == 0}
    assert low == hangs_from_the_floor_up


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("washbasin", (900, 550)),
        ("wc", (800, 600)),
        ("wall_wc", (800, 600)),
        ("bidet", (800, 600)),
        ("shower", (900, 750)),
        ("washing_machine", (900, 900)),
    ],
)
def test_a_fixture_wants_the_movement_area_of_the_guideline(name, size):
    kind = KINDS[name]
    (zone,) = zones_of(kind, kind.size)
    assert (zone.source, zone.size, zone.at[1]) == ("VDI 6000-1", size, kind.size[1] // 2)


def test_zones_lie_beside_the_footprint_except_round_a_table():
    sizes = [(kind, size) for kind in KINDS.values() for size in (kind.size, kind.least, kind.most)]
    for kind, size in sizes:
        left, back, right, front = -size[0] / 2, -size[1] / 2, size[0] / 2, size[1] / 2
        for zone in zones_of(kind, size):
            (x, y), (width, depth) = zone.at, zone.size
            outside = x + width <= left + 1 or x >= right - 1 or y + depth <= back + 1 or y >= front - 1
            holds_all = x < left and y < back and x + width > right and y + depth > front
            in_its_corner = kind.snap == "corner"
            assert outside or holds_all or in_its_corner, f"{kind.name} at {size}"


def test_the_nearest_size_keeps_every_side_within_its_ends():
    sofa = KINDS["sofa"]
    assert sofa.nearest((1, 900, 99_999)) == (sofa.least[0], 900, sofa.most[2])
    assert sofa.fits(sofa.size)
    assert not sofa.fits((1, 900, 800))


@pytest.mark.parametrize(
    ("place", "value", "path", "reason"),
    [
        (["kind"], "couch", "kinds/sofa/kind", "not_its_file"),
        (["colour"], "red", "kinds/sofa/colour", "unknown_field"),
        (["category"], "garden", "kinds/sofa/category", "not_a_choice"),
        (["uses", 0], "attic", "kinds/sofa/uses", "not_a_choice"),
        (["mount"], "roof", "kinds/sofa/mount", "not_a_choice"),
        (["tint", 0], "velvet", "kinds/sofa/tint", "not_a_choice"),
        (["colours"], {"fabric": "beige"}, "kinds/sofa/colours/fabric", "not_a_colour"),
        (["size", "least"], [1, 2], "kinds/sofa/size/least", "wrong_count"),
        (["size", "most"], [1300, 900, 900], "kinds/sofa/size/default", "out_of_range"),
        (["widths"], [3000, 2000], "kinds/sofa/widths", "not_a_list"),
        (["widths"], [1000, 2000], "kinds/sofa/widths", "out_of_range"),
        (["names", "pl", "many"], 5, "kinds/sofa/names/pl/many", "not_a_text"),
        (["let", "arm"], "180 +", "kinds/sofa/let/arm", "unexpected"),
        (["zones", 0, "purpose"], "dancing", "kinds/sofa/zones/0/purpose", "not_a_choice"),
        (["zones", 0, "at"], ["0"], "kinds/sofa/zones/0/at", "wrong_count"),
        (["parts"], {}, "kinds/sofa/parts", "not_a_list"),
        (["parts", 1], "box", "kinds/sofa/parts/1", "not_an_object"),
        (["parts", 1, "is"], "sphere", "kinds/sofa/parts/1/is", "unknown_word"),
        (["parts", 1, "is"], ["box"], "kinds/sofa/parts/1/is", "unknown_word"),
        (["parts", 1, "of"], "velvet", "kinds/sofa/parts/1/of", "not_a_choice"),
        (["parts", 1, "weight"], 3, "kinds/sofa/parts/1/weight", "unknown_field"),
        (["parts", 1, "size", 2], "import os", "kinds/sofa/parts/1/size/2", "unexpected"),
        (["parts", 0, "repeat"], "2 2", "kinds/sofa/parts/0/repeat", "unexpected"),
        (["parts", 0, "times"], 2, "kinds/sofa/parts/0/times", "unknown_field"),
        (["symbol", 0, "weight"], "bold", "kinds/sofa/symbol/0/weight", "not_a_choice"),
        (["symbol", 0, "fill"], "red", "kinds/sofa/symbol/0/fill", "not_a_choice"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(place, value, path, reason):
    broken = copy.deepcopy(SOFA)
    *way, last = place
    held = broken
    for step in way:
        held = held[step]
    held[last] = value
    with pytest.raises(Fault) as refusal:
        read_kind("sofa", broken)
    assert (refusal.value.path, refusal.value.reason) == (path, reason)


@pytest.mark.parametrize("field", ["names", "size", "parts", "mount", "tint"])
def test_a_file_that_lacks_a_field_is_refused(field):
    with pytest.raises(Fault, match=f"kinds/sofa/{field}: missing"):
        read_kind("sofa", {name: value for name, value in SOFA.items() if name != field})


def test_a_name_of_two_kinds_is_refused():
    with pytest.raises(Fault, match="kinds/couch/names/pl/one: duplicate"):
        rooms.kinds.refuse_twins(read_kind("couch", SOFA | {"kind": "couch"}), KINDS)
