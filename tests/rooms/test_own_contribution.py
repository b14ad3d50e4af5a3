"""What counts as the customer's own: the table, honest fragments none of which is refused, and copies which are."""

from __future__ import annotations

import math
from random import Random
from typing import Any

import pytest

from configurator.start.starts import starts
from rooms.authorship import authorship
from rooms.edit import Edit
from rooms.likeness import SHAPES, Drawing
from rooms.plan import Plan
from tests.rooms.contribution import ACTS, FILE, Act, page

Json = dict[str, Any]

TEMPLATES = tuple(Drawing.of(Plan(start.document)) for start in starts().values())
KINDS = [("wc", 370, 540), ("bath", 1700, 700), ("basin", 600, 450), ("washer", 600, 600), ("sofa", 2000, 900)]
FRAGMENTS, FLATS, COPIES = 460, 20, 200


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.title)
def test_an_act_counts_as_the_table_says(act: Act) -> None:
    own = act.counted()
    assert (own.own_elements, own.own_dimensions) == (act.elements, act.dimensions)


def test_the_table_is_current() -> None:
    assert FILE.read_text("utf-8") == page()


def test_no_honest_fragment_is_refused() -> None:
    drawn = [_fragment(Random(seed)) for seed in range(FRAGMENTS)]  # noqa: S311 - seeded, to fail the same way twice
    assert [len(changes) - own_of(changes) for changes in drawn] == [0] * FRAGMENTS


def test_two_neighbours_who_draw_the_same_flat_both_own_it() -> None:
    for seed in range(FLATS):
        flat = _flat(Random(seed))  # noqa: S311 - seeded, to fail the same way twice
        assert [own_of(flat), own_of(flat)] == [len(flat)] * 2


def test_nearly_every_copy_of_a_template_is_refused() -> None:
    made = [_copy(Random(seed)) for seed in range(COPIES)]  # noqa: S311 - seeded, to fail the same way twice
    refused = sum(own_of(copy) == 0 for copy in made)
    assert refused >= COPIES * 95 // 100


def own_of(changes: Json) -> int:
    """How many elements count, drawn in one edit by a customer who has seen every template."""
    words = {"id": "e1", "seq": 1, "v": 1, "variant": "v1", "action": "change", "at": "", "time": "", "actor": "one"}
    edit = Edit.from_log(
        words | {"role": "customer", "channel": "home", "input": "dragged", "set": changes, "origin": None}
    )
    return authorship([edit], opened=TEMPLATES).own_elements


def _fragment(chance: Random) -> Json:
    """One to five elements: a few walls of a room of any size, perhaps a door, a few things."""
    flat = _flat(chance)
    walls = [path for path in flat if path.startswith("walls/")]
    taken = walls[: chance.randint(0, 4)] or chance.sample([path for path in flat if path.startswith("items/")], 1)
    doors = [path for path in flat if path.startswith("openings/") and "walls/w0" in taken]
    others = [path for path in flat if path.startswith("items/") and path not in taken]
    chosen = (taken + doors[: chance.randint(0, 1)] + others)[: max(len(taken), chance.randint(1, 5))]
    return {path: flat[path] for path in chosen}


def _flat(chance: Random) -> Json:
    """A room with a door and five things, sizes as people have them, which are those of templates too."""
    wide, deep = chance.randrange(1_500, 6_000, 50), chance.randrange(1_500, 6_000, 50)
    corners = [[0, 0], [wide, 0], [wide, deep], [0, deep], [0, 0]]
    things = {
        f"items/i{n}": {
            "level": "l1",
            "kind": kind,
            "at": [chance.randrange(wide), chance.randrange(deep)],
            "size": [w, d, 500],
        }
        for n, (kind, w, d) in enumerate(KINDS)
    }
    walls = {f"walls/w{n}": {"level": "l1", "a": corners[n], "b": corners[n + 1]} for n in range(4)}
    return walls | {"openings/o1": {"wall": "w0", "offset": chance.randrange(50, 600, 50), "width": 900}} | things


def _copy(chance: Random) -> Json:
    """A template drawn over by hand: turned, mirrored, moved as one, and each thing nudged by up to 40 mm."""
    document = starts()[chance.choice(sorted(starts()))].document
    degrees, flip, by = (
        chance.randrange(360),
        chance.choice([1, -1]),
        complex(chance.randrange(9_000), chance.randrange(9_000)),
    )
    turn = complex(math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))

    def at(point: Any) -> list[int]:
        there = complex(flip * point[0], point[1]) * turn + by
        return [round(there.real) + chance.randint(-40, 40), round(there.imag) + chance.randint(-40, 40)]

    changes: Json = {}
    for collection in SHAPES:
        for id_, fields in document.get(collection, {}).items():
            moved = {name: at(fields[name]) for name in ("a", "b", "at") if isinstance(fields.get(name), list)}
            if collection == "items":
                moved["turn_mdeg"] = (degrees * 1000 + flip * fields.get("turn_mdeg", 0)) % 360_000
            changes[f"{collection}/{id_}"] = {**fields, **moved}
    return changes | {f"rooms/{id_}": fields | {"at": at(fields["at"])} for id_, fields in document["rooms"].items()}
