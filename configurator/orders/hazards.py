"""The law's statements in a seller's warnings, for readers of another language than the label's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from configurator.i18n import has_words

CODE = re.compile(r"\b(?:EUH\d{3}|P102)\b")


def statements(warnings: str) -> Sequence[str]:
    """The words' names of the statements that the warnings cite, in their order."""
    cited = (f"samples.statement_{code.lower()}" for code in CODE.findall(warnings))
    return [name for name in dict.fromkeys(cited) if has_words(name)]
