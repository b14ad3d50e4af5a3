"""What the measuring form has drawn, taken back."""

from __future__ import annotations

from dataclasses import replace

from configurator.measuring.sheet import Saved, Sheet, Typed
from configurator.measuring.survey import SUBJECT, survey_of
from configurator.projects import contribution
from rooms.undo import undo
from rooms.variant import Variant, edits_of


def take_back(sheet: Sheet, typed: Typed, saved: Saved) -> None:  # noqa: ARG001 - called as every step is
    """The plan's sizes as they were before the measured ones; the measurements stay written down."""
    survey = survey_of(sheet.room, sheet.noted())
    if survey is None or not survey.edit:
        return
    variants = {one.id: Variant(one.id, one.parent_id, one.grew_from_seq) for one in sheet.access.project.variants}
    log = edits_of(contribution.log_of(sheet.session, sheet.access.project), variants, sheet.variant.id)
    back = undo(log, survey.edit) if any(edit.id == survey.edit for edit in log) else None
    if back is not None:
        sheet.draw("undo", back.set, remove=list(back.remove), undoes=back.undoes)
    sheet.note(SUBJECT, replace(survey, edit="").kept())
    for field, mm in zip(survey.fields, survey.measured.walls, strict=True):
        if mm is not None:
            sheet.note(field, {"mm": mm, "drawn": False})
