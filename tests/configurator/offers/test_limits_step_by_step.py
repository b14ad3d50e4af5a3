"""One closing is stopped before each of its statements in turn, and before its commit, while another goes on whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

from sqlalchemy import delete, event, update

from configurator.accounts.visits import Visitor
from configurator.bench.limits import Contest, opened
from configurator.db import Database
from configurator.offers import ledger, services
from configurator.offers.models import LimitCount, LimitUse, Service

MOST_STEPS = 60
OVERTAKES_S = 0.1
"""How long the other is given to get ahead; where a lock keeps it back, it goes on once the first is let go."""


class Stopped:
    """A database whose transactions stop once, before their statement of this number, until they are let go."""

    def __init__(self, url: str) -> None:
        self.database = Database(url)
        self.stops_at = 0
        self.step = 0
        self.reached, self.goes_on = Event(), Event()
        event.listen(self.database.engine, "before_cursor_execute", self._statement)
        event.listen(self.database.engine, "commit", self._statement)

    @contextmanager
    def at(self, step: int) -> Iterator[None]:
        self.stops_at, self.step = step, 0
        self.reached.clear()
        self.goes_on.clear()
        yield
        self.goes_on.set()

    def _statement(self, *_: Any) -> None:
        self.step += 1
        if self.step == self.stops_at:
            self.reached.set()
            self.goes_on.wait(30)


def close(database: Database, visitor: Visitor, service_id: str) -> None:
    with database.writing() as session:
        services.close_service(session, service_id, visitor, receipt="")


def charged(database: Database, service_id: str) -> int | None:
    with database.reading() as session:
        return ledger.charged_gr(session.get_one(Service, service_id))


def leave_the_use_to_others(database: Database) -> None:
    """As though whoever has it had given it back; the rows of the counts stay, so that locks alone keep two apart."""
    with database.writing() as session:
        session.execute(delete(LimitUse))
        session.execute(update(LimitCount).values(used=0))


def test_whoever_is_overtaken_at_any_step_uses_no_limit_twice(database_url: str) -> None:
    first, other = Stopped(database_url), Database(database_url)
    with other.writing() as session:
        visitor, ids = opened(session, Contest(grants=1, customers=2 * MOST_STEPS))
    close(other, visitor, ids[0])
    for step in range(1, MOST_STEPS):
        leave_the_use_to_others(other)
        mine, theirs = ids[2 * step : 2 * step + 2]
        threads = [
            Thread(target=close, args=(first.database, visitor, mine)),
            Thread(target=close, args=(other, visitor, theirs)),
        ]
        with first.at(step):
            threads[0].start()
            while threads[0].is_alive() and not first.reached.wait(0.01):
                pass
            threads[1].start()
            threads[1].join(OVERTAKES_S)
        for thread in threads:
            thread.join(30)
        assert {charged(other, mine), charged(other, theirs)} == {0, 300_00}, step
        if not first.reached.is_set():
            break
    assert 10 < step < MOST_STEPS - 1
    first.database.close()
    other.close()
