"""A request that is sent again is answered as the first time, and does nothing the second time."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import insert_into, lock
from configurator.errors import Conflict, Refused
from configurator.systems.models import KeptAnswer
from incentives.canonical import sha_of

MOST_KEY = 200


def once(
    session: Session, tenant_id: str, key: str, asked: Mapping[str, Any], work: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """What `work` answers, kept under the key in its own transaction; the kept answer when the same was asked before.

    A refused request leaves no row, so that it can be mended and sent again. Keys are the retailer's, not one system's:
    a request repeated with a new API key is still the same request.
    """
    kept, body_sha = _hold(session, tenant_id, key), sha_of(asked)
    if kept.answer and kept.body_sha != body_sha:
        raise Conflict("key_used", path="Idempotency-Key")
    if not kept.answer:
        kept.body_sha, kept.answer = body_sha, json.dumps(work(), ensure_ascii=False)
    answer: dict[str, Any] = json.loads(kept.answer)
    return answer


def _hold(session: Session, tenant_id: str, key: str) -> KeptAnswer:
    """The key's row, waiting for whoever else asks under this key."""
    if not key:
        raise Refused("key_wanted", path="Idempotency-Key")
    if len(key) > MOST_KEY or not key.isascii() or not key.isprintable():
        raise Refused("not_a_key", path="Idempotency-Key", most=MOST_KEY)
    row = {"tenant_id": tenant_id, "key": key, "body_sha": ""}
    session.execute(insert_into(session, KeptAnswer).values(row).on_conflict_do_nothing())
    kept = session.get_one(KeptAnswer, (tenant_id, key))
    lock(session, kept)
    return kept
