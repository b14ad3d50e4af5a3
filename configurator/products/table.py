"""A retailer's products, read row by row by a mapping: the good rows, and what is wrong with the others.

A file is a table (CSV or XLSX) whose header names the columns, in any order, or a feed (Google Merchant, Ceneo).
Columns are known by the usual names, Polish or English, and by ours: `sku`, `name_pl` and `price` are needed; `ean`,
`name_en`, `kind` (a kind of `rooms/kinds/`, or its name), `width_mm`, `depth_mm`, `height_mm`, `unit` (piece, m2, pack;
piece when empty), `picture`, `category`, `brand`, `vat` (the rate, `23`), `material`, `delivery_days`, `per_pack`
(pieces in a pack) and `pack_m2` (square metres in a pack, `1,44`) may be there; others are left out. `price` is in
zlotys with VAT, `1 299,90` or `1299.90`. In CSV commas, semicolons or tabs part the columns; the text is UTF-8 or
Windows-1250.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace

from configurator.errors import Refused
from configurator.imports.sheet import Sheet, SheetRow
from configurator.products.amounts import UNITS
from configurator.products.gtin import read_gtin
from configurator.products.guessing import guessed
from configurator.products.kind_names import guess, kind_named
from configurator.products.mapping import SIZES, Mapping
from configurator.products.readers import read_sheet
from rooms.fields import CONTROL
from rooms.kinds import KINDS

MOST_SKU, MOST_NAME, MOST_PICTURE, MOST_WORD = 64, 200, 2_000, 60
MOST_MM = 50_000
MOST_PRICE_GR = 1_000_000_000
PRICE = re.compile(r"(\d{1,8})(?:[.,](\d{1,2}))?", re.ASCII)
AROUND_PRICE = re.compile(r"[\s\u00a0\u202f]|z[łl]$|pln$", re.IGNORECASE)
MM = re.compile(r"\d{1,6}", re.ASCII)
PACK = re.compile(r"(\d{1,3})(?:[.,](\d{1,4}))?(?: ?m[2²])?")
MOST_DAYS, MOST_PIECES, MOST_PACK_CM2 = 365, 10_000, 10_000_000
VAT = re.compile(r"(\d{1,2}) ?%?", re.ASCII)
UNIT_NAMES = {
    "": "piece", "m²": "m2", "mkw": "m2", "m kw": "m2", "szt": "piece", "sztuka": "piece", "kpl": "piece",
    "pcs": "piece", "opak": "pack", "op": "pack", "opakowanie": "pack", "paczka": "pack",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One product as the table tells it; `ean` is fourteen digits."""

    sku: str
    ean: str | None
    name_pl: str
    name_en: str
    kind: str | None
    size: tuple[int, int, int] | None
    price_gr: int
    unit: str
    picture: str | None
    category: str
    brand: str
    vat_percent: int | None
    material: str
    delivery_days: int | None
    per_pack: int | None
    pack_cm2: int | None


@dataclass(frozen=True)
class Line:
    """A row of the file: the product in it, or why there is none; `sku` as far as told.

    `kind_from` tells whence the row's kind is: file, category (chosen for it), name (guessed), or `unsized` where there
    was one but no size that it can be drawn at; empty where there was none.
    """

    number: int
    sku: str
    row: Row | None
    refused: Refused | None
    kind_from: str = ""


def read_table(data: bytes) -> list[Line]:
    """Every row of a file, its columns guessed; Refused when the file as a whole is no such table."""
    sheet = read_sheet(data)
    return read_lines(sheet, guessed(sheet))


def read_lines(sheet: Sheet, mapping: Mapping) -> list[Line]:
    """Every row; Refused `column_missing` where a needed field comes from nowhere."""
    there = mapping.fitted(sheet.header)
    for name in there.missing():
        raise Refused("column_missing", path=name, column=name, columns=", ".join(sheet.header)[:300])
    seen: set[str] = set()
    return [_line(row, there, seen) for row in sheet.rows]


def check_size(kind: str, size: tuple[int, int, int]) -> None:
    """Refused `size_not_of_kind` for a size that the kind cannot be drawn at."""
    for name, mm, least, most in zip(SIZES, size, KINDS[kind].least, KINDS[kind].most, strict=True):
        if not least <= mm <= most:
            raise Refused("size_not_of_kind", path=name, least=least, most=most)


def _line(row: SheetRow, mapping: Mapping, seen: set[str]) -> Line:
    """`seen` are the numbers that stood above it."""
    told = mapping.told(row.cells)
    if row.refused:
        return Line(row.number, told["sku"], None, row.refused)
    try:
        found = _row(told, seen)
    except Refused as refused:
        return Line(row.number, told["sku"], None, refused)
    if found.kind:
        return Line(row.number, found.sku, found, None, "file")
    return _with_kind(row.number, found, mapping)


def _with_kind(number: int, row: Row, mapping: Mapping) -> Line:
    """The kind chosen for the row's category, else guessed where the file has no kinds, if the row can be drawn so."""
    chosen = mapping.kinds.get(row.category)
    guesses = mapping.guesses_kinds and "kind" not in mapping.sources
    kind = guess(row.name_pl, row.category) if chosen is None and guesses else chosen
    if not kind:
        return Line(number, row.sku, row, None, "" if chosen is None else "category")
    if row.size is None or not KINDS[kind].fits(row.size):
        return Line(number, row.sku, row, None, "unsized")
    return Line(number, row.sku, replace(row, kind=kind), None, "category" if chosen else "name")


def _row(told: Dict[str, str], seen: set[str]) -> Row:
    """The product of a line; `seen` are the numbers that stood above it."""
    name = _text_of(told, "name_pl", MOST_NAME)
    sku = _text_of(told, "sku", MOST_SKU)
    if sku in seen:
        raise Refused("sku_twice", path="sku", sku=sku)
    seen.add(sku)
    kind = _kind(told["kind"])
    return Row(
        sku=sku,
        ean=read_gtin(told["ean"]) if told["ean"] else None,
        name_pl=name,
        name_en=_text_of(told, "name_en", MOST_NAME) if told["name_en"] else name,
        kind=kind,
        size=_size(told, kind),
        price_gr=read_price_gr(told["price"]),
        unit=_unit(told["unit"]),
        picture=_text_of(told, "picture", MOST_PICTURE) if told["picture"] else None,
        category=_text_of(told, "category", MOST_WORD) if told["category"] else "",
        brand=_text_of(told, "brand", MOST_WORD) if told["brand"] else "",
        vat_percent=_vat_percent(told["vat"]),
        material=_text_of(told, "material", MOST_WORD) if told["material"] else "",
        delivery_days=_count(told, "delivery_days", MOST_DAYS),
        per_pack=_count(told, "per_pack", MOST_PIECES),
        pack_cm2=_pack_cm2(told["pack_m2"]),
    )


def _text_of(told: Dict[str, str], name: str, most: int) -> str:
    text = told[name]
    if not text:
        raise Refused("missing", path=name)
    if len(text) > most:
        raise Refused("too_long", path=name, most=most)
    if CONTROL.search(text):
        raise Refused("unreadable_letters", path=name)
    return text


def _kind(name: str) -> str | None:
    if name and kind_named(name) is None:
        raise Refused("kind_unknown", path="kind")
    return kind_named(name) if name else None


def _size(told: Dict[str, str], kind: str | None) -> tuple[int, int, int] | None:
    """The size; a kind's product needs one within what the kind can be drawn at, which catches centimetres too.

    Without a kind a size of which a part is missing is none.
    """
    if kind is None and not all(told[name] for name in SIZES):
        return None
    width, depth, height = (_mm(told, name) for name in SIZES)
    if kind is not None:
        check_size(kind, (width, depth, height))
    return width, depth, height


def _mm(told: Dict[str, str], name: str) -> int:
    if not MM.fullmatch(told[name]) or not 1 <= int(told[name]) <= MOST_MM:
        raise Refused("not_millimetres", path=name)
    return int(told[name])


def read_price_gr(typed: str) -> int:
    found = PRICE.fullmatch(AROUND_PRICE.sub("", typed.strip()))
    price_gr = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else 0
    if not 0 < price_gr <= MOST_PRICE_GR:
        raise Refused("not_a_price", path="price")
    return price_gr


def _vat_percent(typed: str) -> int | None:
    found = VAT.fullmatch(typed)
    if typed and not found:
        raise Refused("not_a_vat_rate", path="vat")
    return int(found[1]) if found else None


def _count(told: Dict[str, str], name: str, most: int) -> int | None:
    if not told[name]:
        return None
    if not MM.fullmatch(told[name]) or not 1 <= int(told[name]) <= most:
        raise Refused("not_a_count", path=name, most=most)
    return int(told[name])


def _pack_cm2(typed: str) -> int | None:
    """Square metres to the fourth decimal."""
    if not typed:
        return None
    found = PACK.fullmatch(typed)
    cm2 = int(found[1]) * 10_000 + int((found[2] or "").ljust(4, "0")) if found else 0
    if not 0 < cm2 <= MOST_PACK_CM2:
        raise Refused("not_square_metres", path="pack_m2")
    return cm2


def _unit(name: str) -> str:
    unit = UNIT_NAMES.get(name.casefold().strip(". "), name)
    if unit not in UNITS:
        raise Refused("unit_unknown", path="unit")
    return unit
