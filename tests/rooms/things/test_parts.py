"""Parts keep to their footprint at every size, and what has a size of its own keeps it."""

import pytest

from rooms.kinds import KINDS, read_kind
from rooms.things.parts import outlined, parts_of
from rooms.vocabulary.extent import extent
from rooms.vocabulary.forms import Box, Loft, Rod

SLANT_MM = 4  # the foot of a slanted leg is cut square to the leg, so its edge dips this far at most


BETWEEN = ((20, 83, 51), (71, 30, 94), (44, 62, 9), (97, 3, 37))  # hundredths of the way from least to most


def some_sizes(kind):
    between = [
        tuple(low + (high - low) * share // 100 for low, high, share in zip(kind.least, kind.most, shares, strict=True))
        for shares in BETWEEN
    ]
    return [kind.size, kind.least, kind.most, *between]


def built():
    """Every kind at some sizes, part by part, with the part's extent."""
    for kind in KINDS.values():
        for size in some_sizes(kind):
            for part in parts_of(kind, size):
                yield kind, size, part, *extent(part)


def test_parts_stay_over_the_footprint():
    for kind, size, part, least, most in built():
        for axis in (0, 1):
            assert -size[axis] / 2 - 1 <= least[axis], f"{kind.name}: {part} at {size}"
            assert most[axis] <= size[axis] / 2 + 1, f"{kind.name}: {part} at {size}"


def test_parts_reach_above_or_below_only_where_the_kind_says_so():
    for kind, size, part, least, most in built():
        assert kind.overhang or (least[2] >= -SLANT_MM and most[2] <= size[2]), f"{kind.name}: {part} at {size}"


def test_a_thing_fills_its_usual_size():
    for kind in KINDS.values():
        extents = [extent(part) for part in parts_of(kind, kind.size)]
        for axis in range(3):
            reach = max(most[axis] for _, most in extents) - min(least[axis] for least, _ in extents)
            assert reach >= kind.size[axis] * 0.8, f"{kind.name}: axis {axis}"


def radii_of(kind, size, material):
    return {part.radius for part in parts_of(kind, size) if isinstance(part, Rod) and part.material == material}


@pytest.mark.parametrize("name", ["wardrobe", "base_cabinet", "chest_of_drawers", "sideboard", "desk", "fridge"])
def test_handles_keep_their_thickness(name):
    kind = KINDS[name]
    material = "black" if name == "fridge" else "metal"
    assert radii_of(kind, kind.least, material) == radii_of(kind, kind.most, material) == {5, 6}


@pytest.mark.parametrize("name", ["sofa", "armchair", "sideboard", "tv_cabinet"])
def test_legs_keep_their_size(name):
    def legs(size):
        found = (
            part for part in parts_of(KINDS[name], size) if isinstance(part, Loft) and part.material.startswith("wood")
        )
        return [tuple((ring[2], ring[3], ring[4]) for ring in leg.rings) for leg in found][:4]

    assert len(legs(KINDS[name].least)) == 4
    assert legs(KINDS[name].least) == legs(KINDS[name].most)


@pytest.mark.parametrize("name", ["washbasin", "washbasin_cabinet", "bidet"])
def test_a_tap_keeps_its_size(name):
    def spout(size):
        rods = [
            part
            for part in parts_of(KINDS[name], size)
            if isinstance(part, Rod) and (part.radius, part.radius_b) == (14, 12)
        ]
        return [end - start for start, end in zip(rods[0].a, rods[0].b, strict=True)]

    assert spout(KINDS[name].least) == spout(KINDS[name].most)


@pytest.mark.parametrize(
    ("width", "doors"), [(500, 1), (750, 2), (1200, 2), (1500, 3), (2000, 4), (3000, 6), (4000, 8)]
)
def test_a_wider_wardrobe_has_more_doors(width, doors):
    parts = parts_of(KINDS["wardrobe"], (width, 600, 2200))
    assert len([part for part in parts if part.material == "front"]) == doors


def test_an_items_colour_goes_to_the_materials_that_the_kind_names():
    plain, tinted = (parts_of(KINDS["sofa"], KINDS["sofa"].size, tint) for tint in (None, "#336699"))
    assert {part.colour for part in tinted if part.material == "fabric"} == {"#336699"}
    assert [part.colour for part in plain if part.material != "fabric"] == [
        part.colour for part in tinted if part.material != "fabric"
    ]


def test_a_kind_may_have_its_own_colours():
    flames = [part for part in parts_of(KINDS["fireplace"], KINDS["fireplace"].size) if part.material == "light"]
    assert {part.colour for part in flames} == {KINDS["fireplace"].colours["light"]}


@pytest.mark.parametrize("size", [(1, 1, 1), (50_000, 50_000, 50_000), (1, 50_000, 300)], ids=str)
def test_every_size_that_a_plan_may_hold_is_answered(size):
    for kind in KINDS.values():
        for part in parts_of(kind, size):
            least, most = extent(part)
            assert all(abs(reach) <= 200_000 for reach in (*least, *most)), kind.name


def kind_of(*parts, **more):
    names = {language: {"one": "test", "many": "tests"} for language in ("pl", "en")}
    size = {"default": [100, 100, 100], "least": [100, 100, 100], "most": [200, 200, 200]}
    document = {
        "kind": "t",
        "names": names,
        "category": "all",
        "uses": [],
        "size": size,
        "mount": "floor",
        "snap": "free",
    }
    return read_kind("t", document | {"tint": [], "parts": list(parts)} | more)


def test_a_size_beyond_the_most_is_built_at_the_most_and_stretched():
    kind = kind_of({"is": "box", "at": ["-size.w/2", -50, 0], "size": ["size.w", 100, 10]})
    (part,) = parts_of(kind, (400, 300, 200))
    assert isinstance(part, Box)
    assert (part.at, part.size) == ((-200, -75, 0), (400, 150, 10))


def test_what_a_size_leaves_no_room_for_vanishes():
    assert parts_of(kind_of({"is": "box", "at": [0, 0, 0], "size": ["size.w-100", 10, 10]}), (100, 100, 100)) == ()


def test_repeats_may_be_nested_and_a_condition_sees_the_counter():
    box = {"is": "box", "at": ["i", "j", 0], "size": [1, 1, 1]}
    kind = kind_of({"repeat": 3, "parts": [{"repeat": "i+1", "as": "j", "when": "2-j", "parts": [box]}]})
    assert [part.at[:2] for part in parts_of(kind, (100, 100, 100))] == [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1)]


def test_a_written_word_takes_the_material_it_is_given():
    kind = kind_of(
        {"is": "knob", "at": [0, 0, 50]},
        {"is": "knob", "at": [0, 0, 50], "of": "black"},
        {"is": "door_left", "at": [0, 0, 0], "size": [90, 18, 90]},
    )
    assert [part.material for part in parts_of(kind, (100, 100, 100))][:5] == [
        "metal",
        "metal",
        "black",
        "black",
        "front",
    ]


def test_an_arc_becomes_points_on_its_circle():
    points = outlined([["A", 0, 0, 100, 100, 0, 90]])
    assert points[0] == (100, 0)
    assert points[-1] == (0, 100)
    assert all(abs(x * x + y * y - 100 * 100) < 200 for x, y in points)
