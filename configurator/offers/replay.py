"""Every decision of the ledger decided again: the same facts by the same terms have to give the same core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.offers import terms as published
from configurator.offers.checkpoints import read_body
from configurator.offers.models import LedgerEntry, PublishedTerms
from incentives.canonical import canonical
from incentives.decision import ENGINE, decide
from incentives.facts import Facts
from incentives.fault import Fault


@dataclass
class Replay:
    """How many decisions are the same to the byte, which are not, and how many another engine decided otherwise."""

    same: int = 0
    by_another_engine: int = 0
    wrong: list[dict[str, Any]] = field(default_factory=list)


def replay(session: Session) -> Replay:
    """All decisions, service by service. Another engine's is the same where nothing but the engine's name differs."""
    found = Replay()
    for row in session.scalars(select(LedgerEntry).order_by(LedgerEntry.service_id, LedgerEntry.n)):
        body = read_body(row.body)
        decision = body.get("decision")
        if not isinstance(decision, dict):
            continue
        fields = unlike(row.service.terms, body, decision)
        if fields and decision.get("engine") != ENGINE:
            found.by_another_engine += 1
        elif fields:
            found.wrong.append({"service": row.service_id, "what": "decision", "n": row.n, "unlike": fields})
        else:
            found.same += 1
    return found


def unlike(terms: PublishedTerms, body: Mapping[str, Any], decision: Mapping[str, Any]) -> list[str]:
    """The fields of the core, and its hash, that are not what is decided today; none when it is the same.

    Of another engine's decision the engine's name, and so the hash, are not asked for.
    """
    read = published.read(terms)
    try:
        facts = Facts.read(body.get("facts"), read.registry)
        again = decide(read, facts, datetime.fromisoformat(str(decision.get("at"))))
    except (Fault, ValueError):
        return ["facts"]
    core, told = {**again.core, "sha": again.sha}, {**decision, "ways": _without_texts(decision.get("ways"))}
    asked = core.keys() - (() if decision.get("engine") == ENGINE else {"engine", "sha"})
    return [name for name in core if name in asked and canonical(core[name]) != canonical(told.get(name))]


def _without_texts(ways: Any) -> Any:
    """Ways are told with their texts, which are no part of the core."""
    if not isinstance(ways, list):
        return ways
    return [{key: way[key] for key in way if key != "text"} if isinstance(way, dict) else way for way in ways]
