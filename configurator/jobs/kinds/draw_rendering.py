"""Draws a picture of a room in true light."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.files import Files
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.renderings import drawing
from configurator.renderings.service import JOB


def work(tools: Tools, payload: Mapping[str, Any]) -> Effect:
    drawing.carry_out(tools.database, Files(tools.settings.files_url), payload["rendering"])
    return _nothing


def _nothing(_session: Session) -> None:
    """Each picture was told of as it came."""


KIND = Kind(JOB, work, limit_s=600, is_long=True)
