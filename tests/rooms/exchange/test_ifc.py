"""Building models: what we write comes back, and what others write comes over as far as a plan shows it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rooms.exchange import Imported, read
from rooms.exchange.ifc.text import Ref, Typed, parsed
from rooms.fault import Fault
from rooms.ifc import as_ifc
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.walls import opening_span

FLATS = Path(__file__).parents[3] / "examples" / "flats"
CASES = Path(__file__).parents[2] / "cases"
FAMILY = Plan.read(json.loads((FLATS / "family.json").read_text("utf-8")))
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
Model = Callable[..., bytes]


@pytest.fixture(scope="module")
def back() -> Plan:
    written = as_ifc(FAMILY, lambda _code: None, at=MONDAY)
    return Plan.read(read("flat.ifc", written).document)


def walls_of(plan: Plan) -> list[Any]:
    return sorted((wall.a, wall.b, wall.thickness, plan.wall_heights(wall)) for wall in plan.walls.values())


def doors_of(plan: Plan) -> list[Any]:
    spans = ((plan.walls[one.wall], one) for one in plan.openings.values() if one.kind != "passage")
    return sorted(
        (wall.a, opening_span(wall, one), one.height, one.sill, one.kind, one.hinge, one.opens) for wall, one in spans
    )


def things_of(plan: Plan) -> list[Any]:
    return sorted(
        (item.kind, item.at, item.turn_mdeg, item.size, item.elevation, item.mirrored) for item in plan.items.values()
    )


def rooms_of(plan: Plan) -> list[Any]:
    return [(room.name, room.use, room.area_mm2) for room in find_rooms(plan).rooms]


@pytest.mark.parametrize("part", [walls_of, doors_of, things_of, rooms_of])
def test_what_was_written_comes_back(back: Plan, part: Callable[[Plan], list[Any]]) -> None:
    assert part(back) == part(FAMILY)


@pytest.mark.parametrize("name", ["outline/tapered_hypotenuse", "outline/tapered_walls", "surfaces/tapered_wall"])
def test_tapered_walls_come_back(name: str) -> None:
    plan = Plan.read(json.loads((CASES / f"{name}.json").read_text("utf-8"))["plan"])
    again = Plan.read(read("flat.ifc", as_ifc(plan, lambda _code: None, at=MONDAY)).document)
    assert [(one.a, one.b, one.thickness, one.thickness_b) for one in again.walls.values()] == [
        (one.a, one.b, one.thickness, one.thickness_b) for one in plan.walls.values()
    ]
    assert [room.area_mm2 for room in find_rooms(again).rooms] == [room.area_mm2 for room in find_rooms(plan).rooms]


FRAME = """#1=IFCPROJECT('p',$,'Dom',$,$,$,$,$,#2);
#2=IFCUNITASSIGNMENT((#3)); #3=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.); /* metres; one 'room' */
#4=IFCBUILDINGSTOREY('s',$,'Parter',$,$,#5,$,$,.ELEMENT.,0.);
#5=IFCLOCALPLACEMENT($,#6); #6=IFCAXIS2PLACEMENT3D(#7,$,$); #7=IFCCARTESIANPOINT((0.,0.,0.));
#8=IFCDIRECTION((0.,0.,1.)); #9=IFCCARTESIANPOINT((0.,0.));"""
WALL = """#{0}=IFCWALLSTANDARDCASE('{0}',$,'W',$,$,#{0}1,#{0}4,$);
#{0}1=IFCLOCALPLACEMENT(#5,#{0}2); #{0}2=IFCAXIS2PLACEMENT3D(#{0}3,#8,#{0}9);
#{0}3=IFCCARTESIANPOINT(({1},{2},{7})); #{0}9=IFCDIRECTION(({3},{4},0.));
#{0}4=IFCPRODUCTDEFINITIONSHAPE($,$,(#{0}5)); #{0}5=IFCSHAPEREPRESENTATION($,'Body','Clipping',(#{0}60));
#{0}60=IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.,#{0}6,#99999);
#{0}6=IFCEXTRUDEDAREASOLID(#{0}7,#6,#8,{6}); #{0}7=IFCRECTANGLEPROFILEDEF(.AREA.,$,#{0}8,{5},0.2);
#{0}8=IFCAXIS2PLACEMENT2D(#9,$);"""
BOX = ((2, 0, 1, 0, 4.2), (4, 1.5, 0, 1, 2.8), (2, 3, -1, 0, 4.2), (0, 1.5, 0, -1, 2.8))


@pytest.fixture
def model() -> Model:
    """(further lines) → a storey of four walls 20 cm thick and 2.5 m high, in metres, about a room of 3.8 × 2.8 m."""

    def build(*lines: str, schema: str = "IFC2X3", base: float = 0.0) -> bytes:
        walls = [WALL.format(100 + place, *map(float, box), 2.5, base) for place, box in enumerate(BOX)]
        head = f"ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('{schema}'));\nENDSEC;\nDATA;\n"
        return "\n".join([head + FRAME, *walls, *lines, "ENDSEC;\nEND-ISO-10303-21;\n"]).encode()

    return build


def reasons(imported: Imported) -> set[tuple[str, str]]:
    return {(note.place, note.reason) for note in imported.report.notes}


def test_walls_of_others_enclose_their_room(model: Model) -> None:
    plan = Plan.read(read("dom.ifc", model()).document)
    assert [room.area_mm2 for room in find_rooms(plan).rooms] == [3800 * 2800]
    assert [(level.name, level.height) for level in plan.levels.values()] == [("Parter", 2500)]


def test_a_door_swings_as_its_style_tells(model: Model) -> None:
    door = (
        "#500=IFCOPENINGELEMENT('h',$,$,$,$,#501,#504,$); #501=IFCLOCALPLACEMENT(#1001,#502);",
        "#502=IFCAXIS2PLACEMENT3D(#503,$,$); #503=IFCCARTESIANPOINT((-1.,0.,0.));",
        "#504=IFCPRODUCTDEFINITIONSHAPE($,$,(#505)); #505=IFCSHAPEREPRESENTATION($,'Body','SweptSolid',(#506));",
        "#506=IFCEXTRUDEDAREASOLID(#507,#6,#8,2.1); #507=IFCRECTANGLEPROFILEDEF(.AREA.,$,#1008,0.9,0.4);",
        "#510=IFCRELVOIDSELEMENT('v',$,$,$,#100,#500); #511=IFCRELFILLSELEMENT('f',$,$,$,#500,#512);",
        "#512=IFCDOOR('d',$,'Tür',$,$,#501,$,$,2.1,0.9); #513=IFCRELDEFINESBYTYPE('t',$,$,$,(#512),#514);",
        "#514=IFCDOORSTYLE('y',$,$,$,$,$,$,$,.SINGLE_SWING_RIGHT.,.WOOD.,.F.,.F.);",
    )
    (one,) = Plan.read(read("dom.ifc", model(*door)).document).openings.values()
    assert (one.kind, one.offset, one.width, one.height, one.hinge, one.opens) == (
        "door",
        650,
        900,
        2100,
        "left",
        "left",
    )


def test_what_a_plan_does_not_show_is_told(model: Model) -> None:
    slab = "#600=IFCSLAB('z',$,$,$,$,#5,$,$,.FLOOR.); #601=IFCRELCONTAINEDINSPATIALSTRUCTURE('c',$,$,$,(#600),#4);"
    assert ("parts/IFCSLAB", "not_imported") in reasons(read("dom.ifc", model(slab)))


def test_walls_high_above_the_floor_stay_behind(model: Model) -> None:
    imported = read("dom.ifc", model(base=1.2))
    assert not imported.document["walls"]
    assert ("walls/W", "floating") in reasons(imported)


@pytest.mark.parametrize(("schema", "reason"), [("IFC1", "schema_unknown"), ("AUTOMOTIVE", "not_a_plan")])
def test_other_schemas_are_refused(model: Model, schema: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        read("dom.ifc", model(schema=schema))
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "line",
    [
        "#5=IFCLOCALPLACEMENT(#5,#6);",
        "#6=IFCAXIS2PLACEMENT3D(#6,#6,#6);",
        "#1006=IFCMAPPEDITEM(#7,#8); #7=IFCREPRESENTATIONMAP(#6,#1005); #8=IFCCARTESIANTRANSFORMATIONOPERATOR3D();",
        "#10060=IFCBOOLEANRESULT(.UNION.,#10060,#10060);",
        "#1007=IFCRECTANGLEPROFILEDEF(.AREA.,$,#1008,1.E308,1.E308);",
        "#1003=IFCCARTESIANPOINT((1.E12,-1.E12,0.));",
        "#1009=IFCDIRECTION((0.,0.,0.));",
        "#1005=IFCSHAPEREPRESENTATION($,'Axis','Curve2D',(#702)); #702=IFCTRIMMEDCURVE(#702,(),(),.T.,.X.);",
        "#1007=IFCARBITRARYCLOSEDPROFILEDEF(.X.,$,#10); #10=IFCCOMPOSITECURVE((#11,#11),.F.); #11=IFCSEG($,$,#10);",
        "#3=IFCCONVERSIONBASEDUNIT(#3,.LENGTHUNIT.,'FOOT',#3);",
        "#703=IFCSPACE('r',$,'1',$,$,#5,#1004,'Raum',.ELEMENT.,.INTERNAL.,$);",
        "#704=IFCRELVOIDSELEMENT('v',$,$,$,#100,#100); #705=IFCCOLUMN('k',$,$,$,$,#5,#1004,$);",
        "#706=IFCFURNITURE('m',$,'Sofa','x''y',$,#5,#1004,$); #707=IFCRELAGGREGATES('a',$,$,$,#100,(#100,#4));",
    ],
)
def test_a_messy_model_is_read_as_far_as_it_can_be(model: Model, line: str) -> None:
    Plan.read(read("dom.ifc", model(line)).document)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("('it''s',$,*,.T.,-1.5E2)", ["it's", None, None, "T", -150.0]),
        ("(#7,(#8,(#9)),IFCARCINDEX((1,2,3)))", [Ref(7), [Ref(8), [Ref(9)]], Typed("IFCARCINDEX", [1.0, 2.0, 3.0])]),
        ("('\\X2\\014100F3\\X0\\ko \\X\\E9 \\S\\i a\\\\b')", ["Łóko é é a\\b"]),
        ("(((((", []),
        ("('open", []),
    ],
)
def test_values_are_read_as_iso_10303_21_writes_them(text: str, values: list[Any]) -> None:
    assert parsed(text) == values
