"""A worker for tests, in a process of its own: the effects of its jobs count how often they were written."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from configurator.accounts.models import Allowance
from configurator.config import Settings
from configurator.db import Database
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.jobs.worker import Worker

SCOPE = "effects of a test"


def work(_tools: Tools, payload: Mapping[str, Any]) -> Effect:
    time.sleep(payload["seconds"])

    def count(session: Session) -> None:
        row = (Allowance.scope == SCOPE, Allowance.key == payload["key"])
        session.execute(update(Allowance).where(*row).values(used=Allowance.used + 1))

    return count


KIND = Kind("count", work, attempts=50)


def run(url: str) -> None:
    """Work for ever, with leases short enough for a test."""
    settings = Settings(url, "file:///nowhere", "file:///nowhere", b"", "http://localhost")
    Worker(Tools(Database(url), settings), {KIND.name: KIND}, lease_s=1, renew_s=0.3, poll_s=0.05).run()
