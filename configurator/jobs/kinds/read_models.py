"""Reads a file of 3D models that a manager has brought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.files import Files
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.product_models import reading


def work(tools: Tools, payload: Mapping[str, Any]) -> Effect:
    found = reading.carry_out(tools.database, Files(tools.settings.files_url), payload["file"])

    def finish(session: Session) -> None:
        reading.finish(session, payload["file"], found)

    return finish


KIND = Kind(reading.JOB, work, limit_s=1800, is_long=True)
