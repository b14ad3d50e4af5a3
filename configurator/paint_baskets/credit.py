"""What of the testers' price comes back for a basket of paint: decided by the retailer's terms, never assumed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.i18n import LANGUAGES, translate
from configurator.offers import quotes
from configurator.offers import terms as published
from configurator.offers.facts import facts_of
from configurator.paint_baskets.buyer import Buyer
from configurator.paint_baskets.testers import PACKS, TESTERS, packs
from incentives.decision import Decision, Verdict, decide
from incentives.effects.credit import Credit
from incentives.facts import Facts
from incentives.wording import Words


@dataclass(frozen=True)
class Reason:
    """One thing that the credit stands on, as the terms' engine tells it; None: nobody knows yet."""

    met: bool | None
    text: Words


@dataclass(frozen=True)
class Credited:
    """`gr` comes back for `testers` of them; `title` is the rule's. `basis` says on what it was decided."""

    title: Words
    gr: int
    testers: int
    reasons: tuple[Reason, ...]
    basis: str


def credit(session: Session, buyer: Buyer, tins: dict[int, int], testers: int) -> Credited | None:
    """What comes back for these tins (count by millilitres) and so many unused testers; None where no rule gives any.

    A fact that nobody knows gives nothing: the engine says so, and the reasons name it.
    """
    decided = _decided(session, buyer, packs(tins), testers) if buyer.earns_credit else None
    if decided is None:
        return None
    decision, verdict = decided
    grant = verdict.pick.grant if verdict.pick else None
    worth_gr = grant.worth_gr if grant and (grant.redeem is None or grant.redeem.met) else 0
    return Credited(
        title=verdict.rule.title,
        gr=worth_gr,
        testers=_matched(verdict, worth_gr, testers),
        reasons=tuple(_reasons(decision, verdict)),
        basis=json.dumps({"core": decision.core, "facts": decision.facts.as_data()}, ensure_ascii=False),
    )


def _decided(session: Session, buyer: Buyer, packs_: int, testers: int) -> tuple[Decision, Verdict] | None:
    project = buyer.project
    binding = quotes.terms_for(session, project) if project else published.in_force(session, buyer.tenant_id)
    if binding is None:
        return None
    terms = published.read(binding)
    counted: dict[str, Any] = {TESTERS: testers, PACKS: packs_}
    known = facts_of(session, project, terms, quotes.service_of(session, project)) if project else Facts.read({})
    facts = Facts.read(known.as_data() | counted, terms.registry)
    decision = decide(terms, facts, now())
    return next(((decision, verdict) for verdict in decision.verdicts if _is_for_testers(verdict)), None)


def _is_for_testers(verdict: Verdict) -> bool:
    effect = verdict.rule.then
    return isinstance(effect, Credit) and any(fact.name == TESTERS for fact in effect.reads())


def _matched(verdict: Verdict, worth_gr: int, testers: int) -> int:
    """How many testers the amount is for; all of them where it is not so much for each."""
    effect = verdict.rule.then
    each_gr = effect.amount.each_gr if isinstance(effect, Credit) else 0
    if not worth_gr:
        return 0
    return min(testers, -(-worth_gr // each_gr)) if each_gr else testers


def _reasons(decision: Decision, verdict: Verdict) -> Sequence[Reason]:
    """What the rule asks, each with what is known of it."""
    found = []
    for leaf, outcome, wanted in verdict.outcome.leaves():
        met = None if outcome.met is None else outcome.met is wanted
        label = _label(decision, leaf.fact.name)
        value = decision.facts.values.get(leaf.fact.name)
        told = "?" if value is None else str(value)
        found.append(Reason(met, Words(f"{label.pl}: {told}", f"{label.en}: {told}")))
    return found


def _label(decision: Decision, name: str) -> Words:
    """The fact's own name; of packs that only stand in the basket nobody may say that they are bought."""
    if name == PACKS:
        return Words(*(translate("judgements.packs_chosen", lang=lang) for lang in LANGUAGES))
    return decision.terms.registry.facts[name].label
