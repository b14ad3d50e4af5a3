"""A worker killed in the middle: nothing is lost and no effect is written twice."""

from __future__ import annotations

import random
import time
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess

from sqlalchemy import func, select

from configurator.accounts.models import Allowance
from configurator.db import Database
from configurator.jobs.models import DONE, Job
from configurator.jobs.service import enqueue
from tests.configurator.jobs import counting_worker
from tests.configurator.jobs.counting_worker import KIND, SCOPE

JOBS = 24
KILLS = 4
PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload([counting_worker.__name__])


def test_kill_nine_loses_nothing_and_doubles_nothing(database: Database, database_url: str) -> None:
    with database.writing() as session:
        for number in range(JOBS):
            session.add(Allowance(scope=SCOPE, key=str(number), window=0, used=0))
            enqueue(session, KIND.name, {"key": str(number), "seconds": 0.15})
    workers = [_worker(database_url), _worker(database_url)]
    try:
        for _ in range(KILLS):
            _wait_for(database, Job.attempts > 0, at_least=_count(database, Job.attempts > 0) + 1)
            time.sleep(random.random() * 0.15)  # noqa: S311 - where in a job the kill falls
            _kill(workers.pop(0))
            workers.append(_worker(database_url))
        _wait_for(database, Job.state == DONE, at_least=JOBS)
    finally:
        for worker in workers:
            _kill(worker)
    with database.reading() as session:
        written = session.scalars(select(Allowance.used).where(Allowance.scope == SCOPE)).all()
    assert sorted(written) == [1] * JOBS


def _worker(url: str) -> ForkServerProcess:
    worker = PROCESSES.Process(target=counting_worker.run, args=(url,))
    worker.start()
    return worker


def _kill(worker: ForkServerProcess) -> None:
    """As a machine would that loses its power, with no farewell."""
    worker.kill()
    worker.join()
    worker.close()


def _wait_for(database: Database, what: object, at_least: int) -> None:
    for _ in range(1200):
        if _count(database, what) >= at_least:
            return
        time.sleep(0.02)
    raise AssertionError("the jobs stand still")


def _count(database: Database, what: object) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).where(Job.kind == KIND.name, what)) or 0  # type: ignore[arg-type]
