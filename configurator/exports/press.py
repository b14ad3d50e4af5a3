"""The press: HTML becomes a PDF, tagged, bookmarked, with its letters inside; nothing is fetched from outside.

Importing this takes about a second (WeasyPrint), so whoever prints imports it when there is something to print.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from configurator.config import ROOT
from configurator.exports.tagging import mend

STYLES = ROOT / "static" / "css" / "pdf"
SHEETS = ("document", "cover", "drawings", "rooms", "tables", "readiness", "fee", "measuring_card")
"""In this order: what is later adds to what is before."""
OWN_FILES = (STYLES, ROOT / "node_modules" / "@fontsource-variable" / "inter" / "files")
VARIANT = "pdf/ua-1"
LOCK = Lock()
"""One document at a time in a process: Pango's fonts are shared among threads, and memory stays bounded."""


@dataclass(frozen=True)
class Printed:
    """A document, its count of sheets, and the sheet (from 0) on which each element with an id begins."""

    pdf: bytes
    sheets: int
    begins: Mapping[str, int]


def print_html(html: str) -> Printed:
    with LOCK:
        styles, fonts = _styles()
        page = HTML(string=html, url_fetcher=OwnFilesOnly())
        document = page.render(font_config=fonts, stylesheets=styles, pdf_variant=VARIANT)
        begins = {name: place for place, sheet in reversed([*enumerate(document.pages)]) for name in sheet.anchors}
        return Printed(document.write_pdf(finisher=mend, pdf_variant=VARIANT), len(document.pages), begins)


def print_picture(svg: str, size_px: tuple[int, int]) -> bytes:
    """A drawing alone in the middle of one sheet of so many CSS pixels, with a margin of a twentieth of its height."""
    wide, high = size_px
    margin = high // 20
    styles = f"@page {{ size: {wide}px {high}px; margin: {margin}px }} body {{ margin: 0 }}"
    fits = f"img {{ width: {wide - 2 * margin}px; height: {high - 2 * margin}px; object-fit: contain }}"
    held = b64encode(svg.encode()).decode()
    with LOCK:
        page = f'<style>{styles} {fits}</style><img src="data:image/svg+xml;base64,{held}">'
        return bytes(HTML(string=page, url_fetcher=OwnFilesOnly()).write_pdf())


class OwnFilesOnly(URLFetcher):  # type: ignore[misc] # WeasyPrint ships no types
    """Opens addresses that hold their data themselves, the style sheet and its fonts; refuses any other."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        parts = urlsplit(url)
        if parts.scheme == "file" and not _is_own(Path(unquote(parts.path)).resolve()):
            raise ValueError(f"a document may not read {url[:80]}")
        return super().fetch(url, headers)


def _is_own(file: Path) -> bool:
    return any(file.is_relative_to(own.resolve()) for own in OWN_FILES)


@cache
def _styles() -> tuple[list[CSS], FontConfiguration]:
    fonts = FontConfiguration()
    files = [str(STYLES / f"{name}.css") for name in SHEETS]
    return [CSS(filename=file, font_config=fonts, url_fetcher=OwnFilesOnly()) for file in files], fonts
