"""The designer's work: when it was ordered and shown, how often it was revised.

A service is ordered where it is opened. A revision is a proposal made after the customer has answered the one before:
has accepted, declined or said something of it. What the designer improves before hearing from the customer is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from configurator.offers.source import Asking, Source, named
from configurator.proposals.agreed import all_of
from configurator.proposals.models import Proposal


def known(asking: Asking) -> Mapping[str, Any]:
    """Nothing before the service; no days since a proposal before there is one."""
    if asking.service is None:
        return {"revisions_used": 0}
    proposals = of_service(asking)
    return {
        "days_since_order": asking.days_since(asking.service.opened_at),
        "days_since_proposal": asking.days_since(proposals[-1].made_at) if proposals else None,
        "revisions_used": sum(_is_answered(before, after) for before, after in pairwise(proposals)),
    }


def of_service(asking: Asking) -> Sequence[Proposal]:
    """The proposals of the service so far, in order."""
    opened = asking.service.opened_at if asking.service else asking.at
    return [one for one in all_of(asking.session, asking.project) if opened <= one.made_at <= asking.at]


def _is_answered(before: Proposal, after: Proposal) -> bool:
    decided = [item.decided_at for item in before.items if item.decided_at is not None]
    said = [comment.at for item in before.items for comment in item.comments if comment.role != "designer"]
    return any(at <= after.made_at for at in (*decided, *said))


SOURCE = Source(named("days_since_order", "days_since_proposal", "revisions_used"), known)
