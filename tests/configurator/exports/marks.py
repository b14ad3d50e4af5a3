"""What is on a PDF's sheet, out of its content stream: filled outlines in millimetres of paper."""

from __future__ import annotations

from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
MM = 72 / 25.4
FILLS = {b"f", b"f*", b"B", b"B*", b"b", b"b*"}
STROKES = {b"S", b"s", b"n", *FILLS}


def filled(page: PageObject, colour: str) -> set[Point]:
    """The corners of everything filled with #rrggbb, from the sheet's lower left."""
    content = page.get_contents()
    assert isinstance(content, ContentStream)
    found: set[Point] = set()
    matrix, path, fill = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), [], ""
    saved: list[tuple[Matrix, str]] = []
    for operands, operator in content.operations:
        numbers = [float(one) for one in operands if not isinstance(one, (str, bytes, list, dict))]
        if operator == b"q":
            saved.append((matrix, fill))
        elif operator == b"Q":
            matrix, fill = saved.pop()
        elif operator == b"cm":
            matrix = _product(tuple(numbers), matrix)  # type: ignore[arg-type]
        elif operator in (b"rg", b"scn", b"sc") and len(numbers) == 3:
            fill = "#" + "".join(f"{round(share * 255):02x}" for share in numbers)
        elif operator in (b"m", b"l"):
            path.append(_placed(matrix, numbers[0], numbers[1]))
        if operator in FILLS and fill == colour:
            found.update(path)
        if operator in STROKES:
            path = []
    return found


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _placed(matrix: Matrix, x: float, y: float) -> Any:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) / MM, (b * x + d * y + f) / MM
