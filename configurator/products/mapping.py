"""Which column of a file says what of a product: as it was guessed, chosen by a manager, or written in a file."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from configurator.errors import Refused
from rooms.kinds import KINDS

NEEDED = ("sku", "name_pl", "price")
SIZES = ("width_mm", "depth_mm", "height_mm")
SUPPLY = ("material", "delivery_days", "per_pack", "pack_m2")
FIELDS = (*NEEDED, "ean", "name_en", "kind", *SIZES, "unit", "picture", "category", "brand", "vat", *SUPPLY)
FOR_ALL = ("brand", "category", "unit", "vat")
"""What may be said once for all products of a file that does not say it."""
UNITS = {"mm": 1, "cm": 10, "m": 1000}
LENGTH = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?) ?(mm|cm|m)?\.?", re.ASCII)
MOST_CONSTANT = 60


@dataclass(frozen=True)
class Source:
    """Where a field comes from: a column, or from what is said for all products; `unit` of sizes without one."""

    column: str = ""
    constant: str = ""
    unit: str = "mm"


@dataclass(frozen=True)
class Mapping:
    """`kinds` are by category, `""` for what is not drawn; they count where the file itself names no kind."""

    sources: Dict[str, Source]
    kinds: Dict[str, str] = field(default_factory=dict)
    guesses_kinds: bool = True

    @classmethod
    def read(cls, data: object) -> Mapping:
        """`{"columns": {"sku": "Indeks", "width_mm": {"column": "Szer.", "unit": "cm"}, "vat": {"constant": "23"}},
        "kinds": {"Umywalki": "washbasin"}, "guesses_kinds": true}`; Refused `mapping_unreadable`.
        """
        told = data if isinstance(data, dict) else {}
        columns, kinds, guesses = told.get("columns"), told.get("kinds", {}), told.get("guesses_kinds", True)
        known = {"columns", "kinds", "guesses_kinds"}.issuperset(told) and isinstance(guesses, bool)
        if not known or not isinstance(columns, dict) or not isinstance(kinds, dict):
            raise Refused("mapping_unreadable", path="columns", known=", ".join(FIELDS))
        for category, kind in kinds.items():
            if kind != "" and kind not in KINDS:
                raise Refused("kind_unknown", path=f"kinds/{category}")
        return cls({name: _source(name, one) for name, one in columns.items()}, kinds, guesses)

    def as_data(self) -> dict[str, Any]:
        columns = {
            name: {"constant": one.constant} if not one.column else {"column": one.column, "unit": one.unit}
            for name, one in self.sources.items()
        }
        return {"columns": columns, "kinds": dict(self.kinds), "guesses_kinds": self.guesses_kinds}

    def fitted(self, header: tuple[str, ...]) -> Mapping:
        """Without the columns that a file does not have."""
        kept = {name: one for name, one in self.sources.items() if not one.column or one.column in header}
        return Mapping(kept, self.kinds, self.guesses_kinds)

    def missing(self) -> list[str]:
        """The needed fields that come from nowhere."""
        return [name for name in NEEDED if name not in self.sources]

    def told(self, cells: Dict[str, str]) -> dict[str, str]:
        """The product in our fields, all of them; sizes in mm where they can be read."""
        found = dict.fromkeys(FIELDS, "")
        for name, source in self.sources.items():
            typed = cells.get(source.column, "") if source.column else source.constant
            found[name] = _in_mm(typed, source.unit) if name in SIZES else typed
        return found

    def column_of(self, name: str) -> str:
        """What the file calls the field; the field itself where it calls it nothing."""
        source = self.sources.get(name)
        return source.column if source and source.column else name


def _source(name: str, data: object) -> Source:
    told = {"column": data} if isinstance(data, str) else data
    if name not in FIELDS or not isinstance(told, dict) or not all(isinstance(one, str) for one in told.values()):
        raise Refused("mapping_unreadable", path=f"columns/{name}"[:80], known=", ".join(FIELDS))
    if set(told) - {"column", "constant", "unit"} or told.get("unit", "mm") not in UNITS:
        raise Refused("mapping_unreadable", path=f"columns/{name}", known=", ".join(FIELDS))
    if bool(told.get("column")) == bool(told.get("constant")):
        raise Refused("mapping_unreadable", path=f"columns/{name}", known=", ".join(FIELDS))
    return Source(**told)


def _in_mm(typed: str, unit: str) -> str:
    """`60 cm` as `600`, half a millimetre rounded up; what is no length stays as it was typed."""
    found = LENGTH.fullmatch(typed.casefold())
    if not found:
        return typed
    mm = Decimal(found[1].replace(",", ".")) * UNITS[found[2] or unit]
    return str(mm.quantize(Decimal(1), ROUND_HALF_UP))
