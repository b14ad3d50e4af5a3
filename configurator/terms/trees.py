"""Conditions as a form: groups that say all, any or none of these, with comparisons and groups in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, get_origin, get_type_hints

from configurator.terms.box import ABSENT, Box
from configurator.terms.controls import (
    Control,
    OneOf,
    Setting,
    fact_choice,
    labelled,
    value_control,
    values_control,
)
from configurator.terms.typed import Typed
from incentives.condition import Condition, Leaf
from incentives.conditions.all_of import Group
from incentives.fact import NUMBERS, Fact, Type
from incentives.telling import Titles
from incentives.wording import Words

NONE = "not "
FACT = Words("Co się liczy", "What counts")
IS = Words("Jak", "How")
VALUE = Words("Ile lub co", "How much or what")
ENDS = (Words("Od", "From"), Words("Do", "To"))


@dataclass(frozen=True)
class Tree(Control):
    """A group: which of its parts have to be met, and its parts. A leaf alone is shown as a group of one."""

    setting: Setting
    inner: bool = False

    def read(self, form: Typed, name: str) -> Any:
        mode = form.text(f"{name}/?") or "all"
        places = [f"{name}/{place}" for place in form.under(name) if place.isdecimal()]
        parts = [self._part(form, place) for place in places if not form.pressed("remove", place)]
        if form.pressed("add", name):
            parts.append({"fact": ""})
        if form.pressed("group", name):
            parts.append({"all" if mode == "any" else "any": [{"fact": ""}]})
        if not parts and not self.inner:
            return ABSENT
        return parts[0] if mode == "all" and len(parts) == 1 and not self.inner else _packed(mode, parts)

    def _part(self, form: Typed, name: str) -> Any:
        control = Tree(self.setting, inner=True) if form.has(f"{name}/?") else Comparison(self.setting)
        return control.read(form, name)

    def show(self, data: Any, name: str, path: str) -> Box:
        mode, parts = _unpacked(data, path)
        boxes = (self._box(part, f"{name}/{number}", place) for number, (part, place) in enumerate(parts))
        chosen = OneOf(modes()).show(mode, f"{name}/?", path)
        return Box("inner_group" if self.inner else "group", name, path, boxes=(chosen, *boxes))

    def _box(self, part: Any, name: str, path: str) -> Box:
        is_leaf = isinstance(part, dict) and ("fact" in part or not part)
        return (Comparison(self.setting) if is_leaf else Tree(self.setting, inner=True)).show(part, name, path)


@dataclass(frozen=True)
class Comparison(Control):
    """One fact, how it is compared, and with what, as the fields of that kind of comparison say."""

    setting: Setting

    def read(self, form: Typed, name: str) -> Any:
        fact = self.setting.registry.facts.get(form.text(f"{name}/fact"))
        if fact is None:
            return {"fact": ""}
        kinds = leaf_kinds(fact)
        kind = form.text(f"{name}/is") if form.text(f"{name}/is") in kinds else usual_kind(fact)
        value = _value_of(kinds[kind], fact, self.setting, form, name)
        found = {"fact": fact.name, "is": kind}
        return found if value is ABSENT else found | {"value": value}

    def show(self, data: Any, name: str, path: str) -> Box:
        held = data if isinstance(data, dict) else {}
        chosen = fact_choice(self.setting, frozenset(), reshapes=True)
        first = labelled(chosen.show(held.get("fact"), f"{name}/fact", f"{path}/fact"), FACT)
        fact = self.setting.registry.facts.get(str(held.get("fact")))
        if fact is None:
            return Box("leaf", name, path, boxes=(first,))
        kinds = leaf_kinds(fact)
        kind = held.get("is") if held.get("is") in kinds else usual_kind(fact)
        phrases = {key: found.phrase for key, found in kinds.items()}
        how = labelled(OneOf(phrases, reshapes=True).show(kind, f"{name}/is", f"{path}/is"), IS)
        values = _value_boxes(kinds[str(kind)], fact, self.setting, held.get("value"), name, f"{path}/value")
        return Box("leaf", name, path, boxes=(first, how, *values))


def modes() -> Titles:
    """How a group may read: each kind of group, wanted and not wanted."""
    groups = [(kind, found) for kind, found in Condition.kinds.items() if issubclass(found, Group)]
    wanted = {kind: found.phrase[0] for kind, found in groups}
    return wanted | {NONE + kind: found.phrase[1] for kind, found in groups}


def leaf_kinds(fact: Fact) -> Mapping[str, type[Leaf]]:
    """The comparisons that this fact allows."""
    return {
        kind: found for kind, found in Condition.kinds.items() if issubclass(found, Leaf) and fact.type in found.types
    }


def usual_kind(fact: Fact) -> str:
    return "at_most" if fact.type is Type.DAYS else "at_least" if fact.type in NUMBERS - {Type.DATE} else "equal"


def _packed(mode: str, parts: list[Any]) -> Any:
    kind = mode.removeprefix(NONE)
    if mode == f"{NONE}any" and len(parts) == 1:
        return {"not": parts[0]}
    return {"not": {kind: parts}} if mode.startswith(NONE) else {kind: parts}


def _unpacked(data: Any, path: str, *, wanted: bool = True) -> tuple[str, list[tuple[Any, str]]]:
    """How the group reads, and its parts with their places."""
    if not isinstance(data, dict) or not data:
        return "all", []
    [(kind, inner), *more] = data.items()
    if kind == "not" and not more:
        return _unpacked(inner, f"{path}/not", wanted=not wanted)
    if more or kind == "fact" or not isinstance(inner, list):
        return "all" if wanted else f"{NONE}any", [(data, path)]
    parts = [(part, f"{path}/{kind}/{place}") for place, part in enumerate(inner)]
    return kind if wanted else NONE + kind, parts


def _value_of(kind: type[Leaf], fact: Fact, setting: Setting, form: Typed, name: str) -> Any:
    names = _compared_with(kind)
    if len(names) == 1:
        return _control(kind, fact, setting).read(form, f"{name}/value")
    found = [value_control(fact, setting).read(form, f"{name}/value/{place}") for place in range(len(names))]
    return (
        ABSENT if all(value is ABSENT for value in found) else [None if value is ABSENT else value for value in found]
    )


def _value_boxes(kind: type[Leaf], fact: Fact, setting: Setting, data: Any, name: str, path: str) -> tuple[Box, ...]:
    names = _compared_with(kind)
    if len(names) == 1:
        return (labelled(_control(kind, fact, setting).show(data, f"{name}/value", path), VALUE),)
    held = data if isinstance(data, list) else [data]
    values = [*held, *[None] * len(names)][: len(names)]
    control = value_control(fact, setting)
    return tuple(
        labelled(control.show(value, f"{name}/value/{place}", f"{path}/{place}"), ENDS[place])
        for place, value in enumerate(values)
    )


def _control(kind: type[Leaf], fact: Fact, setting: Setting) -> Control:
    [name] = _compared_with(kind)
    is_list = get_origin(get_type_hints(kind)[name]) is tuple
    return values_control(fact, setting) if is_list else value_control(fact, setting)


def _compared_with(kind: type[Leaf]) -> list[str]:
    """The fields that say with what a fact is compared."""
    return [found.name for found in fields(kind) if found.name != "fact"]
