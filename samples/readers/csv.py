"""Tables of colours with a header: hex or Lab, and whatever else of code, names, base, hiding and coats is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from samples.colour.arrays import Lab
from samples.colour.cie import hex_to_lab
from samples.deck import Deck
from samples.fault import Fault
from samples.letters import words
from samples.swatch import Format, Swatch, finite, print_lab

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "kod", "symbol", "nr", "numer", "sku", "id", "indeks"),
    "name_pl": ("name pl", "nazwa", "nazwa pl", "name", "kolor", "colour", "color"),
    "name_en": ("name en", "nazwa en", "english"),
    "hex": ("hex", "rgb hex", "html", "srgb"),
    "L": ("l", "lab l", "cie l", "l d65", "jasnosc"),
    "a": ("a", "lab a", "cie a", "a d65"),
    "b": ("b", "lab b", "cie b", "b d65"),
    "white": ("white", "illuminant", "iluminant"),
    "base": ("base", "baza"),
    "price_group": ("price group", "grupa cenowa", "grupa"),
    "hiding": ("hiding", "krycie", "klasa krycia"),
    "coats": ("coats", "warstwy", "liczba warstw"),
}
"""What a column may be called, in plain letters."""
TOLD = ("name_en", "base", "price_group", "hiding", "coats")
WRITTEN = ("code", "name_pl", "name_en", "L", "a", "b", "hex", "LRV", "base", "price_group", "hiding", "coats")

SEPARATORS = ";\t,|"
FORMULA_STARTS = "=+-@\t\r"
LONGEST_CELL = 1000


def read(data: bytes, mapping: Mapping[str, int] | None = None) -> Iterator[Swatch | Fault]:
    """One swatch a row; `mapping` tells the column of each field where the header does not."""
    rows = _rows(data)
    header = next(rows, [])
    mapping = guess(header) if mapping is None else mapping
    if "hex" not in mapping and not {"L", "a", "b"} <= set(mapping):
        raise Fault("row 1", "no_colour_column", wanted="hex or L, a, b")
    for number, cells in enumerate(rows, start=2):
        if any(cell.strip() for cell in cells):
            yield _swatch(f"row {number}", {field: _cell(cells, at) for field, at in mapping.items()})


def guess(header: Sequence[str]) -> dict[str, int]:
    """The column of each field that the header seems to name."""
    titles = [" ".join(words(title)) for title in header]
    found = {field: [titles.index(title) for title in names if title in titles] for field, names in COLUMNS.items()}
    return {field: places[0] for field, places in found.items() if places}


def write(deck: Deck) -> bytes:
    """With a byte order mark and semicolons, as Polish spreadsheets open it; texts never become formulas."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(WRITTEN)
    for paint in deck:
        texts = [_safe(text) for text in (paint.code, paint.name_pl, paint.name_en)]
        numbers = [*(f"{value:.2f}" for value in paint.lab), paint.hex, f"{paint.lrv:.1f}"]
        table.writerow([*texts, *numbers, paint.base, paint.price_group, paint.hiding, paint.coats])
    return out.getvalue().encode("utf-8-sig")


def _rows(data: bytes) -> Iterator[list[str]]:
    text = _text(data)
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise Fault(f"row {rows.line_num}", "not_a_table", said=str(error)) from None
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise Fault(f"row {rows.line_num}", "too_long", most=LONGEST_CELL)
        yield cells


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1250", "replace")


def _cell(cells: Sequence[str], at: int) -> str:
    text = cells[at].strip() if 0 <= at < len(cells) else ""
    quoted = text.startswith("'") and text[1:2] in tuple(FORMULA_STARTS)
    return text[1:] if quoted else text


def _swatch(place: str, told: Mapping[str, str]) -> Swatch | Fault:
    try:
        lab = _lab(place, told)
    except Fault as fault:
        return Fault(place, fault.reason, **fault.detail)
    code, name = told.get("code", ""), told.get("name_pl", "")
    others = {field: told[field] for field in TOLD if told.get(field)}
    return Swatch(place, name or code or place, lab, code, approximate=not told.get("L"), told=others)


def _lab(place: str, told: Mapping[str, str]) -> Lab:
    if not told.get("L"):
        lightness, a, b = hex_to_lab(told.get("hex", "")).tolist()
        return lightness, a, b
    lightness, a, b = (_number(place, told.get(axis, "")) for axis in "Lab")
    return print_lab(lightness, a, b) if told.get("white", "").upper() == "D50" else (lightness, a, b)


def _number(place: str, text: str) -> float:
    try:
        number = float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        raise Fault(place, "not_a_number", found=text[:20]) from None
    return finite(place, [number], -150, 150)[0]


def _safe(text: str) -> str:
    return "'" + text if text.startswith(tuple(FORMULA_STARTS)) else text


def _recognises(data: bytes) -> bool:
    return b"\0" not in data[:1000] and not data.startswith((b"ASEF", b"GIMP"))


FORMAT = Format("csv", ".csv", _recognises, read, write)
