"""Whether a list of entries is written in its vocabulary: checked when the program starts, not when it draws."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from rooms.fault import Fault
from rooms.vocabulary.entries import TEXTS, Fields, Vocabulary, is_command
from rooms.vocabulary.materials import MATERIALS
from rooms.vocabulary.shape import check_expression

GROUP = frozenset({"let", "repeat", "as", "when", "parts"})
CHOICES: Mapping[str, Collection[str | None]] = {
    "of": MATERIALS,
    "axis": ("x", "y", "z"),
    "weight": ("outline", "detail", "hidden"),
    "fill": (None, "paper", "shade", "ink"),
}


def check_entries(entries: Any, vocabulary: Vocabulary, path: str) -> None:
    """Raise Fault unless the list is written in the vocabulary and its expressions read."""
    if not isinstance(entries, list):
        raise Fault(path, "not_a_list")
    for place, entry in enumerate(entries):
        here = f"{path}/{place}"
        if not isinstance(entry, dict):
            raise Fault(here, "not_an_object")
        if "parts" in entry:
            _check_group(entry, vocabulary, here)
        else:
            _check_word(entry, vocabulary, here)


def check_names(names: Any, path: str) -> None:
    """Raise Fault unless the named sums read."""
    if not isinstance(names, dict):
        raise Fault(path, "not_an_object")
    for name, expression in names.items():
        check_expression(expression, f"{path}/{name}")


def _check_group(group: Fields, vocabulary: Vocabulary, path: str) -> None:
    for name in group:
        if name not in GROUP:
            raise Fault(f"{path}/{name}", "unknown_field")
    check_names(group.get("let", {}), f"{path}/let")
    for name in ("repeat", "when"):
        check_expression(group.get(name, 1), f"{path}/{name}")
    check_entries(group["parts"], vocabulary, f"{path}/parts")


def _check_word(entry: Fields, vocabulary: Vocabulary, path: str) -> None:
    if (word := vocabulary.get(str(entry.get("is")))) is None:
        raise Fault(f"{path}/is", "unknown_word", found=entry.get("is"))
    for name, value in entry.items():
        if name not in word.needs and name not in word.may and name not in ("is", "of"):
            raise Fault(f"{path}/{name}", "unknown_field")
        if name not in TEXTS:
            _check_value(value, f"{path}/{name}")
        elif name in CHOICES and value not in CHOICES[name]:
            raise Fault(f"{path}/{name}", "not_a_choice", found=value)
    for name in word.needs:
        if name not in entry:
            raise Fault(f"{path}/{name}", "missing")


def _check_value(value: Any, path: str) -> None:
    if value is None or isinstance(value, bool):
        return
    if not isinstance(value, list):
        check_expression(value, path)
        return
    for place, one in enumerate(value):
        if not (place == 0 and is_command(one)):
            _check_value(one, f"{path}/{place}")
