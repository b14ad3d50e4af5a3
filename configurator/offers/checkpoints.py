"""A signed row a day over the ends of all chains, so that a chain cut short or written anew can be found.

A row names only the chains that have grown since the row before, and that row's signature under `PREVIOUS`: together
they vouch for every chain, and none of them can be changed, and none but the last left out, without the secret key.
"""

from __future__ import annotations

import hmac
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from configurator.db import now
from configurator.i18n import WARSAW
from configurator.offers.models import Checkpoint, LedgerEntry
from incentives import chain
from incentives.canonical import canonical

PREVIOUS = "checkpoint"
"""What stands among the services' ids for the checkpoint before."""

Heads = Mapping[str, tuple[int, str]]


def sign(session: Session, key: bytes) -> Checkpoint:
    """Today's checkpoint, written now unless it is there; the day is Warsaw's."""
    at = now()
    last = session.scalar(select(Checkpoint).order_by(Checkpoint.n.desc()).limit(1))
    today = at.astimezone(WARSAW).date()
    if last is not None and last.day >= today:
        return last
    before = _signed_heads(session)
    grown = {id_: head for id_, head in _heads(session) if before.get(id_) != head}
    if last is not None:
        grown[PREVIOUS] = (last.n, json.loads(last.body)["signature"])
    body = canonical(chain.checkpoint(grown, at.isoformat(), key)).decode()
    made = Checkpoint(n=last.n + 1 if last else 1, day=today, at=at, body=body)
    session.add(made)
    session.flush()
    return made


def broken(session: Session, key: bytes) -> Iterator[dict[str, Any]]:
    """The first place where each chain, and the row of checkpoints, does not hold."""
    vouched: dict[str, dict[int, str]] = defaultdict(dict)
    previous: tuple[int, str] | None = None
    for point in session.scalars(select(Checkpoint).order_by(Checkpoint.n)):
        body = read_body(point.body)
        heads = {id_: (n, sha) for id_, (n, sha) in body.get("heads", {}).items()}
        expected, follows = previous[0] + 1 if previous else 1, heads.pop(PREVIOUS, None)
        if point.n != expected or follows != previous:
            yield {"what": "checkpoint", "n": expected, "reason": "missing"}
        if not chain.is_signed(body, key):
            yield {"what": "checkpoint", "n": point.n, "day": point.day.isoformat(), "reason": "changed"}
            break
        previous = (point.n, body["signature"])
        for id_, (n, sha) in heads.items():
            vouched[id_][n] = sha
    yield from _broken_chains(session, vouched)


def _broken_chains(session: Session, vouched: Mapping[str, Mapping[int, str]]) -> Iterator[dict[str, Any]]:
    chains: dict[str, list[chain.Entry]] = {id_: [] for id_ in vouched}
    for row in session.scalars(select(LedgerEntry).order_by(LedgerEntry.service_id, LedgerEntry.n)):
        chains.setdefault(row.service_id, []).append(chain.Entry(row.n, row.previous, read_body(row.body), row.sha))
    for id_, entries in chains.items():
        if found := _first_break(entries, vouched.get(id_, {})):
            yield {"service": id_, "what": "chain", "n": found.n, "reason": found.reason}


def _first_break(entries: list[chain.Entry], vouched: Mapping[int, str]) -> chain.Broken | None:
    """By the chain itself, by what the checkpoints have seen in it, and by where the last of them saw it end."""
    last = max(vouched, default=0)
    found = chain.first_break(entries, head=(last, vouched[last]) if last else None)
    unlike = [entry.n for entry in entries if not hmac.compare_digest(vouched.get(entry.n, entry.sha), entry.sha)]
    if unlike and (found is None or unlike[0] < found.n):
        return chain.Broken(unlike[0], "changed")
    return found


def read_body(body: str) -> dict[str, Any]:
    """What stands in a row; nothing where it is no JSON any more, which no signature and no hash fits."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _signed_heads(session: Session) -> dict[str, tuple[int, str]]:
    """Where the checkpoints so far have seen every chain end."""
    found: dict[str, tuple[int, str]] = {}
    for body in session.scalars(select(Checkpoint.body).order_by(Checkpoint.n)):
        found |= {id_: (n, sha) for id_, (n, sha) in json.loads(body)["heads"].items()}
    return found


def _heads(session: Session) -> Iterator[tuple[str, tuple[int, str]]]:
    last = select(LedgerEntry.service_id, func.max(LedgerEntry.n)).group_by(LedgerEntry.service_id)
    wanted = select(LedgerEntry.service_id, LedgerEntry.n, LedgerEntry.sha)
    found = session.execute(wanted.where(tuple_(LedgerEntry.service_id, LedgerEntry.n).in_(last)))
    yield from ((id_, (n, sha)) for id_, n, sha in found)
