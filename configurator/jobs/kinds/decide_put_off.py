"""Decides on a fee that was put off, when its time is up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.offers import deferring
from configurator.offers.putting_off import JOB

TRIES_OF_A_MONTH = 800


def work(_tools: Tools, payload: Mapping[str, Any]) -> Effect:
    def decide(session: Session) -> None:
        deferring.decide_now(session, payload["service"], now())

    return decide


KIND = Kind(JOB, work, attempts=TRIES_OF_A_MONTH)
