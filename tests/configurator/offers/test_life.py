"""Whatever happens to a service, in any order: what its fee and its ledger hold to."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from configurator.offers.judging import Closing, Event, judge
from configurator.purchases.papers import Move, Paper
from incentives.canonical import canonical
from incentives.case import charge
from incentives.chain import Entry, first_break, following
from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.terms import Terms
from tests.incentives.random_terms import WORDS, terms

OPENED = datetime(2026, 5, 4, 10, tzinfo=UTC)
FACT = "project_purchases_kept_gross_gr"
USES = "uses_household_ever_once"
ONCE = {
    "id": "once",
    "title": WORDS,
    "lane": "d",
    "when": {"fact": "own_elements", "is": "at_least", "value": 1},
    "then": {"kind": "reduce", "amount_gr": 5},
    "limits": [{"per": "household", "period": "ever", "count": 1}],
}
BOUGHT = {
    "id": "bought",
    "title": WORDS,
    "when": {"fact": FACT, "is": "at_least", "value": 3},
    "then": {"kind": "waive"},
    "valid": {"to": "2026-05-04"},
}
POLICIES = ({"policy": "keep"}, {"policy": "reprice"}, {"policy": "clawback", "window_days": 3})
PEOPLE, AMOUNTS = st.integers(0, 1), st.integers(1, 4)

Json = dict[str, Any]


@st.composite
def retailers(draw: st.DrawFn, *, still: bool) -> Terms:
    """Terms by which doing more never costs more; one benefit is given once to a household, one on the first day."""
    data = json.loads(json.dumps(draw(terms(growing=True))).replace("purchases_kept_gross_gr", FACT))
    some = [ONCE, BOUGHT, *data["rules"]]
    policies = [POLICIES[1] if still else draw(st.sampled_from(POLICIES)) for _ in some]
    data["rules"] = [{**one, "on_return": policy} for one, policy in zip(some, policies, strict=True)]
    return Terms.read(data)


@dataclass
class Visit:
    """One customer's service: what is known, the receipts, and once it is closed, its ledger."""

    known: Json = field(default_factory=lambda: {"own_elements": 0, "own_dimensions": 0, "revisions_used": 0})
    papers: list[Paper] = field(default_factory=list)
    committed: Decision | None = None
    closing: Closing | None = None
    events: list[Event] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    paid_gr: int = 0

    @property
    def kept_gr(self) -> int:
        return sum(paper.kept_gr for paper in self.papers)

    @property
    def charged_gr(self) -> int:
        return int(self.entries[-1].body["charged_gr"])


class Life(RuleBasedStateMachine):
    """Two customers, each a household at first. With `still` time stands, and each return reckons anew."""

    @initialize(data=st.data(), still=st.booleans(), drawn=st.integers(0, 2), bought=st.lists(AMOUNTS, max_size=2))
    def open(self, data: Any, still: bool, drawn: int, bought: list[int]) -> None:
        """One of them may have drawn and bought before, and has closed the service."""
        self.still, self.at = still, OPENED
        self.terms: Terms = data.draw(retailers(still=still))
        self.visits = [Visit(papers=[self._receipt(amount_gr) for amount_gr in bought]), Visit()]
        self.visits[0].known["own_elements"] = drawn
        self.household = [0, 1]
        if bought:
            self.close(0, asked=True)

    @rule(who=PEOPLE, more=st.integers(1, 3), name=st.sampled_from(["own_elements", "own_dimensions"]))
    def edit(self, who: int, more: int, name: str) -> None:
        known = self.visits[who].known
        if not known.get("designer_began"):
            self._do(who, {name: known[name] + more})

    @rule(who=PEOPLE)
    def bring_dimensions(self, who: int) -> None:
        self._do(who, {"brought_dimensions": True})

    @rule(who=PEOPLE)
    def hand_over(self, who: int) -> None:
        self._do(who, {"designer_began": True})

    @rule(who=PEOPLE, amount_gr=AMOUNTS)
    def buy(self, who: int, amount_gr: int) -> None:
        self.visits[who].papers.append(self._receipt(amount_gr))
        self._bought(who, amount_gr)

    @rule(who=PEOPLE, amount_gr=AMOUNTS)
    def give_back(self, who: int, amount_gr: int) -> None:
        """Some of the last purchase, or the rest of it."""
        papers = self.visits[who].papers
        if papers and papers[-1].kept_gr:
            returned_gr = min(amount_gr, papers[-1].kept_gr)
            papers[-1] = Paper((*papers[-1].moves, Move(-returned_gr, self.at.date())))
            self._bought(who, -returned_gr)

    @rule(who=PEOPLE)
    def cancel(self, who: int) -> None:
        """The whole of the last purchase."""
        if self.visits[who].papers:
            self.give_back(who, amount_gr=self.visits[who].papers[-1].kept_gr)

    @rule(who=PEOPLE)
    def split(self, who: int) -> None:
        """The last purchase turns out to have been two on the same day."""
        visit = self.visits[who]
        if visit.events and visit.events[-1].amount_gr > 1:
            before_gr, whole = visit.charged_gr, visit.events.pop()
            visit.papers.pop()
            for amount_gr in (1, whole.amount_gr - 1):
                visit.papers.append(Paper((Move(amount_gr, whole.day),)))
                visit.events.append(Event(amount_gr, whole.day, list(visit.papers)))
            self._adjust(visit)
            assert not self.still or visit.charged_gr == before_gr

    @rule(who=PEOPLE, other=PEOPLE)
    def merge_households(self, who: int, other: int) -> None:
        before = [self._charge(visit, self._known(one)) for one, visit in enumerate(self.visits)]
        moved = self.household[other]
        self.household = [self.household[who] if one == moved else one for one in self.household]
        after = [self._charge(visit, self._known(one)) for one, visit in enumerate(self.visits)]
        assert all(now >= then for now, then in zip(after, before, strict=True))

    @precondition(lambda self: not self.still)
    @rule(days=st.integers(1, 4))
    def wait(self, days: int) -> None:
        self.at += timedelta(days=days)

    @rule(who=PEOPLE, asked=st.booleans())
    def close(self, who: int, *, asked: bool) -> None:
        """The fee is fixed by what is known; where nobody asked, the household's uses are not."""
        visit = self.visits[who]
        if visit.committed is None:
            facts = Facts.read(self._known(who, but=() if asked else (USES,)), self.terms.registry)
            visit.closing = Closing(self.terms, self.at, facts, list(visit.papers))
            visit.committed = decide(self.terms, facts, self.at)
            self._write(visit, visit.committed, visit.committed.charged_gr)

    @rule(who=PEOPLE)
    def pay(self, who: int) -> None:
        if self.visits[who].entries:
            self.visits[who].paid_gr = self.visits[who].charged_gr

    @invariant()
    def the_fee_is_never_less_by_what_is_unknown(self) -> None:
        for who, visit in enumerate(self.visits):
            known = self._known(who, but=("brought_dimensions", USES))
            whole = [
                {**known, "brought_dimensions": brought, USES: uses} for brought, uses in product((False, True), (0, 1))
            ]
            assert self._charge(visit, known) == max(self._charge(visit, one) for one in whole)

    @invariant()
    def a_household_uses_a_limit_once_at_most_unless_it_was_two_then(self) -> None:
        assert all(self._uses(household) <= self.household.count(household) for household in self.household)

    @invariant()
    def the_ledger_holds(self) -> None:
        for visit in self.visits:
            if visit.entries and visit.committed:
                bodies = [entry.body for entry in visit.entries]
                assert first_break(visit.entries) is None
                assert all(0 <= body["charged_gr"] <= visit.committed.listed_gr for body in bodies)
                assert sum(body["owed_gr"] for body in bodies) == visit.charged_gr

    @invariant()
    def every_decision_written_is_decided_again_to_the_byte(self) -> None:
        for entry in (entry for visit in self.visits for entry in visit.entries):
            facts = Facts.read(entry.body["facts"], self.terms.registry)
            again = decide(self.terms, facts, datetime.fromisoformat(entry.body["decision"]["at"]))
            assert canonical(again.core) == canonical(entry.body["decision"])

    @invariant()
    def all_that_is_owed_adds_up_to_the_decision_on_what_is_known_at_last(self) -> None:
        for visit in self.visits:
            if self.still and visit.entries and visit.closing:
                last = visit.closing.facts.but({FACT: visit.kept_gr})
                assert visit.charged_gr == charge(self.terms, last, self.at)

    def _receipt(self, amount_gr: int) -> Paper:
        return Paper((Move(amount_gr, self.at.date()),))

    def _do(self, who: int, known: Json) -> None:
        """What the customer does before the closing; it never makes the fee more."""
        visit = self.visits[who]
        if visit.committed is None:
            before_gr = self._charge(visit, self._known(who))
            visit.known |= known
            assert self._charge(visit, self._known(who)) <= before_gr

    def _bought(self, who: int, amount_gr: int) -> None:
        """A purchase never makes the fee more, a return never makes it less."""
        visit = self.visits[who]
        if visit.entries:
            before_gr = visit.charged_gr
            visit.events.append(Event(amount_gr, self.at.date(), list(visit.papers)))
            self._adjust(visit)
            assert (visit.charged_gr - before_gr) * amount_gr <= 0

    def _adjust(self, visit: Visit) -> None:
        assert visit.closing
        judged = judge(visit.closing, visit.events)
        self._write(visit, judged.last, judged.ruled_gr)

    def _write(self, visit: Visit, decision: Decision, charged_gr: int) -> None:
        before_gr = visit.charged_gr if visit.entries else 0
        body = {"facts": decision.facts.as_data(), "decision": decision.core, "charged_gr": charged_gr}
        last = visit.entries[-1] if visit.entries else None
        visit.entries.append(following(last, {**body, "owed_gr": charged_gr - before_gr}))

    def _known(self, who: int, but: tuple[str, ...] = ()) -> Json:
        visit = self.visits[who]
        known = {**visit.known, FACT: visit.kept_gr, USES: self._uses(self.household[who])}
        return {name: value for name, value in known.items() if name not in but}

    def _uses(self, household: int) -> int:
        """How often the household's members were given what is given once."""
        members = [visit for visit, its in zip(self.visits, self.household, strict=True) if its == household]
        picks = [pick for visit in members if visit.committed for pick in visit.committed.choice.picks]
        return sum(pick.rule.id == "once" for pick in picks)

    def _charge(self, visit: Visit, known: Json) -> int:
        """What would be charged for a service not closed yet."""
        return (
            visit.charged_gr if visit.entries else charge(self.terms, Facts.read(known, self.terms.registry), self.at)
        )


Life.TestCase.settings = settings(
    max_examples=(MANY := int(os.environ.get("INCENTIVES_EXAMPLES", "20"))),
    stateful_step_count=30,
    deadline=None,
    derandomize=MANY < 100,
)
TestLife = Life.TestCase
