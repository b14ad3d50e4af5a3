"""A feed as Google Merchant Center takes it: RSS 2.0 or Atom, the attributes as elements (`g:id`, `g:price` …).

Its specification: https://support.google.com/merchants/answer/7052112
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from configurator.imports.sheet import MOST_COLUMN, Reader, Sheet
from configurator.products.feeds import local, products_of, root_of, sheet_of, text_of

LEFT_OUT = {"description", "link", "mobile_link", "additional_image_link"}


def _recognises(data: bytes) -> bool:
    return root_of(data) in ("rss", "RDF", "feed")


def _read(data: bytes) -> Sheet:
    products = products_of(data, ("item", "entry"))
    return sheet_of("merchant", (dict(_cells(product)) for product in products))


def _cells(product: Element) -> Iterator[tuple[str, str]]:
    """What each name says; of several the first, a `g:` one before others."""
    found: dict[str, str] = {}
    for child in sorted(product, key=lambda child: "base.google.com" not in child.tag):
        if local(child) == "product_detail":
            told = {local(part): text_of(part) for part in child}
            name, text = told.get("attribute_name", "")[:MOST_COLUMN], told.get("attribute_value", "")
        else:
            name, text = local(child), text_of(child)
        if name and text and name not in LEFT_OUT:
            found.setdefault(name, text.rpartition(">")[2].strip() if name == "product_type" else text)
    yield from found.items()


READER = Reader("merchant", _recognises, _read)
