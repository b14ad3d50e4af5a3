"""What the measuring form shows: what plan and sheet know already, field by field, and the drawing beside it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from configurator.measuring import openings, places, sizes
from configurator.measuring.lengths import written
from configurator.measuring.room import MeasuredRoom, room_of, rooms_of
from configurator.measuring.sheet import notes_of
from configurator.projects import contribution
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project, Variant
from configurator.projects.paints import paint_hex
from rooms.drawing.drawing import Wishes
from rooms.drawing.labels import room_name
from rooms.drawing.room_sketch import RoomSketch, key_drawing
from rooms.plan import Opening
from rooms.wall_letters import LetteredSide

LETTERS = ("A", "B", "C", "D")
"""Of the room that is not drawn yet."""
DRAWN_MM = 45
"""How long the room's longer side is in its drawing: small, so that the letters are large beside it."""


@dataclass(frozen=True)
class Page:
    """One room's sheet. `own` are the entities that the customer has drawn or typed: only these fill fields.

    What the plan holds from elsewhere, such as a starting room, stands beside the empty field as "in the plan now".
    """

    language: str
    room: MeasuredRoom | None
    others: tuple[tuple[str, str], ...]
    notes: Mapping[str, Any]
    own: frozenset[str]

    @property
    def key(self) -> str:
        return self.room.key if self.room else ""

    @cached_property
    def letters(self) -> tuple[str, ...]:
        return tuple(side.letter for side in self.room.sides) if self.room else LETTERS

    @cached_property
    def sides(self) -> tuple[tuple[str, str], ...]:
        """The fields of the sizes, each with its wall's letter."""
        if self.room is None or self.room.is_rectangle:
            return (("width", "A"), ("length", "B"))
        return tuple((f"side-{letter}", letter) for letter in self.letters)

    @cached_property
    def drawing(self) -> str | None:
        """The room with its letters, as an address of its own."""
        if self.room is None:
            return None
        sketch = RoomSketch.of(self.room.plan, self.room.place)
        left, top, right, bottom = self.room.room.box
        scale = max(round(max(right - left, bottom - top) / DRAWN_MM), 5)
        drawn = key_drawing(sketch, Wishes(paints=paint_hex, language=self.language, scale=scale)).document()
        return "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode()

    @cached_property
    def values(self) -> dict[str, str]:
        """What fills each field."""
        return {name: mm for name, (mm, is_own) in self._known.items() if is_own} | self._places

    @cached_property
    def in_plan(self) -> dict[str, str]:
        """What the plan holds that nobody here has measured."""
        return {name: mm for name, (mm, is_own) in self._known.items() if not is_own}

    def openings(self, kind: str) -> list[tuple[Opening, LetteredSide]]:
        return self.room.openings(openings.KINDS[kind]) if self.room else []

    @cached_property
    def _known(self) -> dict[str, tuple[str, bool]]:
        known = {name: (_cm(note["mm"]), True) for name, note in self.notes.items() if "mm" in note}
        if self.room is None:
            return known
        held = {(side.wall, side.side): side.length_mm for side in self.room.sides}
        for name, face in sizes.faces_of(self.room).items():
            noted = self.notes.get(name)
            if noted is None or noted["drawn"]:
                known[name] = (_cm(round(held[face])), noted is not None or f"walls/{face[0]}" in self.own)
        height = self.room.plan.level_height(self.room.room.level)
        known["height"] = (_cm(height), "height" in self.notes)
        for kind in openings.KINDS:
            for opening, side in self.openings(kind):
                known |= self._opening(kind, opening, side)
        return known

    def _opening(self, kind: str, opening: Opening, side: LetteredSide) -> dict[str, tuple[str, bool]]:
        is_own = f"openings/{opening.id}" in self.own
        distance = self.room.distance(opening, side) if self.room else None
        told = {
            "wall": side.letter,
            "distance": _cm(max(distance or 0, 0)),
            "width": _cm(opening.width),
            "height": _cm(opening.height),
            "sill": _cm(opening.sill),
            "into": "in" if opening.opens == side.side else "out",
            "hinge": openings.seen_hinge(opening, side),
        }
        return {f"{kind}-{opening.id}-{name}": (value, is_own) for name, value in told.items()}

    @cached_property
    def _places(self) -> dict[str, str]:
        filled: dict[str, str] = {}
        for subject in places.ROWS:
            note = self.notes.get(subject, {})
            if note.get("unknown"):
                filled[f"{subject}-0-wall"] = places.UNKNOWN
            elif note.get("spots") == []:
                filled[f"{subject}-0-wall"] = places.NONE
            for row, (wall, side, mm) in enumerate(note.get("spots", ())):
                filled[f"{subject}-{row}-wall"] = self._letter(wall, side)
                filled[f"{subject}-{row}-distance"] = "" if mm is None else _cm(mm)
        return filled

    def _letter(self, wall: str, side: str) -> str:
        sides = self.room.sides if self.room else ()
        return next((one.letter for one in sides if (one.wall, one.side) == (wall, side)), "")


def page_of(session: Session, project: Project, variant: Variant, key: str, language: str) -> Page:
    """The sheet of the room with this label, else of the first."""
    plan = projects.head_plan(variant)
    room = room_of(plan, key)
    names = [(one.key, room_name(one.room, language)) for one in rooms_of(plan) if one.key]
    own = contribution.of(session, project).own
    notes = notes_of(session, project).get(room.key if room else "", {})
    return Page(language, room, tuple(names) if len(names) > 1 else (), notes, own)


def variant_for(session: Session, access: Access) -> Variant | None:
    """The variant that the visitor's own edits go into."""
    mine = [one for one in access.project.variants if projects.may_change(session, access, one)]
    return mine[-1] if mine else None


def _cm(mm: int) -> str:
    return f"{written(mm)} cm"
