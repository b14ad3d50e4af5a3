"""Removes files that nothing refers to any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.decks.models import DeckFile
from configurator.files import Files
from configurator.imports.waiting import holder
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.photos import service as photos
from configurator.pictures import service as pictures
from configurator.product_models import service as models
from configurator.products.models import ProductFile
from configurator.renderings import service as renderings

HOLDERS = (pictures.is_held, photos.is_held, models.is_held, renderings.is_held, holder(ProductFile), holder(DeckFile))


def work(tools: Tools, payload: Mapping[str, Any]) -> Effect:
    """Safe to repeat: a file that is gone already is no fault, one that is held again stays."""
    files = Files(tools.settings.files_url)
    for key in payload["keys"]:
        with tools.database.reading() as session:
            is_wanted = any(held(session, key) for held in HOLDERS)
        if not is_wanted:
            files.remove(key)
    return _nothing


def _nothing(_session: Session) -> None:
    """The files are gone; there is nothing to write."""


KIND = Kind("remove_files", work, attempts=20)
