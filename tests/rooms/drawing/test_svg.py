"""SVG that nobody's words can break out of."""

from __future__ import annotations

import pytest

from rooms.drawing import svg


@pytest.mark.parametrize(
    ("value", "written"),
    [(12.0, "12"), (12.5, "12.5"), (0.126, "0.13"), (-0.001, "0"), (100.0, "100"), (-7.5, "-7.5")],
)
def test_a_number_has_no_needless_signs(value: float, written: str) -> None:
    assert svg.number(value) == written


def test_words_cannot_open_an_element() -> None:
    assert svg.words("<script>&") == "&lt;script&gt;&amp;"


def test_an_attribute_cannot_be_closed_from_within() -> None:
    assert svg.element("g", data_id='"><script>') == '<g data-id="&quot;&gt;&lt;script&gt;"/>'


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\ufffe", "\ud800"])
def test_letters_that_xml_cannot_hold_are_left_out(letter: str) -> None:
    assert svg.words(f"a{letter}b") == "ab"


def test_an_attribute_of_none_is_not_written() -> None:
    assert svg.element("path", d="M0 0", fill=None) == '<path d="M0 0"/>'


def test_an_empty_layer_is_nothing() -> None:
    assert svg.layer("walls", svg.Svg("")) == ""


def test_an_arc_says_which_way_it_turns() -> None:
    assert svg.arc((0, 0), (10, 10), 10, clockwise=True) == "M0 0A10 10 0 0 1 10 10"
