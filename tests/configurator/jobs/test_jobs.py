"""Jobs: put in with their cause, taken once, tried again, parked."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from configurator.config import Settings
from configurator.db import Database
from configurator.jobs.kind import Effect, Kind, Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.models import DONE, LEASED, PARKED, WAITING, Job
from configurator.jobs.service import LostLease, claim, clock, enqueue, finish, purge, renew
from configurator.jobs.worker import Worker


def nothing(_tools: Tools, _payload: Mapping[str, Any]) -> Effect:
    return lambda _session: None


def fails(_tools: Tools, _payload: Mapping[str, Any]) -> Effect:
    raise OSError("the printer is on fire")


KINDS = {"easy": Kind("easy", nothing), "hard": Kind("hard", fails)}


@pytest.fixture
def worker(database: Database, settings: Settings) -> Worker:
    return Worker(Tools(database, settings), KINDS)


def put(database: Database, kind: str = "easy", **held: Any) -> None:
    with database.writing() as session:
        enqueue(session, kind, held)


def only_job(database: Database) -> Job:
    with database.reading() as session:
        return session.scalars(select(Job)).one()


def let_time_pass(database: Database, hours: int) -> None:
    """As if the job had been written so many hours earlier."""
    with database.writing() as session:
        for job in session.scalars(select(Job)):
            job.due_at -= timedelta(hours=hours)


def test_a_job_is_done_once(database: Database, worker: Worker) -> None:
    put(database)
    assert (worker.work_once(), worker.work_once()) == (True, False)
    assert only_job(database).state == DONE


def test_what_is_undone_with_its_cause_is_never_done(database: Database, worker: Worker) -> None:
    with database.writing() as session:
        enqueue(session, "easy", {})
        session.rollback()
    assert not worker.work_once()


def test_the_same_key_is_put_in_once(database: Database) -> None:
    def put_keyed(_: int) -> None:
        with database.writing() as session:
            enqueue(session, "easy", {}, dedup="the key")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(put_keyed, range(8)))
    assert only_job(database).dedup == "the key"


def test_many_workers_take_each_job_once(database: Database) -> None:
    for _ in range(10):
        put(database)

    def take(_: int) -> str | None:
        with database.writing() as session:
            lease = claim(session, KINDS, 30)
        return lease.job_id if lease else None

    with ThreadPoolExecutor(5) as pool:
        taken = [job for job in pool.map(take, range(15)) if job]
    assert len(taken) == len(set(taken)) == 10


def test_a_failed_job_waits_and_says_why(database: Database, worker: Worker) -> None:
    put(database, "hard")
    worker.work_once()
    job = only_job(database)
    assert (job.state, job.attempts, job.failure) == (WAITING, 1, "OSError: the printer is on fire")
    assert not worker.work_once()


def test_a_job_is_parked_after_three_tries(database: Database, worker: Worker) -> None:
    put(database, "hard")
    for _ in range(3):
        worker.work_once()
        let_time_pass(database, hours=2)
    assert (only_job(database).state, only_job(database).attempts) == (PARKED, 3)


def test_a_job_that_kills_its_workers_is_parked(database: Database, worker: Worker) -> None:
    put(database)
    for _ in range(3):
        with database.writing() as session:
            assert claim(session, KINDS, 30)
        let_time_pass(database, hours=1)
    worker.work_once()
    assert (only_job(database).state, only_job(database).failure) == (PARKED, "its workers died")


def test_a_lease_that_ran_out_comes_before_the_backlog(database: Database) -> None:
    put(database, "easy", first=True)
    with database.writing() as session:
        assert claim(session, KINDS, -1)
    for _ in range(3):
        put(database, "easy", first=False)
    with database.writing() as session:
        lease = claim(session, KINDS, 30)
    assert lease is not None
    assert lease.payload["first"]


def test_letters_do_not_wait_behind_what_takes_minutes(database: Database, settings: Settings) -> None:
    put(database, "hard", first=True)
    put(database, "easy", first=False)
    quick = Worker(Tools(database, settings), KINDS, passes_over=frozenset({"hard"}))
    assert (quick.work_once(), quick.work_once()) == (True, False)
    with database.writing() as session:
        lease = claim(session, KINDS, 30, passes_over={"easy"})
    assert lease is not None
    assert lease.kind == "hard"


def test_who_lost_the_lease_writes_nothing(database: Database) -> None:
    put(database)
    with database.writing() as session:
        late = claim(session, KINDS, -1)
    with database.writing() as session:
        assert claim(session, KINDS, 30)
    assert late is not None
    with pytest.raises(LostLease), database.writing() as session:
        finish(session, late, lambda _session: pytest.fail("an effect was written"))
    assert only_job(database).state == LEASED


def test_a_renewed_lease_runs_longer(database: Database) -> None:
    put(database)
    with database.writing() as session:
        lease = claim(session, KINDS, 1)
    assert lease is not None
    with database.writing() as session:
        renew(session, lease, 1000)
        assert only_job_in(session).due_at > clock(session) + timedelta(seconds=900)


def only_job_in(session: Any) -> Job:
    found: Job = session.scalars(select(Job).execution_options(populate_existing=True)).one()
    return found


def test_a_job_of_an_unknown_kind_is_parked(database: Database, worker: Worker) -> None:
    put(database, "stranger")
    worker.work_once()
    assert only_job(database).state == PARKED


def test_what_was_done_long_ago_is_forgotten(database: Database, worker: Worker) -> None:
    put(database)
    worker.work_once()
    with database.writing() as session:
        job = session.scalars(select(Job)).one()
        assert job.ended_at is not None
        job.ended_at -= timedelta(days=8)
    with database.writing() as session:
        purge(session)
        assert session.scalar(select(func.count()).select_from(Job)) == 0


def test_the_wait_grows_to_an_hour() -> None:
    kind = Kind("any", nothing)
    assert [kind.wait_s(attempts) for attempts in (1, 2, 3, 20)] == [10, 30, 90, 3600]


def test_every_kind_has_its_file() -> None:
    assert "send_mail" in kinds()
