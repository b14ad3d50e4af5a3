"""The tags hold what PDF/UA-1 asks (ISO 14289-1): all that is told is in the tree, under what may hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

from configurator.exports import service
from tests.configurator.exports.subjects import room, subject

Reader = Callable[[str], PdfReader]
Pair = tuple[DictionaryObject, DictionaryObject]
MAY_HOLD = {
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/THead", "/TBody", "/TFoot", "/TR", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
}
"""ISO 32000-1, 14.8.4.3."""
MUST_BE_IN = {
    "/LI": {"/L"},
    "/LBody": {"/LI"},
    "/Lbl": {"/LI"},
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/Caption": {"/Table", "/L", "/Figure"},
}


@pytest.fixture(scope="session")
def cover() -> PdfReader:
    return PdfReader(BytesIO(service.document(subject(room() | {"items": {}}), ["cover", "plan"]).pdf))


@pytest.fixture(params=["cover", "pages"])
def printed(request: pytest.FixtureRequest, cover: PdfReader, reader: Reader) -> PdfReader:
    return cover if request.param == "cover" else reader("pl")


def test_no_element_stands_where_it_may_not(printed: PdfReader) -> None:
    pairs = [(str(parent["/S"]), str(child["/S"])) for parent, child in _pairs(printed) if "/S" in parent]
    assert [pair for pair in pairs if pair[1] not in MAY_HOLD.get(pair[0], {pair[1]})] == []
    assert [pair for pair in pairs if pair[0] not in MUST_BE_IN.get(pair[1], {pair[0]})] == []
    assert ("/Link", "/Link") not in pairs


def test_what_is_told_is_in_the_tree_and_all_else_is_an_artifact(printed: PdfReader) -> None:
    owned = {(page, kid) for _, element in _pairs(printed) for page, kid in _marks(element)}
    for page in printed.pages:
        assert page.indirect_reference is not None
        told, other = _content(page["/Contents"], printed)
        assert {(page.indirect_reference.idnum, mcid) for mcid in told} <= owned
        assert other == set()


def test_heads_and_feet_of_sheets_are_not_read_out(reader: Reader) -> None:
    """A sheet's own words are many; those of its head and foot are as many on each."""
    pages = reader("pl").pages
    counts = [bytes(page["/Contents"].get_data()).count(b"/Pagination") for page in pages]  # type: ignore[attr-defined]
    assert all(8 <= count <= 20 for count in counts)
    assert counts[0] > 0


def test_every_figure_lies_on_its_sheet(printed: PdfReader) -> None:
    for _, element in _pairs(printed):
        if element["/S"] != "/Figure":
            continue
        left, foot, right, head = (float(value) for value in element["/A"]["/BBox"])  # type: ignore[index]
        _, _, width, height = (float(value) for value in element["/Pg"]["/MediaBox"])  # type: ignore[index]
        assert -1 <= left < right <= width + 1
        assert -1 <= foot < head <= height + 1


def test_a_figure_lies_where_it_is_seen(cover: PdfReader) -> None:
    """The cover's picture in the upper half, the code to scan below it."""
    figures = [element for _, element in _pairs(cover) if element["/S"] == "/Figure"]
    picture, code = (float(figure["/A"]["/BBox"][1]) for figure in figures[:2])  # type: ignore[index]
    assert picture > 400 > 100 > code


def test_every_heading_of_a_table_says_what_it_heads(reader: Reader) -> None:
    printed = reader("pl")
    headings = [element for _, element in _pairs(printed) if element["/S"] == "/TH"]
    cells = [element for _, element in _pairs(printed) if element["/S"] == "/TD"]
    assert {heading["/A"]["/Scope"] for heading in headings} == {"/Column"}  # type: ignore[index]
    root = printed.root_object["/StructTreeRoot"]
    names = root["/IDTree"]["/Kids"][0]["/Names"][::2]  # type: ignore[index]
    assert names == sorted(heading["/ID"] for heading in headings)
    assert {name for cell in cells for name in cell["/A"]["/Headers"]} <= set(names)  # type: ignore[index]


def test_headings_skip_no_level(printed: PdfReader) -> None:
    levels = [int(element["/S"][2:]) for _, element in _pairs(printed) if element["/S"] in ("/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_link_says_the_title_that_it_leads_to(cover: PdfReader) -> None:
    links = [note.get_object() for page in cover.pages for note in page.get("/Annots", [])]
    assert [(link["/Subtype"], link["/Contents"]) for link in links] == [("/Link", "Rzut")]
    assert {page["/Tabs"] for page in cover.pages} == {"/S"}


def test_letters_can_be_read_back(reader: Reader) -> None:
    fonts = [font.get_object() for page in reader("pl").pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index, union-attr]
    assert all("/ToUnicode" in font for font in fonts)


def _pairs(printed: PdfReader) -> Iterator[Pair]:
    """Every element with what holds it, in reading order."""

    def below(parent: DictionaryObject) -> Iterator[Pair]:
        for kid in _kids(parent):
            child = kid.get_object() if isinstance(kid, IndirectObject) else kid
            if isinstance(child, DictionaryObject) and "/S" in child:
                yield parent, child
                yield from below(child)

    root = printed.root_object["/StructTreeRoot"]
    assert isinstance(root, DictionaryObject)
    yield from below(root)


def _kids(element: DictionaryObject) -> list[object]:
    held = element.get("/K", [])
    return list(held) if isinstance(held, list) else [held]


def _marks(element: DictionaryObject) -> Iterator[tuple[int, int]]:
    """The marked content that an element holds: its page and number."""
    for kid in _kids(element):
        if isinstance(kid, int):
            yield element.raw_get("/Pg").idnum, int(kid)


def _content(content: object, printed: PdfReader) -> tuple[set[int], set[str]]:
    """The numbers of what is marked as told, and the operators that paint with no mark about them."""
    told, bare, open_ = set(), set(), 0
    for operands, operator in ContentStream(content, printed).operations:
        if operator in (b"BDC", b"BMC"):
            open_ += 1
            told |= {int(operands[1]["/MCID"])} if operator == b"BDC" and "/MCID" in operands[1] else set()
        elif operator == b"EMC":
            open_ -= 1
        elif operator in (b"Tj", b"TJ", b"Do", b"S", b"f", b"f*", b"B", b"sh") and not open_:
            bare.add(operator.decode())
    return told, bare
