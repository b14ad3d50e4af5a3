"""IFC building models (IFC2X3, IFC4, IFC4X3; STEP text): storeys, walls, openings, spaces, columns and things.

Bodies are looked at for the corners that they have; what cuts them is not, but for the holes that relations name.
"""

from __future__ import annotations

from collections import Counter

from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.ifc.building import WALLS, Building, north_mdeg, read_storeys
from rooms.exchange.ifc.items import THINGS, read_items
from rooms.exchange.ifc.openings import FILLINGS, read_openings
from rooms.exchange.ifc.spaces import COLUMNS, read_columns, read_spaces
from rooms.exchange.ifc.text import HEAD, StepFile
from rooms.exchange.ifc.walls import read_walls
from rooms.exchange.report import Format, Imported
from rooms.fault import Fault

READ = frozenset((*WALLS, *THINGS, *COLUMNS, *FILLINGS, "IFCSPACE", "IFCBUILDINGSTOREY", "IFCBUILDING", "IFCSITE"))
STEMS = ("IFC2X", "IFC4")


def claims(data: bytes) -> bool:
    """A STEP file whose head names a schema of IFC."""
    start = data[:100_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(HEAD) and b"'IFC" in start.upper()


def read(name: str, data: bytes) -> Imported:
    """The model as a plan; Fault as `StepFile`, `schema_unknown`, or `no_model_walls`."""
    file = StepFile(data)
    if not file.schema.startswith(STEMS):
        raise Fault("", "schema_unknown", found=file.schema[:20])
    if not any(True for _wall in file.all(*WALLS)):
        raise Fault("", "no_model_walls")
    gathering = Gathering(FORMAT.name, data)
    _read_head(name, file, gathering)
    building = Building.of(file)
    storeys = read_storeys(building, gathering)
    read_walls(building, storeys, gathering)
    read_openings(building, storeys, gathering)
    read_columns(building, storeys, gathering)
    read_items(building, storeys, gathering)
    read_spaces(building, storeys, gathering)
    _note_the_rest(building, gathering)
    return gathering.imported()


def _read_head(name: str, file: StepFile, gathering: Gathering) -> None:
    project = next(file.all("IFCPROJECT"), 0)
    called = file.text(project, 5) or file.text(project, 2) or name.rpartition(".")[0] or name
    gathering.head(
        name=gathering.text("project/name", called, most_letters("plan", "name")), north_mdeg=north_mdeg(file)
    )


def _note_the_rest(building: Building, gathering: Gathering) -> None:
    """Count what stands in the model and has no place in a plan."""
    types = Counter(building.file.type(product) for product in building.parents)
    for type_, count in sorted(types.items()):
        if type_ and type_ not in READ:
            gathering.note(f"parts/{in_place(type_)}", "not_imported", count)


FORMAT = Format("ifc", claims, read)
