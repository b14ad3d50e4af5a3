"""The decision: what is charged, why, what would change it, and what is still unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from incentives.advice import Way, ways
from incentives.canonical import sha_of
from incentives.case import Case
from incentives.choice import Choice, Pick
from incentives.condition import Leaf, Outcome
from incentives.effect import Form
from incentives.explanation import texts
from incentives.facts import Facts
from incentives.fee import Listed
from incentives.rule import Rule
from incentives.tariff import Tariff
from incentives.terms import Terms

ENGINE = "2"
"""Changes whenever the same terms and facts could give another core."""


def decide(terms: Terms, facts: Facts, at: datetime) -> Decision:
    """The decision on these facts by these terms at that instant, which must say its time zone.

    Pure: equal arguments give equal bytes. Fault when `service` is not one of the terms' or `at` has no zone.
    """
    case = Case.of(terms, facts.values, terms.day(at))
    choice = case.best()
    final = case.is_final(choice)
    verdicts = tuple(_verdict(case, choice, rule) for rule in sorted(case.tariff.rules, key=lambda rule: rule.id))
    return Decision(
        terms=terms,
        facts=facts,
        at=at.astimezone(UTC),
        day=case.day,
        tariff=case.tariff,
        listed=case.listed,
        choice=choice,
        verdicts=verdicts,
        ways=ways(case, choice),
        needs=() if final else tuple(sorted(case.unsure | case.listed.needs | _missing(case, verdicts))),
        final=final,
    )


@dataclass(frozen=True)
class Verdict:
    """What became of a rule. `why` is None when it is applied; `outcome` is its whole tree."""

    rule: Rule
    outcome: Outcome
    why: str | None
    pick: Pick | None = None

    def as_data(self) -> dict[str, Any]:
        data: dict[str, Any] = {"rule": self.rule.id, "effect": self.rule.then.kind, "tree": self.outcome.as_data()}
        if self.pick is None:
            return data | {"why": self.why}
        data |= {"form": self.rule.then.form.value, "benefit_gr": self.pick.off_gr}
        data |= {"on_return": self.rule.on_return.as_data()}
        return data | ({"grant": self.pick.grant.as_data()} if self.pick.grant else {})


@dataclass(frozen=True)
class Decision:
    """Terms and facts as they were, and all that follows from them; texts are made from it on asking."""

    terms: Terms = field(repr=False)
    facts: Facts
    at: datetime
    day: date
    tariff: Tariff = field(repr=False)
    listed: Listed
    choice: Choice
    verdicts: tuple[Verdict, ...]
    ways: tuple[Way, ...]
    needs: tuple[str, ...]
    final: bool

    @property
    def listed_gr(self) -> int:
        return self.listed.total_gr

    @property
    def charged_gr(self) -> int:
        return self.choice.charged_gr

    @property
    def form(self) -> Form | None:
        """How the largest benefit on the fee is given; None when there is none."""
        given = [pick for pick in self.choice.picks if pick.off_gr]
        return max(given, key=lambda pick: pick.off_gr).rule.then.form if given else None

    @property
    def until(self) -> date | None:
        """The last day on which time alone leaves the fee as it is; None when it does not run out."""
        values = self.facts.values
        rules = [pick.rule for pick in self.choice.picks if pick.off_gr]
        days = [rule.last_day(self.listed, values, self.day, self.terms.registry.growing) for rule in rules]
        return min((last for last in days if last), default=None)

    @cached_property
    def core(self) -> dict[str, Any]:
        """All but the texts, as JSON: what a replay has to give again to the byte."""
        applied = [verdict.as_data() for verdict in self.applied()]
        return {
            "engine": ENGINE,
            "terms": self.terms.id,
            "version": self.terms.version,
            "terms_sha": self.terms.sha,
            "facts_sha": self.facts.sha,
            "at": self.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "service": None if "service" in self.needs else self.tariff.service.id,
            "override": self.tariff.override,
            "listed_gr": self.listed_gr,
            "charged_gr": self.charged_gr,
            "final": self.final,
            "form": self.form.value if self.form else None,
            "vat_percent": self.tariff.service.vat_percent,
            "basis": self.tariff.service.basis,
            "lines": [
                {**line.as_data(), "charged_gr": left.amount_gr}
                for line, left in zip(self.listed.lines, self.choice.lines, strict=True)
            ],
            "applied": applied,
            "rejected": [verdict.as_data() for verdict in self.verdicts if verdict.why],
            "ways": [way.as_data() for way in self.ways],
            "needs": list(self.needs),
            "until": self.until.isoformat() if self.until else None,
        }

    @cached_property
    def sha(self) -> str:
        """SHA-256 of the canonical core."""
        return sha_of(self.core)

    def as_data(self) -> dict[str, Any]:
        """The core, its hash and the texts, as JSON."""
        return {**self.core, "sha": self.sha, **texts(self)}

    def applied(self) -> Iterator[Verdict]:
        """What is applied, in the order in which it is."""
        by_rule = {verdict.rule.id: verdict for verdict in self.verdicts}
        return (by_rule[pick.rule.id] for pick in self.choice.picks)


def _verdict(case: Case, choice: Choice, rule: Rule) -> Verdict:
    outcome = rule.condition(case.listed, case.values).check(case.values)
    pick = next((pick for pick in choice.picks if pick.rule is rule), None)
    return Verdict(rule, outcome, None if pick else _why_not(case, rule, outcome), pick)


def _why_not(case: Case, rule: Rule, outcome: Outcome) -> str:
    if case.day < rule.window.first:
        return "not_yet"
    if case.day > rule.window.last:
        return "expired"
    if outcome.met is False:
        return "not_met"
    if outcome.met is None or case.unsure or any(fact.name not in case.values for fact in rule.then.reads()):
        return "unknown"
    return "outbid" if case.gives_anything(rule) else "no_effect"


def _missing(case: Case, verdicts: tuple[Verdict, ...]) -> frozenset[str]:
    """The unknown facts of the rules that are still open, and of what those applied use up."""
    found: set[str] = set()
    for verdict in verdicts:
        rule = verdict.rule
        if verdict.why == "unknown":
            found.update(_unknown_leaves(verdict.outcome))
            found.update(fact.name for fact in rule.then.reads() if fact.name not in case.values)
        if verdict.pick and rule.consumes:
            found.update(rule.consumes.asks(case.tariff.reads) - case.values.keys())
    return frozenset(found)


def _unknown_leaves(outcome: Outcome) -> Iterator[str]:
    """Only leaves on which the answer depends: those under parts that are themselves unknown."""
    if outcome.met is None and isinstance(outcome.condition, Leaf):
        yield outcome.condition.fact.name
    if outcome.met is None:
        for part in outcome.parts:
            yield from _unknown_leaves(part)
