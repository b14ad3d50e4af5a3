"""Which column says what, guessed from the names of columns; a manager sees every guess before it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from configurator.imports.sheet import Sheet
from configurator.products.mapping import FIELDS, LENGTH, SIZES, Mapping, Source
from configurator.products.search import folded
from samples.readers.csv import guess, tells_colours

UNIT = re.compile(r"[\[( /,.](mm|cm|m)[\]).]*$")
LETTERS = re.compile(r"[a-z0-9]+")
LOOKED_AT = 500
LARGEST_CM = 320
"""Sizes without a unit are taken for centimetres when half of them are no larger: 320 mm would be small for furniture,
and 320 cm is large."""

SYNONYMS = {
    "sku": "sku|indeks|indeks produktu|indeks towaru|kod produktu|kod towaru|nr katalogowy|numer katalogowy|symbol"
    "|symbol produktu|numer|nr produktu|kod|kod producenta|item number|product code|product id|article number|mpn|id",
    "name_pl": "name pl|nazwa|nazwa produktu|nazwa towaru|nazwa pl|nazwa handlowa|produkt|towar|tytul|opis towaru"
    "|name|title|product name|product",
    "price": "price|cena brutto|cena detaliczna brutto|cena sprzedazy brutto|cena brutto pln|cena brutto zl"
    "|cena z vat|cena detaliczna|cena katalogowa brutto|cena sprzedazy|cena pln|cena zl|cena|price gross|gross price"
    "|retail price|price pln",
    "ean": "ean|kod ean|ean13|ean 13|gtin|gtin13|gtin 13|kod kreskowy|kod gtin|barcode|ean code|ean gtin",
    "name_en": "name en|nazwa en|nazwa angielska|nazwa po angielsku|english name|name english",
    "kind": "kind|rodzaj|rodzaj elementu",
    "width_mm": "width mm|szerokosc|szer|szerokosc produktu|szerokosc mebla|product width|width|w",
    "depth_mm": "depth mm|glebokosc|gleb|gl|glebokosc produktu|glebokosc mebla|dlugosc|dl|product length|product depth"
    "|depth|length|d",
    "height_mm": "height mm|wysokosc|wys|wysokosc produktu|wysokosc mebla|product height|height|h",
    "unit": "unit|jm|j m|jednostka|jednostka miary|jedn|unit of measure|uom",
    "category": "category|kategoria|kategoria produktu|grupa|grupa towarowa|grupa asortymentowa|asortyment|cat"
    "|product type|product category|google product category",
    "brand": "brand|marka|producent|manufacturer|wytworca",
    "vat": "vat|stawka vat|vat %|stawka|podatek vat|vat rate|tax rate",
    "picture": "picture|zdjecie|zdjecie 1|zdjecie glowne|obraz|obrazek|grafika|link do zdjecia|image|image link"
    "|image url|photo",
    "material": "material|tworzywo|surowiec",
    "delivery_days": "delivery days|czas dostawy|dostawa dni|dni dostawy|termin dostawy|czas realizacji|lead time",
    "per_pack": "per pack|sztuk w opakowaniu|szt w opak|szt opak|ilosc w opakowaniu|pieces per pack",
    "pack_m2": "pack m2|m2 w opakowaniu|m2 w opak|m2 opak|ilosc m2 w opakowaniu",
}
ORDER = {name: words.split("|") for name, words in SYNONYMS.items()}
KNOWN = {word for words in ORDER.values() for word in words}


def guessed(sheet: Sheet) -> Mapping:
    """Each field from the column whose name is the likeliest for it; no column twice, no field from a mere likeness."""
    plain = {column: _plain(column) for column in sheet.header}
    sources: dict[str, Source] = {}
    for name in FIELDS:
        taken = {source.column for source in sources.values()}
        for word in ORDER[name]:
            found = next((one for one in sheet.header if one not in taken and plain[one][0] == word), None)
            if found is not None:
                unit = (plain[found][1] or _unit_of(sheet, found)) if name in SIZES else "mm"
                sources[name] = Source(found, unit=unit)
                break
    return Mapping(sources)


def is_of_colours(sheet: Sheet) -> bool:
    """Whether it is a table of paints' colours: they are told, and no price is."""
    return tells_colours(guess(sheet.header)) and "price" not in guessed(sheet).sources


def _plain(column: str) -> tuple[str, str]:
    """The name in plain words, and the unit that stands behind it: `Szer. [cm]` is `szer` and `cm`."""
    told = folded(column).replace("_", " ").strip()
    unit = UNIT.search(told)
    words = " ".join(LETTERS.findall(told[: unit.start()] if unit else told))
    whole = " ".join(LETTERS.findall(told))
    if unit is None or whole in KNOWN:
        return whole, unit[1] if unit else ""
    return words.removesuffix(" w").removesuffix(" in"), unit[1]


def _unit_of(sheet: Sheet, column: str) -> str:
    """The unit of sizes that name none: by how large they are."""
    told = [row.cells[column].casefold() for row in sheet.rows[:LOOKED_AT] if column in row.cells]
    sizes = _bare(told)
    return "cm" if sizes and median(sizes) <= LARGEST_CM else "mm"


def _bare(told: Sequence[str]) -> list[float]:
    found = (LENGTH.fullmatch(one) for one in told)
    return [float(one[1].replace(",", ".")) for one in found if one and not one[2]]
