"""XLSX books as small as they can be, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="Cennik" sheetId="1" r:id="r1"/></sheets></workbook>'
)
PARTS = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
}


def book(*rows: Sequence[str], merged: str = "", before: str = "") -> bytes:
    """A book of one sheet; a row is its cells in XML. `before` goes in front of the sheet's element."""
    body = "".join(f"<row>{''.join(row)}</row>" for row in rows)
    cells = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    sheet = f'{before}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>{cells}</worksheet>'
    return packed({**PARTS, "xl/worksheets/sheet1.xml": sheet})


def packed(parts: dict[str, str]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def text(told: str, at: str = "") -> str:
    return f'<c{_at(at)} t="inlineStr"><is><t>{told}</t></is></c>'


def number(value: str, *, is_day: bool = False, formula: str = "") -> str:
    told = f"<f>{formula}</f>" if formula else ""
    return f'<c s="{int(is_day)}">{told}<v>{value}</v></c>'


def _at(at: str) -> str:
    return f' r="{at}"' if at else ""
