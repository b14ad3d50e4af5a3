"""Numbers as the reader's language writes them."""

from __future__ import annotations

import pytest

from rooms.drawing.lettering import Figures, text


@pytest.mark.parametrize(
    ("mm", "language", "unit", "said"),
    [
        (5200, "pl", "cm", "520"),
        (125, "pl", "cm", "12,5"),
        (125, "en", "cm", "12.5"),
        (125, "pl", "mm", "125"),
        (4231.7, "pl", "cm", "423,2"),
        (4231.4, "en", "mm", "4231"),
    ],
)
def test_a_length_is_a_bare_figure(mm: float, language: str, unit: str, said: str) -> None:
    assert Figures(language, unit).length(mm) == said


@pytest.mark.parametrize(("language", "said"), [("pl", "20,80 m²"), ("en", "20.80 m²")])
def test_an_area_has_two_decimals(language: str, said: str) -> None:
    assert Figures(language).area(20_800_000) == said


def test_sides_carry_their_unit_once() -> None:
    assert Figures("pl").sides(5200, 4000) == "520 × 400 cm"


def test_text_is_escaped() -> None:
    assert "<b>" not in text("<b>", (0, 0), 100)


def test_text_has_no_outline() -> None:
    assert 'stroke="none"' in text("Salon", (0, 0), 100)
