"""The measuring form's steps, saved one by one: what is right is kept, what is wrong is said at its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from configurator.db import lock
from configurator.errors import Refused
from configurator.measuring import drawing, openings, places, sizes, uses
from configurator.measuring.page import variant_for
from configurator.measuring.room import NEW, room_of
from configurator.measuring.sheet import Saved, Sheet, Typed
from configurator.projects import service as projects
from configurator.projects.grants import Access

Step = Callable[[Sheet, Typed, Saved], None]

STEPS: Mapping[str, Step] = {
    "size": sizes.save,
    "height": sizes.save_height,
    "door": lambda sheet, typed, saved: openings.save(sheet, typed, saved, "door"),
    "window": lambda sheet, typed, saved: openings.save(sheet, typed, saved, "window"),
    "places": places.save,
}
ACTS: Mapping[str, Step] = {"use": uses.save_use, "shape": sizes.save_shape, "undo": drawing.take_back}
"""What is done within the first step."""
DONE = "done"


def after(step: str) -> str:
    """The step that comes next."""
    if step in ACTS:
        return "size"
    order = (*STEPS, DONE)
    return order[order.index(step) + 1]


def save(session: Session, access: Access, step: str, form: Mapping[str, str], *, room: str) -> Saved:
    """Draw and keep what was typed in one step. Safe to repeat; every field may stay empty: nobody has to know."""
    act = STEPS.get(step) or ACTS.get(step)
    if act is None:
        raise Refused("not_a_choice", path="step")
    lock(session, access.project)
    variant = variant_for(session, access)
    if variant is None:
        raise Refused("begin_service_first")
    found = None if room == NEW else room_of(projects.head_plan(variant), room)
    key = NEW if room == NEW else found.key if found else ""
    sheet = Sheet(session, access, variant, key)
    saved = Saved(sheet.key)
    act(sheet, Typed(form, saved.wrong), saved)
    return saved
