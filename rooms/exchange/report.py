"""What an import brought, and what it did not: counts, and a note for everything changed or left behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rooms.description import Document

REASONS: Mapping[str, str] = {
    "not_imported": "a plan here holds no such thing",
    "not_understood": "an element that the format's description does not name",
    "not_a_number": "a number is missing, is not one, or is endless",
    "out_of_range": "farther than 500 m from the origin, or higher than a plan may hold",
    "too_many": "more of them than a plan may hold",
    "too_deep": "groups within groups deeper than are followed",
    "hidden": "made invisible by its owner; left out",
    "shown_again": "a level made invisible by its owner; it is imported and visible",
    "size_changed": "brought to the nearest size that a plan may hold",
    "name_changed": "shortened, or unreadable letters taken out",
    "level_unknown": "stands on a level that the file does not have; put on the first",
    "no_body": "an element whose body is missing, or of a kind that is not read",
    "floating": "a wall that begins high above its floor, as a lintel or a gable does; left out",
    "top_bends": "the wall's top is not straight; it was taken as high as its highest place",
    "no_length": "a wall that begins where it ends",
    "duplicate": "the same wall a second time",
    "ends_joined": "ends that nearly touched were brought to one point",
    "link_too_far": "ends that the file calls joined lie more than 50 mm apart; left where they are",
    "arc_of_a_curve": "a free curve; drawn as the arc through its middle",
    "arc_too_deep": "an arc that a plan cannot hold; drawn straight",
    "sloping_ceiling": "the wall's top slopes and is imported so; no other wall tells how the ceiling on it lies",
    "ceiling_not_flat": "the sloping tops of the room's walls lie in no planes to 20 mm; their ceiling is left out",
    "ceiling_over_others": "a sloping ceiling that would come down into a neighbouring room; left out",
    "no_wall_here": "a door or window that no wall contains",
    "spans_walls": "an opening through more than one wall; each wall has its part of it",
    "opening_cut": "an opening that passed the end of its wall; what lay beyond is cut off",
    "kind_guessed": "a door or window of no known word; judged by its sill and height",
    "box_instead": "a piece of no known kind; it became a labelled block of its size",
    "colour_guessed": "a piece of several colours; it took the first of them",
    "stood_upright": "a piece leaning or lying; it stands upright on the same footprint",
    "leaning": "a slab of no known kind that leans, as of a roof; left out, for upright it would fill the room",
    "window_in_roof": "a window that leans as a roof does and lies in no slope that was imported; left out",
    "roof_drawn_as_room": "a room without a floor, drawn as a roof or a ceiling",
    "no_outline": "a room of fewer than three different corners",
    "tangled_outline": "a room of many corners whose outline crosses itself",
    "not_enclosed": "walls do not enclose it; its name is kept as a loose label",
    "shares_a_room": "no wall parts it from a room named before",
    "height_guessed": "a drawing from above tells no heights; the usual ones were taken",
    "area_differs": "the walls enclose another area than the one drawn",
}


@dataclass(frozen=True)
class Note:
    """One thing changed or left behind: where in the file (`walls/wall7`), a word of REASONS, how many."""

    place: str
    reason: str
    count: int = 1
    detail: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """`counts` tells how many entities of each collection were imported."""

    format: str
    counts: Mapping[str, int]
    notes: tuple[Note, ...]

    def as_data(self) -> dict[str, Any]:
        """The report as JSON data."""
        return asdict(self)


@dataclass(frozen=True)
class Colour:
    """A colour the file gave to a face; a plan holds paints, so whoever has a deck may answer it with one.

    `finish` is the finish without its paint, as in `{"wall": "w1…", "side": "left"}`.
    """

    finish: Mapping[str, str]
    rgb: str


@dataclass(frozen=True)
class Imported:
    """A whole plan document that `Plan.read` takes, the report, and the colours that wait for paints."""

    document: Document
    report: Report
    colours: tuple[Colour, ...] = ()


@dataclass(frozen=True)
class Format:
    """A kind of file: `claims` judges by content, `read` gives Imported or raises Fault; a `last` one is asked last.

    `read_in` reads it in a unit that somebody has named, where the file itself may be in any.
    """

    name: str
    claims: Callable[[bytes], bool]
    read: Callable[[str, bytes], Imported]
    last: bool = False
    read_in: Callable[[str, bytes, str], Imported] | None = None
