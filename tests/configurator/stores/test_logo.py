"""A manager brings the store's logo; what is no honest picture is refused and changes nothing."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from PIL import Image

from configurator.errors import Refused
from configurator.stores import logo
from tests.configurator.people import KRAKOW, staff

PAGE = f"/s/{KRAKOW}/desk/store/"


def picture(form: str = "PNG", size: tuple[int, int] = (400, 120)) -> bytes:
    kept = BytesIO()
    Image.new("RGB", size, "#204080").save(kept, form)
    return kept.getvalue()


def test_a_logo_is_kept_shown_and_removed(app: Flask) -> None:
    manager = staff(app, role="manager")
    answer = manager.post(f"{PAGE}logo", data={"logo": (BytesIO(picture("JPEG")), "logo.jpg")})
    assert answer.status_code == 303
    assert manager.get(f"{PAGE}logo.png").data.startswith(b"\x89PNG")
    assert "Zapisane." in manager.get(answer.location).text
    manager.post(f"{PAGE}logo/removed")
    assert manager.get(f"{PAGE}logo.png").status_code == 204


def test_a_refused_logo_is_told_in_words(app: Flask) -> None:
    answer = staff(app, role="manager").post(f"{PAGE}logo", data={"logo": (BytesIO(b"<svg/>"), "logo.svg")})
    assert answer.status_code == 400
    assert "PNG, JPEG albo WebP" in answer.text


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_drawn_anew_as_a_picture_that_print_needs(form: str) -> None:
    made = Image.open(BytesIO(logo.redrawn(picture(form, (2000, 600)))))
    assert (made.format, made.size) == ("PNG", (900, 270))


def test_nothing_but_pixels_is_left_of_the_file() -> None:
    exif = Image.Exif()
    exif[0x010E] = "<script>"
    kept = BytesIO()
    Image.new("RGB", (100, 100)).save(kept, "JPEG", exif=exif)
    assert b"<script>" not in logo.redrawn(kept.getvalue() + b"<script>")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "logo_missing"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not_a_logo"),
        (b"GIF89a\x01\x00\x01\x00", "not_a_logo"),
        (picture()[:60], "not_a_logo"),
        (picture(size=(20, 20)), "logo_too_small"),
        (picture(size=(5000, 4000)), "logo_too_large"),
        (b"\0" * (logo.MOST_BYTES + 1), "logo_too_large"),
    ],
    ids=["nothing", "svg", "gif", "cut off", "tiny", "too many pixels", "too many bytes"],
)
def test_hostile_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        logo.redrawn(data)
    assert refused.value.reason == reason
