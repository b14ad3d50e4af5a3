"""What a file of the past may say of a service: columns named as people name the facts, and what stands in them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from configurator.errors import Refused
from configurator.terms.amounts import read_amount
from incentives.fact import Fact, Type
from incentives.fault import Fault
from incentives.reading import Node
from incentives.telling import Titles
from incentives.terms import Terms
from incentives.wording import Words

DAY, LISTED, CHARGED = "day", "listed", "charged"
OWN: Mapping[str, Words] = {
    DAY: Words("Data", "Date"),
    LISTED: Words("Opłata z cennika", "List price"),
    CHARGED: Words("Pobrana opłata", "Fee charged"),
}
NEEDED = (DAY, CHARGED)
YES, NO = ("tak", "yes", "t", "y", "1"), ("nie", "no", "n", "0")
FORMULA = "=+-@\t"
"""How a cell begins that a spreadsheet would work out."""
FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y")
LIMIT = re.compile(r"(uses|used_gr)_")


@dataclass(frozen=True)
class Columns:
    """The facts that a column may be about, those that the template offers first, and the words that facts may hold."""

    facts: Mapping[str, Fact]
    offered: tuple[str, ...]
    words: Mapping[str, Titles]

    @classmethod
    def of(cls, terms: Sequence[Terms], stores: Titles) -> Columns:
        """For these terms: the template has what they read; the store and the service where there are several."""
        facts = {name: fact for one in terms for name, fact in one.registry.facts.items()}
        services = {name: service.title for one in terms for name, service in one.services.items()}
        read = sorted(
            {name for one in terms for name in one.reads} - {"store", "service"}, key=lambda n: facts[n].label.pl
        )
        several = {"store": len(stores) > 1, "service": any(len(one.services) > 1 for one in terms)}
        first = [name for name, is_asked in several.items() if is_asked]
        offered = [name for name in read if not LIMIT.match(name)]
        return cls(facts, (*first, *offered), {"store": stores, "service": services})

    def template(self, language: str) -> bytes:
        """An empty table as spreadsheets here open it: semicolons, UTF-8 with its mark."""
        text = io.StringIO()
        header = [OWN[name][language] for name in OWN] + [self.facts[name].label[language] for name in self.offered]
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerow([bare(name) for name in header])
        return text.getvalue().encode("utf-8-sig")

    def find(self, header: str) -> str | None:
        """The column of this name, in either language or as the terms call it."""
        sought = bare(header).casefold()
        labels = [(name, words) for name, words in OWN.items()]
        offered = [(name, self.facts[name].label) for name in self.offered]
        rest = [(name, fact.label) for name, fact in self.facts.items()]
        known = ((name, (name, bare(words.pl), bare(words.en))) for name, words in (*labels, *offered, *rest))
        return next((name for name, spelled in known if sought in {one.casefold() for one in spelled}), None)

    def value(self, name: str, typed: str) -> Any:
        """What the cell says of this fact, as JSON; Refused when it says nothing that this fact can be."""
        fact = self.facts[name]
        found = _value(fact, typed, {**fact.choices, **self.words.get(name, {})}, name in self.words)
        try:
            fact.value(Node(found))
        except Fault as fault:
            raise Refused(f"history_{fact.type}" if fact.type is not Type.WORDS else "history_word") from fault
        return found


def day_of(typed: str) -> date:
    """2026-11-22 or 22.11.2026; Refused `history_date`."""
    for form in FORMS:
        try:
            return datetime.strptime(typed, form).date()  # noqa: DTZ007 - a day of the calendar has no zone
        except ValueError:
            continue
    raise Refused("history_date")


def amount_gr(typed: str) -> int:
    """Grosze, exactly; Refused `history_money`."""
    found = read_amount(typed, Type.MONEY)
    if not isinstance(found, int):
        raise Refused("history_money")
    return found


def bare(name: str) -> str:
    """A column's name without what a spreadsheet would take for a formula."""
    return " ".join(name.split()).lstrip(FORMULA)


def _value(fact: Fact, typed: str, words: Titles, closed: bool) -> Any:
    if fact.type is Type.FLAG:
        return True if typed.casefold() in YES else False if typed.casefold() in NO else typed
    if fact.type is Type.DATE:
        return day_of(typed).isoformat()
    if fact.type is Type.WORDS:
        return [_word(one.strip(), words, fact.open) for one in typed.split("|") if one.strip()]
    if fact.type is Type.WORD:
        return _word(typed, words, fact.open and not closed)
    return read_amount(typed, fact.type)


def _word(typed: str, words: Titles, is_open: bool) -> str:
    """A word of the list, as people write it or as the terms call it."""
    if typed[:1] in FORMULA:
        raise Refused("formula_cell")
    for key, spelled in words.items():
        if typed.casefold() in (key.casefold(), spelled.pl.casefold(), spelled.en.casefold()):
            return key
    if not is_open:
        raise Refused("history_choice", choices=", ".join(spelled.pl for spelled in words.values())[:200])
    return typed
