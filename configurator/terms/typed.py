"""A form as it was posted: its fields by their places, and the button that was pressed."""

from __future__ import annotations

from collections.abc import Iterator

from werkzeug.datastructures import MultiDict

MOST_DEPTH = 32
"""As deep as terms may be."""


class Typed:
    """`when/0/fact` is the field `fact` of the first part of `when`; `press` is a verb and a place, `add when`."""

    def __init__(self, form: MultiDict[str, str]) -> None:
        self._form = MultiDict((name, held) for name, held in form.items(multi=True) if name.count("/") < MOST_DEPTH)
        self.verb, _, self.place = form.get("press", "").partition(" ")

    def text(self, name: str) -> str:
        """One line, without the spaces around it."""
        return " ".join(self._form.get(name, "").split())

    def many(self, name: str) -> list[str]:
        return [value for value in self._form.getlist(name) if value]

    def has(self, name: str) -> bool:
        return name in self._form

    def under(self, name: str) -> list[str]:
        """The names of the parts of this place, in the order of the page."""
        return list(dict.fromkeys(self._under(f"{name}/")))

    def pressed(self, verb: str, name: str) -> bool:
        return self.verb == verb and self.place == name

    def _under(self, start: str) -> Iterator[str]:
        for key in self._form:
            if key.startswith(start):
                yield key[len(start) :].partition("/")[0]
