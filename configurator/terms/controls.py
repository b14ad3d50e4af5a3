"""The simple fields of a form: an amount, a text in both languages, a day, one or several of a list."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from configurator.terms.amounts import UNITS, read_amount, show_amount
from configurator.terms.box import ABSENT, Box, Choice, words_at
from configurator.terms.typed import Typed
from incentives.fact import NUMBERS, Fact, Type
from incentives.registry import Registry
from incentives.telling import Titles
from incentives.wording import Words

HEADINGS: Mapping[Type, Words] = {
    Type.MONEY: Words("Kwoty", "Amounts"),
    Type.COUNT: Words("Ile czego", "How many"),
    Type.DAYS: Words("Ile dni", "How many days"),
    Type.PERCENT: Words("Ile procent", "How many per cent"),
    Type.AREA: Words("Powierzchnie", "Areas"),
    Type.FLAG: Words("Tak albo nie", "Yes or no"),
    Type.DATE: Words("Dni kalendarza", "Dates"),
    Type.WORD: Words("Kto, gdzie, co", "Who, where, what"),
    Type.WORDS: Words("Kilka naraz", "Several at once"),
}
YES_NO: Titles = {"yes": Words("tak", "yes"), "no": Words("nie", "no")}


@dataclass(frozen=True)
class Setting:
    """What the fields of these terms may name; `language` is the reader's."""

    registry: Registry
    language: str
    names: Mapping[str, Titles] = field(default_factory=dict)


class Control(ABC):
    """A field of a form: reads what was typed into JSON, and shows JSON as a box."""

    @abstractmethod
    def read(self, form: Typed, name: str) -> Any:
        """What the terms then hold at this place; ABSENT for nothing. What is wrong stays as typed."""

    @abstractmethod
    def show(self, data: Any, name: str, path: str) -> Box:
        """The box for what the terms hold, be it right or wrong."""

    def blank(self) -> Any:
        """A new one of a list."""
        return {}


@dataclass(frozen=True)
class Amount(Control):
    """A whole number in its unit, `counted_in` if that is the retailer's own; `signed`: below nothing too."""

    type: Type
    language: str
    signed: bool = False
    counted_in: str = ""

    def read(self, form: Typed, name: str) -> Any:
        typed = form.text(name).removesuffix(self.counted_in).strip()
        below = self.signed and typed.startswith(("-", "−"))
        found = read_amount(typed[1:] if below else typed, self.type) if typed else ABSENT
        return -found if below and isinstance(found, int) else typed if below else found

    def show(self, data: Any, name: str, path: str) -> Box:
        unit = self.counted_in or UNITS.get(self.type, "")
        return Box("amount", name, path, value=show_amount(data, self.type, self.language), unit=unit or self.type)


@dataclass(frozen=True)
class Text(Control):
    """One line; `choices` are suggested."""

    choices: Titles = field(default_factory=dict)

    def read(self, form: Typed, name: str) -> Any:
        return form.text(name) or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        known = tuple(Choice(value, words) for value, words in self.choices.items())
        return Box("text", name, path, value=data if isinstance(data, str) else "", choices=known)


@dataclass(frozen=True)
class Day(Control):
    """A day of the calendar."""

    def read(self, form: Typed, name: str) -> Any:
        return form.text(name) or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        return Box("day", name, path, value=data if isinstance(data, str) else "")


@dataclass(frozen=True)
class Both(Control):
    """A text in both languages."""

    def read(self, form: Typed, name: str) -> Any:
        found = {language: text for language in ("pl", "en") if (text := form.text(f"{name}/{language}"))}
        return found or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        boxes = (
            Box("text", f"{name}/{tongue}", f"{path}/{tongue}", words, words_at(data, tongue))
            for tongue, words in (("pl", Words("po polsku", "in Polish")), ("en", Words("po angielsku", "in English")))
        )
        return Box("both", name, path, boxes=tuple(boxes))


@dataclass(frozen=True)
class OneOf(Control):
    """One of a list; `reshapes` when other fields follow from it, `open` when another may have been named before."""

    choices: Titles
    reshapes: bool = False
    headings: Mapping[str, Words] = field(default_factory=dict)
    open: bool = False

    def read(self, form: Typed, name: str) -> Any:
        """What another kind had under the same name is dropped."""
        value = form.text(name)
        return value if value and (self.open or value in self.choices) else ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        value = data if isinstance(data, str) else ""
        known = {**self.choices, value: _own(value)} if value and value not in self.choices else self.choices
        chosen = [Choice(key, words, key == value, self.headings.get(key)) for key, words in known.items()]
        return Box("one_of", name, path, value=value, choices=tuple(chosen), reshapes=self.reshapes)


@dataclass(frozen=True)
class YesNo(Control):
    """Yes or no."""

    def read(self, form: Typed, name: str) -> Any:
        return {"yes": True, "no": False}.get(form.text(name), ABSENT)

    def show(self, data: Any, name: str, path: str) -> Box:
        return OneOf(YES_NO).show({True: "yes", False: "no"}.get(data) if isinstance(data, bool) else None, name, path)


@dataclass(frozen=True)
class Several(Control):
    """Some of a list, ticked."""

    choices: Titles

    def read(self, form: Typed, name: str) -> Any:
        return form.many(name) or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        held = [value for value in data if isinstance(value, str)] if isinstance(data, list) else []
        known = {**self.choices, **{value: _own(value) for value in held if value not in self.choices}}
        chosen = tuple(Choice(value, words, value in held) for value, words in known.items())
        return Box("several", name, path, choices=chosen)


@dataclass(frozen=True)
class Line(Control):
    """Several values in one line, with commas between them."""

    type: Type
    language: str

    def read(self, form: Typed, name: str) -> Any:
        pieces = [piece.strip() for piece in form.text(name).split(";" if ";" in form.text(name) else ",")]
        values = [read_amount(piece, self.type) if self.type in NUMBERS else piece for piece in pieces if piece]
        return values or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        values = data if isinstance(data, list) else []
        spelled = [show_amount(value, self.type, self.language) for value in values]
        return Box("text", name, path, value="; ".join(spelled), unit=UNITS.get(self.type, ""))


def fact_choice(setting: Setting, types: frozenset[Type], *, reshapes: bool = False) -> OneOf:
    """Which fact, grouped by what it measures; no types means all."""
    facts = [fact for fact in setting.registry.facts.values() if not types or fact.type in types]
    order = list(HEADINGS)
    facts = [fact for fact in facts if _can_be_named(fact, setting)]
    facts.sort(key=lambda fact: order.index(fact.type))
    headings = {fact.name: HEADINGS[fact.type] for fact in facts} if len({fact.type for fact in facts}) > 1 else {}
    return OneOf({fact.name: fact.label for fact in facts}, reshapes, headings)


def value_control(fact: Fact, setting: Setting) -> Control:
    """The field for one value of this fact."""
    choices = _choices(fact, setting)
    if fact.type is Type.FLAG:
        return YesNo()
    if fact.type is Type.DATE:
        return Day()
    if fact.type is Type.WORDS:
        return Several(choices) if choices else Line(fact.type, setting.language)
    if fact.type is Type.WORD:
        return Text(choices) if fact.open and len(choices) < 2 else OneOf(choices, open=fact.open)
    return Amount(fact.type, setting.language, counted_in=fact.counted_in[setting.language] if fact.counted_in else "")


def values_control(fact: Fact, setting: Setting) -> Control:
    """The field for several values of this fact."""
    choices = _choices(fact, setting)
    return Several(choices) if choices else Line(fact.type, setting.language)


def labelled(box: Box, label: Words, *, optional: bool = False, left_out: Words | None = None) -> Box:
    return replace(box, label=label, optional=optional, left_out=left_out)


def _choices(fact: Fact, setting: Setting) -> Titles:
    return {**fact.choices, **setting.names.get(fact.name, {})}


def _can_be_named(fact: Fact, setting: Setting) -> bool:
    """There is no choosing between services where there is one."""
    return fact.name != "service" or len(setting.names.get("service", {})) > 1


def _own(value: str) -> Words:
    return Words(value, value)
