"""The service, the store, and where the project was begun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from configurator.offers.source import Asking, Source, named
from configurator.projects.models import LoggedEdit


def known(asking: Asking) -> Mapping[str, Any]:
    return {
        "service": asking.service.kind if asking.service else None,
        "store": asking.project.store.fact_name,
        "channel": _channel(asking) if "channel" in asking.names else None,
    }


def _channel(asking: Asking) -> str | None:
    """Of the first edit, as the log says: home, kiosk or desk; whoever goes on elsewhere has begun there."""
    wanted = select(LoggedEdit.channel).where(LoggedEdit.project_id == asking.project.id)
    return asking.session.scalar(wanted.order_by(LoggedEdit.seq).limit(1))


SOURCE = Source(named("service", "store", "channel"), known)
