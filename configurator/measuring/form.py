"""The measuring form's steps, saved one by one: what is right is kept, what is wrong is said at its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from configurator.db import lock
from configurator.errors import Refused
from configurator.measuring import openings, places, sizes
from configurator.measuring.page import variant_for
from configurator.measuring.room import room_of
from configurator.measuring.sheet import Saved, Sheet, Typed
from configurator.projects import service as projects
from configurator.projects.grants import Access

Step = Callable[[Sheet, Typed, Saved], None]

STEPS: Mapping[str, Step] = {
    "size": sizes.save,
    "door": lambda sheet, typed, saved: openings.save(sheet, typed, saved, "door"),
    "window": lambda sheet, typed, saved: openings.save(sheet, typed, saved, "window"),
    "places": places.save,
}
DONE = "done"


def after(step: str) -> str:
    """The step that comes next."""
    order = (*STEPS, DONE)
    return order[order.index(step) + 1]


def save(session: Session, access: Access, step: str, form: Mapping[str, str], *, room: str) -> Saved:
    """Draw and keep what was typed in one step. Safe to repeat; every field may stay empty: nobody has to know."""
    if step not in STEPS:
        raise Refused("not_a_choice", path="step")
    lock(session, access.project)
    variant = variant_for(session, access)
    if variant is None:
        raise Refused("begin_service_first")
    found = room_of(projects.head_plan(variant), room)
    sheet = Sheet(session, access, variant, found.key if found else "")
    saved = Saved(sheet.key)
    STEPS[step](sheet, Typed(form, saved.wrong), saved)
    return saved
