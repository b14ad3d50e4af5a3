"""Windows (x = 2000 to 3000 in the wall above, sill at 900) and radiators that are blocked."""

import pytest

from tests.rooms.checks.saying import item, room, said_by


@pytest.mark.parametrize(
    ("thing", "values"),
    [
        (item("bookcase", [2500, 400], [800, 300, 2000]), [200]),
        (item("bookcase", [2500, 850], [800, 300, 2000]), []),
        (item("bookcase", [1500, 400], [800, 300, 2000]), []),
        (item("desk", [2500, 400], [1400, 700, 750]), []),
        (item("plant", [2500, 400], [650, 650, 1800]), []),
        (item("curtain", [2500, 130], [1800, 160, 2500]), []),
    ],
    ids=["tall", "far enough", "beside", "lower than the sill", "a plant", "a curtain"],
)
def test_what_is_tall_before_a_window_blocks_it(thing, values):
    found = said_by("window_front", room(items={"i1": thing}), "living")
    assert [finding.value for finding in found] == values


RADIATOR = item("radiator", [2500, 105], [1000, 110, 600], elevation=120)
"""Its front at y = 160."""


@pytest.mark.parametrize(
    ("thing", "values"),
    [
        (item("sofa", [2500, 160 + 40 + 460], [2100, 920, 820]), [40]),
        (item("sofa", [2500, 160 + 95 + 460], [2100, 920, 820]), []),
        (item("sofa", [1000, 160 + 40 + 460], [2100, 920, 820]), []),
        (item("desk", [2500, 600], [1400, 700, 750]), []),
    ],
    ids=["against it", "with air", "beside most of it", "a table over it"],
)
def test_what_stands_against_a_radiator_keeps_the_room_cold(thing, values):
    found = said_by("radiator_front", room(items={"i1": RADIATOR, "i2": thing}), "living")
    assert [finding.value for finding in found] == values
