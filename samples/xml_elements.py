"""A stranger's XML read one element at a time, under limits; a DTD, an entity or too deep a nest is refused."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from samples.fault import Fault

DEEPEST = 32
HEAD = 4096
MOST_ELEMENTS = 1_500_000


def root_is(data: bytes, name: bytes) -> bool:
    """Whether the document seems to begin with an element of the name, whatever its namespace is called."""
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and any(mark + name in head for mark in (b"<", b":"))


def elements(data: bytes) -> Iterator[Element]:
    """Every element as it ends, the innermost first. Faults: `hostile_xml`, `too_long`, `cut_short`."""
    depth = count = 0
    try:
        for event, element in iterparse(BytesIO(data), events=("start", "end")):
            depth += 1 if event == "start" else -1
            count += 1
            if depth > DEEPEST or count > 2 * MOST_ELEMENTS:
                raise Fault("file", "too_long", most=MOST_ELEMENTS)
            if event == "end":
                yield element
    except DefusedXmlException as error:
        raise Fault("file", "hostile_xml") from error
    except ParseError as error:
        raise Fault(f"line {error.position[0]}", "cut_short") from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        if isinstance(error, Fault):
            raise
        raise Fault("file", "cut_short") from error


def local(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_at(element: Element, name: str) -> str:
    """What the first element within of the local name says; empty where there is none."""
    return next(((one.text or "").strip() for one in element.iter() if local(one) == name), "")


def numbers_in(text: str, place: str, most: int) -> list[float]:
    """Numbers apart by white space; Fault `not_a_number` or `too_long`."""
    told = text.split(None, most)
    if len(told) > most:
        raise Fault(place, "too_long", most=most)
    try:
        return [float(one) for one in told]
    except ValueError:
        raise Fault(place, "not_a_number", found=text[:20]) from None
