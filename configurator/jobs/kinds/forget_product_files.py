"""Forgets the brought files that nobody has taken in within a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import now
from configurator.decks.models import DeckFile
from configurator.imports import waiting
from configurator.imports.models import BroughtFile
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.product_models.models import ModelFile
from configurator.products.models import ProductFile

TABLES: tuple[type[BroughtFile], ...] = (ProductFile, ModelFile, DeckFile)


def work(_tools: Tools, _payload: Mapping[str, Any]) -> Effect:
    return _forget


def _forget(session: Session) -> None:
    at = now()
    for table in TABLES:
        waiting.forget(session, table, at=at)


KIND = Kind("forget_product_files", work, is_daily=True)
