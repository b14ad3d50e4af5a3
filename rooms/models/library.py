"""A Sweet Home 3D furniture library (`.sh3f`): a zip of property files in many languages, models and pictures."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rooms.archive import Archive, tidy
from rooms.fault import Fault
from rooms.fields import CONTROL, MOST_SIZE_MM
from rooms.models.fitting import Size
from rooms.models.made import PLAIN, Made, made_of_obj
from rooms.models.properties import read_properties
from rooms.models.texture import ICON_PX, Texture, read_texture

CATALOGUE = "PluginFurnitureCatalog"
LANGUAGES = ("pl", "en")
MOST_PIECES = 1_000
MOST_PROPERTIES_BYTES = 4 * 1024 * 1024
MOST_LETTERS = 120
MOST_LICENCE_LETTERS = 20_000
KEY = re.compile(r"id#(\d{1,6})", re.ASCII)
LICENCES = ("license.txt", "licence.txt", "license", "copying.txt")


@dataclass(frozen=True)
class Piece:
    """A piece as its library tells it: `place` names it in messages, `size` is width, depth and height in mm.

    `fault` is why it cannot be taken, found without looking at its model.
    """

    number: int
    place: str
    catalog_id: str
    names: Mapping[str, str]
    categories: Mapping[str, str]
    size: Size
    elevation: int
    movable: bool
    creator: str
    licence: str
    model: str
    rows: Sequence[float]
    icon: str
    fault: Fault | None

    @property
    def name(self) -> str:
        return self.names["en"]


@dataclass(frozen=True)
class Library:
    """What the library says of itself, and its pieces in their order; `licence_text` is its licence file."""

    name: str
    licence: str
    licence_text: str
    provider: str
    pieces: Sequence[Piece]
    archive: Archive

    def made(self, piece: Piece) -> Made:
        """The piece's model, made ours; Fault at its place when it cannot be."""
        if piece.fault:
            raise piece.fault
        return made_of_obj(self.archive.read(piece.model), piece.size, piece.model, self._beside(piece), piece.rows)

    def icon(self, piece: Piece) -> Texture | None:
        """The piece's small picture; None where there is none that can be shown."""
        try:
            return read_texture(self.archive.read(piece.icon), piece.icon, ICON_PX) if piece.icon else None
        except Fault:
            return None

    def _beside(self, piece: Piece) -> _Beside:
        return _Beside(self.archive, piece.model)


def read_library(data: bytes) -> Library:
    """Raises Fault: as rooms/archive.py, `no_furniture_in_archive`, `too_many_pieces`."""
    archive = Archive(data)
    names = {one.casefold(): one for one in archive.names}
    if (main := names.get(f"{CATALOGUE}.properties".casefold())) is None:
        raise Fault("", "no_furniture_in_archive")
    told = _properties(archive, main)
    polish = names.get(f"{CATALOGUE}_pl.properties".casefold())
    texts = {"en": told, "pl": _properties(archive, polish) if polish else {}}
    numbers = sorted({int(found[1]) for key in told if (found := KEY.fullmatch(key))})
    if len(numbers) > MOST_PIECES:
        raise Fault(main, "too_many_pieces", most=MOST_PIECES)
    return Library(
        _text(told.get("name", "")),
        _text(told.get("license", ""), 400),
        _licence_text(archive, names),
        _text(told.get("provider", "")),
        list(_pieces(texts, numbers)),
        archive,
    )


class _Beside:
    """The files that a model names, as they lie in the archive, and no others."""

    def __init__(self, archive: Archive, model: str) -> None:
        self._archive, self._model = archive, model

    def __call__(self, name: str) -> bytes | None:
        found = self._archive.beside(self._model, name)
        return self._archive.read(found) if found else None


def _properties(archive: Archive, name: str) -> Mapping[str, str]:
    return read_properties(archive.read(name, MOST_PROPERTIES_BYTES))


def _licence_text(archive: Archive, names: Mapping[str, str]) -> str:
    name = next((names[one] for one in LICENCES if one in names), None)
    if name is None:
        return ""
    data = archive.read(name, MOST_PROPERTIES_BYTES)
    try:
        return data.decode("utf-8")[:MOST_LICENCE_LETTERS]
    except UnicodeDecodeError:
        return data.decode("latin-1")[:MOST_LICENCE_LETTERS]


def _pieces(texts: Mapping[str, Mapping[str, str]], numbers: Sequence[int]) -> Iterator[Piece]:
    for number in numbers:
        yield _piece(texts, number)


def _piece(texts: Mapping[str, Mapping[str, str]], number: int) -> Piece:
    told = texts["en"]
    fault: Fault | None = None
    catalog_id = _text(told.get(f"id#{number}", ""))
    place = f"pieces/{number}"
    size: Size = (1, 1, 1)
    rows: Sequence[float] = PLAIN
    try:
        width, depth, height = (_mm(told.get(f"{side}#{number}", ""), place) for side in ("width", "depth", "height"))
        size, rows = (width, depth, height), _rows(told.get(f"modelRotation#{number}", ""), place)
        _check(told, number, place)
    except Fault as found:
        fault = found
    names = {language: _text(texts[language].get(f"name#{number}", "")) for language in LANGUAGES}
    english = names["en"] or catalog_id or str(number)
    categories = {language: _text(texts[language].get(f"category#{number}", "")) for language in LANGUAGES}
    return Piece(
        number=number,
        place=place,
        catalog_id=catalog_id or str(number),
        names={"pl": names["pl"] or english, "en": english},
        categories={"pl": categories["pl"] or categories["en"], "en": categories["en"] or categories["pl"]},
        size=size,
        elevation=_elevation(told.get(f"elevation#{number}", "")),
        movable=told.get(f"movable#{number}", "true").strip().casefold() != "false",
        creator=_text(told.get(f"creator#{number}", "")),
        licence=_text(told.get(f"license#{number}", ""), 400),
        model=tidy(told.get(f"model#{number}", "").strip()),
        rows=rows,
        icon=told.get(f"icon#{number}", "").strip(),
        fault=fault,
    )


def _check(told: Mapping[str, str], number: int, place: str) -> None:
    model = told.get(f"model#{number}", "").strip()
    if told.get(f"doorOrWindow#{number}", "").strip().casefold() == "true":
        raise Fault(place, "is_opening")
    if "://" in model:
        raise Fault(place, "outside_file", name=model[:60])
    if not model.casefold().endswith(".obj"):
        raise Fault(place, "model_format", name=model[-60:])


def _mm(told: str, place: str) -> int:
    """Centimetres in words as whole millimetres."""
    try:
        mm = float(told) * 10
    except ValueError as error:
        raise Fault(place, "size_missing") from error
    if not math.isfinite(mm) or not 1 <= round(mm) <= MOST_SIZE_MM:
        raise Fault(place, "size_out_of_range", most=MOST_SIZE_MM)
    return round(mm)


def _elevation(told: str) -> int:
    try:
        mm = float(told or 0) * 10
    except ValueError:
        return 0
    return min(max(round(mm), 0), MOST_SIZE_MM) if math.isfinite(mm) else 0


def _rows(told: str, place: str) -> Sequence[float]:
    """The nine numbers of a matrix by rows, which may turn and mirror but not grow without end."""
    if not told.strip():
        return PLAIN
    try:
        rows = [float(word) for word in told.split()]
    except ValueError as error:
        raise Fault(place, "rotation_unreadable") from error
    if len(rows) != len(PLAIN) or not all(abs(one) <= 1000 for one in rows):
        raise Fault(place, "rotation_unreadable")
    return rows


def _text(told: str, most: int = MOST_LETTERS) -> str:
    return " ".join(CONTROL.sub(" ", told).split())[:most]
