"""The smallest file of each kind, as people send it to a card."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from zipfile import ZipFile

from PIL import Image

from tests.configurator.products.books import book, text

FEED = b"""<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel></channel></rss>"""


def picture(kind: str) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (80, 60), "white").save(written, kind)
    return written.getvalue()


def zipped(name: str) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr(name, "<home/>")
    return written.getvalue()


FILES: Mapping[str, tuple[str, bytes]] = {
    "plan.pdf": ("pdf", picture("PDF")),
    "plan.png": ("picture", picture("PNG")),
    "plan.jpg": ("picture", picture("JPEG")),
    "plan.webp": ("picture", picture("WEBP")),
    "photo.heic": ("picture", b"\0\0\0\x18ftypheic" + bytes(40)),
    "house.dxf": ("plan", b"  0\nSECTION\n  2\nENTITIES\n  0\nENDSEC\n  0\nEOF\n"),
    "house.ifc": ("plan", b"ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));\nENDSEC;\n"),
    "home.sh3d": ("plan", zipped("Home.xml")),
    "home.sh3x": ("plan", zipped("Home.xml")),
    "home.fml": ("plan", b'{"floors": [{"designs": [{"walls": []}]}]}'),
    "home.json": ("plan", json.dumps({"version": 1, "plan": {}}).encode()),
    "chairs.sh3f": ("model", zipped("PluginFurnitureCatalog.properties")),
    "chair.glb": ("model", b"glTF\2\0\0\0" + bytes(12)),
    "colours.ase": ("palette", b"ASEF\0\1\0\0\0\0\0\0"),
    "colours.gpl": ("palette", b"GIMP Palette\n255 255 255 White\n"),
    "feed.xml": ("feed", FEED),
    "prices.csv": ("table", b"SKU;Nazwa;Cena\nA;B;1,00\n"),
    "prices.xlsx": ("table", book([text("SKU")], [text("A")])),
    "letter.docx": ("document", zipped("word/document.xml")),
    "many.zip": ("archive", zipped("inside.txt")),
    "words.txt": ("unknown", b"plain words"),
    "empty.dxf": ("", b""),
}
