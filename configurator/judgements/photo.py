"""A photo of the sample beside a white sheet: kept with the project, and its colour told against the catalogue's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy.orm import Session

from configurator.errors import NotFound, Refused
from configurator.files import Files
from configurator.judgements.models import SampleJudgement
from configurator.judgements.service import take
from configurator.orders.bearer import access_of
from configurator.orders.models import SampleLine
from configurator.pictures import service as pictures
from configurator.pictures.models import Picture
from rooms.exchange.picture import Sheet
from samples.colour.difference import delta_e
from samples.colour.gamut import lab_to_hex
from samples.colour.words import Said, say_difference
from samples.fault import Fault
from samples.paint import Paint
from samples.photo.reading import open_photo
from samples.photo.sheet import colour_by_sheet

MARKS = ("white", "sample")
UNREADABLE = {"not_a_picture": "photo_unreadable"}
TELEPHONES_ERR = 5.0
"""ΔE00 by which a telephone's colours are off even beside white paper (facts/paint.md, 2.7 mean, 5.0 worst)."""


@dataclass(frozen=True)
class Seen:
    """The sample's colour in the photo and how far it is from the catalogue's; `is_within` what a telephone errs."""

    hex: str
    delta_e: float
    words: Said
    is_within: bool


def bring(session: Session, files: Files, line: SampleLine, data: bytes) -> None:
    """Keep the photo with the project, in the place of an earlier one. Refused `photo_wants_project` without one."""
    project = line.order.shown_project
    if project is None:
        raise Refused("photo_wants_project", path="photo")
    try:
        image = open_photo(data)
    except Fault as fault:
        raise Refused(UNREADABLE.get(fault.reason, fault.reason), path="photo", **fault.detail) from fault
    judgement = take(session, line)
    if (before := picture_of(session, line, judgement)) is not None and before.held_at is None:
        pictures.remove(session, before)
    access = access_of(line.order, project)
    kept = pictures.bring(session, files, access, Sheet(image, 1), kind="sample", name=line.paint)
    judgement.picture_id, judgement.taps = kept.id, "{}"
    judgement.seen_hex, judgement.delta_e_100 = "", None


def mark(session: Session, files: Files, line: SampleLine, paint: Paint, name: str, at: tuple[int, int]) -> None:
    """Where the white sheet or the sample lies, in thousandths; with both the colour is read."""
    if name not in MARKS:
        raise Refused("not_a_choice", path="mark")
    judgement = take(session, line)
    picture = picture_of(session, line, judgement)
    if picture is None:
        raise NotFound("no_picture")
    taps = {} if name == "white" else json.loads(judgement.taps)
    judgement.taps = json.dumps(taps | {name: at})
    judgement.seen_hex, judgement.delta_e_100 = "", None
    if set(MARKS) <= (taps | {name: at}).keys():
        _read(files, picture, judgement, paint)


def unmark(session: Session, line: SampleLine) -> None:
    """Neither the sheet nor the sample is marked any more."""
    judgement = take(session, line)
    judgement.taps, judgement.seen_hex, judgement.delta_e_100 = "{}", "", None


def picture_of(session: Session, line: SampleLine, judgement: SampleJudgement | None) -> Picture | None:
    """The photo, while its project shows it."""
    project = line.order.shown_project
    if judgement is None or judgement.picture_id is None or project is None:
        return None
    try:
        return pictures.find(session, project, judgement.picture_id)
    except NotFound:
        return None


def seen(judgement: SampleJudgement | None) -> Seen | None:
    if judgement is None or judgement.delta_e_100 is None:
        return None
    far = judgement.delta_e_100 / 100
    return Seen(judgement.seen_hex, far, say_difference(far), far <= TELEPHONES_ERR)


def _read(files: Files, picture: Picture, judgement: SampleJudgement, paint: Paint) -> None:
    taps: dict[str, Any] = json.loads(judgement.taps)
    pixels = np.asarray(pictures.opened(files, picture.file).convert("RGB"))
    try:
        lab = colour_by_sheet(pixels, tuple(taps["white"]), tuple(taps["sample"]))
    except Fault as fault:
        raise Refused(f"sheet_{fault.reason}", path="photo") from fault
    judgement.seen_hex = lab_to_hex(lab)
    judgement.delta_e_100 = round(float(delta_e(paint.lab, lab)) * 100)
