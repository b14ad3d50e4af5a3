"""What a guest has begun joins an account: nothing is taken from the guest, whose other devices go on."""

from __future__ import annotations

from sqlalchemy.orm import Session

from configurator.orders import trays
from configurator.orders.trays import Owner
from configurator.projects import grants
from configurator.sets import service as sets


def join(session: Session, tenant_id: str, guest: str, actor_id: str) -> None:
    """Give the account's actor the guest's rights to projects, the samples on the guest's own tray, and the sets."""
    grants.pass_on(session, guest, actor_id)
    trays.pass_on(session, Owner(tenant_id, None, guest), Owner(tenant_id, None, actor_id))
    sets.pass_on(session, guest, actor_id)
