"""Tries terms on all of a retailer's past."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.jobs.kind import Effect, Kind, Tools
from configurator.terms import runs


def work(tools: Tools, payload: Mapping[str, Any]) -> Effect:
    report = runs.carry_out(tools.database, payload["run"])

    def finish(session: Session) -> None:
        runs.finish(session, payload["run"], report)

    return finish


KIND = Kind(runs.KIND, work, limit_s=3600, is_long=True)
