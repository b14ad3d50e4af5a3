"""The steps of the door and of the window: where it is, how wide, which way it opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from configurator.db import new_id
from configurator.i18n import translate
from configurator.measuring.lengths import DISTANCE, OPENING, SILL, written
from configurator.measuring.room import DOORS, MeasuredRoom
from configurator.measuring.sheet import Saved, Sheet, Typed
from rooms.entities import Opening
from rooms.outline.wall_letters import LetteredSide
from rooms.readiness import WINDOWS

KINDS = {"door": DOORS, "window": WINDOWS}
NEW = "new"
OTHER = {"left": "right", "right": "left"}


@dataclass(frozen=True)
class Filled:
    """What was typed of one door or window; None and "" are "I do not know"."""

    wall: str
    distance: int | None
    width: int | None
    height: int | None
    sill: int | None
    into: str
    hinge: str

    @classmethod
    def read(cls, typed: Typed, prefix: str) -> Filled:
        return cls(
            wall=typed.choice(f"{prefix}-wall"),
            distance=typed.length(f"{prefix}-distance", DISTANCE),
            width=typed.length(f"{prefix}-width", OPENING),
            height=typed.length(f"{prefix}-height", OPENING),
            sill=typed.length(f"{prefix}-sill", SILL),
            into=typed.choice(f"{prefix}-into"),
            hinge=typed.choice(f"{prefix}-hinge"),
        )

    @property
    def is_empty(self) -> bool:
        return not any((self.wall, self.into, self.hinge)) and all(
            mm is None for mm in (self.distance, self.width, self.height, self.sill)
        )


def save(sheet: Sheet, typed: Typed, saved: Saved, kind: str) -> None:
    """Draw each door or window of the room that was filled in, and the new one."""
    room = sheet.room
    known = {opening.id: (opening, side) for opening, side in room.openings(KINDS[kind])} if room else {}
    for id_ in (*known, NEW):
        prefix = f"{kind}-{id_}"
        wrong_before = len(typed.wrong)
        filled = Filled.read(typed, prefix)
        if len(typed.wrong) > wrong_before or filled.is_empty:
            continue
        if room is None:
            typed.wrong[f"{prefix}-wall"] = translate("measuring.room_first")
            continue
        _save_one(sheet, room, known.get(id_), filled, typed, saved, kind, prefix)


def _save_one(
    sheet: Sheet,
    room: MeasuredRoom,
    known: tuple[Opening, LetteredSide] | None,
    filled: Filled,
    typed: Typed,
    saved: Saved,
    kind: str,
    prefix: str,
) -> None:
    side = room.side(filled.wall) if filled.wall else known[1] if known else None
    width = filled.width or (known[0].width if known else None)
    distance = filled.distance
    if distance is None and known and side == known[1]:
        distance = room.distance(*known)
    if side is None or width is None or distance is None:
        sheet.note(kind, {name: value for name, value in vars(filled).items() if value not in (None, "")})
        saved.beside.append(kind)
        return
    if distance + width > side.length_mm + 1:
        typed.wrong[f"{prefix}-distance"] = translate(
            "measuring.does_not_fit", wall=side.letter, length=written(round(side.length_mm))
        )
        return
    id_ = known[0].id if known else "o" + new_id()[:10]
    fields = _fields(room, side, distance, width, filled, known[0] if known else None, kind)
    sheet.draw("place_opening", {f"openings/{id_}": fields})


def _fields(
    room: MeasuredRoom,
    side: LetteredSide,
    distance: int,
    width: int,
    filled: Filled,
    known: Opening | None,
    kind: str,
) -> dict[str, Any]:
    fields: dict[str, Any] = {} if known else {"kind": kind}
    if known is None or filled.wall or filled.distance is not None or filled.width is not None:
        place = room.offset(side, distance, width)
        fields |= {"wall": side.wall, "from": "a", "offset": place, "width": width}
    for name in ("height", "sill"):
        if (value := getattr(filled, name)) is not None:
            fields[name] = value
    return fields | _swing(side, filled, known)


def _swing(side: LetteredSide, filled: Filled, known: Opening | None) -> dict[str, str]:
    """The hinge is told as seen from this room; the plan tells it as seen from where the leaf opens to."""
    if not filled.into and not filled.hinge:
        return {}
    opens = known.opens if known else side.side
    if filled.into:
        opens = side.side if filled.into == "in" else OTHER[side.side]
    if filled.hinge not in OTHER:
        return {"opens": opens}
    return {"opens": opens, "hinge": filled.hinge if opens == side.side else OTHER[filled.hinge]}


def seen_hinge(opening: Opening, side: LetteredSide) -> str:
    """On which hand the hinges are for somebody in the room."""
    return opening.hinge if opening.opens == side.side else OTHER[opening.hinge]
