"""Feeds of products in XML, read one product at a time; a document with a DTD or entities is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from configurator.errors import Refused
from configurator.imports.sheet import MOST_COLUMNS, Sheet, SheetRow, counted

STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")
DEEPEST = 32
MOST_LETTERS = 2_000


def root_of(data: bytes) -> str:
    """The name of the document's element without its namespace; empty for what is no XML."""
    if not data.lstrip().startswith(STARTS):
        return ""
    return next((local(element) for event, element in _events(data) if event == "start"), "")


def products_of(data: bytes, names: Iterable[str]) -> Iterator[Element]:
    """Every element of one of the names; it is emptied as soon as the next is asked for."""
    wanted, above = set(names), list[Element]()
    for event, element in _events(data):
        if event == "start":
            above.append(element)
            if len(above) > DEEPEST:
                raise Refused("xml_unreadable", line="?")
            continue
        above.pop()
        if local(element) in wanted:
            yield element
        if above and not any(local(one) in wanted for one in above):
            above[-1].remove(element)


def sheet_of(name: str, products: Iterable[Mapping[str, str]]) -> Sheet:
    """The feed's table: a column for each name that any product tells something by."""
    header: dict[str, None] = {}

    def rows() -> Iterator[SheetRow]:
        for number, cells in enumerate(products, 1):
            header.update(dict.fromkeys(cells))
            if len(header) > MOST_COLUMNS:
                raise Refused("too_many_columns", most=MOST_COLUMNS)
            yield SheetRow(number, cells)

    found = counted(rows())
    return Sheet(name, tuple(header), found)


def local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def text_of(element: Element | None) -> str:
    """The element's own text, spaces run together, cut where no field is as long."""
    return " ".join((element.text or "").split())[:MOST_LETTERS] if element is not None else ""


def _events(data: bytes) -> Iterator[tuple[str, Element]]:
    try:
        yield from iterparse(BytesIO(data), ("start", "end"), forbid_dtd=True)
    except DefusedXmlException as refused:
        raise Refused("xml_entities") from refused
    except (ParseError, LookupError, ValueError) as error:
        line = error.position[0] if isinstance(error, ParseError) else "?"
        raise Refused("xml_unreadable", line=line) from error
