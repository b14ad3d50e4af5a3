"""Homes made up for the tests: a zip archive with a Home.xml of the elements that a test names."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from rooms.exchange import Imported, read

REAL_HOMES = Path(__file__).parents[3].parent / "shared" / "data" / "plans"
collect_ignore = [] if REAL_HOMES.is_dir() else ["test_real_homes.py"]

Archive = Callable[[Mapping[str, str | bytes]], bytes]
Home = Callable[..., bytes]
Wall = Callable[..., str]


@pytest.fixture
def archive() -> Archive:
    """({name: content}) → a zip archive."""

    def build(members: Mapping[str, str | bytes]) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, content in members.items():
                zipped.writestr(name, content)
        return packed.getvalue()

    return build


@pytest.fixture
def home(archive: Archive) -> Callable[..., bytes]:
    """(elements, home's attributes) → a home's archive."""

    def build(*elements: str, **attributes: str) -> bytes:
        named = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
        return archive({"Home.xml": f"<?xml version='1.0'?><home version='7000'{named}>{''.join(elements)}</home>"})

    return build


@pytest.fixture
def imported(home: Home) -> Callable[..., Imported]:
    """(elements, home's attributes) → the import of such a home."""
    return lambda *elements, **attributes: read("home.sh3d", home(*elements, **attributes))


def _element(tag: str, inner: str = "", **attributes: object) -> str:
    named = "".join(f" {name}={quoteattr(str(value))}" for name, value in attributes.items())
    return f"<{tag}{named}>{inner}</{tag}>"


@pytest.fixture
def element() -> Callable[..., str]:
    """(tag, inner text, attributes) → an element."""
    return _element


@pytest.fixture
def wall() -> Wall:
    """(x, y, x, y in cm, attributes) → a wall 10 cm thick and 250 cm high."""

    def build(x: float, y: float, to_x: float, to_y: float, **attributes: object) -> str:
        usual = {"xStart": x, "yStart": y, "xEnd": to_x, "yEnd": to_y, "thickness": 10, "height": 250}
        return _element("wall", **usual | attributes)

    return build


@pytest.fixture
def box(wall: Wall) -> str:
    """Four walls whose centre lines make a square of 4 m."""
    return "".join(wall(*ends) for ends in [(0, 0, 400, 0), (400, 0, 400, 400), (400, 400, 0, 400), (0, 400, 0, 0)])
