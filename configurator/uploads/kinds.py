"""What a file is, by its content and never by its name."""

from __future__ import annotations

from configurator.products import readers as product_readers
from rooms import exchange
from rooms.archive import Archive
from rooms.fault import Fault
from samples import readers as deck_readers

EMPTY, UNKNOWN = "", "unknown"
PICTURE, PDF, PLAN, MODEL, PALETTE, FEED, TABLE = "picture", "pdf", "plan", "model", "palette", "feed", "table"
ARCHIVE, DOCUMENT = "archive", "document"
ZIP = b"PK\x03\x04"
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
HEAD = 4096
PALETTES = ("ase", "aco", "gpl", "cxf")
FEEDS = ("merchant", "ceneo")
IN_ARCHIVES = (
    (("Home.xml", "Home"), PLAN),
    (("PluginFurnitureCatalog",), MODEL),
    (("swatchbook.xml",), PALETTE),
    (("xl/",), TABLE),
    (("word/", "ppt/", "content.xml"), DOCUMENT),
)
"""What a zip archive is by the beginning of one of its members' names."""


def kind_of(data: bytes) -> str:
    """One of the kinds above; `unknown` is for the card to judge: it may be a text, or damaged."""
    head = data[:HEAD]
    if not data:
        return EMPTY
    if b"%PDF-" in head[:1024]:
        return PDF
    if _is_picture(head):
        return PICTURE
    if head.startswith(b"glTF"):
        return MODEL
    if head.startswith(ZIP):
        return _archived(data)
    if head.startswith(OLD_OFFICE):
        return TABLE
    if any(deck_readers.FORMATS[key].recognises(data) for key in PALETTES):
        return PALETTE
    if any(one.claims(data) for one in exchange.FORMATS):
        return PLAN
    if any(product_readers.readers()[key].recognises(data) for key in FEEDS):
        return FEED
    return TABLE if _is_table(head) else UNKNOWN


def _is_picture(head: bytes) -> bool:
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return is_webp or head[4:8] == b"ftyp" or head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"))


def _archived(data: bytes) -> str:
    try:
        names = Archive(data).names
    except Fault:
        return UNKNOWN
    found = (kind for beginnings, kind in IN_ARCHIVES if any(name.startswith(beginnings) for name in names))
    return next(found, ARCHIVE)


def _is_table(head: bytes) -> bool:
    """Two lines or more that the same separator parts as often."""
    lines = head.decode("utf-16" if head.startswith(b"\xff\xfe") else "latin-1", "replace").splitlines()[:3]
    if len(lines) < 2 or "\x00" in lines[0]:
        return False
    return any(lines[0].count(mark) and lines[0].count(mark) == lines[1].count(mark) for mark in ";\t,")
