"""Forms made from classes: every field that a kind of fee, effect or limit asks for becomes a field of the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from types import NoneType
from typing import Any, get_args, get_origin

from configurator.terms.box import ABSENT, Box
from configurator.terms.controls import (
    Amount,
    Both,
    Control,
    Day,
    OneOf,
    Setting,
    Several,
    YesNo,
    fact_choice,
    labelled,
)
from configurator.terms.passing import passing_name
from configurator.terms.titled import Titled
from configurator.terms.trees import Tree
from configurator.terms.typed import Typed
from incentives.asking import Question, questions
from incentives.condition import Condition
from incentives.effect import Effect
from incentives.fact import Fact
from incentives.fee import Fee
from incentives.rule import USUAL_LANE
from incentives.telling import Titles
from incentives.wording import Words

KIND = Words("Rodzaj", "Kind")
WAY = Words("Jak", "How")


def control_of(asks: Question, setting: Setting, beside: Mapping[str, Any]) -> Control:
    """The field for this question; `beside` are the values of the fields that stand with it."""
    [hint] = [part for part in get_args(asks.hint) if part is not NoneType][:1] if _may_miss(asks.hint) else [asks.hint]
    if asks.asked.choices:
        return OneOf(asks.asked.choices, reshapes=asks.asked.reshapes)
    if hint is bool:
        return YesNo()
    if hint is int:
        return _number(asks, setting, beside)
    if hint in SIMPLE:
        return SIMPLE[hint]
    if hint is str:
        return OneOf(setting.names.get(asks.name, {}))
    if hint is Fact:
        return fact_choice(setting, asks.asked.types, reshapes=asks.asked.reshapes or _decides(beside))
    if hint is Condition:
        return Tree(setting)
    if hint is Fee:
        return Kinds(Fee.kinds, setting)
    if issubclass(next(iter(get_args(hint)), object), Effect):
        return Kinds(Effect.kinds, setting)
    return _of_many(hint, asks, setting, beside) or _of_class(hint, setting)


SIMPLE: Mapping[Any, Control] = {date: Day(), Words: Both()}
FIRST_LANE = (USUAL_LANE, Words("Opłata", "The fee"))


def _number(asks: Question, setting: Setting, beside: Mapping[str, Any]) -> Control:
    """A whole number in its unit; of a fact, in the unit of the fact that was chosen beside it."""
    fact = setting.registry.facts.get(str(beside.get("fact"))) if asks.asked.of_fact else None
    return Amount(fact.type if fact else asks.unit, setting.language, signed=asks.name == "priority")


def _of_many(hint: Any, asks: Question, setting: Setting, beside: Mapping[str, Any]) -> Control | None:
    """A set of names, a list, or fees by name."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is frozenset:
        return Several(setting.names.get(asks.name, {}))
    if origin is tuple and inner[0] is Fact:
        return Several(fact_choice(setting, asks.asked.types).choices)
    if origin is tuple and inner[0] is Words:
        is_lanes = asks.name == "lanes"
        return Titled(listed=True, ordered=is_lanes, first=FIRST_LANE if is_lanes else None)
    if origin is tuple:
        return ListOf(_of_class(inner[0], setting))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if inner[1] is Fee:
            return Named(setting, _keys(asks, setting, beside), asks.optional)
        return NamesOf() if asks.name == "titles" else Titled()
    return None


def _of_class(kind: type, setting: Setting) -> Control:
    if hasattr(kind, "SHAPES"):
        return Shapes(kind, setting)
    if is_dataclass(kind):
        return Record(tuple(questions(kind)), setting)
    raise TypeError(f"no field for {kind}")


@dataclass(frozen=True)
class Record(Control):
    """Several fields together; nothing typed into any is no record."""

    asks: tuple[Question, ...]
    setting: Setting

    def read(self, form: Typed, name: str) -> Any:
        beside = {asks.name: form.text(f"{name}/{asks.name}") for asks in self.asks}
        found = {
            asks.name: control_of(asks, self.setting, beside).read(form, f"{name}/{asks.name}")
            for asks in self._wanted(beside)
        }
        return {key: value for key, value in found.items() if value is not ABSENT} or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        return Box("record", name, path, boxes=self.boxes(data, name, path))

    def boxes(self, data: Any, name: str, path: str) -> tuple[Box, ...]:
        held = data if isinstance(data, dict) else {}
        return tuple(self._box(asks, held, f"{name}/{asks.name}", f"{path}/{asks.name}") for asks in self._wanted(held))

    def _wanted(self, beside: Mapping[str, Any]) -> list[Question]:
        """Without those that are asked for another type of fact."""
        return [asks for asks in self.asks if not asks.asked.only or beside.get("type") in asks.asked.only]

    def _box(self, asks: Question, held: Mapping[str, Any], name: str, path: str) -> Box:
        box = control_of(asks, self.setting, held).show(held.get(asks.name), name, path)
        usual = asks.asked.choices.get(str(asks.usual))
        left_out = asks.asked.left_out or (Words(f"{usual.pl} (zwykle)", f"{usual.en} (usual)") if usual else None)
        return labelled(box, asks.asked.label, optional=asks.optional, left_out=left_out)


@dataclass(frozen=True)
class Kinds(Control):
    """One of the registered kinds, and then what it asks for."""

    kinds: Mapping[str, Any]
    setting: Setting

    def read(self, form: Typed, name: str) -> Any:
        kind = form.text(f"{name}/kind")
        inner = self._record(kind).read(form, name)
        return {"kind": kind} | (inner if inner is not ABSENT else {})

    def show(self, data: Any, name: str, path: str) -> Box:
        kind = data.get("kind", "") if isinstance(data, dict) else ""
        called = {key: found.called for key, found in self.kinds.items()}
        chosen = OneOf(called, reshapes=True).show(kind, f"{name}/kind", f"{path}/kind")
        return Box("kinds", name, path, boxes=(labelled(chosen, KIND), *self._record(kind).boxes(data, name, path)))

    def _record(self, kind: object) -> Record:
        found = self.kinds.get(kind) if isinstance(kind, str) else None
        return Record(tuple(questions(found)) if found else (), self.setting)


@dataclass(frozen=True)
class Shapes(Control):
    """One of the ways to write the same thing, told apart by the fields that are there."""

    kind: Any
    setting: Setting

    def read(self, form: Typed, name: str) -> Any:
        shape = form.text(f"{name}/?")
        if not shape:
            return ABSENT
        found = self._record(shape).read(form, name)
        return {shape: ""} | (found if found is not ABSENT else {})

    def show(self, data: Any, name: str, path: str) -> Box:
        held = data if isinstance(data, dict) else {}
        shape = next((shape.name for shape in self.kind.SHAPES if shape.name in held), "")
        called = {shape.name: shape.called for shape in self.kind.SHAPES}
        chosen = labelled(OneOf(called, reshapes=True).show(shape, f"{name}/?", path), WAY)
        return Box("shapes", name, path, boxes=(chosen, *self._record(shape).boxes(held, name, path)))

    def _record(self, name: str) -> Record:
        own = [asks for shape in self.kind.SHAPES if shape.name == name for asks in shape.questions]
        return Record((*own, *self.kind.AND_ALL) if own else (), self.setting)


@dataclass(frozen=True)
class ListOf(Control):
    """A list of the same, each added and removed by a button."""

    item: Control

    def read(self, form: Typed, name: str) -> Any:
        places = [f"{name}/{place}" for place in form.under(name) if place.isdecimal()]
        found = [self.item.read(form, place) for place in places if not form.pressed("remove", place)]
        added = [self.item.blank()] if form.pressed("add", name) else []
        return [{} if value is ABSENT else value for value in [*found, *added]] or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        items = data if isinstance(data, list) else []
        boxes = (self.item.show(value, f"{name}/{place}", f"{path}/{place}") for place, value in enumerate(items))
        return Box("list", name, path, boxes=tuple(boxes))


@dataclass(frozen=True)
class Named(Control):
    """A fee for each word of a fact, or for each part that has a title of its own (`words` is then None)."""

    setting: Setting
    words: Titles | None
    optional: bool = False

    def read(self, form: Typed, name: str) -> Any:
        kept = [key for key in form.under(name) if not form.pressed("remove", f"{name}/{key}")]
        fees = Kinds(Fee.kinds, self.setting)
        found = {key: fees.read(form, f"{name}/{key}") for key in kept}
        if form.pressed("add", name):
            key = passing_name() if self.words is None else form.text(f"{name}+")
            found |= {key: {"kind": ""}} if key else {}
        return found or (ABSENT if self.optional else {})

    def show(self, data: Any, name: str, path: str) -> Box:
        held = data if isinstance(data, dict) else {}
        boxes = tuple(self._box(key, fee, name, path) for key, fee in held.items())
        left = {word: words for word, words in (self.words or {}).items() if word not in held}
        return replace(
            OneOf(left).show(None, name, path), kind="named" if self.words is None else "by_word", boxes=boxes
        )

    def _box(self, key: str, fee: Any, name: str, path: str) -> Box:
        box = Kinds(Fee.kinds, self.setting).show(fee, f"{name}/{key}", f"{path}/{key}")
        return replace(box, label=(self.words or {}).get(key), value=key)


@dataclass(frozen=True)
class NamesOf(Control):
    """The titles of parts, each typed beside its part."""

    def read(self, form: Typed, name: str) -> Any:
        found = {key: Both().read(form, f"{name}/{key}") for key in form.under(name)}
        gone = form.place.rsplit("/", 1)[-1] if form.verb == "remove" else ""
        return {key: words for key, words in found.items() if words is not ABSENT and key != gone} or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        held = data if isinstance(data, dict) else {}
        boxes = (
            replace(Both().show(words, f"{name}/{key}", f"{path}/{key}"), value=key) for key, words in held.items()
        )
        return Box("names", name, path, boxes=tuple(boxes))


def _keys(asks: Question, setting: Setting, beside: Mapping[str, Any]) -> Titles | None:
    """What the fees are for: words of the fact beside them, or services; None for parts with titles of their own."""
    if "fact" in beside:
        fact = setting.registry.facts.get(str(beside["fact"]))
        return fact.choices if fact else {}
    return None if asks.name == "parts" else setting.names.get("services", {})


def _may_miss(hint: Any) -> bool:
    return NoneType in get_args(hint)


def _decides(beside: Mapping[str, Any]) -> bool:
    """Whether the fields beside it follow from which fact it is."""
    return "fees" in beside
