"""Ways out that hang a door anew: on its other jamb, or so that it opens to the other side."""

from __future__ import annotations

from collections.abc import Iterator

from rooms.checking.door import Door
from rooms.checking.finding import Fix
from rooms.checking.wording import said

OTHER = {"left": "right", "right": "left"}


def rehung(door: Door) -> Iterator[Fix]:
    """The other jamb on the same side; then the other side, on the same jamb and on the other."""
    yield Fix(
        {door.path: {"hinge": OTHER[door.opening.hinge]}},
        said("{door}: przełóż zawiasy na drugą stronę", "Hang {door} on the other side of its opening", door=door.name),
    )
    yield from turned(door)


def turned(door: Door) -> Iterator[Fix]:
    """Seen from the other side a jamb changes hands."""
    hinge, opens = door.opening.hinge, door.opening.opens
    text = said("{door}: niech otwierają się w drugą stronę", "Let {door} open to the other side", door=door.name)
    for hand in (OTHER[hinge], hinge):
        yield Fix({door.path: {"opens": OTHER[opens], "hinge": hand}}, text)
