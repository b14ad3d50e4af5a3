"""The door of a retailer's systems: whose key it is, and what the request says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request
from sqlalchemy.orm import Session

from configurator.errors import Refused, TooLarge
from configurator.stores.models import Store
from configurator.systems import keys
from configurator.web import store_of

MOST_BYTES = 64 * 1024


def opened(session: Session, slug: str, right: str) -> tuple[Store, str]:
    """The store, and the actor of the system that shows a key with this right."""
    store = store_of(session, slug)
    key = keys.read(session, store.tenant, request.headers.get("Authorization", ""), right)
    return store, key.actor_id


def body() -> Mapping[str, Any]:
    """The request's JSON object; Refused for anything else, TooLarge beyond 64 KiB."""
    if (request.content_length or 0) > MOST_BYTES:
        raise TooLarge("http_413")
    data = request.get_json(silent=True)
    if not isinstance(data, dict):
        raise Refused("not_json")
    return data


def code(said: Mapping[str, Any]) -> str:
    """The project's code in it; empty, which finds none, for what is no text."""
    named = said.get("project")
    return named if isinstance(named, str) else ""
