"""The argument `--deck`: the colours that a plan's codes mean, from a file of any format that decks are imported in."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from configurator.decks.sheet import guessed, read_sheet
from configurator.decks.trying import Held, Tried, missing, tried
from configurator.errors import Refused
from configurator.imports.sheet import Sheet
from rooms.fault import Fault
from rooms.plan import Plan
from samples.deck import Deck
from samples.demo import demo_deck

NOBODY = Held({}, {})
MOST_TOLD = 20


@dataclass(frozen=True)
class DeckFile:
    """A file of colours, with the column of each field as far as its name tells."""

    name: str
    sheet: Sheet
    columns: dict[str, str]

    @classmethod
    def read(cls, named: str) -> DeckFile:
        """`-` is standard input; Fault when it cannot be read as colours."""
        data = sys.stdin.buffer.read() if named == "-" else Path(named).read_bytes()
        try:
            sheet = read_sheet(data, named)
        except Refused as refused:
            raise Fault(refused.path or named, refused.reason, **refused.detail) from refused
        return cls(named, sheet, guessed(sheet))

    def tried(self, goal: str, held: Held) -> Tried:
        """What taking it in would do; Fault `no_colour_column`."""
        if goal != "remove" and missing(self.columns):
            raise Fault("columns", "no_colour_column", wanted="hex, L a b or R G B")
        return tried(self.sheet, self.columns, goal, held)

    def deck(self) -> Deck:
        """Its colours alone; rows that stay out go to standard error. Fault `cut_short`, `no_colours`."""
        found = self.tried("replace", NOBODY)
        for one in found.wrong[:MOST_TOLD]:
            print(f"{self.name}: row {one.number}: {one.field} {one.reason.replace('_', ' ')}", file=sys.stderr)  # noqa: T201 - a command tells
        if found.is_cut or not found.added:
            raise Fault(self.name, "cut_short" if found.is_cut else "no_colours")
        name = Path(self.name).stem
        return Deck(name, name, name, found.added)


def add_deck(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--deck",
        metavar="FILE",
        help="the plan's colours: CSV, XLSX, ASE, ACO, GPL, CxF3 or SBZ; else the demonstration deck",
    )


def deck_for(plan: Plan, named: str | None) -> Deck:
    """The named file's deck, which must hold every code of the plan; Fault `not_in_deck` at the first finish that
    wears another. Without a file the demonstration deck, whatever the plan wears.
    """
    if named is None:
        return demo_deck()
    deck = DeckFile.read(named).deck()
    unknown = {id_: one.paint for id_, one in plan.finishes.items() if one.paint and one.paint not in deck}
    if unknown:
        id_, codes = next(iter(unknown)), sorted(set(unknown.values()))
        raise Fault(f"finishes/{id_}/paint", "not_in_deck", deck=named, codes=" ".join(codes[:MOST_TOLD]))
    return deck
