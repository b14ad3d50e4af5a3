"""The table of jobs: what waits, who works on it until when, and what is over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from configurator.db import Base, new_id, now

WAITING, LEASED, DONE, PARKED = "waiting", "leased", "done", "parked"


class Job(Base):
    """One piece of work. `due_at` is when it may be taken: for a leased one, when the lease runs out.

    `token` names the lease: only its holder may renew it or end the job. `payload` is JSON and names its tenant inside.
    """

    __tablename__ = "job"
    __table_args__ = (UniqueConstraint("kind", "dedup"), Index(None, "state", "due_at"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    payload: Mapped[str]
    dedup: Mapped[str | None]
    state: Mapped[str] = mapped_column(default=WAITING)
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    token: Mapped[str | None]
    failure: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]
