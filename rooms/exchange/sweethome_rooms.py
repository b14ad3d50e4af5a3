"""A home's rooms: names in our found rooms, and the colours of floors and ceilings."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.naming import room_use
from rooms.exchange.regions import Region, compare, region
from rooms.exchange.sweethome_levels import Storeys
from rooms.exchange.sweethome_xml import flag, point, rgb
from rooms.fault import Fault

FACES = {"floor": "floorColor", "ceiling": "ceilingColor"}


def read_rooms(home: Element, storeys: Storeys, gathering: Gathering) -> None:
    """Gather a label for every room; what the walls do not enclose as drawn is noted."""
    regions: dict[str, Region] = {}
    for number, element in enumerate(home.findall("room")):
        place = f"rooms/{in_place(element.get('name', '')) or number + 1}"
        if not flag(element, "floorVisible", missing=True):
            gathering.note(place, "roof_drawn_as_room")
            continue
        try:
            drawn = region(place, [point(corner) for corner in element.findall("point")])
        except Fault as fault:
            gathering.note(place, fault.reason)
            continue
        if id_ := _gather(element, drawn, storeys, gathering):
            regions[id_] = drawn
    compare(regions, gathering)


def _gather(element: Element, drawn: Region, storeys: Storeys, gathering: Gathering) -> str | None:
    place, name = drawn.place, element.get("name", "")
    values = {
        "level": storeys.of(element, gathering, place),
        "at": list(drawn.middle),
        "name": gathering.text(place, name, most_letters("rooms", "name")),
        "use": room_use(name),
    }
    id_ = gathering.add("rooms", place, values)
    for face, attribute in FACES.items():
        if id_ and (colour := rgb(element.get(attribute))):
            gathering.colour({"room": id_, "face": face}, colour)
    return id_
