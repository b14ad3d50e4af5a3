"""A home's rooms become labels inside the found rooms; where walls and drawing disagree, the report says so."""

from collections.abc import Callable

import pytest
import shapely

from rooms.entities import Label
from rooms.exchange import Colour, Imported, Note
from rooms.outline import find_rooms
from rooms.plan import Plan

Import = Callable[..., Imported]
Element = Callable[..., str]
INNER = [(5, 5), (395, 5), (395, 395), (5, 395)]
AROUND_A_PILLAR = [(5, 5), (395, 5), (395, 395), (5, 395), (5, 390), (390, 390), (390, 10), (5, 10)]


@pytest.fixture
def room(element: Element) -> Element:
    """(corners in cm, attributes) → a room."""

    def build(corners: list[tuple[float, float]], **attributes: object) -> str:
        return element("room", "".join(element("point", x=x, y=y) for x, y in corners), **attributes)

    return build


def labels(imported: Imported) -> list[Label]:
    return list(Plan.read(imported.document).rooms.values())


def reasons(imported: Imported) -> set[tuple[str, str]]:
    return {(note.place, note.reason) for note in imported.report.notes}


def test_a_room_names_the_found_room_it_was_drawn_in(imported: Import, room: Element, box: str) -> None:
    home = imported(box, room(INNER, name="Łazienka"))
    assert [(found.name, found.use) for found in find_rooms(Plan.read(home.document)).rooms] == [
        ("Łazienka", "bathroom")
    ]
    assert reasons(home) == set()


@pytest.mark.parametrize("corners", [[*INNER[:3], (200, 20)], AROUND_A_PILLAR])
def test_the_label_lies_inside_a_room_of_any_shape(
    imported: Import, room: Element, corners: list[tuple[float, float]]
) -> None:
    (label,) = labels(imported(room(corners)))
    assert shapely.Polygon(corners).contains(shapely.Point(label.at[0] / 10, label.at[1] / 10))


def test_a_room_that_no_walls_enclose_keeps_its_name(imported: Import, room: Element) -> None:
    home = imported(room(INNER, name="Taras"))
    assert [label.name for label in labels(home)] == ["Taras"]
    assert reasons(home) == {("rooms/Taras", "not_enclosed")}


def test_two_rooms_without_a_wall_between_are_told(imported: Import, room: Element, box: str) -> None:
    left, right = [(5, 5), (200, 5), (200, 395), (5, 395)], [(200, 5), (395, 5), (395, 395), (200, 395)]
    home = imported(box, room(left, name="Kuchnia"), room(right, name="Salon"))
    assert reasons(home) == {("rooms/Salon", "shares_a_room")}


def test_another_area_than_the_walls_enclose_is_told(imported: Import, room: Element, box: str) -> None:
    home = imported(box, room([(5, 5), (395, 5), (395, 300), (5, 300)], name="Hall"))
    told = {"drawn_mm2": 11_505_000, "enclosed_mm2": 15_210_000}
    assert home.report.notes == (Note("rooms/Hall", "area_differs", 1, told),)


def test_a_roof_drawn_as_a_room_stays_behind(imported: Import, room: Element) -> None:
    home = imported(room(INNER, name="Dach", floorVisible="false"))
    assert labels(home) == []
    assert reasons(home) == {("rooms/Dach", "roof_drawn_as_room")}


@pytest.mark.parametrize(
    ("corners", "reason"),
    [
        ([], "no_outline"),
        ([(0, 0), (1, 1), (0, 0)], "no_outline"),
        ([(0, 0), (1, 1), (2, 2)], "no_outline"),
        ([("nan", 0), (1, 1), (2, 2)], "not_a_number"),
        ([(number * 7919 % 1000, number * 104_729 % 997) for number in range(100)], "tangled_outline"),
        ([(number % 2, number) for number in range(3000)], "too_many"),
    ],
)
def test_a_room_without_an_outline_stays_behind(
    imported: Import, room: Element, corners: list[tuple[float, float]], reason: str
) -> None:
    home = imported(room(corners, name="R"))
    assert labels(home) == []
    assert reasons(home) == {("rooms/R", reason)}


def test_an_outline_that_crosses_itself_counts_by_its_largest_part(imported: Import, room: Element) -> None:
    (label,) = labels(imported(room([(0, 0), (100, 100), (100, 0), (0, 90)])))
    assert label.at[0] > 500


def test_the_colours_of_floor_and_ceiling_wait_for_paints(imported: Import, room: Element) -> None:
    home = imported(room(INNER, floorColor="FFC8C8C8"))
    assert home.colours == (Colour({"room": labels(home)[0].id, "face": "floor"}, "#c8c8c8"),)
