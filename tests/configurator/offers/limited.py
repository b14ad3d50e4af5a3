"""Terms with limits in tests: the showroom's help is free from 2 500 zł of purchases, so often and no more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select, update

from configurator.accounts.models import Account, Actor
from configurator.db import Database, now
from configurator.offers import counted
from configurator.offers.models import LimitCount, LimitUse
from configurator.projects.models import Grant, Project
from tests.configurator.people import BATHROOMS, guest
from tests.configurator.purchases.shopping import Shop, purchases_only

CLAWBACK = {"policy": "clawback", "window_days": 30}
FREE, LISTED_GR = 0, 300_00


def limited(count: int = 1, per: str = "all", period: str = "ever", **rule: Any) -> dict[str, Any]:
    """The showroom's terms, the rule limited; `quote_days` as told, none when left out."""
    days = rule.pop("quote_days", 0)
    limit = {"per": per, "period": period} | (rule.pop("limit", None) or {"count": count})
    return purchases_only(CLAWBACK, limits=[limit], **rule) | {"quote_days": days}


def shops(app: Flask, terms: dict[str, Any], count: int = 2, receipts: str = "PAR") -> list[Shop]:
    """The same showroom with so many customers, each of whom has bought enough."""
    first = Shop.open(app, terms)
    found = [
        first,
        *(Shop(app, first.database, guest(app, BATHROOMS), first.desk, first.token) for _ in range(count - 1)),
    ]
    for place, shop in enumerate(found):
        shop.buy(2_500_00, f"{receipts}/{place}")
    return found


def counts(database: Database) -> list[int]:
    """How much of each limit is used, and that it is what the ledger says."""
    with database.reading() as session:
        assert list(counted.wrong(session)) == []
        return [*session.scalars(select(LimitCount.used).order_by(LimitCount.holder))]


def let_lapse(database: Database) -> None:
    with database.writing() as session:
        session.execute(update(LimitUse).values(until=now() - timedelta(seconds=1)))


def account(database: Database, *owned: str, draws_in: str = "") -> str:
    """A customer with an account who owns these projects, and may draw in that one."""
    with database.writing() as session:
        tenant_id = session.get_one(Project, (*owned, draws_in)[0]).tenant_id
        actor = Actor(tenant_id=tenant_id)
        session.add(actor)
        session.flush()
        person = {"tenant_id": tenant_id, "actor_id": actor.id}
        email = f"{actor.id}@example.com"
        session.add(Account(**person, email=email, name="", role="customer", password_hash=""))
        rights = [(id_, "owner") for id_ in owned] + ([(draws_in, "editor")] if draws_in else [])
        session.add_all(Grant(**person, project_id=id_, role=role) for id_, role in rights)
        return actor.id


def also_owns(database: Database, actor_id: str, project_id: str) -> None:
    with database.writing() as session:
        tenant_id = session.get_one(Project, project_id).tenant_id
        session.add(Grant(tenant_id=tenant_id, actor_id=actor_id, project_id=project_id, role="owner"))
