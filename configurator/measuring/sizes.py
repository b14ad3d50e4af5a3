"""The step of the sizes: width, length and height become the room, or move its walls."""

from __future__ import annotations

from configurator.db import new_id
from configurator.measuring.lengths import HEIGHT, SIDE
from configurator.measuring.room import MeasuredRoom
from configurator.measuring.sheet import Saved, Sheet, Typed
from configurator.start import rectangle
from rooms.stretch import Face, inside, stretched

GAP_MM = 1000
"""Between what a plan without rooms holds and the room that is drawn beside it."""


def save(sheet: Sheet, typed: Typed, saved: Saved) -> None:
    height = typed.length("height", HEIGHT)
    room = sheet.room
    if room is None:
        _begin(sheet, typed, saved)
    else:
        room = labelled(sheet, room)
        saved.room = room.key
        _set_sides(sheet, room, typed, saved)
    if height is not None:
        _set_height(sheet, saved, height)


def faces_of(room: MeasuredRoom) -> dict[str, Face]:
    """The fields of the room's sides: width and length of a rectangle, else a side for each letter."""
    if room.is_rectangle:
        return {name: (side.wall, side.side) for name, side in zip(("width", "length"), room.sides, strict=False)}
    return {f"side-{side.letter}": (side.wall, side.side) for side in room.sides}


def _begin(sheet: Sheet, typed: Typed, saved: Saved) -> None:
    """Without a room: each side is kept as it comes, and with both the room is drawn; its door is asked for later."""
    sides = {name: typed.length(name, SIDE) for name in ("width", "length")}
    known = sheet.noted()
    for name, mm in sides.items():
        if mm is not None:
            sheet.note(name, {"mm": mm, "drawn": False})
    width, length = (sides[name] or known.get(name, {}).get("mm") for name in ("width", "length"))
    if not width or not length:
        return
    plan = sheet.plan
    reach = [end[0] for wall in plan.walls.values() for end in (wall.a, wall.b)]
    left = max(reach) + GAP_MM if reach else 0
    drawn = rectangle.draw(width, length, on_level=next(iter(plan.levels), None), left_mm=left)
    sheet.draw("begin_room", {path: fields for path, fields in drawn.items() if not path.startswith("openings/")})
    saved.room = next(path.split("/")[1] for path in drawn if path.startswith("rooms/"))
    for name, mm in (("width", width), ("length", length)):
        sheet.note(name, {"mm": mm, "drawn": True}, room=saved.room)


def labelled(sheet: Sheet, room: MeasuredRoom) -> MeasuredRoom:
    """The room with a label, by which its measures are found again."""
    if room.key:
        return room
    at, id_ = inside(room.room), "r" + new_id()[:10]
    sheet.draw("name_room", {f"rooms/{id_}": {"level": room.room.level, "at": list(at), "name": "", "use": ""}})
    return Sheet(sheet.session, sheet.access, sheet.variant, id_).room or room


def _set_sides(sheet: Sheet, room: MeasuredRoom, typed: Typed, saved: Saved) -> None:
    """Move the walls; what they cannot follow is kept beside the plan, and said."""
    faces = faces_of(room)
    wanted = {name: mm for name in faces if (mm := typed.length(name, SIDE)) is not None}
    made = stretched(room.plan, room.room, {faces[name]: mm for name, mm in wanted.items()})
    if made.set:
        sheet.draw("set_wall_length", made.set)
    for name, mm in wanted.items():
        is_drawn = faces[name] in made.held
        sheet.note(name, {"mm": mm, "drawn": is_drawn}, room=room.key)
        if not is_drawn:
            saved.beside.append(name)


def _set_height(sheet: Sheet, saved: Saved, height: int) -> None:
    here = Sheet(sheet.session, sheet.access, sheet.variant, saved.room)
    room, known = here.room, here.noted().get("height")
    here.note("height", {"mm": height, "drawn": room is not None})
    if room is None or (known == {"mm": height, "drawn": True} and room.plan.level_height(room.room.level) == height):
        return
    here.draw("set_height", {f"levels/{room.room.level}": {"height": height}})
