"""A printer's spaces: what must not be torn apart at the end of a line stays together."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
SHORT_WORD = re.compile(r"(?<![^\s(])([aiouwzAIOUWZ]) ")
BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:zł|PLN|cm|mm|m|m²|l|ml|%|gr|szt\.)(?![\w]))")
IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def typeset(text: str) -> str:
    """The text with no-break spaces after one-letter words, within numbers and before units."""
    for torn in (SHORT_WORD, BEFORE_UNIT, IN_NUMBER):
        text = torn.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    return text
