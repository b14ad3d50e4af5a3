"""A feed as the price comparison Ceneo takes it: `<offers><o id price><cat><name><imgs><attrs><a name="EAN">`."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from configurator.imports.sheet import MOST_COLUMN, Reader, Sheet
from configurator.products.feeds import local, products_of, root_of, sheet_of, text_of

OWN = ("id", "price", "avail", "stock")


def _recognises(data: bytes) -> bool:
    return root_of(data) == "offers"


def _read(data: bytes) -> Sheet:
    return sheet_of("ceneo", (dict(_cells(product)) for product in products_of(data, ("o",))))


def _cells(product: Element) -> Iterator[tuple[str, str]]:
    """What each name says; of several attributes of one name the first."""
    found = {name: product.get(name, "").strip() for name in OWN}
    parts = {local(part): part for part in reversed(product)}
    found["name"] = text_of(parts.get("name"))
    found["cat"] = text_of(parts.get("cat")).rpartition("/")[2].strip()
    found["image"] = next((one.get("url", "") for one in parts.get("imgs", ()) if local(one) == "main"), "")
    for one in parts.get("attrs", ()):
        found.setdefault(" ".join(one.get("name", "").split())[:MOST_COLUMN], text_of(one))
    yield from ((name, text) for name, text in found.items() if name and text)


READER = Reader("ceneo", _recognises, _read)
