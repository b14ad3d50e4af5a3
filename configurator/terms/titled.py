"""Lists of things that have only a title: pools and groups, categories and brands, what a fact may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from configurator.terms.box import ABSENT, Box
from configurator.terms.controls import Both, Control
from configurator.terms.passing import is_passing, passing_name
from configurator.terms.typed import Typed
from incentives.wording import Words

TITLE = Words("Nazwa", "Name")


@dataclass(frozen=True)
class Titled(Control):
    """Each added, named in both languages, taken away, and with `ordered` moved up, by buttons.

    `listed`: as a list of names and titles, in order; else as titles by name. `first` is what the first one is added
    after.
    """

    listed: bool = False
    ordered: bool = False
    first: tuple[str, Words] | None = None

    def read(self, form: Typed, name: str) -> Any:
        keys = [key for key in form.under(name) if not form.pressed("remove", f"{name}/{key}")]
        found = {key: Both().read(form, f"{name}/{key}") for key in self._moved(keys, form, name)}
        if form.pressed("add", name):
            if self.first and not found:
                found[self.first[0]] = self.first[1].as_data()
            found[passing_name()] = ABSENT
        held = {key: {} if title is ABSENT else title for key, title in found.items()}
        return ([_item(key, title) for key, title in held.items()] if self.listed else held) or ABSENT

    def _moved(self, keys: list[str], form: Typed, name: str) -> list[str]:
        for place, key in enumerate(keys):
            if place and self.ordered and form.pressed("up", f"{name}/{key}"):
                return [*keys[: place - 1], key, keys[place - 1], *keys[place + 1 :]]
        return keys

    def show(self, data: Any, name: str, path: str) -> Box:
        boxes = tuple(
            replace(_box(title, f"{name}/{key}", place), value=key) for key, title, place in self._held(data, path)
        )
        return Box("ordered" if self.ordered else "titled", name, path, boxes=boxes)

    def _held(self, data: Any, path: str) -> Iterator[tuple[str, Any, str]]:
        """Each name with its title and the title's place in the terms."""
        if self.listed:
            for place, item in enumerate(data if isinstance(data, list) else []):
                if isinstance(item, dict):
                    yield str(item.get("id")), item.get("title"), f"{path}/{place}/title"
                else:
                    yield str(item), None, f"{path}/{place}"
        elif isinstance(data, dict):
            yield from ((key, title, f"{path}/{key}") for key, title in data.items())


def titles_in(data: Any) -> Mapping[str, Any]:
    """The titles of a list as it stands in the terms, by name; None where there is none."""
    items = data if isinstance(data, list) else []
    return {
        str(item.get("id") if isinstance(item, dict) else item): item.get("title") if isinstance(item, dict) else None
        for item in items
    }


def _item(key: str, title: Any) -> Any:
    """What had no title before needs none."""
    return {"id": key, "title": title} if title or is_passing(key) else key


def _box(title: Any, name: str, path: str) -> Box:
    return replace(Both().show(title, name, path), label=TITLE)
