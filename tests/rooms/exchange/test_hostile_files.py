"""Whatever the bytes: a plan that can be read, or a Fault; never another exception."""

import io
import json
import zipfile
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooms.exchange import read
from rooms.exchange.report import REASONS
from rooms.fault import Fault
from rooms.plan import Plan

FEW = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
PLAIN = ["0", "1.5", "-3", "400", "90", "12.345678", "3.1415927"]
ODD = ["NaN", "inf", "-Infinity", "1e400", "1e-320", "", "x", "1e9", "49999", "-49999.99", "true", "٣", "1_0", " 7 "]
NUMBERS = st.sampled_from(PLAIN * 3 + ODD)
NAMES = st.sampled_from(["level", "home", "Sofa", "Okno", "Drzwi", "", "a/b", "Łóżko", "💥" * 50, "x" * 500])
FIELDS = {
    "level": ["elevation", "height"],
    "wall": ["xStart", "yStart", "xEnd", "yEnd", "thickness", "height", "heightAtEnd", "arcExtent"],
    "room": [],
    "point": ["x", "y"],
    "compass": ["northDirection"],
    "pieceOfFurniture": ["x", "y", "width", "depth", "height", "angle", "elevation", "widthInPlan", "pitch"],
    "doorOrWindow": ["x", "y", "width", "depth", "height", "angle", "elevation", "wallWidth", "wallDistance"],
    "furnitureGroup": ["x", "y"],
    "sash": ["xAxis", "startAngle", "endAngle"],
    "light": ["x", "y", "width", "depth", "height"],
    "surprise": ["x"],
}
LINKS = [
    "id",
    "name",
    "level",
    "wallAtStart",
    "wallAtEnd",
    "catalogId",
    "color",
    "leftSideColor",
    "visible",
    "floorColor",
]


@st.composite
def elements(draw: st.DrawFn, depth: int = 2) -> str:
    tag = draw(st.sampled_from(list(FIELDS)))
    attributes = {name: draw(NUMBERS) for name in FIELDS[tag] if draw(st.integers(0, 9))}
    attributes |= {name: draw(NAMES) for name in draw(st.lists(st.sampled_from(LINKS), max_size=3, unique=True))}
    inner = draw(st.lists(elements(depth=depth - 1), max_size=4)) if depth else []
    named = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{named}>{''.join(inner)}</{tag}>"


@FEW
@given(st.lists(elements(), max_size=12), NUMBERS)
def test_any_home_of_known_elements_becomes_a_plan(inner: list[str], wall_height: str) -> None:
    home = read("x", f'<home wallHeight="{wall_height}">{"".join(inner)}</home>'.encode())
    Plan.read(home.document)
    assert {note.reason for note in home.report.notes} <= set(REASONS)


@FEW
@given(st.binary(max_size=400))
def test_any_bytes_are_answered(data: bytes) -> None:
    _answered(data)


@FEW
@given(
    st.binary(max_size=400),
    st.sampled_from([b"PK\x03\x04", b"<home", b"<?xml version='1.0'?><home>", b"{", b"\xef\xbb\xbf{"]),
)
def test_any_bytes_after_a_known_beginning_are_answered(data: bytes, beginning: bytes) -> None:
    _answered(beginning + data)


@FEW
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8))
def test_an_archive_with_changed_bytes_is_answered(changes: list[tuple[int, int]]) -> None:
    data = bytearray(ARCHIVE)
    for place, value in changes:
        data[place % len(data)] = value
    _answered(bytes(data))


KEYS = st.sampled_from(["x", "y", "a", "l1", "designs", "walls", "az", "openings"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
HEADS = ["version", "plan", "walls", "levels", "items", "floorplan", "floors", "designs"]
CORNERS = st.dictionaries(st.sampled_from("abcd"), VALUES)
FLOORPLANS = st.fixed_dictionaries({"corners": CORNERS, "walls": st.lists(VALUES), "rooms": VALUES})


@FEW
@given(st.dictionaries(st.sampled_from(HEADS), VALUES))
def test_any_object_is_answered(value: object) -> None:
    _answered(json.dumps(value).encode())


@FEW
@given(FLOORPLANS, VALUES)
def test_any_floor_plan_of_corners_becomes_a_plan(floorplan: object, items: object) -> None:
    _answered(json.dumps({"floorplan": floorplan, "items": items}).encode())


VALUES_OF_STEP = st.recursive(
    st.sampled_from(["$", "*", "1.", "-0.5", "1.E300", "'x'", "'\\X2\\01\\X0\\'", ".T.", "IFCREAL(2.)"])
    | st.integers(0, 12).map(lambda number: f"#{number}"),
    lambda inner: st.lists(inner, max_size=4).map(lambda held: f"({','.join(held)})"),
    max_leaves=20,
)
ENTITIES = ["IFCWALL", "IFCEXTRUDEDAREASOLID", "IFCSHAPEREPRESENTATION", "IFCPRODUCTDEFINITIONSHAPE", "IFCPOLYLINE"]
ENTITIES += ["IFCLOCALPLACEMENT", "IFCCARTESIANPOINT", "IFCARBITRARYCLOSEDPROFILEDEF", "IFCTRIANGULATEDFACESET"]
ENTITIES += ["IFCBUILDINGSTOREY", "IFCSPACE", "IFCRELVOIDSELEMENT", "IFCFURNITURE", "IFCTRIMMEDCURVE", "IFCCIRCLE"]


@FEW
@given(st.lists(st.tuples(st.sampled_from(ENTITIES), st.lists(VALUES_OF_STEP, max_size=9)), max_size=12))
def test_any_building_model_is_answered(instances: list[tuple[str, list[str]]]) -> None:
    lines = [f"#{number}={entity}({','.join(values)});" for number, (entity, values) in enumerate(instances, 1)]
    _answered("\n".join(["ISO-10303-21;FILE_SCHEMA(('IFC4'));", "#0=IFCWALL();", *lines]).encode())


def _answered(data: bytes) -> None:
    with suppress(Fault):
        Plan.read(read("file", data).document)


def _archive() -> bytes:
    packed = io.BytesIO()
    walls = "".join(f"<wall xStart='{n}' yStart='0' xEnd='{n}' yEnd='90' thickness='10'/>" for n in range(40))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("Home.xml", f"<home>{walls}</home>")
        zipped.writestr("Home", b"\xac\xed")
    return packed.getvalue()


ARCHIVE = _archive()
