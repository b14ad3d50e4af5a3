"""Tables of colours."""

from csv import field_size_limit

import pytest

from samples import readers
from samples.colour.cie import hex_to_lab
from samples.deck import Deck
from samples.fault import Fault
from samples.paint import make_paint
from samples.readers import csv


def _read(text: str, encoding: str = "utf-8") -> readers.Reading:
    return readers.read(text.encode(encoding), "wzornik.csv")


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_any_usual_separator_is_understood(separator: str) -> None:
    text = separator.join(("Kod", "Nazwa", "HEX")) + "\n" + separator.join(("7", "Szałwia", "#a7b59e"))
    swatch = _read(text).swatches[0]
    assert (swatch.code, swatch.name, swatch.place) == ("7", "Szałwia", "row 2")
    assert swatch.lab == pytest.approx(hex_to_lab("#a7b59e"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_polish_letters_are_understood_as_spreadsheets_write_them(encoding: str) -> None:
    assert _read("nazwa;hex\nŻółć;#ffee00\n", encoding).swatches[0].name == "Żółć"


def test_lab_is_read_with_decimal_commas() -> None:
    assert _read("kod;L*;a*;b*\n1;62,5;-8,1;12\n").swatches[0].lab == (62.5, -8.1, 12.0)


def test_lab_of_the_printers_white_is_brought_to_daylight() -> None:
    lab = _read("kod;L;a;b;iluminant\n1;50;40;-40;D50\n").swatches[0].lab
    assert lab != (50, 40, -40)
    assert lab == pytest.approx((50, 40, -40), abs=12)


def test_what_else_the_table_tells_is_kept() -> None:
    swatch = _read("kod;nazwa;name en;hex;baza;krycie;warstwy;grupa cenowa\n1;Biel;White;#fff;a;2;3;4\n").swatches[0]
    assert swatch.told == {"name_en": "White", "base": "a", "hiding": "2", "coats": "3", "price_group": "4"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1;x;zielony;;;", "not_a_hex_colour"),
        ("1;x;;sto;0;0", "not_a_number"),
        ("1;x;;nan;0;0", "out_of_range"),
        ("1;x;;50;900;0", "out_of_range"),
        ("1;x;;50;;0", "not_a_number"),
        ("1;x", "not_a_hex_colour"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_by_its_number_and_the_others_stay(row: str, reason: str) -> None:
    reading = _read(f"kod;nazwa;hex;L;a;b\n0;dobry;#a7b59e;;;\n{row}\n2;dobry;#a7b59e;;;\n")
    assert [swatch.code for swatch in reading.swatches] == ["0", "2"]
    assert [(fault.path.partition("/")[0], fault.reason) for fault in reading.faults] == [("row 3", reason)]


def test_an_endless_cell_ends_the_reading_with_its_row() -> None:
    reading = _read("kod;hex\n1;#a7b59e\n2;" + "x" * 5000 + "\n3;#ffffff\n")
    assert len(reading.swatches) == 1
    assert [(fault.path, fault.reason) for fault in reading.faults] == [("row 3", "too_long")]


def test_columns_are_guessed_from_a_header_in_either_language() -> None:
    header = ["Symbol", "Nazwa PL", "Name (EN)", "L*", "a*", "b*", "Grupa cenowa", "uwagi"]
    assert csv.guess(header) == {"code": 0, "name_pl": 1, "name_en": 2, "L": 3, "a": 4, "b": 5, "price_group": 6}


def test_a_mapping_tells_what_the_header_does_not() -> None:
    found = list(csv.read(b"x,y\n#a7b59e,Sage\n", {"hex": 0, "name_pl": 1}))
    assert not isinstance(found[0], Fault)
    assert found[0].name == "Sage"


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@x"])
def test_a_name_never_becomes_a_formula_and_comes_back_as_it_was(name: str) -> None:
    deck = Deck("own", "Nasz", "Ours", (make_paint("1", name, name, (50, 0, 0)),))
    table = readers.write(deck, "csv")
    assert f";{name}".encode() not in table
    assert readers.read(table, "x.csv").swatches[0].name == name


def test_reading_changes_no_limit_for_others() -> None:
    before = field_size_limit()
    _read("kod;hex\n1;#a7b59e\n")
    assert field_size_limit() == before
