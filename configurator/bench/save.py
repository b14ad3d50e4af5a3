"""Edits saved into projects of 60 walls, over HTTP, by one user and by fifty who each save once a second.

The database holds ten thousand projects. `cold_ms` is the slowest of the first saves after the server has started,
which are not among the others. The peer, in the same run, is one row written and committed by itself.
"""

from __future__ import annotations

import argparse
import json
import threading
import time
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection
from typing import Any
from uuid import uuid4

from sqlalchemy import insert, select, text

from configurator import schema
from configurator.accounts import visits
from configurator.bench.databases import BOTH
from configurator.bench.server import served
from configurator.bench.timing import percentile
from configurator.db import Database, now
from configurator.projects import service
from configurator.projects.models import Project, Variant
from configurator.stores import demo
from configurator.stores.models import Store
from rooms.bench import grid_plan
from rooms.edit import Origin
from rooms.plan import Plan

WALLS = 60
SAVES_EACH = 20
AIM_MS = 100
"""For 99 saves of 100."""


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for name, server in BOTH.items():
        with server() as url:
            database = Database(url)
            visitors = _filled(database, options.projects)
            peer_ms = _row_ms(database)
            database.engine.dispose()
            with served(url) as address:
                cold_ms = round(max(_saved(address, visitors[50:], [])), 2)
                for users in (1, 50):
                    spent_ms = _saved(address, visitors[:users], [])
                    yield {
                        "bench": "save",
                        "database": name,
                        "users": users,
                        "saves": len(spent_ms),
                        "p50_ms": percentile(spent_ms, 0.5),
                        "p99_ms": percentile(spent_ms, 0.99),
                        "aim_p99_ms": AIM_MS,
                        "row_p50_ms": peer_ms,
                        "cold_ms": cold_ms,
                        "ratio_p50": round(percentile(spent_ms, 0.5) / peer_ms, 1),
                    }


def _filled(database: Database, projects: int) -> list[dict[str, Any]]:
    """The demonstration, so many projects, and 51 visitors each with a project of 60 walls."""
    schema.upgrade(database)
    demo.seed_when_empty(database)
    with database.writing() as session:
        store = session.scalars(select(Store).order_by(Store.slug)).first()
        assert store is not None  # noqa: S101 - the demonstration has stores
        rows = [{"id": uuid4().hex, "tenant_id": store.tenant_id, "store_id": store.id} for _ in range(projects)]
        session.execute(insert(Project), [row | {"code": uuid4().hex[:12]} for row in rows])
        empty = {"name": "", "head_plan": json.dumps(Plan.empty().document), "tenant_id": store.tenant_id}
        session.execute(insert(Variant), [empty | {"id": f"v{row['id']}", "project_id": row["id"]} for row in rows])
    with database.writing() as session:
        return [_visitor(session, store) for _ in range(51)]


def _visitor(session: Any, store: Store) -> dict[str, Any]:
    visitor, token = visits.begin_guest(session, store.tenant)
    drawn = grid_plan(WALLS)
    project = service.begin_from_document(session, store, visitor, drawn, origin=Origin("import", "grid"))
    session.flush()
    variant = service.first_variant(project).id
    return {"cookie": f"visit-{store.tenant.slug}={token}", "project": project.id, "variant": variant}


def _row_ms(database: Database) -> float:
    """The middle of fifty commits of one row."""
    with database.writing() as session:
        session.execute(text("CREATE TABLE bench_row (at TEXT)"))
    spent = []
    for _ in range(50):
        began = time.perf_counter()
        with database.writing() as session:
            session.execute(text("INSERT INTO bench_row VALUES (:at)"), {"at": now().isoformat()})
        spent.append((time.perf_counter() - began) * 1000)
    with database.writing() as session:
        session.execute(text("DROP TABLE bench_row"))
    return percentile(spent, 0.5)


def _saved(address: str, visitors: Sequence[dict[str, Any]], spent_ms: list[float]) -> list[float]:
    """What every save took, all visitors at once, each beginning somewhere else in the second."""
    threads = [
        threading.Thread(target=_save_often, args=(address, visitor, place / len(visitors), spent_ms))
        for place, visitor in enumerate(visitors)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return spent_ms


def _save_often(address: str, visitor: dict[str, Any], after_s: float, spent_ms: list[float]) -> None:
    connection = HTTPConnection(address.removeprefix("http://"), timeout=60)
    due = time.perf_counter() + after_s
    for place in range(SAVES_EACH):
        time.sleep(max(0.0, due - time.perf_counter()))
        due += 1
        began = time.perf_counter()
        _save(connection, visitor, place)
        spent_ms.append((time.perf_counter() - began) * 1000)
    connection.close()


def _save(connection: HTTPConnection, visitor: dict[str, Any], place: int) -> None:
    edit = {
        "id": str(uuid4()),
        "v": 1,
        "variant": visitor["variant"],
        "action": "move_corner",
        "input": "dragged",
        "undoes": None,
        "at": now().isoformat(),
        "set": {"walls/w0000": {"b": [3000 + place, 0]}},
        "remove": [],
    }
    url, body = f"/api/v1/projects/{visitor['project']}/edits", json.dumps({"base": place + 1, "edits": [edit]})
    connection.request("POST", url, body, {"Content-Type": "application/json", "Cookie": visitor["cookie"]})
    answer = connection.getresponse()
    text_ = answer.read()
    if answer.status != 200 or json.loads(text_)["results"][0]["result"] != "logged":
        raise OSError(f"not saved: {answer.status} {text_[:200]!r}")
