"""How much paint."""

import pytest

from samples.fault import Fault
from samples.paint import make_paint
from samples.quantity import BIG_CHANGE, HIDES_BADLY, MAKER_SAYS, OVER_DARK, Area, coats_for, paint_ml, primer_ml

M2 = 1_000_000
WHITE = make_paint("1", "Biała", "White", (97, 0, 2))
SAGE = make_paint("2", "Szałwia", "Sage", (72, -9, 10))
NAVY = make_paint("3", "Granat", "Navy", (20, 5, -30))
YELLOW = make_paint("4", "Żółta", "Yellow", (82, 5, 80))
SLOW = make_paint("5", "Wolna", "Slow", (97, 0, 2), coats=4)


@pytest.mark.parametrize(
    ("areas", "rate_dm2_l", "reserve", "ml"),
    [
        ([Area(30 * M2, 2)], 1200, 10, 5500),
        ([Area(30 * M2, 2)], 1200, 0, 5000),
        ([Area(10 * M2, 1, "gypsum")], 1000, 0, 1177),
        ([Area(10 * M2, 1, "textured")], 1000, 0, 1334),
        ([Area(10 * M2, 2), Area(5 * M2, 3)], 1000, 0, 3500),
        ([Area(1, 1)], 1400, 0, 1),
        ([], 1200, 10, 0),
    ],
)
def test_millilitres_follow_from_areas_coats_substrate_and_reserve(
    areas: list[Area], rate_dm2_l: int, reserve: int, ml: int
) -> None:
    assert paint_ml(areas, rate_dm2_l, reserve) == ml


@pytest.mark.parametrize(
    ("areas", "rate_dm2_l", "reserve", "path"),
    [
        ([], 0, 10, "rate_dm2_l"),
        ([], 1000, -1, "reserve_percent"),
        ([Area(-1)], 1000, 10, "areas/0/mm2"),
        ([Area(1), Area(1, 7)], 1000, 10, "areas/1/coats"),
        ([Area(1, 2, "glass")], 1000, 10, "areas/0/substrate"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_is_refused_with_its_place(areas: list[Area], rate_dm2_l: int, reserve: int, path: str) -> None:
    with pytest.raises(Fault) as refused:
        paint_ml(areas, rate_dm2_l, reserve)
    assert refused.value.path == path


@pytest.mark.parametrize(("mm2", "ml"), [(0, 0), (M2, 100), (M2 + 1, 101)])
def test_primer_takes_a_decilitre_a_square_metre(mm2: int, ml: int) -> None:
    assert primer_ml(mm2) == ml


def test_two_coats_are_enough_where_nothing_is_hard() -> None:
    assert coats_for(SAGE, (80, 0, 0)).count == 2
    assert coats_for(SAGE).reasons == ()


@pytest.mark.parametrize(
    ("new", "old", "count", "primer", "reasons"),
    [
        (YELLOW, None, 3, "tinted", (HIDES_BADLY,)),
        (WHITE, NAVY.lab, 3, "white", (BIG_CHANGE,)),
        (SAGE, (30, 0, 0), 3, "white", (OVER_DARK,)),
        (NAVY, WHITE.lab, 3, "tinted", (BIG_CHANGE,)),
        (SLOW, None, 4, None, (MAKER_SAYS,)),
        (YELLOW, NAVY.lab, 3, "tinted", (HIDES_BADLY, BIG_CHANGE)),
    ],
    ids=["hides badly", "white over navy", "over dark", "navy over white", "maker says", "two reasons"],
)
def test_more_coats_come_with_their_reasons(new, old, count, primer, reasons) -> None:  # type: ignore[no-untyped-def]
    coats = coats_for(new, old)
    assert (coats.count, coats.primer, coats.reasons) == (count, primer, reasons)
