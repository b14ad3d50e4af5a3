"""One paint and what follows from its colour."""

import pytest

from samples.fault import Fault
from samples.paint import make_paint

WHITE = (97.0, 0.0, 2.0)
SAGE = (72.0, -9.0, 10.0)
NAVY = (20.0, 5.0, -30.0)
YELLOW = (82.0, 5.0, 80.0)
RED = (45.0, 60.0, 40.0)


@pytest.mark.parametrize(
    ("lab", "base", "hiding", "coats", "price_group"),
    [(WHITE, "A", 1, 2, 1), (SAGE, "B", 1, 2, 2), (NAVY, "C", 2, 2, 3), (YELLOW, "C", 4, 3, 4), (RED, "C", 4, 3, 4)],
    ids=["white", "sage", "navy", "yellow", "red"],
)
def test_what_the_maker_does_not_tell_is_judged_from_the_colour(
    lab: tuple[float, float, float], base: str, hiding: int, coats: int, price_group: int
) -> None:
    paint = make_paint("1", "Farba", "Paint", lab)
    assert (paint.base, paint.hiding, paint.coats, paint.price_group) == (base, hiding, coats, price_group)


def test_what_the_maker_tells_stands() -> None:
    paint = make_paint("1", "Farba", "Paint", WHITE, base="B", hiding=3, coats=4, price_group=9)
    assert (paint.base, paint.hiding, paint.coats, paint.price_group) == ("B", 3, 4, 9)


def test_the_screen_the_words_and_the_reflectance_follow_from_lab() -> None:
    paint = make_paint("1", "Szałwia", "Sage", SAGE)
    assert (paint.hex, paint.lrv, paint.family, paint.out_of_srgb) == ("#a7b59e", 43.7, "green", False)
    assert paint.about == {"pl": "jasna ciepła przygaszona zieleń", "en": "light warm muted green"}


def test_a_colour_that_no_screen_shows_is_marked() -> None:
    assert make_paint("1", "Cyjan", "Cyan", (60.0, -60.0, -40.0)).out_of_srgb


def test_lab_is_kept_to_hundredths() -> None:
    assert make_paint("1", "x", "x", (50.004, -0.005, 1.996)).lab == (50.0, 0.0, 2.0)


@pytest.mark.parametrize(
    ("lab", "path"),
    [((101.0, 0, 0), "lab/L"), ((-0.1, 0, 0), "lab/L"), ((50, 151, 0), "lab/a"), ((50, 0, float("nan")), "lab/b")],
)
def test_a_colour_that_cannot_be_is_refused_with_its_axis(lab: tuple[float, float, float], path: str) -> None:
    with pytest.raises(Fault) as refused:
        make_paint("1", "x", "x", lab)
    assert (refused.value.path, refused.value.reason) == (path, "out_of_range")


@pytest.mark.parametrize(
    ("code", "name", "path", "reason"),
    [
        ("", "x", "code", "missing"),
        (" ", "x", "code", "missing"),
        ("1" * 61, "x", "code", "too_long"),
        ("1\n", "x", "code", "unreadable_letters"),
        ("1", "", "name_pl", "missing"),
        ("1", "x" * 121, "name_pl", "too_long"),
        ("1", "a\x00b", "name_pl", "unreadable_letters"),
    ],
)
def test_a_code_and_a_name_must_be_readable(code: str, name: str, path: str, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        make_paint(code, name, "x", WHITE)
    assert (refused.value.path, refused.value.reason) == (path, reason)
