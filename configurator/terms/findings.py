"""What is wrong with a draft, told at the field where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from configurator.i18n import language, translate
from configurator.terms.asked import ASKED
from configurator.terms.box import Box
from configurator.terms.pieces import Piece
from incentives.lint import ERROR, Finding

EMPTY = frozenset({"missing", "unknown_fact", "not_a_choice", "not_a_condition", "not_an_amount", "not_a_text"})
NOT_NUMBERS = frozenset({"not_a_whole_number", "out_of_range"})
DECIMAL = frozenset({"zł", "m²"})


@dataclass(frozen=True)
class Told:
    """A sentence at the field `name`; `empty` when the field only waits to be filled in."""

    name: str
    text: str
    severity: str
    empty: bool = False


def told(findings: Sequence[Finding], piece: Piece, box: Box) -> list[Told]:
    """What is wrong inside this piece, each at the innermost field around it; and every field still empty."""
    blanks = [Told(blank.name, translate("terms.wrong_empty"), ERROR, empty=True) for blank in box.blanks()]
    faults = [_told(finding, box.nearest(finding.path)) for finding in findings if belongs(finding, piece)]
    return [*blanks, *(one for one in faults if not _is_among(one, blanks))]


def belongs(finding: Finding, piece: Piece) -> bool:
    if not piece.path:
        return finding.path.partition("/")[0] in {asks.name for asks in ASKED[piece.part]}
    if piece.part == "overrides" and finding.path.startswith(f"{piece.path}/rules/"):
        return False  # a piece of its own
    return finding.path == piece.path or finding.path.startswith(f"{piece.path}/")


def general(findings: Sequence[Finding], pieces: Sequence[Piece]) -> list[str]:
    """What is wrong with the draft as a whole, as sentences."""
    rest = [finding for finding in findings if not any(belongs(finding, piece) for piece in pieces)]
    return [translate("terms.no_service") if finding.path == "services" else _sentence(finding) for finding in rest]


def _is_among(one: Told, blanks: Sequence[Told]) -> bool:
    """Whether it says no more than that these fields are empty."""
    return one.empty and any(blank.name == one.name or blank.name.startswith(f"{one.name}/") for blank in blanks)


def _told(finding: Finding, box: Box) -> Told:
    if finding.kind in EMPTY and not box.value and finding.severity == ERROR:
        return Told(box.name, translate("terms.wrong_empty"), finding.severity, empty=True)
    if finding.kind == "empty_list":
        return Told(box.name, translate("terms.wrong_empty_list"), finding.severity, empty=True)
    if finding.kind in NOT_NUMBERS and box.kind == "amount":
        asked = "terms.wrong_decimal" if box.unit in DECIMAL else "terms.wrong_whole"
        return Told(box.name, translate(asked), finding.severity)
    return Told(box.name, _sentence(finding), finding.severity)


def _sentence(finding: Finding) -> str:
    text: str = finding.as_data()["text"][language()]
    return text
