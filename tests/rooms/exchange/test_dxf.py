"""Drawings of parallel lines become walls with doors and windows; what this program draws it reads again."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ezdxf.filemanagement import new

from rooms.drawing.aperture import CUT_MM
from rooms.drawing.dxf import as_dxf, block_names
from rooms.drawing.plan import draw_plan
from rooms.exchange import Imported, read
from rooms.fault import Fault
from rooms.outline import find_rooms
from rooms.plan import Plan

Draw = Callable[[Any], object]
FLATS = sorted((Path(__file__).parents[3] / "examples" / "flats").glob("*.json"))
HOUSE = Path("../shared/data/plans/house_ceco53.dxf")


def drawn(draw: Draw, units: int = 4) -> bytes:
    """A drawing in mm, unless another unit's code is given."""
    document = new("R2010")
    document.header["$INSUNITS"] = units
    draw(document.modelspace())
    written = io.StringIO()
    document.write(written)
    return written.getvalue().encode()


def room(space: Any, scale: float = 1.0, layer: str = "SCIANY") -> None:
    """4 × 3 m inside walls of 20 cm, with a door of 90 cm hinged at its left in the lower wall, opening inwards."""
    lines = [
        ((0, 0), (4400, 0), (4400, 3400), (0, 3400), (0, 0)),
        ((1200, 200), (200, 200), (200, 3200), (4200, 3200), (4200, 200), (2100, 200)),
    ]
    outer = [((0, 3400), (0, 0), (1200, 0), (1200, 200)), ((2100, 200), (2100, 0), (4400, 0), (4400, 3400), (0, 3400))]
    for points in (*outer, lines[1]):
        space.add_lwpolyline([(x * scale, y * scale) for x, y in points], dxfattribs={"layer": layer})
    space.add_arc((1200 * scale, 200 * scale), 900 * scale, 0, 90, dxfattribs={"layer": "DRZWI"})
    space.add_text("Salon 12").set_placement((2000 * scale, 1500 * scale))
    space.add_text("Kuchnia").set_placement((2000 * scale, 2000 * scale))


def plan_of(imported: Imported) -> Plan:
    return Plan.read(imported.document)


def notes(imported: Imported) -> set[tuple[str, str]]:
    return {(note.place, note.reason) for note in imported.report.notes}


def test_two_lines_are_a_wall_and_a_gap_with_an_arc_a_door() -> None:
    plan = plan_of(imported := read("rysunek.dxf", drawn(room)))
    [found] = find_rooms(plan).rooms
    [door] = plan.openings.values()
    assert (found.area_mm2, found.name, found.use) == (12_000_000, "Kuchnia", "kitchen")
    assert {wall.thickness for wall in plan.walls.values()} == {200}
    assert (door.kind, door.width, plan.name) == ("door", 900, "rysunek")
    assert notes(imported) == {("openings", "height_guessed"), ("texts", "not_imported")}


def test_a_leaf_opens_to_the_side_and_from_the_jamb_that_its_arc_shows() -> None:
    plan = plan_of(read("a.dxf", drawn(room)))
    again = plan_of(read("b.dxf", as_dxf(draw_plan(plan))))
    [one], [other] = plan.openings.values(), again.openings.values()
    assert (one.hinge, one.opens, one.width) == (other.hinge, other.opens, other.width)


@pytest.mark.parametrize(("units", "scale"), [(4, 1.0), (5, 0.1), (6, 0.001), (1, 1 / 25.4)])
def test_the_header_says_the_unit(units: int, scale: float) -> None:
    [found] = find_rooms(plan_of(read("a.dxf", drawn(lambda space: room(space, scale), units)))).rooms
    assert abs(found.area_mm2 - 12_000_000) < 20_000


@pytest.mark.parametrize(("units", "scale"), [(0, 1.0), (6, 1.0), (4, 0.001)])
def test_a_unit_that_is_not_said_or_makes_no_door_is_asked_for(units: int, scale: float) -> None:
    data = drawn(lambda space: room(space, scale), units)
    with pytest.raises(Fault, match="unit unknown"):
        read("a.dxf", data)
    [found] = find_rooms(plan_of(read("a.dxf", data, "mm" if scale == 1 else "m"))).rooms
    assert found.area_mm2 == 12_000_000


def test_walls_are_found_on_layers_that_are_not_called_so() -> None:
    [found] = find_rooms(plan_of(read("a.dxf", drawn(lambda space: room(space, layer="L7"))))).rooms
    assert found.area_mm2 == 12_000_000


def test_a_room_that_no_walls_enclose_is_told_by_its_name() -> None:
    def draw(space: Any) -> None:
        room(space)
        space.add_text("Łazienka").set_placement((9000, 1500))

    imported = read("a.dxf", drawn(draw))
    assert ("rooms/Łazienka", "not_enclosed") in notes(imported)
    assert "Łazienka" in {label.name for label in plan_of(imported).rooms.values()}


def test_two_arcs_about_one_centre_are_a_curved_wall() -> None:
    def draw(space: Any) -> None:
        for radius in (1900, 2100):
            space.add_arc((0, 0), radius, 0, 180, dxfattribs={"layer": "WALL"})
            space.add_line((-radius, 0), (-radius, -3000), dxfattribs={"layer": "WALL"})

    plan = plan_of(read("a.dxf", drawn(draw)))
    curved = [wall for wall in plan.walls.values() if wall.bulge]
    assert [abs(wall.bulge) for wall in curved] == [586, 586]
    assert {wall.thickness for wall in curved} == {200}


def test_blocks_become_furniture_with_the_back_to_the_wall() -> None:
    def draw(space: Any) -> None:
        room(space)
        block = space.doc.blocks.new("WC_kompakt")
        block.add_lwpolyline([(0, 0), (370, 0), (370, 650), (0, 650)], close=True)
        space.add_blockref("WC_kompakt", (3000, 2550))
        space.doc.blocks.new("LOGO").add_line((0, 0), (100, 0))
        space.add_blockref("LOGO", (9000, 9000))

    imported = read("a.dxf", drawn(draw))
    [item] = plan_of(imported).items.values()
    assert (item.kind, item.turn_mdeg, item.size[:2]) == ("wc", 0, (370, 650))
    assert ("blocks/LOGO", "not_imported") in notes(imported)


@pytest.mark.parametrize("flat", FLATS, ids=lambda flat: flat.stem)
def test_what_is_drawn_here_is_read_again(flat: Path) -> None:
    plan = Plan.read(json.loads(flat.read_text("utf-8")))
    again = plan_of(read("a.dxf", as_dxf(draw_plan(plan), block_names(plan))))
    areas = [sorted(room.area_mm2 for room in find_rooms(one).rooms) for one in (plan, again)]
    assert all(abs(one - other) < 2000 for one, other in zip(*areas, strict=True))
    assert sorted(one.kind for one in again.openings.values()) == _cut(plan)
    kinds = [sorted(item.kind for item in one.items.values()) for one in (plan, again)]
    assert len(set(kinds[0]) - set(kinds[1])) <= 3


def _cut(plan: Plan) -> list[str]:
    """The openings that a drawing from above shows: the cut goes through them."""
    return sorted(one.kind for one in plan.openings.values() if one.sill < CUT_MM)


@pytest.mark.skipif(not HOUSE.exists(), reason="made by others, not part of the project")
def test_an_architect_s_drawing_is_read() -> None:
    plan = plan_of(imported := read("house.dxf", HOUSE.read_bytes()))
    assert 45 <= len(plan.walls) <= 65
    assert {place for place, reason in notes(imported) if reason == "not_enclosed"} == {"rooms/HALL", "rooms/KITCHEN"}
    assert [wall.bulge < 0 for wall in plan.walls.values()].count(True) == 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"  0\nSECTION\n  2\nENTITIES\n", "no walls|unit unknown|not a drawing"),
        (b"  0\nSECTION\n  2\nHEADER\n 99999\nx\n", "unit unknown|not a drawing"),
        (drawn(lambda space: space.add_circle((0, 0), 900)), "unit unknown"),
        (drawn(lambda space: space.add_line((0, 0), (9000, 0))), "no walls"),
    ],
)
def test_what_is_no_drawing_of_walls_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Fault, match=reason):
        read("a.dxf", data)


def test_blocks_within_blocks_without_end_are_refused() -> None:
    def draw(space: Any) -> None:
        room(space)
        blocks = [space.doc.blocks.new(f"B{place}") for place in range(12)]
        for place, block in enumerate(blocks[:-1]):
            for copy in range(10):
                block.add_blockref(f"B{place + 1}", (copy * 10, 0))
        blocks[-1].add_line((0, 0), (5, 0))
        space.add_blockref("B0", (9000, 0))

    with pytest.raises(Fault, match="too many"):
        read("a.dxf", drawn(draw))
