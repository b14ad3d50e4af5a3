"""What WeasyPrint leaves to do for PDF/UA-1 (ISO 14289-1): where figures lie, what headings head, what only decorates.

Its tags are right as far as they go; each function here mends one thing, just before the file is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydyf import PDF, Array, Dictionary, Stream, String
from weasyprint import Document

PT_PER_PX = 0.75


def mend(document: Document, pdf: PDF) -> None:
    """A finisher for `write_pdf`."""
    elements = list(_below(pdf, pdf.catalog["StructTreeRoot"]))
    _place_figures(pdf, elements)
    _scope_headings(pdf, elements)
    _list_names(pdf, elements)
    _part_links(pdf, elements)
    _rename_captions(pdf, elements)
    _tell_links(document, pdf)
    _set_aside_margins(pdf, elements)


def _below(pdf: PDF, reference: bytes) -> Iterator[Dictionary]:
    """The structure's elements under one, in reading order."""
    for kid in _at(pdf, reference)["K"]:
        if isinstance(kid, bytes) and (element := _at(pdf, kid)).get("S"):
            yield element
            yield from _below(pdf, kid)


def _at(pdf: PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _place_figures(pdf: PDF, elements: list[Dictionary]) -> None:
    """Boxes come in CSS pixels from the sheet's top; they are points from its foot (ISO 32000-1, 14.8.5.4.3)."""
    for element in elements:
        if element["S"] == "/Figure":
            x1, y1, x2, y2 = (value * PT_PER_PX for value in element["A"]["BBox"])
            height = _at(pdf, element["Pg"])["MediaBox"][3]
            element["A"]["BBox"] = Array((x1, height - y2, x2, height - y1))


def _scope_headings(pdf: PDF, elements: list[Dictionary]) -> None:
    """A heading in a table's head is of its column, any other of its row."""
    for element in elements:
        if element["S"] == "/TH":
            is_column = _at(pdf, _at(pdf, element["P"])["P"])["S"] == "/THead"
            element["A"]["Scope"] = "/Column" if is_column else "/Row"


def _list_names(pdf: PDF, elements: list[Dictionary]) -> None:
    """Cells name their headings by ids, which the root has to list in order."""
    named = sorted(((element["ID"], element) for element in elements if "ID" in element), key=lambda one: one[0].string)
    if not named:
        return
    tree = Dictionary(
        {
            "Names": Array(part for name, element in named for part in (name, element.reference)),
            "Limits": Array((named[0][0], named[-1][0])),
        }
    )
    names = Dictionary({"Kids": Array([_added(pdf, tree)])})
    _at(pdf, pdf.catalog["StructTreeRoot"])["IDTree"] = _added(pdf, names)


def _added(pdf: PDF, held: Dictionary) -> bytes:
    pdf.add_object(held)
    return bytes(held.reference)


def _part_links(pdf: PDF, elements: list[Dictionary]) -> None:
    """The number of a page inside a link is no link of its own."""
    numbers = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    for element in elements:
        if (element["S"], _at(pdf, element["P"]).get("S")) != ("/Link", "/Link"):
            continue
        element["S"] = "/Span"
        for kid in [kid for kid in element["K"] if isinstance(kid, bytes) and _at(pdf, kid)["Type"] == "/OBJR"]:
            element["K"].remove(kid)
            annotation = _at(pdf, kid)["Obj"]
            _at(pdf, element["Pg"])["Annots"].remove(annotation)
            place = numbers.index(_at(pdf, annotation)["StructParent"])
            del numbers[place : place + 2]


def _rename_captions(pdf: PDF, elements: list[Dictionary]) -> None:
    """What stands over a drawing is a paragraph beside it: the drawing's element may hold none."""
    for element in elements:
        if (element["S"], _at(pdf, element["P"]).get("S")) == ("/Caption", "/NonStruct"):
            element["S"] = "/P"


def _tell_links(document: Document, pdf: PDF) -> None:
    """A link inside the document says the title that it leads to."""
    titles = {name: page.bookmarks[0][1] for page in document.pages if page.bookmarks for name in page.anchors}
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("Subtype") == "/Link" and "Dest" in held:
            name = held["Dest"].string
            held["Contents"] = String(titles.get(name, name))


def _set_aside_margins(pdf: PDF, elements: list[Dictionary]) -> None:
    """Running heads and feet are marked as content that no element holds: they are artifacts."""
    held = {(element["Pg"], kid) for element in elements for kid in element["K"] if isinstance(kid, int)}
    numbers = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    for reference in pdf.page_references:
        page = _at(pdf, reference)
        owners = numbers[numbers.index(page["StructParents"]) + 1]
        for mcid in range(len(owners)):
            if (reference, mcid) not in held:
                owners[mcid] = "null"
        for content in page["Contents"] if isinstance(page["Contents"], list) else [page["Contents"]]:
            _rewrite(_at(pdf, content), {mcid for page_, mcid in held if page_ == reference})


def _rewrite(stream: Stream, held: set[int]) -> None:
    for place, said in enumerate(stream.stream):
        if isinstance(said, Dictionary) and "MCID" in said and said["MCID"] not in held:
            stream.stream[place - 1] = "/Artifact"
            stream.stream[place] = Dictionary({"Type": "/Pagination"})
