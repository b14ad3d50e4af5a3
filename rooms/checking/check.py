"""A check: what it is called, the numbers it reads, and the function that finds fault with a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rooms.changes.sentence import Said
from rooms.checking.finding import Fix, Rings
from rooms.checking.pack import Number, Numbers
from rooms.checking.site import Site


def _no_fixes() -> Iterator[Fix]:
    return iter(())


@dataclass(frozen=True)
class Remark:
    """What a check says before its ways out are tried: the number that is broken, and by what value.

    `fixes` gives edits that might help, the least intrusive first; the engine offers the first that does.
    """

    number: Number
    value: float
    entities: tuple[str, ...]
    room: int | None
    level: str
    where: Rings
    text: Said
    fixes: Callable[[], Iterable[Fix]] = _no_fixes


@dataclass(frozen=True)
class Check:
    """`id` is its file's name; `reads` the ids of the numbers it reads.

    `title` is what it looks at, for a table; `why` one sentence on why that matters, for laymen. `hides`: checks that
    need not speak of a thing any more once this one has. Ways out are tried with slow ones last.
    """

    id: str
    title: Said
    reads: tuple[str, ...]
    find: Callable[[Site, Numbers], Iterator[Remark]]
    hides: tuple[str, ...] = ()
    is_slow: bool = False
    why: Said = field(kw_only=True)
