"""What a form asks for each field of a kind, and how the kind reads as a sentence: said once, beside the field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_type_hints

from incentives.fact import Type
from incentives.wording import Words


@dataclass(frozen=True)
class Asked:
    """A field's label; its name in the terms, if that is another; the types of fact, or the choices, it may name.

    `told` is what a field that may be left out adds to the sentence of its kind, its gap being `{value}`; `left_out`
    is what holds without it. `of_fact`: it is an amount of the fact beside it, in that fact's unit. `reshapes`: other
    fields follow from it. `only`: it is asked for these types of fact alone, as the field `type` beside it says.
    """

    label: Words
    name: str = ""
    types: frozenset[Type] = frozenset()
    choices: Mapping[str, Words] = field(default_factory=dict)
    told: Words | None = None
    optional: bool = False
    left_out: Words | None = None
    of_fact: bool = False
    reshapes: bool = False
    only: frozenset[Type] = frozenset()


@dataclass(frozen=True)
class Question:
    """One field as the form asks for it: its attribute, its name in the terms, the type that belongs there."""

    attribute: str
    name: str
    hint: Any
    asked: Asked
    optional: bool
    usual: Any = None

    @property
    def unit(self) -> Type:
        """Of a whole number: what it counts, as its name says."""
        endings = {"_gr": Type.MONEY, "_mm2": Type.AREA, "percent": Type.PERCENT, "_days": Type.DAYS}
        return next((type_ for ending, type_ in endings.items() if self.name.endswith(ending)), Type.COUNT)


@dataclass(frozen=True)
class Shape:
    """One of several ways to write the same thing, told apart by the fields that are there."""

    name: str
    called: Words
    questions: tuple[Question, ...]


def asked(
    pl: str,
    en: str,
    *,
    name: str = "",
    types: tuple[Type, ...] = (),
    choices: Mapping[str, Words] = MappingProxyType({}),
    told: Words | None = None,
    optional: bool = False,
    left_out: Words | None = None,
    of_fact: bool = False,
    reshapes: bool = False,
    only: tuple[Type, ...] = (),
) -> Mapping[str, Asked]:
    """The metadata of a dataclass's field that a form asks for."""
    shape = (of_fact, reshapes, frozenset(only))
    return {"asked": Asked(Words(pl, en), name, frozenset(types), choices, told, optional, left_out, *shape)}


def question(name: str, hint: Any, metadata: Mapping[str, Asked]) -> Question:
    """A field of a shape, which is no field of a class."""
    found = metadata["asked"]
    return Question(name, name, hint, found, found.optional)


def questions(kind: type) -> Iterator[Question]:
    """What a form asks to make one of this class, in the order of its fields."""
    hints = get_type_hints(kind)
    for place in fields(kind):
        found = place.metadata.get("asked")
        if not isinstance(found, Asked):
            continue
        hint = hints[place.name]
        may_miss = found.optional or NoneType in get_args(hint)
        has_default = place.default is not MISSING or place.default_factory is not MISSING
        usual = None if place.default is MISSING else place.default
        yield Question(place.name, found.name or place.name, hint, found, may_miss or has_default, usual)
