"""Forgets files of products and of colours that nobody has taken in within a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.decks import bringing as decks
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.product_models import service as models
from configurator.products import bringing


def work(_tools: Tools, _payload: Mapping[str, Any]) -> Effect:
    return _forget


def _forget(session: Session) -> None:
    at = now()
    bringing.forget(session, at=at)
    models.forget(session, at=at)
    decks.forget(session, at=at)


KIND = Kind("forget_product_files", work, is_daily=True)
