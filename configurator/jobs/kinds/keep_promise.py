"""Looks after an order's delivery date on the day on which it has to leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.orders import promises

TRIES_OF_A_DAY = 28


def work(tools: Tools, payload: Mapping[str, Any]) -> Effect:
    def check(session: Session) -> None:
        promises.check(session, payload["order"], tools.settings, now())

    return check


KIND = Kind(promises.JOB, work, attempts=TRIES_OF_A_DAY)
