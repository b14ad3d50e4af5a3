"""The plan as files for other programs: the drawing to scale, the model, and the plan itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from configurator.errors import NotFound, Refused
from configurator.exports.subject import Subject
from rooms.drawing.dxf import as_dxf, block_names
from rooms.drawing.plan import plan_drawing
from rooms.pictures.glb import glb
from rooms.scene import describe


@dataclass(frozen=True)
class Made:
    """How one kind of file is made of a subject's level, or of its whole; `flat`: a level is a file of its own."""

    mimetype: str
    make: Callable[[Subject, str | None], bytes]
    flat: bool = False


def file_of(subject: Subject, ending: str, level: str | None) -> tuple[bytes, str]:
    """The file of this ending, and its media type. NotFound for another ending, Refused for an unknown level."""
    if ending not in FILES:
        raise NotFound("http_404")
    if level is not None and level not in subject.plan.levels:
        raise Refused("not_a_choice", path="level")
    return FILES[ending].make(subject, level), FILES[ending].mimetype


def _svg(subject: Subject, level: str | None) -> str:
    return plan_drawing(subject.plan, level, subject.wishes()).document()


def _dxf(subject: Subject, level: str | None) -> bytes:
    return as_dxf(_svg(subject, level), block_names(subject.plan))


def _glb(subject: Subject, level: str | None) -> bytes:
    return glb(describe(subject.plan, level, subject.deck.hex_of), subject.own_models)


def _json(subject: Subject, level: str | None) -> bytes:  # noqa: ARG001 - the whole plan
    return json.dumps(subject.plan.document, ensure_ascii=False, indent=1).encode()


FILES: Mapping[str, Made] = {
    "dxf": Made("image/vnd.dxf", _dxf, flat=True),
    "svg": Made("image/svg+xml", lambda subject, level: _svg(subject, level).encode(), flat=True),
    "glb": Made("model/gltf-binary", _glb),
    "json": Made("application/json", _json),
}
