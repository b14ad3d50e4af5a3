"""Pictures show what is near, in its colour, lit from above, with smooth edges."""

import numpy as np
import pytest

from rooms.pictures.picture import Body, Camera, render
from rooms.pictures.raster import Buffer, rasterise
from rooms.things.mesh import mesh_of
from rooms.vocabulary.forms import Box

FROM_ABOVE = Camera.parallel((0, 0, 0), 0, 90, 400)
FROM_FRONT = Camera.parallel((0, 0, 50), 0, 0, 400)


def block(at, size, rgb=(200, 30, 30), opacity=1.0):
    mesh = mesh_of(Box(at=at, size=size, round=0, lean=0, material="body", colour="#ffffff"))
    return Body(mesh.positions, mesh.indices, rgb, opacity)


CUBE = block((-50, -50, 0), (100, 100, 100))


def pixels(bodies, camera, **more):
    return np.asarray(render(bodies, camera, (80, 80), **more)).astype(int)


def test_the_background_is_white_paper_or_what_is_asked():
    assert pixels([CUBE], FROM_ABOVE)[0, 0].tolist() == [255, 255, 255]
    assert pixels([CUBE], FROM_ABOVE, background=(10, 20, 30))[0, 0].tolist() == [10, 20, 30]


def test_nothing_makes_an_empty_picture():
    assert (pixels([], FROM_ABOVE) == 255).all()


def test_a_body_covers_its_share_of_the_picture_in_its_colour():
    picture = pixels([CUBE], FROM_ABOVE)
    red = (picture[:, :, 0] > 150) & (picture[:, :, 1] < 100)
    assert red.sum() == pytest.approx(20 * 20, rel=0.1)
    assert picture[40, 40].tolist() == pytest.approx([200, 30, 30], abs=12)


def test_x_goes_right_and_the_front_is_near():
    picture = pixels([CUBE, block((60, 0, 0), (40, 40, 40), rgb=(30, 30, 200))], FROM_ABOVE)
    assert picture[44, 56, 2] > picture[44, 56, 0]


def test_near_things_hide_far_ones():
    behind = block((-80, -200, 0), (160, 50, 100), rgb=(30, 30, 200))
    picture = pixels([CUBE, behind], FROM_FRONT)
    assert picture[40, 40, 0] > picture[40, 40, 2]
    assert picture[40, 26, 2] > picture[40, 26, 0]


def test_the_top_is_brighter_than_the_front():
    white = block((-50, -50, 0), (100, 100, 100), rgb=(255, 255, 255))
    assert pixels([white], FROM_ABOVE)[40, 40, 0] > pixels([white], FROM_FRONT, background=(0, 0, 0))[40, 40, 0]


def test_a_tower_keeps_the_sun_off_the_floor_behind_it():
    floor = block((-150, -150, -10), (300, 300, 10), rgb=(255, 255, 255))
    tower = block((-60, 0, 0), (40, 40, 150), rgb=(255, 255, 255))
    bare, shaded = pixels([floor], FROM_ABOVE), pixels([floor, tower], FROM_ABOVE)
    assert shaded[34, 42, 0] < bare[34, 42, 0] - 15


def test_a_thing_casts_its_shadow_on_the_ground_when_there_is_one():
    camera = Camera.parallel((0, 0, 50), 30, 30, 400)
    assert (pixels([CUBE], camera) >= 250).all(axis=2).sum() > (pixels([CUBE], camera, ground_mm=0) >= 250).all(
        axis=2
    ).sum()


def test_glass_lets_the_red_through():
    pane = block((-100, 60, 0), (200, 5, 200), rgb=(200, 230, 255), opacity=0.3)
    solid, glazed = pixels([CUBE], FROM_FRONT), pixels([CUBE, pane], FROM_FRONT)
    assert glazed[40, 40, 0] > 150
    assert glazed[40, 40, 2] > solid[40, 40, 2]


def test_glass_behind_a_thing_is_not_seen():
    pane = block((-100, -100, 0), (200, 5, 200), rgb=(0, 0, 255), opacity=0.5)
    assert pixels([CUBE, pane], FROM_FRONT)[40, 40].tolist() == pixels([CUBE], FROM_FRONT)[40, 40].tolist()


def test_edges_are_smoothed():
    picture = pixels([CUBE], Camera.parallel((0, 0, 50), 20, 30, 400), background=(0, 0, 0))
    assert len(np.unique(picture[:, :, 0])) > 12


def test_in_perspective_far_things_are_smaller():
    camera = Camera.perspective((0, 1000, 50), (0, 0, 50), 60)
    near, far = block((-50, 300, 0), (100, 50, 100)), block((-50, -2000, 0), (100, 50, 100))
    covered = [(pixels([body], camera)[:, :, 1] < 200).sum() for body in (near, far)]
    assert covered[0] > 4 * covered[1] > 0


def test_a_floor_that_runs_past_the_eye_is_cut_not_lost():
    floor = block((-5000, -5000, -10), (10_000, 10_000, 10))
    picture = pixels([floor], Camera.perspective((0, 0, 1500), (0, -2000, 500), 70))
    assert (picture[60:, :, 1] < 200).all()


def test_the_nearest_triangle_wins_whatever_the_order():
    corners = np.array([[[1, 1, 5], [30, 1, 5], [1, 30, 5]], [[1, 1, 9], [30, 1, 9], [1, 30, 9]]], np.float32)
    for order in ([0, 1], [1, 0]):
        buffer = Buffer.empty(32, 32)
        rasterise(buffer, corners[order], np.array(order, np.int32))
        assert set(np.unique(buffer.triangles).tolist()) == {-1, 1}


@pytest.mark.parametrize("side", [1, 3, 7, 20, 60, 200, 700])
def test_triangles_of_every_size_cover_their_area(side):
    buffer = Buffer.empty(720, 720)
    corners = np.array([[[3, 3, 1], [3 + side, 3, 1], [3, 3 + side, 1]]], np.float32)
    rasterise(buffer, corners, np.array([7], np.int32))
    assert (buffer.triangles == 7).sum() == pytest.approx(side * side / 2, abs=side)
