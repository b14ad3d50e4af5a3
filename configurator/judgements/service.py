"""A sample looked at: where and when, and what was decided."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import insert_into, lock, now
from configurator.errors import Refused
from configurator.judgements.models import SampleJudgement
from configurator.orders.models import SampleLine, SampleOrder

TICKS = ("morning", "evening", "window", "corner")
THIS, NOT_THIS = "this", "not_this"
VERDICTS = (THIS, NOT_THIS, "")


def find(session: Session, line: SampleLine) -> SampleJudgement | None:
    return session.get(SampleJudgement, (line.order_id, line.place))


def take(session: Session, line: SampleLine) -> SampleJudgement:
    """The line's judgement, made when there is none, locked until the transaction ends."""
    row = {"order_id": line.order_id, "place": line.place, "tenant_id": line.tenant_id, "ticks": "[]", "verdict": ""}
    row |= {"taps": "{}", "seen_hex": "", "opened_at": now(), "changed_at": now()}
    session.execute(insert_into(session, SampleJudgement).values(row).on_conflict_do_nothing())
    found = session.get_one(SampleJudgement, (line.order_id, line.place))
    lock(session, found)
    return found


def tick(session: Session, line: SampleLine, name: str, *, on: bool) -> None:
    """The sample was looked at then or there, or was not after all."""
    if name not in TICKS:
        raise Refused("not_a_choice", path="tick")
    judgement = take(session, line)
    wanted = {*ticks_of(judgement), name} if on else set(ticks_of(judgement)) - {name}
    judgement.ticks = json.dumps([one for one in TICKS if one in wanted])


def decide(session: Session, line: SampleLine, verdict: str) -> None:
    """*To ten*, *Nie ten*, or nothing again."""
    if verdict not in VERDICTS:
        raise Refused("not_a_choice", path="verdict")
    judgement = take(session, line)
    if judgement.verdict != verdict:
        judgement.verdict, judgement.decided_at = verdict, now() if verdict else None


def is_decided(session: Session, order: SampleOrder) -> bool:
    """Whether something was decided about any sample of the order."""
    decided = select(SampleJudgement.place).where(SampleJudgement.order_id == order.id, SampleJudgement.verdict != "")
    return session.scalar(decided.limit(1)) is not None


def ticks_of(judgement: SampleJudgement | None) -> list[str]:
    found: list[str] = json.loads(judgement.ticks) if judgement else []
    return found
