"""The drawing for tape numbers what stands in a room and tells how far it is from walls."""

from rooms.drawing.drawing import Wishes
from rooms.drawing.room_sketch import RoomSketch, key_drawing
from rooms.drawing.tape import tape_drawing
from rooms.tape import taped
from tests.rooms.rectangle import rectangle

SOFA = {"level": "l1", "kind": "sofa", "at": [1850, 1200], "size": [2000, 900, 800]}


def drawn(items: dict[str, object]) -> str:
    plan = rectangle(items=items)
    sketch = RoomSketch.of(plan, 0)
    return tape_drawing(sketch, taped(plan, sketch.storey.found, 0), Wishes(scale=50)).document()


def test_a_thing_has_its_number_and_both_its_distances() -> None:
    written = drawn({"i1": SOFA})
    assert all(f">{said}</text>" in written for said in ("1", "70", "80"))


def test_every_wall_has_its_letter() -> None:
    assert all(f">{letter}</text>" in drawn({}) for letter in "ABCD")


def test_the_corners_of_what_stands_at_a_slant_are_a_and_b() -> None:
    written = drawn({"i1": SOFA | {"turn_mdeg": 20_000}})
    assert ">a</text>" in written
    assert ">b</text>" in written


def test_numbers_of_things_under_one_another_stand_apart() -> None:
    rug = {"level": "l1", "kind": "rug", "at": [1850, 1200], "size": [2000, 1400, 10]}
    written = drawn({"i1": SOFA, "i2": rug})
    circles = [
        part.split('"/>')[0] for part in written.split("<circle ")[1:] if 'fill="#161616"' in part.split("/>")[0]
    ]
    assert len(circles) == len(set(circles)) == 2


def test_the_key_shows_the_letters_alone() -> None:
    key = key_drawing(RoomSketch.of(rectangle(items={"i1": SOFA}), 0), Wishes(scale=100)).document()
    assert ">A</text>" in key
    assert 'data-layer="items"' not in key


def test_the_key_shows_a_window_above_the_cut() -> None:
    window = {"wall": "w1", "from": "a", "offset": 500, "kind": "window", "width": 800, "height": 600, "sill": 1500}
    with_it, without = (
        key_drawing(RoomSketch.of(rectangle(openings=openings), 0), Wishes(scale=100)).document()
        for openings in ({"o1": window}, {})
    )
    assert with_it.count("<path") > without.count("<path")
