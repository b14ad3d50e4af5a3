"""Java's property files: `key=value` lines in ISO 8859-1 with \\uXXXX, or in UTF-8 as newer editors write them."""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_PROPERTIES = 100_000
PLAIN_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
KEY = re.compile(r"((?:\\.|[^\\=:\s])*)\s*[=:]?\s*", re.DOTALL)


def read_properties(data: bytes) -> Mapping[str, str]:
    """The values by key; of a key that stands twice the last one counts, of too many lines the first count."""
    found: dict[str, str] = {}
    for line in _lines(_decoded(data)):
        key = KEY.match(line)
        if key is None or len(found) >= MOST_PROPERTIES:
            continue
        found[_plain(key[1])] = _plain(line[key.end() :])
    return found


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _lines(text: str) -> list[str]:
    """Lines without remarks; one that ends in an odd number of backslashes goes on in the next."""
    found: list[str] = []
    held = ""
    for line in re.split(r"\r\n|\r|\n", text):
        told = held + line.lstrip()
        if not held and told[:1] in ("#", "!", ""):
            continue
        if (len(told) - len(told.rstrip("\\"))) % 2:
            held = told[:-1]
        else:
            found.append(told)
            held = ""
    return [*found, held] if held else found


def _plain(text: str) -> str:
    return (
        ESCAPE.sub(lambda found: _meant(found[1]), text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )


def _meant(told: str) -> str:
    return chr(int(told[1:], 16)) if len(told) > 1 else PLAIN_ESCAPES.get(told, told)
