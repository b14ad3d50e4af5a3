"""The first page: the room's picture, what the project is called, where it opens, and whom to ask."""

from __future__ import annotations

from functools import partial

from babel.dates import format_date

from configurator.exports.pages import Context
from configurator.exports.pictures import png_as_jpeg_url, portrait_url, qr_url
from configurator.exports.subject import Subject
from rooms.description import Document
from rooms.plan import Plan

ORDER = 10


def context(subject: Subject) -> Context:
    url = subject.project.url if subject.project else None
    return {
        "picture": partial(_picture, subject),
        "note": _note(subject),
        "about": about(subject),
        "qr": qr_url(url) if url else None,
    }


def _picture(subject: Subject) -> str:
    """The one in true light that was chosen, else the model seen from above and aside."""
    if subject.cover:
        return png_as_jpeg_url(subject.cover.png)
    return portrait_url(shown(subject.plan), subject.deck)


def _note(subject: Subject) -> str:
    """Of which day a picture in true light is, and whether it is still true."""
    if subject.cover is None:
        return ""
    day = format_date(subject.cover.day, "d MMMM y", locale=subject.language)
    told = [subject.t("renderings.cover_note", day=day)]
    return " ".join([*told, subject.t("renderings.cover_outdated")] if subject.cover.is_outdated else told)


def shown(plan: Plan) -> Document:
    """The plan, or of several levels the one that holds most: a roof would hide the rooms."""
    if len(plan.levels) < 2:
        return plan.document
    held = [item.level for item in plan.items.values()] + [wall.level for wall in plan.walls.values()]
    fullest = max(plan.levels, key=held.count)
    return plan.document | {"levels": {fullest: plan.document["levels"][fullest]}}


def about(subject: Subject) -> str:
    """The room with its area, or how many rooms and how much floor."""
    rooms = subject.found.rooms
    whole = subject.figures.area(sum(room.area_mm2 for room in rooms))
    if len(rooms) > 1:
        return f"{subject.t('documents.rooms', n=len(rooms))}, {whole}"
    return ", ".join(name for name in (*subject.room_names, whole) if name != subject.name) if rooms else ""
