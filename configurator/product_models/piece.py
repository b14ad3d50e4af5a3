"""A piece of a file of models as it was read: what is told of it, what became of its model, or why nothing did."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from configurator.errors import Refused

Size = tuple[int, int, int]
OPENINGS = {"drzwi", "okna", "door", "doors", "window", "windows"}


@dataclass(frozen=True)
class ReadPiece:
    """`refused` is (reason, detail) where nothing became of it; `notes` are (reason, what) of what did become.

    `glb` and `icon` are keys of files, `icon` empty where there is none; `outlines` as rooms/models/silhouette.py.
    """

    number: int
    catalog_id: str
    name_pl: str
    name_en: str
    category: str
    kind: str
    size: Size
    author: str
    licence: str
    category_en: str = ""
    icon: str = ""
    refused: tuple[str, Mapping[str, Any]] | None = None
    glb: str = ""
    bytes: int = 0
    before: int = 0
    after: int = 0
    outlines: Mapping[str, Any] = field(default_factory=dict)
    notes: Sequence[tuple[str, str]] = ()

    @property
    def is_of_openings(self) -> bool:
        """Whether its library keeps it among doors and windows, which are put into walls, not before them."""
        words = set(re.findall(r"\w+", f"{self.category} {self.category_en}".casefold()))
        return bool(words & OPENINGS)

    @property
    def refusal(self) -> Refused | None:
        return Refused(self.refused[0], **self.refused[1]) if self.refused else None


@dataclass(frozen=True)
class Report:
    """What was read: of the whole, and piece by piece."""

    source: str
    licence: str
    licence_text: str
    pieces: Sequence[ReadPiece]

    def packed(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def unpacked(cls, text: str) -> Report:
        told = json.loads(text)
        return cls(told["source"], told["licence"], told["licence_text"], [_piece(one) for one in told["pieces"]])

    @property
    def keys(self) -> list[str]:
        """The files that were made for it."""
        return keys_of(self.pieces)


def keys_of(pieces: Iterable[ReadPiece]) -> list[str]:
    return sorted({key for one in pieces for key in (one.glb, one.icon) if key})


def _piece(told: Mapping[str, Any]) -> ReadPiece:
    width, depth, height = told["size"]
    notes = [(reason, what) for reason, what in told["notes"]]
    refused = (told["refused"][0], told["refused"][1]) if told["refused"] else None
    return ReadPiece(**(dict(told) | {"size": (width, depth, height), "notes": notes, "refused": refused}))
