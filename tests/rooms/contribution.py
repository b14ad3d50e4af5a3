"""docs/own-contribution.md: what counts as the customer's own. `python -m tests.rooms.contribution` writes it anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rooms.authorship import Authorship, authorship, designers_first_edit
from rooms.edit import Edit, Origin

Json = dict[str, Any]

FILE = Path(__file__).parents[2] / "docs" / "own-contribution.md"
HEAD = """# What counts as your own

Own contribution is what stands, in the order in which edits reach the server, at the designer's first edit. It goes by
where a thing came from, not by what it resembles. A test holds each row to what the code counts;
`python -m tests.rooms.contribution` writes this page.

| what was done | counts | elements | typed dimensions | why |
|---|---|---|---|---|
"""
CORNERS = [[0, 0], [4000, 0], [4000, 3000], [0, 3000], [0, 0]]
WALLS = {f"walls/w{n}": {"level": "l1", "a": CORNERS[n], "b": CORNERS[n + 1]} for n in range(4)}
DOOR = {"openings/o1": {"wall": "w0", "offset": 800, "width": 900}}
SOFA = {"items/i1": {"level": "l1", "kind": "sofa", "at": [2000, 1500], "size": [2000, 900, 800]}}
ROOM = WALLS | DOOR | SOFA


def step(role: str = "customer", *, input: str = "dragged", **words: Any) -> Json:  # noqa: A002 - an edit's word
    origin = vars(words.pop("origin")) if "origin" in words else None
    return {"role": role, "input": input, "channel": "home", "set": {}, "origin": origin} | words


@dataclass(frozen=True)
class Act:
    """One thing that a customer may do, as a log, and why it counts or not."""

    title: str
    steps: tuple[Json, ...]
    elements: int
    dimensions: int
    why: str

    def counted(self) -> Authorship:
        words = {"v": 1, "variant": "v1", "action": "change", "at": "", "time": ""}
        steps = enumerate(self.steps, 1)
        log = [Edit.from_log(words | {"id": f"e{n}", "seq": n, "actor": step["role"]} | step) for n, step in steps]
        return authorship(log, frozen_at=designers_first_edit(log))

    def row(self) -> str:
        counts = "yes" if self.elements or self.dimensions else "no"
        return f"| {self.title} | {counts} | {self.elements} | {self.dimensions} | {self.why} |\n"


def page() -> str:
    return HEAD + "".join(act.row() for act in ACTS)


TEMPLATE = step(set=ROOM, origin=Origin("template", "moving_in"))
MOVED = {"items/i1": {"at": [2050, 1500]}}
DESIGNER = step("designer", set={"items/i9": SOFA["items/i1"] | {"at": [500, 500]}})

ACTS = (
    Act("a room typed as width × length", (step(set=WALLS, input="typed"),), 4, 2, "four walls, and the two lengths"),
    Act("one wall drawn", (step(set={"walls/w1": WALLS["walls/w1"]}),), 1, 0, "one element is a beginning"),
    Act("one opening put into a template's wall", (TEMPLATE, step(set={"openings/o2": {"wall": "w2", "offset": 500}})),
        1, 0, "the wall is the template's, the opening is yours"),
    Act("one product placed", (step(set=SOFA),), 1, 0, "an item is an element"),
    Act("one wall of a template painted", (TEMPLATE, step(set={"finishes/f1": {"wall": "w0", "paint": "sage"}})), 1, 0,
        "the colour is your choice"),
    Act("a template's item moved by 5 cm", (TEMPLATE, step(set=MOVED)), 0, 0, "it is still the template's item"),
    Act("an own file imported", (step(set=ROOM, origin=Origin("import")),), 6, 0, "drawn by you, elsewhere"),
    Act("an own older project copied", (step(set=ROOM, origin=Origin("copy", "older")),), 0, 0,
        "it counted in the older project; what you add to the copy counts"),
    Act("an own older project copied and a wall added", (step(set=ROOM, origin=Origin("copy", "older")),
        step(set={"walls/w9": {"level": "l1", "a": [2000, 0], "b": [2000, 900]}})), 1, 0, "what you add counts"),
    Act("drawn by a friend who edits by link", (step(set=WALLS, actor="friend"),), 4, 0, "a friend draws for you"),
    Act("drawn at the kiosk while staff help", (step(set=WALLS, channel="kiosk"),), 4, 0,
        "your edits count wherever you are"),
    Act("drawn by staff at the kiosk", (step("designer", set=WALLS, channel="kiosk"),), 0, 0,
        "a designer's edits never count"),
    Act("drawn and undone again", (step(set=SOFA), step(remove=["items/i1"], undoes="e1")), 0, 0,
        "as if neither happened"),
    Act("drawn offline, arriving before the designer begins", (step(set=SOFA, at="2026-01-01"), DESIGNER), 1, 0,
        "it stood when the designer began"),
    Act("drawn offline, arriving after the designer began", (DESIGNER, step(set=SOFA, at="2026-01-01")), 0, 0,
        "the order is the server's; the time on a device can be set by anybody. Staff may charge less, with a reason"),
    Act("drawn before, removed by the designer", (step(set=SOFA), step("designer", remove=["items/i1"])), 1, 0,
        "nothing later takes it away"),
)  # fmt: skip


if __name__ == "__main__":
    FILE.write_text(page(), "utf-8")
