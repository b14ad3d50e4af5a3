"""The page of decisions in words is what the engine says today, and reads as it should."""

from __future__ import annotations

import re

from incentives.registry import STANDARD
from tests.incentives.decisions import CASES, FILE, page


def test_the_page_is_current() -> None:
    assert FILE.read_text("utf-8") == page()


def test_it_holds_sixty_decisions() -> None:
    assert len(CASES) == 60


def test_it_shows_no_internal_name() -> None:
    told = {word for line in page().splitlines() if line.lstrip().startswith("-") for word in re.findall(r"\w+", line)}
    assert not told & {name for name in STANDARD.facts if "_" in name}


def test_it_says_nothing_by_the_customers_gender() -> None:
    assert not re.findall(r"\w+(?:łeś|łaś)\b", page())
