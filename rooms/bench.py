"""A plan of a wanted size, to measure on: a square grid of rooms, each stretch between two crossings its own wall."""

from __future__ import annotations

from itertools import product

from rooms.description import VERSION, Document

CELL_MM = 3000


def grid_plan(walls: int) -> Document:
    """The largest grid of n × n rooms with at most so many walls (12, 60, 220, 480 …), doors and labels in it."""
    side = 0
    while 2 * (side + 1) * (side + 2) <= walls:
        side += 1
    lines = [((x, y), (x + 1, y)) for x, y in product(range(side), range(side + 1))]
    lines += [((x, y), (x, y + 1)) for x, y in product(range(side + 1), range(side))]
    places = [f"{place:04}" for place in range(len(lines))]
    return {
        "version": VERSION,
        "plan": {},
        "levels": {"l1": {"height": 2600}},
        "walls": {f"w{id_}": _wall(*line) for id_, line in zip(places, lines, strict=True)},
        "openings": {f"o{id_}": {"wall": f"w{id_}", "offset": 1000} for id_ in places},
        "rooms": {f"r{x:02}{y:02}": _label(x, y) for x, y in product(range(side), repeat=2)},
    }


def furnished_grid(walls: int, items: int) -> Document:
    """The grid with so many chairs and cabinets, dealt out over its rooms."""
    plan = grid_plan(walls)
    rooms = [room["at"] for room in plan["rooms"].values()]
    held = {}
    for place in range(items):
        x, y = rooms[place % len(rooms)]
        step = place // len(rooms)
        at = [x - 1000 + step % 3 * 900, y - 900 + step // 3 * 800]
        kind, size = (("chair", [450, 500, 900]), ("base_cabinet", [600, 580, 820]))[place % 2]
        held[f"i{place:04}"] = {"level": "l1", "kind": kind, "at": at, "size": size}
    return {**plan, "items": held}


def _wall(a: tuple[int, int], b: tuple[int, int]) -> Document:
    return {"level": "l1", "a": [a[0] * CELL_MM, a[1] * CELL_MM], "b": [b[0] * CELL_MM, b[1] * CELL_MM]}


def _label(x: int, y: int) -> Document:
    return {"level": "l1", "at": [x * CELL_MM + CELL_MM // 2, y * CELL_MM + CELL_MM // 2], "name": f"{x + 1}.{y + 1}"}
