"""Sweet Home 3D homes (`.sh3d`, `.sh3x`): from the archive's Home.xml, which version 5.3 and later write.

The format gives centimetres as floats, x right and y down the page, angles in radians clockwise on the page.
"""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.report import Format, Imported
from rooms.exchange.sweethome_archive import home_xml
from rooms.exchange.sweethome_items import read_items
from rooms.exchange.sweethome_levels import read_levels
from rooms.exchange.sweethome_openings import read_openings
from rooms.exchange.sweethome_pieces import GROUP, SINGLE, read_pieces
from rooms.exchange.sweethome_rooms import read_rooms
from rooms.exchange.sweethome_slopes import read_slopes
from rooms.exchange.sweethome_walls import read_walls
from rooms.exchange.sweethome_xml import home_of, turn
from rooms.fault import Fault

ARCHIVE = b"PK"
IMPORTED = frozenset(("home", "level", "wall", "room", "point", "compass", "sash", GROUP, *SINGLE))
VIEWS = {"backgroundImage", "camera", "environment", "furnitureVisibleProperty", "observerCamera", "print", "property"}
SURFACES = {"baseboard", "lightSource", "lightSourceMaterial", "material", "modelMaterials", "shelf", "texture"}
WRITING = {"dimensionLine", "label", "polyline", "text", "textStyle", "transformation"}
ATTRIBUTES = {"topColor", "description", "information", "price", "valueAddedTaxPercentage", "currency"}
LEFT_BEHIND = VIEWS | SURFACES | WRITING


def claims(data: bytes) -> bool:
    """A zip archive, or the bare XML of a home."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((ARCHIVE, b"<home")) or (start.startswith(b"<?xml") and b"<home" in data[:4096])


def read(name: str, data: bytes) -> Imported:
    """The home as a plan; Fault as `home_xml` and `home_of` raise it."""
    text = home_xml(data) if data.startswith(ARCHIVE) else data
    home = home_of(text)
    gathering = Gathering(FORMAT.name, text)
    storeys = read_levels(home, gathering)
    read_slopes(read_walls(home, storeys, gathering), gathering)
    pieces = read_pieces(home, storeys, gathering)
    read_openings([piece for piece in pieces if piece.opening], gathering.plan, gathering)
    read_items([piece for piece in pieces if not piece.opening], gathering)
    read_rooms(home, storeys, gathering)
    _read_head(name, home, gathering)
    _note_the_rest(home, gathering)
    return gathering.imported()


def _read_head(name: str, home: Element, gathering: Gathering) -> None:
    called = re.split(r"[\\/]", home.get("name") or name)[-1]
    stem = called.rpartition(".")[0] if called.lower().endswith((".sh3d", ".sh3x")) else called
    purpose = "flat" if len(gathering.plan.rooms) > 1 else ""
    gathering.head(name=gathering.text("home/name", stem, most_letters("plan", "name")), purpose=purpose)
    compass = home.find("compass")
    try:
        gathering.head(north_mdeg=0 if compass is None else turn(compass, "northDirection"))
    except Fault as fault:
        gathering.note("compass", fault.reason)


def _note_the_rest(home: Element, gathering: Gathering) -> None:
    """Count what a plan has no place for, and what this reader does not know."""
    for tag, count in Counter(element.tag for element in home.iter()).items():
        if tag not in IMPORTED:
            gathering.note(in_place(tag), "not_imported" if tag in LEFT_BEHIND else "not_understood", count)
    for name, count in Counter(name for one in home.iter() for name in one.attrib if name in ATTRIBUTES).items():
        gathering.note(name, "not_imported", count)


FORMAT = Format("sweethome", claims, read)
