"""Who acts by a paper that came with an order: in the name of whoever ordered, and in that project only."""

from __future__ import annotations

from configurator.accounts.visits import Visitor
from configurator.orders.models import SampleOrder
from configurator.projects.grants import Access
from configurator.projects.models import Project


def access_of(order: SampleOrder, project: Project) -> Access:
    """The order's project, opened for the one who ordered; callers let only what the paper is for be done with it."""
    customer = Visitor("", order.tenant_id, order.actor_id, None, "guest", "", None, "web")
    return Access(project, customer, "owner")
