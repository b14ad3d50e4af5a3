"""A home's furniture comes over as the nearest kind, in its place, size, turn, colour and name."""

from collections.abc import Callable

import pytest

from rooms.entities import Item
from rooms.exchange import Imported
from rooms.plan import Plan

Import = Callable[..., Imported]
Element = Callable[..., str]


def items(imported: Imported) -> list[Item]:
    return list(Plan.read(imported.document).items.values())


def reasons(imported: Imported) -> set[tuple[str, str]]:
    return {(note.place, note.reason) for note in imported.report.notes}


@pytest.fixture
def piece(element: Element) -> Element:
    """(attributes) → a piece of 90 × 80 × 70 cm at (100, 200)."""

    def build(inner: str = "", tag: str = "pieceOfFurniture", **attributes: object) -> str:
        usual = {"name": "Thing", "x": 100, "y": 200, "width": 90, "depth": 80, "height": 70}
        return element(tag, inner, **usual | attributes)

    return build


def test_a_piece_keeps_place_size_elevation_and_name(imported: Import, piece: Element) -> None:
    (one,) = items(imported(piece(name="Kanapa babci", elevation=12.34)))
    assert (one.at, one.size, one.elevation, one.name) == ((1000, 2000), (900, 800, 700), 123, "Kanapa babci")


@pytest.mark.parametrize(
    ("radians", "turn_mdeg"), [(0, 0), (1.5707964, 90_000), (-1.5707964, 270_000), (7.853982, 90_000), (-1e-9, 0)]
)
def test_an_angle_becomes_thousandths_of_a_degree(
    imported: Import, piece: Element, radians: float, turn_mdeg: int
) -> None:
    assert [one.turn_mdeg for one in items(imported(piece(angle=radians)))] == [turn_mdeg]


def test_a_mirrored_piece_stays_mirrored(imported: Import, piece: Element) -> None:
    assert [one.mirrored for one in items(imported(piece(modelMirrored="true"), piece()))] == [True, False]


def test_a_piece_of_no_known_word_becomes_a_labelled_block(imported: Import, piece: Element) -> None:
    home = imported(piece(name="Zxcv"))
    assert [(one.kind, one.name) for one in items(home)] == [("box", "Zxcv")]
    assert ("pieces/Zxcv", "box_instead") in reasons(home)


def test_a_piece_takes_its_own_colour(imported: Import, piece: Element, element: Element) -> None:
    assert items(imported(piece(element("material", color="FF112233"), color="FFA0DDDF")))[0].tint == "#a0dddf"


def test_a_piece_of_several_colours_takes_the_first(imported: Import, piece: Element, element: Element) -> None:
    parts = element("material", color="00000000") + element("material", color="FF112233")
    home = imported(piece(parts + element("material", color="FF445566")))
    assert items(home)[0].tint == "#112233"
    assert ("pieces/Thing", "colour_guessed") in reasons(home)


@pytest.mark.parametrize("colour", ["red", "FF1122", "FFGGGGGG", "", "FF 12345"])
def test_a_colour_that_is_none_is_left_out(imported: Import, piece: Element, colour: str) -> None:
    assert items(imported(piece(color=colour)))[0].tint is None


def test_a_hidden_piece_stays_behind(imported: Import, piece: Element) -> None:
    home = imported(piece(visible="false"))
    assert items(home) == []
    assert reasons(home) == {("pieces/Thing", "hidden")}


def test_a_groups_pieces_stand_where_the_file_says(imported: Import, piece: Element, element: Element) -> None:
    inner = element("furnitureGroup", piece(name="Sofa", x=1), x=9, y=9, angle=1, elevation=50)
    home = imported(element("furnitureGroup", inner + piece(name="Bed", x=2), x=7, y=7, angle=2))
    assert [(one.name, one.at, one.turn_mdeg, one.elevation) for one in items(home)] == [
        ("Sofa", (10, 2000), 0, 0),
        ("Bed", (20, 2000), 0, 0),
    ]


def test_a_groups_pieces_take_its_level(imported: Import, piece: Element, element: Element) -> None:
    levels = [element("level", id=name, name=name, elevation=0, height=250) for name in ("low", "high")]
    home = imported(*levels, element("furnitureGroup", piece(), level="high"))
    plan = Plan.read(home.document)
    assert [plan.levels[one.level].name for one in plan.items.values()] == ["high"]


def test_a_hidden_group_hides_its_pieces(imported: Import, piece: Element, element: Element) -> None:
    home = imported(element("furnitureGroup", piece() * 3, name="Set", visible="false"))
    assert items(home) == []
    assert [(note.place, note.count) for note in home.report.notes] == [("pieces/Set", 3)]


def test_groups_deeper_than_anyone_builds_are_told(imported: Import, piece: Element) -> None:
    home = imported("<furnitureGroup>" * 60 + piece() * 2 + "</furnitureGroup>" * 60)
    assert items(home) == []
    assert ("pieces/unnamed", "too_deep") in reasons(home)


def test_a_leaning_chair_stands_upright_on_its_footprint(imported: Import, piece: Element) -> None:
    home = imported(piece(name="Chair", pitch=0.3, depthInPlan=95.5))
    assert [one.size for one in items(home)] == [(900, 955, 700)]
    assert ("pieces/Chair", "stood_upright") in reasons(home)


def test_a_leaning_slab_stays_behind(imported: Import, piece: Element) -> None:
    home = imported(piece(name="Roof", roll=0.5))
    assert items(home) == []
    assert ("pieces/Roof", "leaning") in reasons(home)


@pytest.mark.parametrize("name", ["x" * 10_000, "🛋️" * 200, "a\tb\u2028c"])
def test_any_name_fits(imported: Import, piece: Element, name: str) -> None:
    (one,) = items(imported(piece(name=name)))
    assert 0 < len(one.name) <= 120


def test_sizes_beyond_a_plans_become_the_nearest(imported: Import, piece: Element) -> None:
    home = imported(piece(width=0, depth=-5, height=49_000, elevation=-40_000))
    assert [(one.size, one.elevation) for one in items(home)] == [((1, 1, 50_000), -20_000)]
    assert ("pieces/Thing", "size_changed") in reasons(home)


def test_lights_and_shelves_are_pieces_and_their_light_is_told(
    imported: Import, piece: Element, element: Element
) -> None:
    home = imported(piece(element("lightSource"), tag="light", name="Pendant lamp"), piece(tag="shelfUnit"))
    assert len(items(home)) == 2
    assert ("lightSource", "not_imported") in reasons(home)
