"""The fee of a service that is over: the ledger's amount, with the decision that it was written with."""

from __future__ import annotations

from typing import Any

from configurator.offers import ledger
from configurator.offers.models import Service
from configurator.purchases.facts import among
from incentives.phrases import State
from incentives.terms import Terms
from incentives.wording import money

GIVEN = (State.EARNED, State.REDUCED, State.DEFERRED, State.ALLOWANCE)
"""States whose words say by themselves what is charged and why."""


def shown(service: Service, terms: Terms) -> dict[str, Any] | None:
    """What is shown of the fee; None while the service is open.

    Where a person has charged less, or a rule keeps its benefit after a return, the amount is told without the
    decision's words. Of the ways only those are left that still lead somewhere: more purchases.
    """
    standing = ledger.standing(service)
    if standing is None:
        return None
    decision, charged_gr = dict(standing.decision), standing.charged_gr
    as_decided = charged_gr == decision["charged_gr"]
    over = {
        "charged_gr": charged_gr,
        "final": True,
        "needs_text": [],
        "ways": [way for way in decision["ways"] if as_decided and among(way["changes"]) == set(way["changes"])],
    }
    if as_decided and decision["state"] in (*GIVEN, None):
        return decision | over
    phrase = terms.phrases.by_state[State.QUOTED].filled(
        {
            "service": terms.services[service.kind].title,
            "listed": money(decision["listed_gr"]),
            "charged": money(charged_gr),
        }
    )
    over |= {"state": State.QUOTED.value, "text": phrase.chip.as_data(), "detail": phrase.detail.as_data()}
    return decision | over
