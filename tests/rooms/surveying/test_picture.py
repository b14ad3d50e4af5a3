"""In the picture of the walk every wall of every shape has its letter, and the lit one its tape."""

import pytest

from rooms.surveying.picture import walk_picture
from rooms.surveying.shapes import SHAPES, corners_of


@pytest.mark.parametrize("shape", SHAPES)
def test_every_wall_has_its_letter(shape: str) -> None:
    names = "ABCDEFGH"[: len(SHAPES[shape])]
    drawn = walk_picture(corners_of(SHAPES[shape]), names, lit=(1,))
    assert sum(f">{name}</text>" in drawn for name in names) == len(names)
