"""One case before the explanation: what is listed, what is chosen, what is charged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from incentives.choice import Choice, Chooser
from incentives.fact import Value
from incentives.facts import Facts
from incentives.fault import Fault
from incentives.fee import Listed
from incentives.rule import Rule
from incentives.tariff import Tariff
from incentives.terms import Terms


def charge(terms: Terms, facts: Facts, at: datetime) -> int:
    """Only the amount to pay, in grosze: what `decide` says, without the reasons."""
    if at.tzinfo is None:
        raise Fault("at", "time_without_zone")
    values = facts.values
    offers = terms.offers.get(values.get("service", terms.default_service))
    if offers is None:
        return _charged_gr(terms, values, terms.day(at))
    shelf = offers.by_word.get(values.get(offers.fact), offers.others)
    for offer in shelf.offers if shelf.test(values) else ():
        if offer.test(values) and offer.window.covers(terms.day(at)) and offer.fits(values):
            return offer.left_gr
    return offers.listed.total_gr


def _charged_gr(terms: Terms, values: Mapping[str, Value], day: date) -> int:
    tariff, unsure = terms.tariff(values)
    listed = tariff.fee.listed(values)
    return listed.total_gr if unsure else Chooser(tariff, listed, day).charged(values).charged_gr


@dataclass(frozen=True)
class Case:
    """Terms, facts and a day. `unsure` names unknown facts on which even the choice of terms depends."""

    terms: Terms
    values: Mapping[str, Value]
    day: date
    tariff: Tariff
    unsure: frozenset[str]
    listed: Listed

    @classmethod
    def of(cls, terms: Terms, values: Mapping[str, Value], day: date) -> Case:
        tariff, unsure = terms.tariff(values)
        return cls(terms, values, day, tariff, unsure, tariff.fee.listed(values))

    def best(self, *, hopeful: bool = False, deferring: bool = True) -> Choice:
        """What is applied; nothing while it is not known which terms hold."""
        if self.unsure:
            return Choice((), self.listed.lines, self.values)
        return Chooser(self.tariff, self.listed, self.day, hopeful, deferring).best(self.values)

    def gives_anything(self, rule: Rule) -> bool:
        """Whether the rule, if it were met, would give something on its own."""
        start = Choice((), self.listed.lines, self.values)
        return Chooser(self.tariff, self.listed, self.day).gives(rule, start) is not None

    def is_final(self, choice: Choice) -> bool:
        """Whether nothing unknown could change this choice, however it turned out.

        The best choice when all that is unknown is taken as hoped for is the best one whatever it turns out to
        be, if it needs none of the hopes: every real outcome lies between the two.
        """
        if self.unsure or self.listed.needs:
            return False
        return self.tariff.reads <= self.values.keys() or self.best(hopeful=True).picks == choice.picks

    def with_values(self, values: Mapping[str, Value]) -> Case:
        """The same day with other facts."""
        return Case.of(self.terms, values, self.day)
