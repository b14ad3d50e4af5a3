"""Signs where the ledger's chains end, once a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.jobs.kind import Effect, Kind, Tools
from configurator.offers import checkpoints


def work(tools: Tools, _payload: Mapping[str, Any]) -> Effect:
    def sign(session: Session) -> None:
        checkpoints.sign(session, tools.settings.secret_key)

    return sign


KIND = Kind("checkpoint", work, is_daily=True)
