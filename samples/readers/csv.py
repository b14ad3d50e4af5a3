"""Tables of colours with a header: hex, RGB or Lab, and what else of code, names, base, hiding and coats is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterator, Mapping, Sequence

from samples.colour.arrays import Lab
from samples.colour.cie import hex_to_lab
from samples.deck import Deck
from samples.fault import Fault
from samples.letters import words
from samples.swatch import Format, Swatch, finite, print_lab, rgb_lab

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": (
        "code",
        "kod",
        "symbol",
        "nr",
        "numer",
        "sku",
        "id",
        "indeks",
        "kod koloru",
        "nr koloru",
        "colour code",
        "color code",
    ),
    "name_pl": (
        "name pl",
        "nazwa",
        "nazwa pl",
        "nazwa koloru",
        "name",
        "colour name",
        "color name",
        "kolor",
        "colour",
        "color",
    ),
    "name_en": ("name en", "nazwa en", "english"),
    "hex": ("hex", "rgb hex", "html", "srgb"),
    "R": ("r", "red", "czerwony", "rgb r"),
    "G": ("g", "green", "zielony", "rgb g"),
    "B": ("b rgb", "blue", "niebieski", "rgb b"),
    "L": ("l", "lab l", "cie l", "l d65", "jasnosc"),
    "a": ("a", "lab a", "cie a", "a d65"),
    "b": ("b", "lab b", "cie b", "b d65"),
    "white": ("white", "illuminant", "iluminant"),
    "base": ("base", "baza"),
    "price_group": ("price group", "grupa cenowa", "grupa"),
    "hiding": ("hiding", "krycie", "klasa krycia"),
    "coats": ("coats", "warstwy", "liczba warstw"),
    "spectrum": ("spectrum", "widmo"),
    "exterior": ("exterior", "outside", "zewnetrzna", "na zewnatrz", "elewacja"),
}
"""What a column may be called, in plain letters."""
TOLD = ("name_en", "base", "price_group", "hiding", "coats", "exterior", "spectrum")
COLOURS = (("L", "a", "b"), ("hex",), ("R", "G", "B"))
"""The ways to tell a colour, the truest first."""
LAB_RANGES = {"L": (0, 100), "a": (-150, 150), "b": (-150, 150)}
WRITTEN = (
    *("code", "name_pl", "name_en", "L", "a", "b", "hex", "LRV"),
    *("base", "price_group", "hiding", "coats", "exterior"),
)

SEPARATORS = ";\t,|"
FORMULA_STARTS = "=+-@\t\r"
LONGEST_CELL = 1000
BLANK = b"\xef\xbb\xbf \t\r\n"


def read(data: bytes, mapping: Mapping[str, int] | None = None) -> Iterator[Swatch | Fault]:
    """One swatch a row; `mapping` tells the column of each field where the header does not."""
    rows = _rows(data)
    header = next(rows, [])
    mapping = guess(header) if mapping is None else mapping
    if not tells_colours(mapping):
        raise Fault("row 1", "no_colour_column", wanted="hex or L, a, b")
    for number, cells in enumerate(rows, start=2):
        if any(cell.strip() for cell in cells):
            yield swatch_of(f"row {number}", {field: _cell(cells, at) for field, at in mapping.items()})


def tells_colours(fields: Container[str]) -> bool:
    """Whether the fields hold at least one way to tell a colour."""
    return any(all(field in fields for field in way) for way in COLOURS)


def swatch_of(place: str, told: Mapping[str, str]) -> Swatch | Fault:
    """The colour of a row, by our fields; a Fault names the row and the field, as in `row 3/L`."""
    way = next((way for way in COLOURS if told.get(way[0])), ("hex",))
    try:
        lab = _lab(way, told)
    except Fault as fault:
        return Fault(f"{place}/{fault.path or way[0]}", fault.reason, **fault.detail)
    code, name = told.get("code", ""), told.get("name_pl", "")
    others = {field: told[field] for field in TOLD if told.get(field)}
    return Swatch(place, name or code or place, lab, code, approximate=way != COLOURS[0], told=others)


def guess(header: Sequence[str]) -> dict[str, int]:
    """The column of each field that the header seems to name."""
    titles = [" ".join(words(title)) for title in header]
    found = {field: [titles.index(title) for title in names if title in titles] for field, names in COLUMNS.items()}
    guessed = {field: places[0] for field, places in found.items() if places}
    if "L" not in guessed and {"R", "G", "b"} <= set(guessed) and "B" not in guessed:
        guessed["B"] = guessed.pop("b")
    return guessed


def write(deck: Deck) -> bytes:
    """With a byte order mark and semicolons, as Polish spreadsheets open it; texts never become formulas."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(WRITTEN)
    for paint, shown in zip(deck, deck.hexes, strict=True):
        texts = [_safe(text) for text in (paint.code, paint.name_pl, paint.name_en)]
        numbers = [*(f"{value:.2f}" for value in paint.lab), shown, f"{paint.lrv:.1f}"]
        others = [paint.base, paint.price_group, paint.hiding, paint.coats, _yes(paint.exterior)]
        table.writerow([*texts, *numbers, *others])
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


def _lab(way: Sequence[str], told: Mapping[str, str]) -> Lab:
    if way == COLOURS[0]:
        lightness, a, b = (_number(axis, told.get(axis, ""), *LAB_RANGES[axis]) for axis in way)
        return print_lab(lightness, a, b) if told.get("white", "").upper() == "D50" else (lightness, a, b)
    if way == ("hex",):
        lightness, a, b = hex_to_lab(told.get("hex", "")).tolist()
        return lightness, a, b
    return rgb_lab([_number(axis, told.get(axis, ""), 0, 255) / 255 for axis in way])


def _number(field: str, text: str, least: float, most: float) -> float:
    try:
        number = float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        raise Fault(field, "not_a_number", found=text[:20]) from None
    return number if least <= number <= most else finite(field, [number], least, most)[0]


def _yes(told: bool | None) -> str:
    return "" if told is None else "yes" if told else "no"


def _safe(text: str) -> str:
    return "'" + text if text.startswith(tuple(FORMULA_STARTS)) else text


def _recognises(data: bytes) -> bool:
    return b"\0" not in data[:1000] and not data.lstrip(BLANK).startswith((b"ASEF", b"GIMP", b"<"))


FORMAT = Format("csv", ".csv", _recognises, read, write)
