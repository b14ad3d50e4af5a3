"""Which room is measured: one tap; it, or what will be it, and a plan without a name are called so."""

from __future__ import annotations

from configurator.i18n import translate
from configurator.measuring.sheet import Saved, Sheet, Typed
from configurator.measuring.sizes import labelled
from configurator.measuring.survey import USE

USES = ("bathroom", "toilet", "kitchen", "living", "bedroom", "child", "study", "dining", "hall", "storage")
"""Those one goes through with a tape."""


def save_use(sheet: Sheet, typed: Typed, saved: Saved) -> None:
    """Of a room that is not drawn yet it is kept until it is."""
    use, room = typed.choice("use"), sheet.room
    if use not in USES:
        return
    named = {} if sheet.plan.name else {"plan": {"name": translate(f"plan.use_{use}")}}
    if room is None:
        sheet.note(USE, {"use": use})
    elif room.room.use != use:
        room = labelled(sheet, room)
        saved.room = room.key
        named |= {f"rooms/{room.key}": {"use": use}}
    if named:
        sheet.draw("name_room", named)
