"""The rooms that customers start from: sound plans, sensible rooms, the sizes their texts promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree

import pytest
import shapely
from flask import Flask

from configurator.i18n import words
from configurator.start import picture
from configurator.start.starts import Start, named, starts
from rooms.description import COLLECTIONS
from rooms.drawing.items import FLAT_MM
from rooms.drawing.openings import swept
from rooms.drawing.storey import Storey
from rooms.entities import Item
from rooms.kinds import KINDS, zones_of
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.surfaces import find_surfaces
from rooms.things.footprint import footprint
from samples.demo import demo_deck

RETAILERS = ("furniture", "bathroom", "paint")
TOUCHING_MM = 2
UNDER = {("chair", "dining_table"), ("desk", "office_chair")}
"""Seats are pushed under tables."""
BESIDE = {"bed_double": ("bedside_table", "table_lamp")}
"""What is meant to stand where one walks."""


@pytest.fixture(params=starts(), ids=str)
def start(request: pytest.FixtureRequest) -> Start:
    return starts()[request.param]


@pytest.fixture
def plan(start: Start) -> Plan:
    return Plan.read(start.document)


def shape(item: Item) -> shapely.Polygon:
    return shapely.Polygon(footprint(item))


def meet(one: Item, other: Item) -> bool:
    """Whether two things are in each other's way: in plan and in height, rugs and seats under tables apart."""
    if min(one.size[2], other.size[2]) <= FLAT_MM or tuple(sorted((one.kind, other.kind))) in UNDER:
        return False
    apart = one.elevation + one.size[2] <= other.elevation or other.elevation + other.size[2] <= one.elevation
    return not apart and shape(one).buffer(-TOUCHING_MM).intersects(shape(other))


def zones(item: Item) -> Iterator[shapely.Polygon]:
    """The floor that people need at the thing, sitting apart, as it lies in the plan."""
    for zone in zones_of(KINDS[item.kind], item.size):
        if zone.purpose != "sitting":
            x, y = zone.at[0] + zone.size[0] / 2, zone.at[1] + zone.size[1] / 2
            middle = shapely.affinity.rotate(
                shapely.Point(-x if item.mirrored else x, y), item.turn_mdeg / 1000, (0, 0)
            )
            box = shapely.box(-zone.size[0] / 2, -zone.size[1] / 2, zone.size[0] / 2, zone.size[1] / 2)
            turned = shapely.affinity.rotate(box, item.turn_mdeg / 1000, (0, 0))
            yield shapely.affinity.translate(turned, middle.x + item.at[0], middle.y + item.at[1])


def test_a_room_is_named_in_the_readers_language(start: Start) -> None:
    document = named(start, "en")
    names = {document["plan"]["name"], *(room["name"] for room in document["rooms"].values())}
    assert names <= {words()[use]["en"] for use in words() if use.startswith("plan.use_")}


def test_there_are_at_least_six() -> None:
    assert len(starts()) >= 6


@pytest.mark.parametrize("retailer", RETAILERS)
def test_every_kind_of_retailer_has_at_least_three(retailer: str) -> None:
    assert sum(retailer in start.for_kinds for start in starts().values()) >= 3


def test_they_stand_in_an_order_of_their_own() -> None:
    orders = [start.order for start in starts().values()]
    assert orders == sorted(set(orders))


def test_no_id_is_used_twice() -> None:
    ids = [id_ for start in starts().values() for name in COLLECTIONS for id_ in start.document.get(name, {})]
    assert len(ids) == len(set(ids))


def test_every_id_is_a_letter_and_ten_signs(plan: Plan) -> None:
    ids = [id_ for name in COLLECTIONS for id_ in plan.document.get(name, {})]
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z][0-9a-hjkmnp-tv-z]{10}", id_)] == []


def test_both_languages_are_spoken(start: Start) -> None:
    assert all(text[language] for text in (start.occasion, start.about) for language in ("pl", "en"))


def test_nothing_is_loose(plan: Plan) -> None:
    found = find_rooms(plan)
    assert (found.loose, find_surfaces(plan, found).loose) == ((), ())


def test_it_is_one_named_room(plan: Plan) -> None:
    assert [room.name for room in find_rooms(plan).rooms] == [plan.name]


@pytest.mark.parametrize(("language", "mark"), [("pl", ","), ("en", ".")])
def test_the_room_is_as_large_as_its_text_says(start: Start, plan: Plan, language: str, mark: str) -> None:
    width, depth = re.findall(rf"\d+\{mark}\d\d", start.about[language])
    (room,) = find_rooms(plan).rooms
    assert room.area_mm2 == int(width.replace(mark, "")) * int(depth.replace(mark, "")) * 100


def test_every_kind_is_known_at_its_size(plan: Plan) -> None:
    assert [item.kind for item in plan.items.values() if not KINDS[item.kind].fits(item.size)] == []


def test_every_paint_is_of_the_demonstration_deck(plan: Plan) -> None:
    assert [one.paint for one in plan.finishes.values() if one.paint and one.paint not in demo_deck()] == []


def test_the_walls_are_left_to_the_customer(plan: Plan) -> None:
    assert [finish.id for finish in plan.finishes.values() if finish.wall] == []


def test_everything_is_in_the_room(plan: Plan) -> None:
    (room,) = find_rooms(plan).rooms
    floor = shapely.Polygon(room.polygon).buffer(TOUCHING_MM)
    assert [item.kind for item in plan.items.values() if not floor.covers(shape(item))] == []


def test_nothing_is_higher_than_the_room(plan: Plan) -> None:
    (level,) = plan.levels.values()
    things = [*((one.elevation, one.size[2]) for one in plan.items.values())]
    things += [(one.sill, one.height) for one in plan.openings.values()]
    assert [thing for thing in things if sum(thing) > level.height] == []


def test_no_two_things_are_in_one_place(plan: Plan) -> None:
    assert [(one.kind, other.kind) for one, other in combinations(plan.items.values(), 2) if meet(one, other)] == []


def test_every_door_swings_freely(plan: Plan) -> None:
    standing = [item for item in plan.items.values() if item.size[2] > FLAT_MM and item.elevation < 2000]
    swings = [shapely.Polygon(corners) for one in Storey.of(plan).apertures if (corners := swept(one))]
    assert [item.kind for item in standing for swing in swings if swing.intersects(shape(item).buffer(-1))] == []


def test_people_can_use_what_stands_there(plan: Plan) -> None:
    (room,) = find_rooms(plan).rooms
    floor = shapely.Polygon(room.polygon).buffer(TOUCHING_MM)
    standing = [item for item in plan.items.values() if item.size[2] > FLAT_MM and item.elevation < 1000]
    blocked = [
        (item.kind, other.kind)
        for item in plan.items.values()
        for zone in zones(item)
        for other in standing
        if other is not item
        and other.kind not in BESIDE.get(item.kind, ())
        and zone.buffer(-TOUCHING_MM).intersects(shape(other))
    ]
    outside = [item.kind for item in plan.items.values() for zone in zones(item) if not floor.covers(zone)]
    assert (blocked, outside) == ([], [])


def test_its_picture_is_drawn(start: Start) -> None:
    assert ElementTree.fromstring(picture.svg(start.key, demo_deck())).tag.endswith("svg")  # noqa: S314 -- our own drawing


def test_who_comes_for_a_new_colour_begins_among_the_colours(app: Flask) -> None:
    answer = app.test_client().post("/s/farby-kolor/projects", data={"start": "new_colour"})
    assert answer.location.endswith("?panel=colours")
