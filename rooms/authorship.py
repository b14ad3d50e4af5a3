"""Authorship: who drew what, out of the log alone, and what of it is the customer's own contribution to a service.

Provenance, not resemblance: an entity with an origin is compared with that original; one without counts; only a set of
five or more drawn ones is also compared with given plans. What stands at the designer's first edit stays the
customer's, whatever is done later. When in doubt the customer wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rooms.description import Document
from rooms.edit import Edit, Fields, apply, entity
from rooms.likeness import SHAPES, Drawing, copied, is_really_changed, length_mm
from rooms.plan import Plan

DESIGNER = "designer"
OWN_ORIGINS = ("import",)
STRUCTURE = ("walls", "openings", "slopes", "skylights", "dormers", "solids")
OPENING_SIZES = ("offset", "width", "height", "sill")


@dataclass(frozen=True)
class Author:
    """Who made an entity what it is: by which edit (`seq`), in which role, through which channel."""

    actor: str | None
    role: str | None
    channel: str | None
    seq: int | None


@dataclass(frozen=True)
class Authorship:
    """The facts of who drew what, as counts, and the entities they count.

    `own_elements` are walls, openings, slopes, roof windows, columns and their like, items and finishes;
    `own_structure` all but the last two of them;
    `own_dimensions` are typed lengths of own walls and typed openings, each length and opening once for each edit.
    """

    own: frozenset[str]
    own_dimensions: int
    own_channels: frozenset[str]
    designer_began: bool
    authors: Mapping[str, Author]

    @property
    def own_elements(self) -> int:
        return len(self.own)

    @property
    def own_structure(self) -> int:
        return self._own_in(*STRUCTURE)

    @property
    def own_items(self) -> int:
        return self._own_in("items")

    @property
    def own_finishes(self) -> int:
        return self._own_in("finishes")

    def _own_in(self, *collections: str) -> int:
        return sum(path.split("/")[0] in collections for path in self.own)


def authorship(edits: Iterable[Edit], *, frozen_at: int | None = None, opened: Sequence[Drawing] = ()) -> Authorship:
    """Who owns what in one variant's log, in server order, just before the edit numbered `frozen_at`, or now.

    `frozen_at` is the seq of the designer's first edit of the service, None before there is one; `opened` are the
    tenant's templates and the projects that these actors have opened. Without a role an edit is the customer's.
    """
    log = Provenance()
    for edit in edits:
        if frozen_at is None or (edit.seq or 0) < frozen_at:
            log.take(edit)
    return log.authorship(opened, designer_began=frozen_at is not None)


def designers_first_edit(edits: Iterable[Edit], since_seq: int = 0) -> int | None:
    """The seq of the designer's first edit after `since_seq`, where the service was opened, of any variant."""
    return min((edit.seq or 0 for edit in edits if edit.role == DESIGNER and (edit.seq or 0) > since_seq), default=None)


def _stands(document: Document, path: str) -> bool:
    """Whether there is something to see: a wall with a length, an opening in a wall, a finish that covers something."""
    collection, fields = path.split("/")[0], entity(document, path)
    if fields is None or collection not in SHAPES:
        return False
    if collection in ("walls", "slopes"):
        return list(fields["a"]) != list(fields["b"])
    if collection == "openings":
        return entity(document, f"walls/{fields['wall']}") is not None
    if collection in ("skylights", "dormers"):
        return entity(document, f"slopes/{fields['slope']}") is not None
    return collection != "finishes" or _covers(document, fields)


def _covers(document: Document, finish: Fields) -> bool:
    places = (("walls", finish.get("wall")), ("solids", finish.get("wall")), ("rooms", finish.get("room")))
    is_somewhere = any(id_ and entity(document, f"{collection}/{id_}") is not None for collection, id_ in places)
    return is_somewhere and (finish.get("paint") is not None or finish.get("tile") is not None)


@dataclass(frozen=True)
class _Source:
    """Where an entity came from, kept for as long as its id: it outlives removal, so drawing it again changes nothing.

    `others` is what others than the customer have made of it, one state after another; none: the customer drew it.
    """

    made_by: Edit
    others: tuple[Fields, ...]
    own_edit: Edit | None = None


class Provenance:
    """A log walked through in order: the plan so far, each entity's source, each typed dimension."""

    def __init__(self) -> None:
        self._plan = Plan.empty()
        self._sources: dict[str, _Source] = {}
        self._typed: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}

    def take(self, edit: Edit) -> None:
        """Go on by the log's next edit."""
        before, self._plan = self._document, Plan(apply(self._document, edit))
        for path in edit.set:
            if path != "plan" and (now := entity(self._document, path)) is not None:
                self._note_source(path, now, edit)
                if edit.input == "typed" and _is_own_work(edit):
                    self._note_dimension(path, entity(before, path), now, edit)

    def authorship(self, opened: Sequence[Drawing] = (), *, designer_began: bool = False) -> Authorship:
        """Who owns what at this point of the log; `opened` as in the function above."""
        standing = [path for path in self._sources if _stands(self._document, path)]
        drawn = tuple(path for path in standing if not self._sources[path].others)
        changed = [path for path in standing if self._sources[path].others and self._is_really_changed(path)]
        own = frozenset(drawn) - self._copies(drawn, opened) | frozenset(changed)
        authors = {path: self._author(path, is_own=path in own) for path in standing}
        channels = frozenset(authors[path].channel or "" for path in own) - {""}
        return Authorship(own, self._own_dimensions(own), channels, designer_began, authors)

    @property
    def _document(self) -> Document:
        return self._plan.document

    def _copies(self, drawn: tuple[str, ...], opened: Sequence[Drawing]) -> frozenset[str]:
        """What of it has been copied from other drawings, or from what others put into this one."""
        mine, originals = Drawing(self._plan, drawn), (*opened, Drawing.of(self._others_plan()))
        return frozenset[str]().union(*(copied(mine, original) for original in originals))

    def _is_really_changed(self, path: str) -> bool:
        """Whether the entity is by now another than anybody but the customer has made it."""
        now, collection = entity(self._document, path) or {}, path.split("/")[0]
        states = self._sources[path].others
        return all(is_really_changed(collection, state, now, self._plan) for state in states)

    def _author(self, path: str, *, is_own: bool) -> Author:
        source = self._sources[path]
        edit = source.own_edit if is_own and source.others and source.own_edit else source.made_by
        return Author(edit.actor, edit.role, edit.channel, edit.seq)

    def _others_plan(self) -> Plan:
        """A plan of all that came from others, as it came: to redraw it under new ids is to copy it."""
        plan = Plan.empty().document
        for path, source in self._sources.items():
            collection, id_ = path.split("/")
            if source.others and collection in SHAPES:
                plan[collection][id_] = source.others[0]
        return Plan(plan)

    def _own_dimensions(self, own: Iterable[str]) -> int:
        """How many typed dimensions still hold on own walls and openings."""
        return len({typed for path in own if (typed := self._standing_dimension(path))})

    def _note_source(self, path: str, now: Fields, edit: Edit) -> None:
        known = self._sources.get(path)
        if known is None or _is_brought(edit):
            is_own = edit.undoes is None and _is_own_work(edit)
            self._sources[path] = _Source(edit, () if is_own else (now,), edit if is_own else None)
        elif _is_own_work(edit):
            self._sources[path] = replace(known, own_edit=edit)
        elif known.others and edit.undoes is None:
            state = {**known.others[-1], **edit.set[path]}
            self._sources[path] = replace(known, others=(*known.others, state))

    def _note_dimension(self, path: str, before: Fields | None, now: Fields, edit: Edit) -> None:
        """A typed length or bend of a wall, or typed places and sizes of an opening. An undo types nothing."""
        if edit.undoes is not None:
            return
        if path.startswith("walls/") and (before is None or length_mm(before) != length_mm(now)):
            self._typed.setdefault(path, []).append((edit.id, {"length": length_mm(now)}))
        elif path.startswith("walls/") and before and before.get("bulge", 0) != now.get("bulge", 0):
            self._typed.setdefault(path, []).append((edit.id, {"bulge": now.get("bulge", 0)}))
        if path.startswith(("openings/", "skylights/", "dormers/")):
            sizes = {name: now[name] for name in OPENING_SIZES if name in edit.set[path]}
            self._typed.setdefault(path, []).append((edit.id, sizes))

    def _standing_dimension(self, path: str) -> tuple[str, object] | None:
        """The edit whose dimension still holds, with what tells it from the others of that edit."""
        now = entity(self._document, path) or {}
        if path.startswith("walls/"):
            now = {"length": length_mm(now), "bulge": now.get("bulge", 0)}
        for edit_id, sizes in reversed(self._typed.get(path, [])):
            if any(now.get(name) == size for name, size in sizes.items()):
                return edit_id, now.get("length", path)
        return None


def _is_own_work(edit: Edit) -> bool:
    return edit.role != DESIGNER and (edit.origin is None or edit.origin.kind in OWN_ORIGINS)


def _is_brought(edit: Edit) -> bool:
    """Whether a server route put it there from elsewhere: then it is no customer's, even under an id of theirs."""
    return edit.origin is not None and edit.origin.kind not in OWN_ORIGINS
