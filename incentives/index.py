"""Which rules can be met at all: found by a word that they ask for, so that the others need not be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incentives.condition import Condition
from incentives.conditions.all_of import AllOf
from incentives.conditions.equal import Equal
from incentives.conditions.one_of import OneOf
from incentives.fact import Type, Value
from incentives.rule import Rule


class Index:
    """Rules by the word of one fact, the one that tells most of them apart; those that do not ask for it are in all."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        asked = [(rule, dict(_words_asked(rule.when))) for rule in rules]
        words: dict[str, set[str]] = {}
        for _, found in asked:
            for name, wanted in found.items():
                words.setdefault(name, set()).update(wanted)
        self.fact = max(words, key=lambda name: (len(words[name]), name), default="")
        self.others = tuple(rule for rule, found in asked if self.fact not in found)
        self.by_word: dict[Any, tuple[Rule, ...]] = {
            word: tuple(rule for rule, found in asked if word in found.get(self.fact, (word,)))
            for word in words.get(self.fact, ())
        }

    def candidates(self, values: Mapping[str, Value]) -> Sequence[Rule]:
        """Every rule that these facts could meet for certain, and few others."""
        return self.by_word.get(values.get(self.fact), self.others)


def _words_asked(condition: Condition) -> Iterator[tuple[str, frozenset[str]]]:
    """For each fact that holds a word, the words of which the condition needs one."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _words_asked(part)
    elif isinstance(condition, Equal | OneOf) and condition.kind != "not_equal" and condition.fact.type is Type.WORD:
        wanted = condition.values if isinstance(condition, OneOf) else (condition.value,)
        yield condition.fact.name, frozenset(str(word) for word in wanted)
