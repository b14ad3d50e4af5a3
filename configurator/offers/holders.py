"""Whom the use of a rule is counted for.

* `all`: the retailer's customers together. `store`: the store that helps. `contract`: the contract that the fact names.
* `customer`: whoever owns the project and has an account; without an account the project itself stands for its
  customer, since one browser may serve many people. What was used before there was an account counts on with it.
* `household`: the customer, with everyone who has an account and works on a project together with them, as an owner or
  by a link that lets one draw. Nobody is asked who lives with whom.

Names of holders are pseudonymous: `actor:…`, `project:…`, `store:…`, `contract:…`, `all`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from configurator.accounts.models import Account
from configurator.offers.models import Service
from configurator.projects.models import Grant, Project

OWNERS = ("owner",)
FAMILY = ("owner", "editor")


@dataclass(frozen=True)
class Holder:
    """A use is counted under `key`; what stands under the `others` has been used by the same people."""

    key: str
    others: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        return self.others | {self.key}


def holder(session: Session, project: Project, service: Service | None, per: str, contract: object) -> Holder | None:
    """The holder for a limit's `per`; None while the contract is not known."""
    if per == "store":
        return Holder(f"store:{service.store_id if service else project.store_id}")
    if per == "contract":
        return Holder(f"contract:{contract}") if contract else None
    if per == "all":
        return Holder("all")
    return _people(session, project, FAMILY if per == "household" else OWNERS)


def _people(session: Session, project: Project, roles: tuple[str, ...]) -> Holder:
    """The project's owners with accounts, and all who hold one of the roles in a project with them."""
    own = f"project:{project.id}"
    mine = session.scalars(_accounts(OWNERS).where(Grant.project_id == project.id)).all()
    if not mine:
        return Holder(own)
    together = select(Grant.project_id).where(
        Grant.actor_id.in_(mine), Grant.role.in_(roles), Grant.revoked_at.is_(None)
    )
    people = session.scalars(_accounts(roles).where(Grant.project_id.in_(together))).all()
    owned = select(Grant.project_id).where(
        Grant.actor_id.in_(people), Grant.role.in_(OWNERS), Grant.revoked_at.is_(None)
    )
    projects = (f"project:{id_}" for id_ in session.scalars(owned))
    key = f"actor:{mine[0]}"
    return Holder(key, frozenset({own, *(f"actor:{id_}" for id_ in people), *projects} - {key}))


def _accounts(roles: tuple[str, ...]) -> Select[str]:
    """The customers with accounts who hold such a right, the oldest account first."""
    wanted = select(Account.actor_id).join(Grant, Grant.actor_id == Account.actor_id)
    mine = wanted.where(Account.role == "customer", Grant.role.in_(roles), Grant.revoked_at.is_(None))
    return mine.order_by(Account.created_at, Account.id)
