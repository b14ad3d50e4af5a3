"""Pictures for a document, each as an address that holds the picture itself."""

from __future__ import annotations

import base64
import json
from hashlib import sha256
from io import BytesIO

import segno
from PIL import Image

from configurator.exports.kept import Kept
from rooms.description import Document
from rooms.drawing.paper import FAMILY
from rooms.drawing.svg import words
from rooms.pictures.portrait import portrait
from rooms.plan import Plan
from samples.deck import Deck

PORTRAIT_PX = (1040, 706)
JPEG_QUALITY = 92
PORTRAITS: Kept[str] = Kept(most=32)
"""Seconds of work, so a plan is painted once."""
SCREEN_FAMILY, PRINT_FAMILY = words(FAMILY), "Inter, Inter Ext, Inter Cyrillic, sans-serif"
"""The letters' faces in a drawing, and those by which `css/pdf/document.css` knows the parts of the same face."""


def drawing_url(svg: str) -> str:
    """An SVG drawing, lettered in the document's own face."""
    return _url("image/svg+xml", svg.replace(SCREEN_FAMILY, PRINT_FAMILY).encode())


def qr_url(text: str) -> str:
    """The text as a QR code of medium error correction, without its quiet zone."""
    drawn = BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False, dark="#161616")
    return _url("image/svg+xml", drawn.getvalue())


def portrait_url(document: Document, deck: Deck) -> str:
    """The plan as a model seen from above and aside."""
    key = sha256(json.dumps(document).encode()).digest(), deck.key
    return PORTRAITS.get(key, lambda: _painted(document, deck))


def webp_url(data: bytes) -> str:
    return _url("image/webp", data)


def png_as_jpeg_url(png: bytes) -> str:
    """The same picture, a tenth as large."""
    made = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").save(made, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return _url("image/jpeg", made.getvalue())


def _painted(document: Document, deck: Deck) -> str:
    painted = BytesIO()
    picture = portrait(Plan(document), PORTRAIT_PX, deck.hex_of)
    picture.save(painted, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return _url("image/jpeg", painted.getvalue())


def _url(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
