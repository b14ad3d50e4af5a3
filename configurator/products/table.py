"""A retailer's table of products (CSV), read line by line: the good lines, and what is wrong with the others.

The header names the columns, in any order: `sku`, `name_pl` and `price` are needed; `ean`, `name_en`, `kind` (a kind of
`rooms/kinds/`), `width_mm`, `depth_mm`, `height_mm`, `unit` (piece, m2, pack; piece when empty), `picture`, `category`,
`brand`, `vat` (the rate, `23`), `material`, `delivery_days`, `per_pack` (pieces in a pack) and `pack_m2` (square metres
in a pack, `1,44`) may be there. `price` is in zlotys with VAT, `1 299,90` or `1299.90`. Commas,
semicolons or tabs part the columns; the text is UTF-8 or Windows-1250.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from configurator.csv_rows import cells_of, delimiter_of, lines_of
from configurator.errors import Refused
from configurator.products.amounts import UNITS
from configurator.products.gtin import read_gtin
from rooms.fields import CONTROL
from rooms.kinds import KINDS

NEEDED = ("sku", "name_pl", "price")
SIZES = ("width_mm", "depth_mm", "height_mm")
SUPPLY = ("material", "delivery_days", "per_pack", "pack_m2")
COLUMNS = (*NEEDED, "ean", "name_en", "kind", *SIZES, "unit", "picture", "category", "brand", "vat", *SUPPLY)
MOST_BYTES = 20 * 1024 * 1024
MOST_SKU, MOST_NAME, MOST_PICTURE, MOST_WORD = 64, 200, 200, 60
MOST_MM = 50_000
MOST_PRICE_GR = 1_000_000_000
PRICE = re.compile(r"(\d{1,8})(?:[.,](\d{1,2}))?", re.ASCII)
MM = re.compile(r"\d{1,6}", re.ASCII)
PACK = re.compile(r"(\d{1,3})(?:[.,](\d{1,4}))?(?: ?m[2²])?")
MOST_DAYS, MOST_PIECES, MOST_PACK_CM2 = 365, 10_000, 10_000_000
VAT = re.compile(r"(\d{1,2}) ?%?", re.ASCII)


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
    """A line of the file, the header being the first: the product in it, or why there is none; `sku` as far as told."""

    number: int
    sku: str
    row: Row | None
    refused: Refused | None


def read_table(data: bytes) -> list[Line]:
    """Every line that is not empty; Refused when the file as a whole is no such table."""
    if len(data) > MOST_BYTES:
        raise Refused("too_large")
    first, *lines = lines_of(data)
    delimiter = delimiter_of(first)
    header = [name.strip().casefold() for name in cells_of(first, delimiter)]
    _check_header(header)
    return list(_lines(lines, header, delimiter))


def _lines(lines: Iterable[str], header: list[str], delimiter: str) -> Iterator[Line]:
    seen: set[str] = set()
    for number, line in enumerate(lines, 2):
        if not line.strip(delimiter + " "):
            continue
        told: dict[str, str] = {}
        try:
            told = _told(header, cells_of(line, delimiter))
            yield Line(number, told["sku"], _row(told, seen), None)
        except Refused as refused:
            yield Line(number, told.get("sku", ""), None, refused)


def _told(header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(header):
        raise Refused("too_many_cells", most=len(header))
    return dict.fromkeys(COLUMNS, "") | {name: cell.strip() for name, cell in zip(header, cells, strict=False)}


def _row(told: Mapping[str, str], seen: set[str]) -> Row:
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
        price_gr=_price_gr(told["price"]),
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


def _check_header(header: list[str]) -> None:
    for name in NEEDED:
        if name not in header:
            raise Refused("column_missing", path="line 1", column=name, columns=", ".join(COLUMNS))
    for name in header:
        if name not in COLUMNS or header.count(name) > 1:
            raise Refused("column_unknown", path="line 1", column=name[:60], columns=", ".join(COLUMNS))


def _text_of(told: Mapping[str, str], name: str, most: int) -> str:
    text = told[name]
    if not text:
        raise Refused("missing", path=name)
    if len(text) > most:
        raise Refused("too_long", path=name, most=most)
    if CONTROL.search(text):
        raise Refused("unreadable_letters", path=name)
    return text


def _kind(name: str) -> str | None:
    if name and name not in KINDS:
        raise Refused("kind_unknown", path="kind")
    return name or None


def _size(told: Mapping[str, str], kind: str | None) -> tuple[int, int, int] | None:
    """The size; a kind's product needs one within what the kind can be drawn at, which catches centimetres too."""
    if kind is None and not any(told[name] for name in SIZES):
        return None
    width, depth, height = (_mm(told, name) for name in SIZES)
    if kind is not None:
        sizes = KINDS[kind]
        for name, mm, least, most in zip(SIZES, (width, depth, height), sizes.least, sizes.most, strict=True):
            if not least <= mm <= most:
                raise Refused("size_not_of_kind", path=name, least=least, most=most)
    return width, depth, height


def _mm(told: Mapping[str, str], name: str) -> int:
    if not MM.fullmatch(told[name]) or not 1 <= int(told[name]) <= MOST_MM:
        raise Refused("not_millimetres", path=name)
    return int(told[name])


def _price_gr(typed: str) -> int:
    found = PRICE.fullmatch(re.sub(r"[\s\u00a0\u202f]|zł$", "", typed))
    price_gr = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else 0
    if not 0 < price_gr <= MOST_PRICE_GR:
        raise Refused("not_a_price", path="price")
    return price_gr


def _vat_percent(typed: str) -> int | None:
    found = VAT.fullmatch(typed)
    if typed and not found:
        raise Refused("not_a_vat_rate", path="vat")
    return int(found[1]) if found else None


def _count(told: Mapping[str, str], name: str, most: int) -> int | None:
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
    unit = {"": "piece", "m²": "m2", "szt": "piece", "szt.": "piece", "opak": "pack", "opak.": "pack"}.get(name, name)
    if unit not in UNITS:
        raise Refused("unit_unknown", path="unit")
    return unit
