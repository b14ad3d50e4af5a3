"""Takes in a large file of colours that a manager has looked through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from configurator.decks import bringing
from configurator.files import Files
from configurator.jobs.kind import Effect, Kind, Tools


def work(tools: Tools, payload: Mapping[str, Any]) -> Effect:
    return bringing.carry_out(tools.database, Files(tools.settings.files_url), payload["file"])


KIND = Kind(bringing.JOB, work, limit_s=600, is_long=True)
