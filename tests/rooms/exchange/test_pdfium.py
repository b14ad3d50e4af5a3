"""The one door to PDFium."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from PIL import Image

from rooms.exchange.pdfium import open_pdf
from rooms.fault import Fault

SHEET_PX = (200, 100)


def pdf() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", SHEET_PX, "red").save(written, "PDF", resolution=72)
    return written.getvalue()


def test_one_thread_has_it_at_a_time() -> None:
    inside, left = Event(), Event()

    def second() -> bool:
        inside.wait()
        with open_pdf(pdf()):
            return left.is_set()

    with ThreadPoolExecutor(1) as threads:
        waited = threads.submit(second)
        with open_pdf(pdf()):
            inside.set()
            assert not waited.done()
            left.set()
        assert waited.result()


def test_a_picture_outlives_the_document_it_is_of() -> None:
    with open_pdf(pdf()) as opened:
        picture = opened.picture(0, (100, 100))
    assert (picture.mode, picture.size, picture.getpixel((50, 25))) == ("RGB", (100, 50), (254, 0, 0))


def test_the_door_opens_again_after_a_damaged_file() -> None:
    with pytest.raises(Fault), open_pdf(b"%PDF-1.4 nothing"):
        pass
    with open_pdf(pdf()) as opened:
        assert len(opened) == 1
