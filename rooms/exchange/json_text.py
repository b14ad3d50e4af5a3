"""JSON from a stranger: size, depth, numbers and encoding are checked before anything is believed."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from rooms.fault import Fault
from rooms.fields import MOST_COORDINATE_MM

MOST_JSON_BYTES = 16 * 1024 * 1024


def looks_like_object(data: bytes) -> bool:
    """Whether the text's first letter opens a JSON object."""
    return data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read_object(data: bytes) -> dict[str, Any]:
    """The JSON object in the file; Fault `too_large`, `not_text`, `damaged_json` or `not_a_number`."""
    if len(data) > MOST_JSON_BYTES:
        raise Fault("", "too_large", most=MOST_JSON_BYTES)
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise Fault("", "not_text", at=error.start) from error
    except json.JSONDecodeError as error:
        raise Fault("", "damaged_json", line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        if isinstance(error, Fault):
            raise
        raise Fault("", "damaged_json") from error  # a number of thousands of digits, or brackets without end
    if not isinstance(found, dict):
        raise Fault("", "not_a_plan")
    return found


def _refuse(constant: str) -> NoReturn:
    raise Fault("", "not_a_number", found=constant)


def real(holder: Any, *path: str | int, missing: float | None = None) -> float:
    """The finite number at the end of the path; Fault `not_a_number` where it is absent without a value for that."""
    found = holder
    for step in path:
        try:
            found = found[step]
        except (LookupError, TypeError):
            found = missing
            break
    if isinstance(found, bool) or not isinstance(found, int | float) or not abs(found) < math.inf:
        raise Fault("/".join(map(str, path)), "not_a_number")
    return float(found) if abs(found) < MOST_COORDINATE_MM * 1000 else math.copysign(MOST_COORDINATE_MM * 1000, found)


def length(holder: Any, *path: str | int, unit_mm: float, missing_mm: int | None = None) -> int:
    """A length in whole mm, halves upwards; Fault as `real`, or `out_of_range` beyond what a coordinate may be."""
    missing = None if missing_mm is None else missing_mm / unit_mm
    found = real(holder, *path, missing=missing) * unit_mm
    if abs(found) > MOST_COORDINATE_MM:
        raise Fault("/".join(map(str, path)), "out_of_range", most=MOST_COORDINATE_MM)
    return math.floor(found + 0.5)
