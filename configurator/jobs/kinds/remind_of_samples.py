"""Reminds, once, of samples that nobody has decided about yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.jobs.kind import Effect, Kind, Tools
from configurator.orders import reminding

TRIES_OF_A_DAY = 28


def work(tools: Tools, payload: Mapping[str, Any]) -> Effect:
    def remind(session: Session) -> None:
        reminding.remind(session, payload["order"], tools.settings)

    return remind


KIND = Kind(reminding.JOB, work, attempts=TRIES_OF_A_DAY)
