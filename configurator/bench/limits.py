"""A rule that may be used so often, and more services closed at once by several processes than it may be used for.

Every closing is the whole of it: the decision with its texts, the counts, the ledger, one transaction. `too_many` and
`lost` are free services beyond the limit, and uses that nobody got although there were enough who asked; `again` is how
often a closing was pressed again since the database was too busy to begin it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from configurator import schema
from configurator.accounts.models import Account, Actor
from configurator.accounts.visits import Visitor
from configurator.bench.databases import BOTH
from configurator.bench.rulebook import FEE_GR, WORDS
from configurator.db import Database, new_id
from configurator.offers import counted, ledger, services
from configurator.offers import terms as published
from configurator.offers.models import LedgerEntry, PublishedTerms, Service
from configurator.projects.models import Grant, Project, Variant
from configurator.stores import demo
from configurator.stores.models import Store
from incentives.canonical import canonical
from incentives.chain import following
from rooms.plan import Plan

PROCESSES = 16
MOST_AGAIN = 20
SHARE_TOO_MANY = 20
"""One more customer than uses for each so many."""


@dataclass(frozen=True)
class Contest:
    """So many uses, one at most for each customer; customers with several projects try with each of them."""

    grants: int
    customers: int
    processes: int = PROCESSES
    projects_each: int = 1


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for name, server in BOTH.items():
        with server() as url:
            database = Database(url)
            schema.upgrade(database)
            demo.seed_when_empty(database)
            database.close()
            customers = options.grants + max(1, options.grants // SHARE_TOO_MANY)
            yield {"bench": "limits", "database": name, **contest(url, Contest(options.grants, customers))}


def contest(url: str, wanted: Contest) -> dict[str, Any]:
    """What came of it, on a database with the demonstration; closings that were refused raise."""
    database = Database(url)
    with database.writing() as session:
        visitor, ids = opened(session, wanted)
    database.close()
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])  # so that not each of them reads the whole program anew
    with context.Pool(wanted.processes) as pool:
        pool.map(_warm_up, [url] * wanted.processes * 4, chunksize=1)
        began = time.perf_counter()
        again = sum(pool.starmap(_close, [(url, visitor, id_) for id_ in ids], chunksize=1))
        spent_s = time.perf_counter() - began
    with database.reading() as session:
        free = _free(session, ids)
        wrong = len(list(counted.wrong(session)))
    database.close()
    return {
        "processes": wanted.processes,
        "grants": wanted.grants,
        "tried": len(ids),
        "granted": len(free),
        "too_many": max(0, len(free) - wanted.grants) + len(free) - len({id_ // wanted.projects_each for id_ in free}),
        "lost": max(0, wanted.grants - len(free)),
        "wrong": wrong,
        "again": again,
        "seconds": round(spent_s, 1),
        "grants_per_s": round(len(free) / spent_s, 1),
        "closings_per_s": round(len(ids) / spent_s, 1),
    }


def _warm_up(url: str) -> None:
    with _database(url).reading() as session:
        session.scalar(select(func.count()).select_from(Store))


def _close(url: str, visitor: Visitor, service_id: str) -> int:
    """How often it was pressed again: SQLite lets no writer begin who has waited for 30 s."""
    for again in range(MOST_AGAIN):
        try:
            with _database(url).writing() as session:
                services.close_service(session, service_id, visitor, receipt="")
        except OperationalError as busy:
            if "locked" not in str(busy):
                raise
        else:
            return again
    raise OSError(f"the database was busy {MOST_AGAIN} times")


@cache
def _database(url: str) -> Database:
    """This process's own."""
    return Database(url)


def _free(session: Session, ids: Sequence[str]) -> list[int]:
    """The places of the services that are charged nothing."""
    found = {service.id: ledger.charged_gr(service) for service in session.scalars(select(Service))}
    return [place for place, id_ in enumerate(ids) if found[id_] == 0]


def opened(session: Session, wanted: Contest) -> tuple[Visitor, list[str]]:
    """The open services, those of one customer beside each other, and the designer who closes them."""
    store = session.scalars(select(Store).order_by(Store.slug)).first()
    designer = session.scalars(select(Account).where(Account.role == "designer").order_by(Account.email)).first()
    assert store is not None  # noqa: S101 - the demonstration has stores
    assert designer is not None  # noqa: S101 - and staff
    terms = published.publish(session, store.tenant, _terms(wanted))
    of_tenant = {"tenant_id": store.tenant_id}
    visitor = Visitor("", store.tenant_id, designer.actor_id, designer.id, "designer", "", store.id, "desk")
    projects = [new_id() for _ in range(wanted.customers * wanted.projects_each)]
    row = of_tenant | {"store_id": store.id}
    session.execute(insert(Project), [row | {"id": id_, "code": id_[:12]} for id_ in projects])
    drawn = of_tenant | {"name": "", "head_plan": canonical(Plan.empty().document).decode()}
    session.execute(insert(Variant), [drawn | {"id": f"v{id_}", "project_id": id_} for id_ in projects])
    if wanted.projects_each > 1:
        _own(session, of_tenant, projects, wanted)
    return visitor, _services(session, row, terms, visitor, projects)


def _own(session: Session, of_tenant: dict[str, str], projects: Sequence[str], wanted: Contest) -> None:
    """Give every customer an account and the projects."""
    actors = [new_id() for _ in range(wanted.customers)]
    session.execute(insert(Actor), [of_tenant | {"id": id_} for id_ in actors])
    person = of_tenant | {"role": "customer", "name": "", "password_hash": ""}
    session.execute(insert(Account), [person | {"actor_id": id_, "email": f"{id_}@example.com"} for id_ in actors])
    owned = [(actors[place // wanted.projects_each], id_) for place, id_ in enumerate(projects)]
    right = of_tenant | {"role": "owner"}
    session.execute(insert(Grant), [right | {"actor_id": actor, "project_id": id_} for actor, id_ in owned])


def _services(
    session: Session, row: dict[str, str], terms: PublishedTerms, visitor: Visitor, projects: Sequence[str]
) -> list[str]:
    ids = [new_id() for _ in projects]
    opened = row | {"terms_id": terms.id, "kind": "help", "opened_by": visitor.account_id, "opened_seq": 0}
    of_projects = [
        opened | {"id": id_, "project_id": project, "variant_id": f"v{project}"}
        for id_, project in zip(ids, projects, strict=True)
    ]
    session.execute(insert(Service), of_projects)
    first = following(None, {"kind": "opened"})
    entry = {"tenant_id": row["tenant_id"], "n": 1, "kind": "opened", "actor_id": visitor.actor_id}
    entry |= {"body": canonical(dict(first.body)).decode(), "previous": first.previous, "sha": first.sha}
    session.execute(insert(LedgerEntry), [entry | {"service_id": id_} for id_ in ids])
    return ids


def _terms(wanted: Contest) -> dict[str, Any]:
    limits = [
        {"per": "all", "period": "ever", "count": wanted.grants},
        {"per": "customer", "period": "year", "count": 1},
    ]
    rule = {"id": "first-come", "title": WORDS, "then": {"kind": "waive"}, "limits": limits}
    service = {"title": WORDS, "fee": {"kind": "fixed", "amount_gr": FEE_GR}}
    return {"id": "contest", "version": 1, "services": {"help": service}, "rules": [rule]}
