"""What a paint's patches take: coats by what the walls were, primer by what they are made of."""

from __future__ import annotations

from configurator.exports.tins import OwnTins, need_in, need_of
from rooms.quantities import PaintArea, Patch
from samples.paint import make_paint
from samples.quantity import BIG_CHANGE
from samples.tins import Tin

M2 = 1_000_000
WHITE = make_paint("1", "Biała", "White", (97, 0, 2))


def patch(before: str = "", ground: str = "") -> Patch:
    return Patch("f1", 0, "wall", 10 * M2, before=before, ground=ground)


def test_walls_of_which_nothing_is_told_take_two_coats_and_no_primer() -> None:
    need = need_of(WHITE, [patch()])
    assert (need.coats.count, need.coats.primer, need.primer_ml, need.ml) == (2, None, 0, 1834)


def test_dark_walls_take_a_coat_more_over_primer_and_say_why() -> None:
    need = need_of(WHITE, [patch("dark")])
    assert (need.coats.count, need.coats.primer, need.primer_ml) == (3, "white", 1000)
    assert need.coats.reasons == (BIG_CHANGE,)


def test_new_gypsum_drinks_more_and_is_primed() -> None:
    need = need_of(WHITE, [patch(ground="gypsum"), patch()])
    assert (need.ml, need.primer_ml) == (3991, 1000)


def test_the_retailers_own_tins_take_the_place_of_the_demonstrations() -> None:
    bought = need_of(WHITE, [patch()], (Tin(3000, 100_00),)).tins
    assert bought is not None
    assert (bought.counts, bought.price_gr) == ({3000: 1}, 100_00)


def test_doors_and_skirting_take_enamel_without_primer_in_its_own_tins() -> None:
    area = PaintArea("1", (Patch("f1", 0, "door", 3 * M2), Patch("f2", 0, "skirting", M2)), is_enamel=True)
    need = need_in(area, WHITE, OwnTins(walls=(Tin(3000, 100_00),)))
    own = need_in(area, WHITE, OwnTins(enamel=(Tin(400, 30_00),)))
    assert need.tins is not None
    assert own.tins is not None
    assert (need.ml, need.primer_ml, need.tins.counts) == (734, 0, {750: 1})
    assert (own.tins.counts, own.tins.price_gr) == ({400: 2}, 60_00)
