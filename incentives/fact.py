"""What a fee may depend on: one fact, its type, its words, and who can change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from incentives import wording
from incentives.reading import BIGGEST, Node
from incentives.wording import Quantity, Words

Value = bool | int | str | frozenset[str]
"""What a fact holds: yes or no, a whole number (grosze, counts, mm², days, per cent, ordinal of a date), words."""


class Type(StrEnum):
    """What kind of value a fact holds, which also says its unit."""

    FLAG = "flag"
    COUNT = "count"
    MONEY = "money"
    AREA = "area"
    DAYS = "days"
    PERCENT = "percent"
    DATE = "date"
    WORD = "word"
    WORDS = "words"

    @property
    def unit(self) -> str:
        return {"money": "gr", "area": "mm2", "days": "days", "percent": "%"}.get(self.value, "")


NUMBERS = frozenset({Type.COUNT, Type.MONEY, Type.AREA, Type.DAYS, Type.PERCENT, Type.DATE})
SPELL: dict[Type, Callable[[int], Quantity]] = {
    Type.COUNT: wording.count,
    Type.MONEY: wording.money,
    Type.AREA: wording.area,
    Type.DAYS: wording.days,
    Type.PERCENT: wording.percent,
}


class Changer(StrEnum):
    """Who can change a fact from now on."""

    CUSTOMER = "customer"
    STORE = "store"
    TIME = "time"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Brings:
    """What else is true once a fact has been raised: a purchase from the project is a purchase, made today."""

    raised: tuple[str, ...] = ()
    raised_to: tuple[str, ...] = ()
    zero: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, node: Node) -> Brings:
        fields = node.fields((), ("raise", "raise_to", "zero", "copy"))
        names = {key: tuple(item.slug() for item in fields[key].items()) for key in fields if key != "copy"}
        copies = fields["copy"].entries().items() if "copy" in fields else ()
        return cls(
            names.get("raise", ()),
            names.get("raise_to", ()),
            names.get("zero", ()),
            tuple((name, source.slug()) for name, source in copies),
        )


@dataclass(frozen=True)
class Fact:
    """One thing a fee may depend on.

    `until` names the flag after which the customer can no longer change it; `whole` says that raising it
    takes one act of the whole value (a single purchase); `bought` that it costs money, but not how much;
    `effort` orders free acts from easy to hard; `net` that the money is without tax and is told so, and `gross`
    names the fact of the same money with tax; `counted_in` is the unit of a count, such as km.
    """

    name: str
    type: Type
    label: Words
    changer: Changer
    told: Mapping[str, Words] = field(default_factory=dict)
    act: Mapping[str, Words] = field(default_factory=dict)
    choices: Mapping[str, Words] = field(default_factory=dict)
    open: bool = True
    until: str | None = None
    effort: int = 1
    whole: bool = False
    bought: bool = False
    net: bool = False
    gross: str | None = None
    counted_in: Words | None = None
    sum_of: tuple[str, ...] = ()
    brings: Brings = Brings()
    name_of: Words | None = None

    OPTIONAL = (
        "told", "act", "choices", "open", "until", "effort", "whole", "bought", "net", "gross", "sum_of", "brings",
        "counted_in",
    )  # fmt: skip

    @classmethod
    def read(cls, name: str, node: Node, *, in_family: bool = False) -> Fact:
        """A fact from the registry or the terms; a family's member also says `of` what and may name it in words."""
        fields = node.fields(("type", "label", "changer"), (*cls.OPTIONAL, *(("of",) if in_family else ())))
        gap = ("name",) if in_family else ()
        known_choices = _words_by_name(fields.get("choices"))
        return cls(
            name=name,
            type=Type(fields["type"].choice(*Type)),
            label=Words.read(fields["label"], gap),
            changer=Changer(fields["changer"].choice(*Changer)),
            told=_sentences(
                fields.get("told"), ("none", "late", "some", "was", "yes", "no", "before"), ("actual", *gap)
            ),
            act=_sentences(fields.get("act"), ("any", "first", "more", "several"), ("actual", "more", "wanted", *gap)),
            choices=known_choices,
            open=fields["open"].flag() if "open" in fields else not known_choices,
            until=fields["until"].slug() if "until" in fields else None,
            effort=fields["effort"].integer(0, 10_000) if "effort" in fields else 1,
            whole="whole" in fields and fields["whole"].flag(),
            bought="bought" in fields and fields["bought"].flag(),
            net="net" in fields and fields["net"].flag(),
            gross=fields["gross"].slug() if "gross" in fields else None,
            counted_in=Words.read(fields["counted_in"]) if "counted_in" in fields else None,
            sum_of=tuple(item.slug() for item in fields["sum_of"].items()) if "sum_of" in fields else (),
            brings=Brings.read(fields["brings"]) if "brings" in fields else Brings(),
        )

    @property
    def unit(self) -> str:
        return self.type.unit

    def value(self, node: Node) -> Value:
        """The value of this fact that stands in a document; Fault when it is of another type or impossible."""
        match self.type:
            case Type.FLAG:
                return node.flag()
            case Type.WORD:
                return self._word(node)
            case Type.WORDS:
                return frozenset(self._word(item) for item in node.items())
        return self.number(node)

    def number(self, node: Node) -> int:
        """The value of a fact that is a number or a date (then its ordinal)."""
        if self.type is Type.DATE:
            return node.day().toordinal()
        return node.integer(0, 100 if self.type is Type.PERCENT else BIGGEST)

    def as_data(self, value: Value) -> Any:
        """The value as it stands in a document."""
        if self.type is Type.DATE and isinstance(value, int):
            return date.fromordinal(value).isoformat()
        return sorted(value) if isinstance(value, frozenset) else value

    def spelled(self, value: Value) -> Words | Quantity:
        """The value as a person reads it, with its unit."""
        if isinstance(value, bool):
            return Words("tak", "yes") if value else Words("nie", "no")
        if isinstance(value, frozenset):
            return wording.listed([self._spelled_word(word) for word in sorted(value)]) if value else Words("–", "–")
        if isinstance(value, str):
            return self._spelled_word(value)
        if self.type is Type.DATE:
            return wording.calendar_day(date.fromordinal(value))
        spelled = SPELL[self.type](value)
        if self.counted_in:
            return wording.counted_in(spelled, self.counted_in)
        return wording.net(spelled) if self.net else spelled

    def can_be_raised(self, values: Mapping[str, Value]) -> bool:
        """Whether the customer can still make it more, as far as these facts say."""
        return self.changer is Changer.CUSTOMER and not (self.until and values.get(self.until) is True)

    def _word(self, node: Node) -> str:
        return node.text(80) if self.open else node.choice(*self.choices)

    def _spelled_word(self, word: str) -> Words:
        return self.choices.get(word) or wording.plain(word)


def _words_by_name(node: Node | None) -> Mapping[str, Words]:
    entries = node.entries() if node else {}
    return MappingProxyType({name: Words.read(words) for name, words in entries.items()})


def _sentences(node: Node | None, names: tuple[str, ...], gaps: tuple[str, ...]) -> Mapping[str, Words]:
    fields = node.fields((), names) if node else {}
    return MappingProxyType({name: Words.read(words, gaps) for name, words in fields.items()})
