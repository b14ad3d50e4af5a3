"""A wall painted anew in the light of its photo."""

import numpy as np
import pytest

from samples.colour.cie import linear_to_lab
from samples.colour.difference import delta_e
from samples.colour.srgb import to_linear
from samples.fault import Fault
from samples.photo.repainting import guessed_paint, old_paint, repaint, repaint_all, room_gain, told_paint
from tests.samples.photo.rooms_in_code import inside, room

OLD, NEW = "#a8553a", "#f1ece0"
MASK = np.where(inside(), 255, 0).astype(np.uint8)


def test_the_same_paint_changes_nothing() -> None:
    photo = room()
    assert np.abs(repaint(photo, MASK, told_paint(OLD), OLD).astype(int) - photo).max() <= 1


def test_the_wall_becomes_what_the_new_paint_is_in_that_light_but_for_the_light_it_sends_round() -> None:
    plain = repaint(room("#808080"), MASK, told_paint("#808080"), "#788878")
    apart = delta_e(_lab(plain), _lab(room("#788878")))
    assert apart[inside()].mean() < 1.5


def test_a_lighter_wall_lights_the_rest_too_unless_it_must_not() -> None:
    photo, rest = room(), ~inside()
    spread = repaint(photo, MASK, told_paint(OLD), NEW)
    kept = repaint(photo, MASK, told_paint(OLD), NEW, spread=False)
    assert spread[rest].mean() > photo[rest].mean()
    assert np.abs(kept[rest].astype(int) - photo[rest]).max() <= 1


def test_a_wall_of_half_a_mask_is_painted_by_half() -> None:
    photo = room()
    full, half = (repaint(photo, mask, told_paint(OLD), NEW)[40, 20, 2] for mask in (MASK, MASK // 2))
    assert photo[40, 20, 2] < half < full


def test_the_room_gains_nothing_from_an_equal_paint() -> None:
    grey = np.full(3, 0.3)
    assert room_gain([MASK / 255], [grey], [grey]).tolist() == [1, 1, 1]


def test_a_sheet_of_paper_tells_the_old_paint() -> None:
    photo = room(OLD)
    photo[30:38, 30:38] = np.floor(photo[30:38, 30:38].max() * 0 + 222)
    mask = MASK.copy()
    mask[29:39, 29:39] = 0
    found = old_paint(photo, mask, sheet=(33, 33))
    assert found.sure
    assert found.reflectance[0] > 3 * found.reflectance[2]


def test_an_old_paint_that_nobody_told_is_marked_as_a_guess() -> None:
    assert not old_paint(room(), MASK).sure


def test_a_guess_takes_the_lightness_it_is_told() -> None:
    found = guessed_paint(room("#808080"), MASK, lightness=53.6)
    assert linear_to_lab(found.reflectance)[0] == pytest.approx(53.6, abs=0.5)


@pytest.mark.parametrize(
    ("told", "path", "reason"), [("#000000", "old", "too_dark"), ("beige", "old", "not_a_hex_colour")]
)
def test_an_old_paint_that_tells_nothing_is_refused(told: str, path: str, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        old_paint(room(), MASK, told=told)
    assert (refused.value.path, refused.value.reason) == (path, reason)


def test_a_photo_without_a_wall_is_refused() -> None:
    with pytest.raises(Fault, match="no wall"):
        old_paint(room(), MASK * 0, told=OLD)


def _lab(photo: np.ndarray) -> np.ndarray:
    return linear_to_lab(to_linear(photo / 255))


def test_two_paints_in_one_photo_meet_without_a_seam() -> None:
    photo, left = room(), MASK * (np.arange(MASK.shape[1]) < 60)
    both = repaint_all(photo, [(left, told_paint(OLD), "#5a2a1c"), (MASK - left, told_paint(OLD), "#5a2a1c")])
    assert np.abs(both.astype(int) - repaint(photo, MASK, told_paint(OLD), "#5a2a1c")).max() <= 1


def test_masks_that_overlap_share_their_pixels() -> None:
    twice = repaint_all(room(), [(MASK, told_paint(OLD), NEW)] * 2)
    assert np.abs(twice.astype(int) - repaint(room(), MASK, told_paint(OLD), NEW)).max() <= 1


def test_no_wall_at_all_is_refused() -> None:
    with pytest.raises(Fault, match="no wall"):
        repaint_all(room(), [])


def test_noise_of_a_dark_wall_is_not_made_louder_and_its_texture_stays() -> None:
    noise = np.random.default_rng(5).normal(0, 2, (240, 320, 1))
    dark = np.full((240, 320, 3), 40.0) + noise
    dark[:, 200:] += 12 * ((np.arange(120) // 2) % 2)[:, None]
    photo, mask = dark.round().astype(np.uint8), np.full((240, 320), 255, np.uint8)
    found = repaint(photo, mask, told_paint("#303030"), "#909090").astype(float)
    louder = found[20:220, 20:140].std() / photo[20:220, 20:140].std()
    alive = found[20:220, 220:300].std() / photo[20:220, 220:300].std()
    assert louder < 1.5 < 2 < alive


def test_shine_on_a_coloured_wall_stays_white() -> None:
    photo = room(OLD)
    photo[40:43, 20:23] = 240
    assert repaint(photo, MASK, told_paint(OLD), "#203040")[41, 21].min() > 200


def test_a_window_that_is_blown_out_stays_white_when_the_room_darkens() -> None:
    photo = room("#f4f2ec")
    photo[2:10, 40:60] = 255
    assert (repaint(photo, MASK, told_paint("#f4f2ec"), "#202020")[2:10, 40:60] == 255).all()


def test_a_guess_says_how_far_off_it_may_be() -> None:
    assert old_paint(room(), MASK).within > old_paint(room(), MASK, told=OLD).within


@pytest.mark.parametrize("shape", [(1, 1), (3, 40)])
def test_the_smallest_pictures_are_painted(shape: tuple[int, int]) -> None:
    white, mask = np.full((*shape, 3), 255, np.uint8), np.full(shape, 255, np.uint8)
    for old in (old_paint(white, mask), told_paint("#202020")):
        assert repaint(white, mask, old, "#336699").shape == white.shape
