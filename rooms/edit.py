"""The edit, one step of a project's log: its shape, and the fold of a log into a plan document.

The fold is total: an accepted edit never fails, whatever others did before it. Later wins, field by field;
fields set on an entity that is not there make it when all it requires is among them, and else do nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from rooms.description import COLLECTIONS, Document, check_entity, check_head, missing_fields
from rooms.fault import Fault
from rooms.fields import check_field, integer
from rooms.plan import Plan
from rooms.walls.crowding import is_too_crowded
from rooms.walls.niches import behind, is_niche, most_depth_mm

Fields = Mapping[str, Any]

VERSION = 1
MOST_TOUCHED = 2_000
DEEPENING = {"depth", "kind", "wall", "opens", "from", "offset", "width", "height", "sill"}
"""Fields of a niche by which it may become deeper than what is behind it leaves it."""
INPUTS = ("typed", "dragged", "picked", "generated")

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
PLACE = re.compile(r"(?!(?:plan|version)/)([a-z][a-z_]*)/([a-z][0-9a-z]{1,20})")


@dataclass(frozen=True)
class Origin:
    """Where the entities of a server's edit come from: a `template`, a `copy` of a project, an `import`ed file."""

    kind: str
    of: str | None = None


@dataclass(frozen=True)
class Edit:
    """One step: fields to set and entities to remove. From `seq` on: what the server adds when it logs the edit.

    `set` is keyed by `walls/<id>` or `plan`, `remove` lists `walls/<id>`; `input` is one of INPUTS; `at` is the
    client's time and `time` the server's; `role` is `customer` or `designer`; `channel` is home, kiosk or desk.
    """

    id: str
    v: int
    variant: str
    action: str
    input: str
    at: str
    set: Mapping[str, Fields]
    remove: tuple[str, ...] = ()
    undoes: str | None = None
    seq: int | None = None
    time: str | None = None
    actor: str | None = None
    role: str | None = None
    channel: str | None = None
    origin: Origin | None = None

    @classmethod
    def read(cls, data: object) -> Edit:
        """An edit as a client sends it; Fault names the first place that is not as it should be.

        `undoes`, `set` and `remove` may be left out; what the server adds is refused as unknown.
        """
        if not isinstance(data, dict):
            raise Fault("", "not_an_object")
        for name in data:
            if name not in SENT:
                raise Fault(str(name), "unknown_field")
        _check_words(data)
        changes = data.get("set", {}), data.get("remove", [])
        _check_changes(*changes)
        return cls(**{**data, "set": changes[0], "remove": tuple(changes[1])})

    @classmethod
    def from_log(cls, data: Mapping[str, Any]) -> Edit:
        """An edit as `as_data` gave it to the log, already checked when it was accepted."""
        origin = Origin(**data["origin"]) if data.get("origin") else None
        return cls(**{**data, "remove": tuple(data.get("remove", ())), "origin": origin})

    def logged(self, *, seq: int, time: str, actor: str, role: str, channel: str, origin: Origin | None = None) -> Edit:
        """The edit with what the server adds."""
        return replace(self, seq=seq, time=time, actor=actor, role=role, channel=channel, origin=origin)

    def as_data(self) -> dict[str, Any]:
        """The edit as JSON holds it; what the server has not added is left out."""
        data = {field.name: getattr(self, field.name) for field in fields(self)}
        data["remove"] = list(self.remove)
        data["origin"] = vars(self.origin) if self.origin else None
        return {name: value for name, value in data.items() if name in SENT or value is not None}

    def paths(self) -> tuple[str, ...]:
        """The places it names, each once, in order."""
        return tuple(dict.fromkeys((*self.set, *self.remove)))


SENT = ("id", "v", "variant", "action", "input", "at", "set", "remove", "undoes")


def _check_words(data: Mapping[str, Any]) -> None:
    _check_uuid("id", data.get("id"))
    if integer("v", data.get("v"), 1, 1_000_000) != VERSION:
        raise Fault("v", "unknown_version", wanted=VERSION)
    check_field("variant", data.get("variant"), {"type": "id"})
    check_field("action", data.get("action"), {"type": "word"})
    check_field("input", data.get("input"), {"type": "choice", "of": INPUTS})
    _check_instant("at", data.get("at"))
    if data.get("undoes") is not None:
        _check_uuid("undoes", data["undoes"])


def _check_uuid(path: str, value: object) -> None:
    if not isinstance(value, str) or not UUID.fullmatch(value):
        raise Fault(path, "not_a_uuid")


def _check_instant(path: str, value: object) -> None:
    if not isinstance(value, str) or not INSTANT.fullmatch(value):
        raise Fault(path, "not_an_instant")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise Fault(path, "not_an_instant") from None


def _check_changes(changed: object, removed: object) -> None:
    if not isinstance(changed, dict):
        raise Fault("set", "not_an_object")
    if not isinstance(removed, list):
        raise Fault("remove", "not_a_list")
    if not changed and not removed:
        raise Fault("set", "empty")
    if len(changed) + len(removed) > MOST_TOUCHED:
        raise Fault("set", "too_many", most=MOST_TOUCHED, found=len(changed) + len(removed))
    for path, values in changed.items():
        _check_set(path, values)
    for place, path in enumerate(removed):
        _check_removed(f"remove/{place}", path, changed)


def _check_set(path: object, values: object) -> None:
    if path == "plan":
        check_head(values)
        return
    collection, id_ = _known_place(str(path), path)
    check_entity(collection, id_, values, whole=False)


def _check_removed(at: str, path: object, changed: Fields) -> None:
    collection, id_ = _known_place(at, path)
    check_entity(collection, id_, {}, whole=False)
    if path in changed:
        raise Fault(at, "set_and_removed")


def _known_place(at: str, path: object) -> tuple[str, str]:
    place = path.split("/") if isinstance(path, str) else []
    if len(place) != 2:
        raise Fault(at, "not_a_place")
    if place[0] not in COLLECTIONS:
        raise Fault(at, "unknown_collection")
    return place[0], place[1]


def apply(document: Document, edit: Edit) -> Document:
    """The document after the edit; the one given stays as it is, and comes back itself when nothing was touched."""
    return fold([edit], document)


def fold(edits: Iterable[Edit], start: Document | None = None) -> Document:
    """The document that the edits make, in their order, of an empty one or of `start`."""
    draft = _Draft(Plan.empty().document if start is None else start)
    for edit in edits:
        draft.write(edit)
    return draft.document


class _Draft:
    """A document under the fold: a collection is copied once, before its first change."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._copied: list[str] = []

    def write(self, edit: Edit) -> None:
        for path, values in edit.set.items():
            if isinstance(values, Mapping):
                self._set(path, values)
        for path in edit.remove:
            self._remove(path)

    def _set(self, path: str, values: Fields) -> None:
        if path == "plan":
            self._own("plan").update(values)
        elif place := PLACE.fullmatch(path):
            collection, id_ = place.groups()
            held = entity(self.document, path)
            if held is not None or not _lacking(collection, values):
                self._own(collection)[id_] = {**(held or {}), **values}

    def _remove(self, path: str) -> None:
        if path != "plan" and entity(self.document, path) is not None:
            collection, id_ = path.split("/")
            del self._own(collection)[id_]

    def _own(self, collection: str) -> dict[str, Any]:
        if collection not in self._copied:
            self.document = {**self.document, collection: dict(self.document.get(collection, {}))}
            self._copied.append(collection)
        held: dict[str, Any] = self.document[collection]
        return held


def entity(document: Document, path: str) -> Fields | None:
    """The fields that stand at `walls/<id>` or `plan`, or None."""
    if path == "plan":
        head: Fields = document.get("plan", {})
        return head
    if not (place := PLACE.fullmatch(path)):
        return None
    found: Fields | None = document.get(place[1], {}).get(place[2])
    return found


def _lacking(collection: str, values: Fields) -> list[str]:
    return missing_fields(collection, values) if collection in COLLECTIONS else []


def limits_fault(document: Document, edit: Edit) -> Fault | None:
    """Why the edit would make the plan larger or more crowded than it may be; for its acceptance, not for the fold."""
    after = apply(document, edit)
    for name, described in COLLECTIONS.items():
        found, before = len(after.get(name, {})), len(document.get(name, {}))
        if found > max(described["most"], before):
            return Fault(name, "too_many", most=described["most"], found=found)
    if any(path.startswith("walls/") for path in edit.set) and is_too_crowded(after):
        return Fault("walls", "too_crowded")
    return _depth_fault(after, edit)


def _depth_fault(after: Document, edit: Edit) -> Fault | None:
    """The first niche that the edit itself makes deeper than its wall; one whose wall grew thinner is loose."""
    if edit.input == "generated":
        return None
    plan = Plan(after)
    for path, values in edit.set.items():
        opening = plan.openings.get(path.partition("/")[2]) if path.startswith("openings/") else None
        wall = plan.walls.get(opening.wall) if opening else None
        if opening and wall and is_niche(opening) and DEEPENING & set(values):
            niches = behind(wall, opening, plan.niches[wall.id])
            most = most_depth_mm(wall, opening, niches)
            if opening.depth > most:
                return Fault(f"{path}/depth", "too_deep_for_niche" if niches else "too_deep_for_wall", most=most)
    return None
