"""A worker: takes one job after another, works without an open transaction, and keeps its lease alive meanwhile."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event, Thread

from sqlalchemy.exc import DBAPIError

from configurator.i18n import WARSAW
from configurator.jobs import service
from configurator.jobs.kind import Kind, Tools
from configurator.jobs.service import Lease, LostLease

LOG = logging.getLogger(__name__)
UPKEEP_EVERY_S = 3600
STUCK = 70
"""The exit code of a worker whose job ran past its limit (EX_SOFTWARE of sysexits.h)."""


@dataclass
class Worker:
    """`lease_s` is how long a dead worker's job stays with it; `poll_s` how often an idle worker looks.

    Kinds that it passes over are left to another worker.
    """

    tools: Tools
    kinds: Mapping[str, Kind]
    lease_s: float = 30
    renew_s: float = 10
    poll_s: float = 0.5
    passes_over: frozenset[str] = frozenset()
    stopped: Event = field(default_factory=Event)

    def run(self, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Work until stopped; the job in hand is finished first. A database that is away is waited for."""
        kept_up = float("-inf")
        while not self.stopped.is_set() and goes_on():
            try:
                if time.monotonic() - kept_up > UPKEEP_EVERY_S:
                    kept_up = time.monotonic()
                    self.keep_up()
                if not self.work_once():
                    self.stopped.wait(self.poll_s)
            except DBAPIError:
                LOG.warning("the database does not answer", exc_info=True)
                self.stopped.wait(5)

    def work_once(self) -> bool:
        """Do one job; False when none is due."""
        with self.tools.database.reading() as session:
            if not service.is_waiting(session, self.passes_over):
                return False
        with self.tools.database.writing() as session:
            lease = service.claim(session, self.kinds, self.lease_s, self.passes_over)
        if lease is not None:
            self._do(lease, self.kinds[lease.kind])
        return lease is not None

    def keep_up(self) -> None:
        """Put in the day's own jobs, and forget those that were over long ago."""
        with self.tools.database.writing() as session:
            service.purge(session)
            day = service.clock(session).astimezone(WARSAW).date().isoformat()
            for kind in self.kinds.values():
                if kind.is_daily:
                    service.enqueue(session, kind.name, {}, dedup=day)

    def _do(self, lease: Lease, kind: Kind) -> None:
        over = Event()
        Thread(target=self._hold, args=(lease, kind, over), daemon=True).start()
        try:
            effect = kind.work(self.tools, lease.payload)
            with self.tools.database.writing() as session:
                service.finish(session, lease, effect)
        except LostLease:
            LOG.warning("job %s %s went to another worker", lease.kind, lease.job_id)
        except Exception as failure:  # noqa: BLE001 - whatever a kind raises, the job is tried again and the worker goes on
            self._fail(lease, kind, failure)
        finally:
            over.set()

    def _hold(self, lease: Lease, kind: Kind, over: Event) -> None:
        """Renew the lease while the job is worked on; past the kind's limit end the process, which no hang survives."""
        ends = time.monotonic() + kind.limit_s
        while not over.wait(self.renew_s):
            if time.monotonic() > ends:
                LOG.error("job %s %s ran past its limit of %s s", lease.kind, lease.job_id, kind.limit_s)
                os._exit(STUCK)
            try:
                with self.tools.database.writing() as session:
                    service.renew(session, lease, self.lease_s)
            except LostLease:
                return
            except DBAPIError:
                LOG.warning("a lease could not be renewed", exc_info=True)

    def _fail(self, lease: Lease, kind: Kind, failure: Exception) -> None:
        LOG.warning("job %s %s failed", lease.kind, lease.job_id, exc_info=failure)
        try:
            with self.tools.database.writing() as session:
                service.give_up(session, lease, kind, f"{type(failure).__name__}: {failure}")
        except LostLease:
            return
