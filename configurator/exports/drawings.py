"""The plan as files for other programs: the drawing to scale, the model, and the plan itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from configurator.errors import NotFound, Refused
from configurator.exports.subject import Subject
from rooms.drawing.dxf import as_dxf, block_names
from rooms.drawing.plan import plan_drawing
from rooms.ifc import as_ifc
from rooms.pictures.glb import glb
from rooms.pictures.obj import obj
from rooms.scene import describe

MATERIALS = "plan.mtl"


@dataclass(frozen=True)
class Made:
    """How one kind of file is made of a subject's level, or of its whole.

    `flat`: a level is a file of its own; `packed`: it comes in a zip archive.
    """

    mimetype: str
    make: Callable[[Subject, str | None], bytes]
    flat: bool = False
    packed: bool = False


def file_of(subject: Subject, ending: str, level: str | None) -> tuple[bytes, str, str]:
    """The file of this ending, its media type, and what its name ends with.

    NotFound for another ending, Refused for an unknown level.
    """
    if ending not in FILES:
        raise NotFound("http_404")
    if level is not None and level not in subject.plan.levels:
        raise Refused("not_a_choice", path="level")
    made = FILES[ending]
    return made.make(subject, level), made.mimetype, f"{ending}.zip" if made.packed else ending


def _svg(subject: Subject, level: str | None) -> str:
    return plan_drawing(subject.plan, level, subject.wishes()).document()


def _dxf(subject: Subject, level: str | None) -> bytes:
    return as_dxf(_svg(subject, level), block_names(subject.plan))


def _glb(subject: Subject, level: str | None) -> bytes:
    return glb(describe(subject.plan, level, subject.deck.hex_of), subject.own_models)


def _obj(subject: Subject, level: str | None) -> bytes:
    """The model and its materials in one archive: without them it has no colours."""
    texts = obj(describe(subject.plan, level, subject.deck.hex_of), MATERIALS)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in zip(("plan.obj", MATERIALS), texts, strict=True):
            archive.writestr(name, text)
    return packed.getvalue()


def _ifc(subject: Subject, level: str | None) -> bytes:  # noqa: ARG001 - the whole plan
    return as_ifc(subject.plan, subject.deck.hex_of, at=subject.at, language=subject.language)


def _json(subject: Subject, level: str | None) -> bytes:  # noqa: ARG001 - the whole plan
    return json.dumps(subject.plan.document, ensure_ascii=False, indent=1).encode()


FILES: Mapping[str, Made] = {
    "dxf": Made("image/vnd.dxf", _dxf, flat=True),
    "svg": Made("image/svg+xml", lambda subject, level: _svg(subject, level).encode(), flat=True),
    "glb": Made("model/gltf-binary", _glb),
    "obj": Made("application/zip", _obj, packed=True),
    "ifc": Made("application/x-step", _ifc),
    "json": Made("application/json", _json),
}
