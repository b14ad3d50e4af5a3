"""Documents printed once for all tests that look at them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from configurator.exports import service
from tests.configurator.exports.subjects import subject

PAGES = ("plan", "elevations", "colours", "shopping", "tape", "readiness", "fee")


@cache
def _pdf(language: str) -> bytes:
    return service.document(subject(language=language), PAGES).pdf


@pytest.fixture(scope="session")
def reader() -> Callable[[str], PdfReader]:
    """The room's document in the language, without its cover, whose picture takes seconds."""
    return lambda language: PdfReader(BytesIO(_pdf(language)))
