"""Names with titles in the order of the list: the lanes of the terms, whose benefits add up, and their groups."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from incentives import wording
from incentives.reading import Node
from incentives.wording import Words

Titled = Mapping[str, Words]


def read_titled(node: Node | None) -> Titled:
    """`["fee", {"id": "club", "title": {pl, en}}]`; what has no title is read by its name."""
    found: dict[str, Words] = {}
    for item in node.items(least=1) if node else []:
        name, title = _read(item)
        if name in found:
            raise item.fault("repeated", found=name)
        found[name] = title
    return MappingProxyType(found)


def _read(item: Node) -> tuple[str, Words]:
    if isinstance(item.data, str):
        return item.slug(), wording.plain(item.data)
    fields = item.fields(("id", "title"))
    return fields["id"].slug(), Words.read(fields["title"])
