"""What became of the walls: those that moved together, corners, and walls gone or new with all that is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rooms.changes.change import Change
from rooms.changes.sentence import LANGUAGES, Noun, Phrase, Said, length, listed, noun, phrase, plain, sentence, way
from rooms.entities import Point, Wall
from rooms.plan import Plan
from rooms.walls import wall_length_mm
from rooms.walls.thickness import at_b_mm
from rooms.walls.vector import Vector
from rooms.walls.vector import length as length_of

Shift = tuple[Point, Point]
"""Where an end was, and where it is."""


def wall_changes(before: Plan, after: Plan) -> list[Change]:
    """Each wall that was removed, added or changed is in one of them."""
    removed = [_removed(before, after, wall) for wall in before.walls.values() if wall.id not in after.walls]
    changed = [
        Pair(wall, after.walls[wall.id])
        for wall in before.walls.values()
        if wall.id in after.walls and wall != after.walls[wall.id]
    ]
    added = {wall.id: wall for wall in after.walls.values() if wall.id not in before.walls}
    split = list(_split(changed, added, before, after))
    changed = [pair for pair in changed if not any(f"walls/{pair.id}" in change.paths for change in split)]
    return [*removed, *_moved(changed), *split, *_added(before, after, added)]


@dataclass(frozen=True)
class Pair:
    """A wall before and after."""

    was: Wall
    now: Wall

    @property
    def id(self) -> str:
        return self.was.id

    @property
    def shifts(self) -> list[Shift]:
        """Of the ends that moved."""
        ends = ((self.was.a, self.now.a), (self.was.b, self.now.b))
        return [(was, now) for was, now in ends if was != now]

    @property
    def vector(self) -> Point | None:
        """By how much the whole wall moved, unturned; None when it did not."""
        by_a, by_b = _minus(self.now.a, self.was.a), _minus(self.now.b, self.was.b)
        return by_a if by_a == by_b and by_a != (0, 0) else None

    @property
    def only_ends(self) -> bool:
        return replace(self.was, a=self.now.a, b=self.now.b) == self.now


def _moved(changed: Sequence[Pair]) -> Iterator[Change]:
    """Walls that moved alike and meet are one change; walls whose ends only followed them belong to it."""
    left = list(changed)
    for group in _groups([pair for pair in left if pair.vector and pair.only_ends]):
        shifts = {shift for pair in group for shift in pair.shifts}
        followers = [pair for pair in left if not pair.vector and pair.only_ends and set(pair.shifts) <= shifts]
        left = [pair for pair in left if pair not in group and pair not in followers]
        yield _together(group, followers)
    corners = {shift: [pair for pair in left if pair.only_ends and pair.shifts == [shift]] for shift in _ends(left)}
    for (was, now), meeting in corners.items():
        if len(meeting) > 1:
            left = [pair for pair in left if pair not in meeting]
            mm = length_of(_minus(now, was))
            said = sentence(noun("corner"), phrase("moved", length=way(mm)))
            yield _change("moved", [pair.now for pair in meeting], said, now, moved_mm=int(mm + 0.5))
    for pair in left:
        yield _alone(pair)


def _groups(moved: Sequence[Pair]) -> list[list[Pair]]:
    """Those that moved alike and touch one another."""
    groups: list[list[Pair]] = []
    for pair in moved:
        near = [group for group in groups if any(_touch(pair, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(one for group in near for one in group), pair])
    return groups


def _touch(one: Pair, other: Pair) -> bool:
    return one.vector == other.vector and bool({one.was.a, one.was.b} & {other.was.a, other.was.b})


def _together(group: Sequence[Pair], followers: Sequence[Pair]) -> Change:
    mm = length_of(_minus(group[0].now.a, group[0].was.a))
    about = noun("wall") if len(group) == 1 else noun("walls", n=len(group))
    said = sentence(about, phrase("moved", length=way(mm)))
    walls = [pair.now for pair in (*group, *followers)]
    return _change("moved", walls, said, _middle(group[0].now), moved_mm=int(mm + 0.5))


def _ends(pairs: Iterable[Pair]) -> list[Shift]:
    return list(dict.fromkeys(shift for pair in pairs for shift in pair.shifts))


def _alone(pair: Pair) -> Change:
    phrases = list(_phrases(pair))
    by = int(wall_length_mm(pair.now) + 0.5) - int(wall_length_mm(pair.was) + 0.5)
    kind = "resized" if by else "moved" if pair.shifts else "changed"
    said = sentence(noun("wall"), *(phrases or [phrase("otherwise")]))
    return _change(kind, [pair.now], said, _middle(pair.now), longer_mm=by)


def _phrases(pair: Pair) -> Iterator[Phrase]:
    was, now = pair.was, pair.now
    if pair.vector:
        yield phrase("moved", length=way(length_of(pair.vector)))
    elif pair.shifts:
        by = wall_length_mm(now) - wall_length_mm(was)
        name = "slanted" if abs(by) < 1 else "longer" if by > 0 else "shorter"
        yield phrase(name) if name == "slanted" else phrase(name, length=way(abs(by)))
    if was.bulge != now.bulge:
        yield phrase("bent")
    if was.level != now.level:
        yield phrase("storey")
    if _ends_mm(was) != _ends_mm(now):
        yield phrase("thickness", was=_thickness(was), now=_thickness(now))
    if was.height != now.height and was.height is not None and now.height is not None:
        yield phrase("height", was=length(was.height), now=length(now.height))


def _ends_mm(wall: Wall) -> tuple[int, int]:
    """How thick it is at a and at b."""
    return wall.thickness, at_b_mm(wall)


def _thickness(wall: Wall) -> Said:
    """One length, or from which at a to which at b."""
    at_a, at_b = (length(mm) for mm in _ends_mm(wall))
    if at_a == at_b:
        return at_a
    return {lang: f"{at_a[lang].removesuffix(' cm')}–{at_b[lang]}" for lang in LANGUAGES}


def _split(changed: Sequence[Pair], added: dict[str, Wall], before: Plan, after: Plan) -> Iterator[Change]:
    """A wall cut short, and a new one that takes the rest of it; the new one is then no longer an added one."""
    for pair in changed:
        if len(pair.shifts) != 1:
            continue
        rest = next((wall for wall in added.values() if {wall.a, wall.b} == set(pair.shifts[0])), None)
        if rest is not None:
            del added[rest.id]
            made = _change("split", [pair.now, rest], sentence(noun("wall"), phrase("split")), _middle(pair.was))
            yield replace(made, paths=(*made.paths, *_within(after, rest.id, before)))


def _removed(before: Plan, after: Plan, wall: Wall) -> Change:
    openings = [opening for opening in before.openings.values() if opening.wall == wall.id]
    gone = [noun(opening.kind) for opening in openings if opening.id not in after.openings]
    about = noun("wall_of", length=way(wall_length_mm(wall)))
    change = _change("removed", [wall], sentence(about, phrase("removed"), tail=_with(gone)), _middle(wall))
    return replace(change, paths=(*change.paths, *_within(before, wall.id, after)))


def _added(before: Plan, after: Plan, added: Mapping[str, Wall]) -> Iterator[Change]:
    """New walls that meet are one change."""
    left = list(added.values())
    while left:
        group = [left.pop(0)]
        while more := [wall for wall in left if any({wall.a, wall.b} & {other.a, other.b} for other in group)]:
            group += more
            left = [wall for wall in left if wall not in more]
        yield _new(before, after, group)


def _new(before: Plan, after: Plan, walls: Sequence[Wall]) -> Change:
    alone = noun("wall_of", length=way(wall_length_mm(walls[0])))
    about = alone if len(walls) == 1 else noun("walls", n=len(walls))
    inside = [path for wall in walls for path in _within(after, wall.id, before)]
    made = [noun(after.openings[path.partition("/")[2]].kind) for path in inside if path.startswith("openings/")]
    change = _change("added", walls, sentence(about, phrase("added"), tail=_with(made)), _middle(walls[0]))
    return replace(change, paths=(*change.paths, *inside))


def _within(plan: Plan, wall: str, other: Plan) -> list[str]:
    """The openings and finishes of the wall that only this plan has."""
    openings = [f"openings/{one.id}" for one in plan.openings.values() if one.wall == wall]
    finishes = [f"finishes/{one.id}" for one in plan.finishes.values() if one.wall == wall]
    held = {f"openings/{id_}" for id_ in other.openings} | {f"finishes/{id_}" for id_ in other.finishes}
    return [path for path in (*openings, *finishes) if path not in held]


def _with(nouns: Sequence[Noun]) -> Said | None:
    if not nouns:
        return None
    return plain("with", what=listed([one.words for one in nouns]))


def _change(kind: str, walls: Sequence[Wall], said: Said, at: Vector, **numbers: int) -> Change:
    kept = {name: number for name, number in numbers.items() if number}
    return Change(kind, tuple(f"walls/{wall.id}" for wall in walls), said, walls[0].level, at, kept)


def _middle(wall: Wall) -> Vector:
    return (wall.a[0] + wall.b[0]) / 2, (wall.a[1] + wall.b[1]) / 2


def _minus(p: Point, q: Point) -> Point:
    return p[0] - q[0], p[1] - q[1]
