"""The pages of a document: ONE FILE HERE AND ONE TEMPLATE OF ITS NAME in templates/pdf/ = ONE PAGE.

A page module has `ORDER`, its place in the document, and `context(subject)`: what its template needs, or None when the
page has nothing to say of this subject. What takes long is computed as the template asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from configurator.exports.subject import Subject

Context = Mapping[str, Any]


class Module(Protocol):
    ORDER: int

    def context(self, subject: Subject) -> Context | None: ...


@dataclass(frozen=True)
class Page:
    """`key` is the file's name: it names the template and the page in addresses."""

    key: str
    module: Module

    def context(self, subject: Subject) -> Context | None:
        return self.module.context(subject)


def _read_folder() -> tuple[Page, ...]:
    keys = [found.name for found in iter_modules([str(Path(__file__).parent)])]
    pages = [Page(key, cast(Module, import_module(f"{__name__}.{key}"))) for key in keys]
    orders = [page.module.ORDER for page in pages]
    if len(set(orders)) < len(orders):
        raise ValueError("two pages of a document claim the same place")
    return tuple(sorted(pages, key=lambda page: page.module.ORDER))


PAGES = _read_folder()
