"""The difference between two versions of a plan, as a person would tell it: one sentence for each change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from rooms.blocks import named
from rooms.changes.change import Change, taken
from rooms.changes.differing import differing
from rooms.changes.finishes import PaintName, finish_changes
from rooms.changes.roofs import roof_changes
from rooms.changes.sentence import (
    Phrase,
    Said,
    degrees,
    length,
    noun,
    noun_of,
    phrase,
    plain,
    sentence,
    sizes,
    way,
)
from rooms.changes.walls import wall_changes
from rooms.entities import Item, Level, Opening
from rooms.kinds import KINDS
from rooms.kinds.kind import Kind
from rooms.plan import Plan
from rooms.walls import opening_span
from rooms.walls.centreline import centre_line
from rooms.walls.niches import is_niche
from rooms.walls.vector import Vector, minus
from rooms.walls.vector import length as length_of

__all__ = ["Change", "changes", "taken"]

FULL_TURN = 360_000
SAME_PLACE_MM = 1.5
"""An opening whose wall was lengthened at the other end, its offset written anew, is where it was."""


def changes(
    before: Plan, after: Plan, *, paint_name: PaintName = lambda _: None, kinds: Mapping[str, Kind] = KINDS
) -> tuple[Change, ...]:
    """What was changed from one plan to the other: walls, then doors and windows, things, colours, rooms.

    Of two plans alike there are none. `taken` carries a change's paths from the one plan into the other.
    """
    found = list(wall_changes(before, after))
    found += _openings(before, after, _paths(found))
    found += _things(differing(before.items, after.items, "items"), kinds)
    found += _things(_blocks(before, after), kinds)
    found += finish_changes(before, after, _paths(found), paint_name)
    found += _labels(before, after)
    found += _others(before, after)
    return tuple(_completed(found, before, after))


def _paths(found: list[Change]) -> set[str]:
    return {path for change in found for path in change.paths}


def _openings(before: Plan, after: Plan, skipped: set[str]) -> Iterator[Change]:
    for path, was, now in differing(before.openings, after.openings, "openings"):
        if path in skipped or (was and now and _is_unmoved(was, before, now, after)):
            continue
        about = noun((now or was).kind)
        level, at = _hole(now, after) or _hole(was, before) or (None, None)
        if was is None or now is None:
            kind = "added" if was is None else "removed"
            yield Change(kind, (path,), sentence(about, phrase(kind)), level, at)
            continue
        numbers, phrases = _opening_phrases(was, before, now, after)
        kind = "moved" if "moved_mm" in numbers or was.wall != now.wall else "resized" if numbers else "changed"
        if was.kind != now.kind:
            kind, about = "replaced", noun(was.kind)
        yield Change(kind, (path,), sentence(about, *(phrases or [phrase("otherwise")])), level, at, numbers)


def _is_unmoved(was: Opening, before: Plan, now: Opening, after: Plan) -> bool:
    """Whether only its writing changed: it is where it was, and as it was."""
    if replace(was, wall=now.wall, from_=now.from_, offset=now.offset) != now:
        return False
    from_, to = _hole(was, before), _hole(now, after)
    return bool(from_ and to) and length_of(minus(from_[1], to[1])) <= SAME_PLACE_MM  # type: ignore[index]


def _opening_phrases(was: Opening, before: Plan, now: Opening, after: Plan) -> tuple[dict[str, int], list[Phrase]]:
    numbers: dict[str, int] = {}
    phrases = []
    if was.kind != now.kind:
        phrases.append(phrase("replaced", what=noun(now.kind).words))
    if was.wall != now.wall:
        phrases.append(phrase("elsewhere"))
    elif (was.from_, was.offset) != (now.from_, now.offset):
        from_, to = _hole(was, before), _hole(now, after)
        mm = length_of(minus(to[1], from_[1])) if from_ and to else abs(now.offset - was.offset)
        if mm > SAME_PLACE_MM:
            numbers["moved_mm"] = int(mm + 0.5)
            phrases.append(phrase("along", length=way(mm)))
    for name in ("width", "height", "sill", *(["depth"] if is_niche(now) else [])):
        if getattr(was, name) != getattr(now, name):
            numbers[f"{name}_mm"] = getattr(now, name)
            told = "lower_edge" if name == "sill" and is_niche(now) else name
            phrases.append(phrase(told, was=length(getattr(was, name)), now=length(getattr(now, name))))
    phrases += _turned(was, now)
    return numbers, phrases


def _turned(was: Opening, now: Opening) -> Iterator[Phrase]:
    """Hinges and the way that leaves open; of a niche its side."""
    if was.hinge != now.hinge and not is_niche(now):
        yield phrase("hinge")
    if was.opens != now.opens:
        yield phrase("other_side" if is_niche(now) else "opens")


def _hole(opening: Opening | None, plan: Plan) -> tuple[str, Vector] | None:
    """The level and the middle of an opening on plan; None where its wall is not there."""
    wall = plan.walls.get(opening.wall) if opening else None
    line = centre_line(wall) if wall else None
    if opening is None or wall is None or line is None:
        return None
    span = opening_span(wall, opening) or (0.0, 0.0)
    return wall.level, line.at((span[0] + span[1]) / 2)


def _blocks(before: Plan, after: Plan) -> Iterator[tuple[str, Any, Any]]:
    """Columns, shafts and bulkheads, told as the things that they are."""
    for path, was, now in differing(before.solids, after.solids, "solids"):
        yield path, was and named(was, before), now and named(now, after)


def _things(differing: Iterable[tuple[str, Any, Any]], kinds: Mapping[str, Kind]) -> Iterator[Change]:
    for path, was, now in differing:
        held = now or was
        about = noun_of(was or now, kinds)
        if was is None or now is None:
            kind = "added" if was is None else "removed"
            yield Change(kind, (path,), sentence(about, phrase(kind)), held.level, held.at)
            continue
        kind, numbers, phrases = _item_phrases(was, now, kinds)
        if phrases:
            yield Change(kind, (path,), sentence(about, *phrases), now.level, now.at, numbers)


def _item_phrases(was: Item, now: Item, kinds: Mapping[str, Kind]) -> tuple[str, dict[str, int], list[Phrase]]:
    """The most telling kind of change, its numbers, and all that is to be said."""
    said: list[tuple[str, Phrase]] = []
    numbers: dict[str, int] = {}
    mm = length_of(minus(now.at, was.at))
    turn = (now.turn_mdeg - was.turn_mdeg + FULL_TURN // 2) % FULL_TURN - FULL_TURN // 2
    if was.kind != now.kind:
        said.append(("replaced", phrase("replaced", what=noun_of(now, kinds).words)))
    if was.level != now.level:
        said.append(("moved", phrase("storey")))
    elif mm:
        numbers["moved_mm"] = int(mm + 0.5)
        said.append(("moved", phrase("moved", length=way(mm))))
    if turn:
        numbers["turned_mdeg"] = turn
        said.append(("turned", phrase("turned", angle=degrees(abs(turn)))))
    if was.mirrored != now.mirrored:
        said.append(("turned", phrase("mirrored")))
    if was.size != now.size and was.kind == now.kind:
        said.append(("resized", phrase("size", was=_size(was, now), now=_size(now, was))))
    said += _item_details(was, now)
    return (said[0][0] if said else "changed"), numbers, [one for _, one in said]


def _item_details(was: Item, now: Item) -> Iterator[tuple[str, Phrase]]:
    if rise := now.elevation - was.elevation:
        yield "moved", phrase("higher" if rise > 0 else "lower", length=way(abs(rise)))
    if was.tint != now.tint and was.kind == now.kind:
        yield "repainted", phrase("tinted")
    if was.product != now.product:
        name = str((now.product or {}).get("name", ""))
        yield "replaced", phrase("product", name=name) if now.product else phrase("no_product")
    if was.name != now.name and now.name and was.kind == now.kind:
        yield "renamed", phrase("renamed", name=now.name)


def _size(item: Item, other: Item) -> Said:
    """Width and depth, and the height where it differs."""
    return sizes(item.size if item.size[2] != other.size[2] else item.size[:2])


def _labels(before: Plan, after: Plan) -> Iterator[Change]:
    """Names and uses of rooms; where a label's point lies is nobody's business."""
    for path, was, now in differing(before.rooms, after.rooms, "rooms"):
        held = now or was
        name, use = (now.name, now.use) if now else ("", "")
        if (was.name, was.use) == (name, use) if was else not (name or use):
            continue
        said = phrase("renamed", name=name) if name and (was is None or was.name != name) else phrase("used")
        yield Change("renamed", (path,), sentence(noun("room"), said), held.level, held.at)


def _others(before: Plan, after: Plan) -> Iterator[Change]:
    yield from roof_changes(before, after)
    for path, was, now in differing(before.levels, after.levels, "levels"):
        if was is None or now is None:
            kind = "added" if was is None else "removed"
            yield Change(kind, (path,), sentence(noun("level"), phrase(kind)), path.partition("/")[2])
        else:
            yield from _level(path, was, now)
    yield from _remarks(before, after)
    if before.name != after.name:
        yield Change("renamed", ("plan",), plain("plan_name", now=after.name))
    elif before.north_mdeg != after.north_mdeg:
        yield Change("changed", ("plan",), plain("plan_north"))


def _level(path: str, was: Level, now: Level) -> Iterator[Change]:
    said: list[tuple[str, Phrase]] = []
    if was.height != now.height:
        said.append(("resized", phrase("height", was=length(was.height), now=length(now.height))))
    if rise := now.elevation - was.elevation:
        said.append(("moved", phrase("higher" if rise > 0 else "lower", length=way(abs(rise)))))
    if was.name != now.name and now.name:
        said.append(("renamed", phrase("renamed", name=now.name)))
    if said:
        numbers = {"height_mm": now.height} if was.height != now.height else {}
        yield Change(said[0][0], (path,), sentence(noun("level"), *(one for _, one in said)), now.id, None, numbers)


def _remarks(before: Plan, after: Plan) -> Iterator[Change]:
    """Notes with their words, and dimensions that somebody set down."""
    for path, was, now in differing(before.notes, after.notes, "notes"):
        held = now or was
        kind = "added" if was is None else "removed" if now is None else "changed"
        quoted = {"pl": f": „{held.text}”", "en": f": “{held.text}”"}
        said = phrase("otherwise" if kind == "changed" else kind)
        yield Change(kind, (path,), sentence(noun("note"), said, tail=quoted), held.level, held.at)
    for path, was, now in differing(before.dimensions, after.dimensions, "dimensions"):
        held = now or was
        kind = "added" if was is None else "removed" if now is None else "changed"
        said = phrase("otherwise" if kind == "changed" else kind)
        yield Change(kind, (path,), sentence(noun("dimension"), said), held.level, held.a)


def _completed(found: list[Change], before: Plan, after: Plan) -> Iterator[Change]:
    """Each change with what it cannot be without: new levels, walls and labels, and what is too small to tell."""
    told = _paths(found)
    untold = [path for path in _all_differing(before, after) if path not in told]
    for change in found:
        near = [path for path in untold if _belongs(path, change, before, after)]
        untold = [path for path in untold if path not in near]
        needed = [path for path in _needs(change, before, after) if path not in change.paths]
        yield replace(change, paths=tuple(dict.fromkeys((*change.paths, *near, *needed))))


def _belongs(path: str, change: Change, before: Plan, after: Plan) -> bool:
    """Whether an entity whose difference needs no words stands on a wall, or on a label, of the change."""
    collection, _, id_ = path.partition("/")
    for plan in (before, after):
        fields = plan.document.get(collection, {}).get(id_, {})
        if {f"walls/{fields.get('wall')}", f"solids/{fields.get('wall')}"} & set(change.paths) or {
            f"rooms/{fields.get('room')}",
            f"openings/{fields.get('opening')}",
        } & set(change.paths):
            return True
    return False


def _needs(change: Change, before: Plan, after: Plan) -> Iterator[str]:
    """The entities that the change's own refer to and that were not there before."""
    for path in change.paths:
        collection, _, id_ = path.partition("/")
        fields = after.document.get(collection, {}).get(id_, {}) if id_ else {}
        for name, other in (
            ("level", "levels"),
            ("wall", "walls"),
            ("wall", "solids"),
            ("room", "rooms"),
            ("opening", "openings"),
            ("slope", "slopes"),
        ):
            wanted = fields.get(name)
            if wanted in after.document.get(other, {}) and wanted not in before.document.get(other, {}):
                yield f"{other}/{wanted}"


def _all_differing(before: Plan, after: Plan) -> Iterator[str]:
    for name in (
        "levels",
        "walls",
        "openings",
        "items",
        "rooms",
        "finishes",
        "slopes",
        "skylights",
        "dormers",
        "notes",
        "dimensions",
        "solids",
    ):
        for path, _, _ in differing(getattr(before, name), getattr(after, name), name):
            yield path
