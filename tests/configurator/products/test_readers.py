"""Each format is known by what the file holds, and what would harm is refused whole."""

from __future__ import annotations

import pytest

from configurator.errors import Refused
from configurator.products.readers import read_sheet, readers
from configurator.products.table import read_table
from tests.configurator.products.books import PARTS, book, number, packed, text

HEADER = [text("Indeks"), text("Nazwa"), text("Cena brutto"), text("Kod EAN"), text("Szerokość [cm]")]
MERCHANT = """<?xml version="1.0" encoding="windows-1250"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Sklep</title>
<item><title>Umywalka Źdźbło</title><g:id>U-1</g:id><g:price>1299.90 PLN</g:price><g:gtin>2390000000017</g:gtin>
<g:brand>Fala</g:brand><g:product_type>Dom &gt; Umywalki</g:product_type><g:product_width>60 cm</g:product_width>
<g:product_length>480 mm</g:product_length><g:product_height>0,18 m</g:product_height></item>
</channel></rss>""".encode("cp1250")
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><entry><g:id>U-1</g:id>'
    b"<title>Umywalka</title><g:price>10 PLN</g:price></entry></feed>"
)
CENEO = """<offers version="1"><group name="other">
<o id="U-1" price="1299.90" avail="1"><cat><![CDATA[Dom/Umywalki]]></cat>
<name><![CDATA[Umywalka Źdźbło]]></name><imgs><main url="https://sklep.example/u.jpg"/></imgs><attrs>
<a name="Producent">Fala</a><a name="EAN">2390000000017</a><a name="Szerokość">60 cm</a><a name="Głębokość">48 cm</a>
<a name="Wysokość">18 cm</a></attrs></o></group></offers>""".encode()
LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><rss><channel><item><title>&c;</title></item></channel></rss>'
)


@pytest.mark.parametrize(("data", "name"), [(MERCHANT, "merchant"), (ATOM, "merchant"), (CENEO, "ceneo")])
def test_a_feed_is_known_by_what_it_holds(data: bytes, name: str) -> None:
    assert read_sheet(data).format == name
    assert [reader.name for reader in readers().values() if reader.recognises(data)] == [name]


@pytest.mark.parametrize("data", [MERCHANT, CENEO])
def test_a_feed_tells_products_with_units_of_their_own(data: bytes) -> None:
    (line,) = read_table(data)
    assert line.row is not None
    assert (line.row.sku, line.row.name_pl, line.row.price_gr) == ("U-1", "Umywalka Źdźbło", 1_299_90)
    assert (line.row.ean, line.row.brand, line.row.category) == ("02390000000017", "Fala", "Umywalki")
    assert (line.row.size, line.row.kind, line.kind_from) == ((600, 480, 180), "washbasin", "name")


def test_a_book_tells_numbers_as_they_are_typed() -> None:
    row = [number("5"), text("Syfon"), number("1299.9000000000001"), number("2390000000017"), number("60.5")]
    sheet = read_sheet(book([text("Cennik 2026", "A1")], HEADER, row))
    assert (sheet.title, [one.number for one in sheet.rows]) == ("Cennik", [3])
    assert list(sheet.rows[0].cells.values()) == ["5", "Syfon", "1299.9", "2390000000017", "60.5"]
    (line,) = read_table(book(HEADER, row))
    assert line.row is not None
    assert (line.row.sku, line.row.price_gr) == ("5", 1_299_90)


def test_a_formula_counts_with_its_kept_value_and_a_day_is_no_price() -> None:
    known = [text("A"), text("Syfon"), number("2", formula="1+1")]
    unknown = [text("B"), text("Syfon"), "<c><f>1+1</f></c>"]
    day = [text("C"), text("Syfon"), number("45000", is_day=True)]
    good, *bad = read_table(book(HEADER, known, unknown, day))
    assert good.row is not None
    assert good.row.price_gr == 2_00
    assert [(line.number, line.refused.reason) for line in bad if line.refused] == [
        (3, "not_a_price"),
        (4, "not_a_price"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (LAUGHS, "xml_entities"),
        (CENEO[:-40], "xml_unreadable"),
        (b"<offers>" + b"<a>" * 40 + b"</a>" * 40 + b"</offers>", "xml_unreadable"),
        (b"<html><body>404</body></html>", "format_unknown"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 100, "book_old"),
        (book(HEADER)[:400], "book_unreadable"),
        (book(HEADER, before="<!DOCTYPE worksheet>"), "xml_entities"),
        (book(HEADER, [text("x", "XFD1048576")]), "book_too_wide"),
        (book([text("a"), text("b")], [text("c", "ZZZZZ1")]), "book_too_wide"),
        (book(HEADER, [text("A"), text("B")], merged="A2:A3"), "cells_merged"),
        (book(HEADER, ['<c s="1"><v>-1e300</v></c>', text("a day out of all calendars")]), "book_unreadable"),
        (book(), "book_empty"),
        (packed({**PARTS, "xl/workbook.xml": "<workbook/>"}), "book_empty"),
        (packed({"word/document.xml": "<a/>"}), "book_unreadable"),
        (b";" * 1_000_000, "too_many_columns"),
    ],
)
def test_what_would_harm_is_refused_whole(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_sheet(data)
    assert refused.value.reason == reason


def test_a_small_book_that_unpacks_to_much_is_not_unpacked() -> None:
    swelling = packed({"xl/workbook.xml": " " * (129 * 2**20)})
    assert len(swelling) < 2**20
    with pytest.raises(Refused, match="book_swells"):
        read_sheet(swelling)
    with pytest.raises(Refused, match="too_large"):
        read_sheet(b"x" * (20 * 2**20 + 1))
