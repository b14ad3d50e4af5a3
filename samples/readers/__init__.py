"""Fan decks as files: one file of code is one format, found by itself; a format told twice is an error at import."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from samples.deck import MOST_PAINTS, Deck
from samples.fault import Fault
from samples.swatch import MOST_BYTES, Format, Reading, Swatch

MOST_FAULTS = 1000


def _found() -> Mapping[str, Format]:
    formats: dict[str, Format] = {}
    for module in pkgutil.iter_modules(__path__):
        one: Format = importlib.import_module(f"{__name__}.{module.name}").FORMAT
        if one.key in formats:
            raise RuntimeError(f"the format {one.key} is told twice")
        formats[one.key] = one
    return MappingProxyType(formats)


FORMATS = _found()


def read(data: bytes, name: str) -> Reading:
    """All colours that can be read of a file; `name` is the file's, for its suffix.

    Fault when the file is empty, too big, of no known format, or not one colour of it can be read.
    """
    if not data:
        raise Fault("file", "empty")
    if len(data) > MOST_BYTES:
        raise Fault("file", "too_big", most_bytes=MOST_BYTES)
    reading = _collected(_format_of(data, name), data)
    if not reading.swatches:
        raise reading.faults[0] if reading.faults else Fault("file", "no_colours")
    return reading


def write(deck: Deck, key: str) -> bytes:
    """The deck as a file of the format; KeyError when there is no such format."""
    return FORMATS[key].write(deck)


def _format_of(data: bytes, name: str) -> Format:
    by_content = [one for one in FORMATS.values() if one.recognises(data)]
    by_suffix = [one for one in by_content if name.lower().endswith(one.suffix)]
    for one in by_suffix or by_content:
        return one
    raise Fault("file", "unknown_format", known=", ".join(FORMATS))


def _collected(one: Format, data: bytes) -> Reading:
    swatches: list[Swatch] = []
    faults: list[Fault] = []
    try:
        for found in one.read(data):
            if isinstance(found, Fault):
                faults.append(found)
            else:
                swatches.append(found)
            if len(swatches) > MOST_PAINTS or len(faults) == MOST_FAULTS:
                faults.append(Fault(found.place if isinstance(found, Swatch) else found.path, "too_many"))
                break
    except Fault as fault:
        faults.append(fault)
    return Reading(tuple(swatches[:MOST_PAINTS]), tuple(faults))
