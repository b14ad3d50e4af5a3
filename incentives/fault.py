"""What is wrong with an input, and where."""

from __future__ import annotations


class Fault(ValueError):
    """A refusal that names its place.

    `path` is the place in the input, as in `rules/0/when/any/1/value`; `reason` is a fixed word that a
    front end translates; `detail` holds what the sentence needs (limits, the value that was found).
    """

    def __init__(self, path: str, reason: str, **detail: object) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        told = ", ".join(f"{name} {value}" for name, value in self.detail.items())
        return f"{self.path or 'the document'}: {self.reason.replace('_', ' ')}" + (f" ({told})" if told else "")
