"""Erases the projects whose 30 days in the bin are over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.projects import bin as bins

TRIES_OF_A_MONTH = 800


def work(_tools: Tools, _payload: Mapping[str, Any]) -> Effect:
    return _empty


def _empty(session: Session) -> None:
    bins.empty(session, at=now())


KIND = Kind("empty_bin", work, limit_s=300, attempts=TRIES_OF_A_MONTH)
