"""Limits on trying: a count per scope, key and window of time, kept as rows so that every process counts together."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from configurator.accounts.models import Allowance
from configurator.db import now
from configurator.errors import TooMany


@dataclass(frozen=True)
class Limit:
    """At most `most` times in each window of `seconds`."""

    scope: str
    most: int
    seconds: int


LOG_IN = Limit("log_in", most=10, seconds=600)
FIND_CODE = Limit("find_code", most=30, seconds=600)
NEW_PROJECT = Limit("new_project", most=60, seconds=3600)
UPLOAD = Limit("upload", most=60, seconds=3600)
PDF = Limit("pdf", most=60, seconds=3600)

LETTER_TO_ADDRESS = Limit("letter_to_address", most=5, seconds=3600)
LETTER_BY_CLIENT = Limit("letter_by_client", most=5, seconds=3600)


def refuse_spent(session: Session, limit: Limit, key: str) -> None:
    """TooMany when nothing is left of the window's allowance; counts nothing."""
    row = session.get(Allowance, (limit.scope, key, int(now().timestamp()) // limit.seconds))
    if row is not None and row.used >= limit.most:
        raise TooMany("too_often", minutes=max(1, limit.seconds // 60))


def spend(session: Session, limit: Limit, key: str) -> None:
    """Count one try; TooMany when the window's allowance is used up. One guarded statement, safe among processes."""
    window = int(now().timestamp()) // limit.seconds
    row = (Allowance.scope == limit.scope, Allowance.key == key, Allowance.window == window)
    counted = update(Allowance).where(*row, Allowance.used < limit.most).values(used=Allowance.used + 1)
    if session.scalar(counted.returning(Allowance.used)) is not None:
        return
    if session.get(Allowance, (limit.scope, key, window)) is not None:
        raise TooMany("too_often", minutes=max(1, limit.seconds // 60))
    session.execute(delete(Allowance).where(Allowance.scope == limit.scope, Allowance.window < window))
    try:
        with session.begin_nested():
            session.add(Allowance(scope=limit.scope, key=key, window=window, used=1))
    except IntegrityError:  # another process counted the first one
        spend(session, limit, key)
