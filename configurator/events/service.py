"""Adding counts up."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from configurator.db import insert_into, now
from configurator.events.models import Event
from configurator.events.vocabulary import Counted
from configurator.stores.models import Store


def count(session: Session, store: Store, events: Iterable[Counted]) -> None:
    """Add to this hour's rows of the store, in one order for all, so that no two batches wait for each other."""
    hour = now().replace(minute=0, second=0, microsecond=0)
    for event in sorted(events, key=lambda one: (one.name, one.screen, one.detail)):
        row = {"store_id": store.id, "tenant_id": store.tenant_id, "hour": hour, **vars(event)}
        added = insert_into(session, Event).values(row)
        session.execute(
            added.on_conflict_do_update(
                index_elements=["store_id", "hour", "name", "screen", "detail"],
                set_={"times": Event.times + added.excluded.times},
            )
        )
