"""What became of paints and tiles: each face with its new cover instead of the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rooms.changes.change import Change
from rooms.changes.sentence import LANGUAGES, WORDS, Said, plain, sizes
from rooms.entities import Finish
from rooms.plan import Plan
from rooms.surfaces.drops import FACES
from rooms.surfaces.woodwork import DOORS, is_on_wood
from rooms.walls.vector import Vector

PaintName = Callable[[str], Said | None]
"""A paint's name, by language, by its code; None for a code that is not known."""

ALIKE = 3
"""So many faces that change from one cover to another alike are told in one sentence."""

BARE: Said = {lang: str(words) for lang, words in WORDS["cover_none"].items()}


@dataclass(frozen=True)
class Cover:
    """A face before and after: what a finish says of it."""

    face: str
    was: Finish | None
    now: Finish | None
    paths: tuple[str, ...]


def finish_changes(before: Plan, after: Plan, skipped: set[str], paint_name: PaintName) -> Iterator[Change]:
    """The finishes that differ, but for those in `skipped`, which belong to other changes."""
    covers = [cover for cover in _covers(before, after, skipped) if _look(cover.was) != _look(cover.now)]
    while covers:
        first = covers[0]
        alike = [cover for cover in covers if _is_alike(cover, first)]
        told = alike if len(alike) >= ALIKE else alike[:1]
        covers = [cover for cover in covers if cover not in told]
        yield _change(told, before, after, paint_name)


def _covers(before: Plan, after: Plan, skipped: set[str]) -> Iterator[Cover]:
    """Each face once: a finish that is new stands for the one that it covers, and for the one removed from its face."""
    gone = {id_: finish for id_, finish in before.finishes.items() if id_ not in after.finishes}
    for id_, now in after.finishes.items():
        path = f"finishes/{id_}"
        if path in skipped or before.finishes.get(id_) == now:
            continue
        under = before.finishes.get(id_) or _under(now, before.finishes.values())
        with_it = [path]
        if under is not None and under.id in gone:
            del gone[under.id]
            with_it.append(f"finishes/{under.id}")
        yield Cover(_face(now, after), under, now, tuple(with_it))
    for id_, was in gone.items():
        if f"finishes/{id_}" not in skipped:
            yield Cover(_face(was, before), was, _under(was, after.finishes.values()), (f"finishes/{id_}",))


def _under(finish: Finish, others: Iterable[Finish]) -> Finish | None:
    """The last of the others on the same face, by which it was, or is, covered."""
    found = [other for other in others if _place(other) == _place(finish)]
    return found[-1] if found else None


def _place(finish: Finish) -> tuple[object, ...]:
    return finish.wall, finish.side, finish.room, finish.opening, finish.face, finish.z_from, finish.z_to


def _face(finish: Finish, plan: Plan) -> str:
    if finish.wall in plan.solids and finish.face in FACES:
        return "bulkhead"
    if finish.wall:
        return "wall"
    if finish.opening:
        return _opening(finish, plan)
    return finish.face or "floor"


def _opening(finish: Finish, plan: Plan) -> str:
    if not is_on_wood(plan, finish):
        return "niche"
    return "door" if plan.openings[finish.opening or ""].kind in DOORS else "window"


def _look(finish: Finish | None) -> tuple[object, object]:
    return (finish.paint, finish.tile) if finish else (None, None)


def _is_alike(one: Cover, other: Cover) -> bool:
    return (one.face, _look(one.was), _look(one.now)) == (other.face, _look(other.was), _look(other.now))


def _change(covers: Sequence[Cover], before: Plan, after: Plan, paint_name: PaintName) -> Change:
    first, n = covers[0], len(covers)
    was, now = _said(first.was, paint_name), _said(first.now, paint_name)
    held = first.now or first.was
    is_tiled = held is not None and held.tile is not None
    face = plain(f"{'tile' if is_tiled else 'paint'}_{first.face}{'s' if n > 1 else ''}", **({"n": n} if n > 1 else {}))
    now = now or BARE
    if was == now and is_tiled:
        text = plain("cover_moved", face=face, now=now)
    else:
        text = plain("cover_instead", face=face, now=now, was=was) if was else plain("cover_now", face=face, now=now)
    level, at = _where(held, after) or _where(held, before) or (None, None)
    paths = tuple(path for cover in covers for path in cover.paths)
    return Change("repainted", paths, text, level, at, {"faces": n} if n > 1 else {})


def _said(finish: Finish | None, paint_name: PaintName) -> Said | None:
    """The cover's name: the paint's, the tile's product or size."""
    if finish is None or (finish.paint is None and finish.tile is None):
        return None
    if finish.paint is not None:
        return paint_name(finish.paint) or dict.fromkeys(LANGUAGES, finish.paint)
    return _tile(finish.tile or {})


def _tile(tile: Mapping[str, Any]) -> Said:
    if name := (tile.get("product") or {}).get("name"):
        return dict.fromkeys(LANGUAGES, name)
    said = sizes(tile["size"])
    return {lang: str(WORDS["cover_tile"][lang]).format(size=said[lang]) for lang in said}


def _where(finish: Finish | None, plan: Plan) -> tuple[str, Vector] | None:
    if finish is None:
        return None
    if finish.wall and (wall := plan.bodies.get(finish.wall)):
        return wall.level, ((wall.a[0] + wall.b[0]) / 2, (wall.a[1] + wall.b[1]) / 2)
    if block := plan.solids.get(finish.wall or ""):
        return block.level, block.at
    if (opening := plan.openings.get(finish.opening or "")) and (wall := plan.walls.get(opening.wall)):
        return wall.level, ((wall.a[0] + wall.b[0]) / 2, (wall.a[1] + wall.b[1]) / 2)
    label = plan.rooms.get(finish.room or "")
    return (label.level, label.at) if label else None
