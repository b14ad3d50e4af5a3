"""A PDF's pages as pictures: the one door to PDFium, which serves one thread at a time, also while it clears up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from PIL import Image

from rooms.fault import Fault

_lock = Lock()


class Pdf:
    """An open document. Every part of a page is let go before its picture is handed out."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def picture(self, number: int, most_px: tuple[float, float]) -> Image.Image:
        """The page (from 0) as RGB, as large as fits into so many pixels; Fault `damaged_pdf`."""
        import pypdfium2

        try:
            page = self._document[number]
            try:
                return _drawn(page, most_px)
            finally:
                page.close()
        except pypdfium2.PdfiumError as error:
            raise Fault("page", "damaged_pdf") from error


@contextmanager
def open_pdf(data: bytes) -> Iterator[Pdf]:
    """The document, while no other thread has one; Fault `encrypted`, `damaged_pdf`."""
    import pypdfium2  # a third of a second that only a PDF needs

    with _lock:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise Fault("", "encrypted" if "password" in str(error).lower() else "damaged_pdf") from error
        try:
            yield Pdf(document)
        finally:
            document.close()


def _drawn(page: Any, most_px: tuple[float, float]) -> Image.Image:
    sides = page.get_size()
    if not all(0 < side < float("inf") for side in sides):
        raise Fault("page", "damaged_pdf")
    scale = min(most / side for most, side in zip(most_px, sides, strict=True))
    bitmap = page.render(scale=scale, may_draw_forms=False)
    try:
        picture: Image.Image = bitmap.to_pil()
        return picture.convert("RGB")
    finally:
        bitmap.close()
