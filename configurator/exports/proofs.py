"""Sheets of a PDF as pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Lock

from PIL import Image
from pypdfium2 import PdfDocument

LOCK = Lock()
"""PDFium is not made for threads."""


def proofs(pdf: bytes, sheets: Sequence[int], most_px: tuple[int, int]) -> Iterator[Image.Image]:
    """The sheets named (from 0), each as large as fits into so many pixels."""
    with LOCK:
        opened = PdfDocument(pdf)
        for sheet in sheets:
            page = opened[sheet]
            scale = min(most / side for most, side in zip(most_px, page.get_size(), strict=True))
            yield page.render(scale=scale).to_pil()
        opened.close()
