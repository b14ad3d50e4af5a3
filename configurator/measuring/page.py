"""What the measuring form shows: what plan and sheet know already, field by field, and the drawing beside it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from configurator.decks.service import deck_of
from configurator.measuring import openings, places, sizes
from configurator.measuring.lengths import written
from configurator.measuring.room import NEW, MeasuredRoom, room_of, rooms_of
from configurator.measuring.sheet import notes_of
from configurator.measuring.survey import SHAPE, SIDES, USE, Survey, survey_of
from configurator.measuring.telling import Told, check_field, told
from configurator.projects import contribution
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project, Variant
from rooms.drawing.drawing import Wishes
from rooms.drawing.labels import room_name
from rooms.drawing.room_sketch import RoomSketch, key_drawing
from rooms.entities import Opening
from rooms.outline.wall_letters import LetteredSide
from rooms.surveying.picture import walk_picture
from rooms.surveying.shapes import RECTANGLE
from samples.deck import Deck

DRAWN_MM = 45
"""How long the room's longer side is in its drawing: small, so that the letters are large beside it."""


@dataclass(frozen=True)
class Stop:
    """One length of the walk: a wall (`place`) or a length across (`ends`), its field, its name and its picture."""

    field: str
    name: str
    corners: tuple[str, str]
    picture: Markup
    is_across: bool = False


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

    key: str
    deck: Deck

    @cached_property
    def survey(self) -> Survey | None:
        """The walk round the room; None where a wall is curved."""
        return survey_of(self.room, self.notes)

    @property
    def shape(self) -> str:
        """The outline chosen for a room that is not drawn yet."""
        return str(self.notes.get(SHAPE, {}).get("shape", RECTANGLE))

    @property
    def use(self) -> str:
        """Which room it is, or will be; empty where nobody has said."""
        return self.room.room.use if self.room else str(self.notes.get(USE, {}).get("use", ""))

    @cached_property
    def told(self) -> Told | None:
        """What the measurements say, once there are some."""
        return told(self.survey) if self.survey and self.survey.is_begun else None

    @cached_property
    def told_picture(self) -> Markup | None:
        if self.survey is None or self.told is None or not (self.told.lit or self.told.across):
            return None
        return _picture(self.survey, lit=self.told.lit, across=self.told.across)

    @cached_property
    def walls(self) -> tuple[Stop, ...]:
        survey = self.survey
        if survey is None:
            return ()
        many = len(survey.names)
        return tuple(
            Stop(
                survey.fields[place],
                name,
                (survey.corner(place), survey.corner((place + 1) % many)),
                _picture(survey, lit=(place,)),
            )
            for place, name in enumerate(survey.names)
        )

    @cached_property
    def across(self) -> tuple[Stop, ...]:
        """The lengths across that are measured, or asked for."""
        survey = self.survey
        if survey is None or not survey.is_begun:
            return ()
        ends = [(check.start, check.end) for check in survey.measured.checks]
        asked = [survey.verdict.next_check] if survey.verdict.next_check else []
        return tuple(
            Stop(
                check_field(one),
                survey.across(one),
                (survey.corner(one[0]), survey.corner(one[1])),
                _picture(survey, across=one),
                is_across=True,
            )
            for one in (*ends, *asked)
        )

    @cached_property
    def letters(self) -> tuple[str, ...]:
        if self.room:
            return tuple(side.letter for side in self.room.sides)
        return self.survey.names if self.survey else ()

    @cached_property
    def sides(self) -> tuple[tuple[str, str], ...]:
        """Of a room with a curved wall: the fields of its sides, each with its wall's letter."""
        return () if self.survey else tuple((f"side-{letter}", letter) for letter in self.letters)

    @property
    def is_drawn(self) -> bool:
        """Whether the plan stands as measured."""
        kept = [self.notes.get(field) for field in self.survey.fields] if self.survey else []
        told = [note for note in kept if note]
        return self.room is not None and bool(told) and all(note["drawn"] for note in told)

    @cached_property
    def drawing(self) -> str | None:
        """The room with its letters, as an address of its own."""
        if self.room is None:
            return None
        sketch = RoomSketch.of(self.room.plan, self.room.place)
        left, top, right, bottom = self.room.room.box
        scale = max(round(max(right - left, bottom - top) / DRAWN_MM), 5)
        drawn = key_drawing(sketch, Wishes(paints=self.deck.hex_of, language=self.language, scale=scale)).document()
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
        known |= self._walked() if self.survey else {}
        if self.room is None:
            return known
        known |= {} if self.survey else self._sides(self.room)
        height = self.room.plan.level_height(self.room.room.level)
        known["height"] = (_cm(height), "height" in self.notes)
        for kind in openings.KINDS:
            for opening, side in self.openings(kind):
                known |= self._opening(kind, opening, side)
        return known

    def _walked(self) -> dict[str, tuple[str, bool]]:
        """Of the walk: what was measured; what a rectangle's maker typed elsewhere; the rest as the plan has it."""
        survey = self.survey
        if survey is None:
            return {}
        found = {check_field((one.start, one.end)): (_cm(one.mm), True) for one in survey.measured.checks}
        planned = survey.plan or (None,) * len(survey.names)
        for field, key, mm, drawn in zip(survey.fields, survey.keys, survey.measured.walls, planned, strict=True):
            if mm is not None:
                found[field] = _cm(mm), True
            elif drawn is not None:
                found[field] = _cm(drawn), field in SIDES and f"walls/{key.split('.')[0]}" in self.own
        return found

    def _sides(self, room: MeasuredRoom) -> dict[str, tuple[str, bool]]:
        held = {(side.wall, side.side): side.length_mm for side in room.sides}
        return {
            name: (
                _cm(round(held[face])),
                (noted := self.notes.get(name)) is not None or f"walls/{face[0]}" in self.own,
            )
            for name, face in sizes.faces_of(room).items()
            if (noted := self.notes.get(name)) is None or noted["drawn"]
        }

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
    kept_by = NEW if key == NEW else room.key if room else ""
    notes, deck = notes_of(session, project).get(kept_by, {}), deck_of(session, project.tenant_id)
    return Page(language, room, tuple(names) if len(names) > 1 or key == NEW else (), notes, own, kept_by, deck)


def variant_for(session: Session, access: Access) -> Variant | None:
    """The variant that the visitor's own edits go into."""
    mine = [one for one in access.project.variants if projects.may_change(session, access, one)]
    return mine[-1] if mine else None


def _picture(survey: Survey, *, lit: tuple[int, ...] = (), across: tuple[int, int] | None = None) -> Markup:
    drawn = walk_picture(survey.corners, survey.names, lit=lit, across=across)
    return Markup(drawn)  # noqa: S704 - made of numbers and escaped names


def _cm(mm: int) -> str:
    return f"{written(mm)} cm"
