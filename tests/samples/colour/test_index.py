"""The nearest of many colours."""

import numpy as np
import pytest

from samples.colour.cie import linear_to_lab
from samples.colour.difference import delta_e
from samples.colour.index import ColourIndex

RANDOM = np.random.default_rng(7)
INSIDE = linear_to_lab(RANDOM.random((60, 3)) ** 2.2)
ANYWHERE = RANDOM.uniform([0, -150, -150], [100, 150, 150], (30, 3))


@pytest.mark.parametrize("count", [1, 4, 300, 20_000])
def test_the_answer_is_that_of_measuring_all(count: int) -> None:
    labs = np.round(linear_to_lab(RANDOM.random((count, 3)) ** 2.2), 2)
    index = ColourIndex(labs)
    for wanted in (*INSIDE, *ANYWHERE):
        far = delta_e(wanted, labs)
        places, near = index.nearest(wanted, 5)
        assert places.tolist() == np.argsort(far, kind="stable")[:5].tolist()
        assert near.tolist() == far[places].tolist()


def test_of_equals_the_earlier_comes_first() -> None:
    places, _ = ColourIndex([[50, 0, 0], [60, 0, 0], [50, 0, 0], [50, 0, 0]]).nearest([50, 0, 0], 3)
    assert places.tolist() == [0, 2, 3]


def test_nothing_is_nearest_where_there_is_nothing() -> None:
    places, near = ColourIndex(np.empty((0, 3))).nearest([50, 0, 0], 3)
    assert (len(places), len(near)) == (0, 0)
