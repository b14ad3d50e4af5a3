"""Backtests of a long past, done by a worker with their progress told; and the reports kept with publications."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from configurator.db import Database, lock, now
from configurator.jobs import service as jobs
from configurator.jobs.models import PARKED, Job
from configurator.offers import terms as published
from configurator.offers.models import Publication, PublishedTerms
from configurator.stores.models import Tenant
from configurator.terms import past
from configurator.terms.backtesting import report_of, told
from configurator.terms.models import BacktestRun, PublicationReport
from incentives.backtest import Report
from incentives.canonical import canonical
from incentives.terms import Terms

KIND = "backtest"
AT_ONCE = 50
"""So many services are decided while somebody waits; more are a job."""
CHUNK = 100
KEPT = timedelta(days=30)


def is_long(session: Session, tenant: Tenant) -> bool:
    return past.count(session, tenant) > AT_ONCE


def start(session: Session, tenant: Tenant, before: Terms | None, after: Terms) -> BacktestRun:
    """A worker is asked for the report; one that is being made already is waited for."""
    last = latest(session, tenant, before, after)
    if last and not last.report and not has_failed(session, last):
        return last
    session.execute(delete(BacktestRun).where(BacktestRun.tenant_id == tenant.id, BacktestRun.asked_at < now() - KEPT))
    run = BacktestRun(
        tenant_id=tenant.id,
        before_sha=before.sha if before else "",
        after_sha=after.sha,
        before_body=before.source.decode() if before else "",
        after_body=after.source.decode(),
        total=past.count(session, tenant),
    )
    session.add(run)
    session.flush()
    jobs.enqueue(session, KIND, {"tenant": tenant.id, "run": run.id}, dedup=run.id)
    return run


def latest(session: Session, tenant: Tenant, before: Terms | None, after: Terms) -> BacktestRun | None:
    """The last time that these terms were tried against those."""
    wanted = select(BacktestRun).where(BacktestRun.tenant_id == tenant.id, BacktestRun.after_sha == after.sha)
    same = wanted.where(BacktestRun.before_sha == (before.sha if before else ""))
    return session.scalars(same.order_by(BacktestRun.asked_at.desc(), BacktestRun.id).limit(1)).first()


def has_failed(session: Session, run: BacktestRun) -> bool:
    """Whether the worker gave up."""
    state = session.scalar(select(Job.state).where(Job.kind == KIND, Job.dedup == run.id))
    return not run.report and state in (PARKED, None)


def carry_out(database: Database, run_id: str) -> str:
    """The report of a run as canonical JSON, its progress written meanwhile, without a transaction held open."""
    with database.reading() as session:
        run = session.get_one(BacktestRun, run_id)
        tenant = session.get_one(Tenant, run.tenant_id)
        after = Terms.read(json.loads(run.after_body))
        before = Terms.read(json.loads(run.before_body)) if run.before_body else past.paid_terms(after)
        found = past.places(session, tenant)
    counted = Report(before, after)
    for start_at in range(0, len(found), CHUNK):
        with database.reading() as session:
            part = found[start_at : start_at + CHUNK]
            for place, data in enumerate(past.history(session, part, (before, after)), start_at):
                counted.take(data, place)
        with database.writing() as session:
            run = session.get_one(BacktestRun, run_id)
            run.done, run.total = start_at + len(part), len(found)
    with database.reading() as session:
        return canonical(told(session, tenant, counted, found)).decode()


def finish(session: Session, run_id: str, report: str) -> None:
    """The report is there; a publication that waited for it has it now."""
    run = session.get_one(BacktestRun, run_id)
    lock(session, run)
    run.report = report
    if run.publication_id:
        _put(session, session.get_one(Publication, run.publication_id), report)


def keep(session: Session, tenant: Tenant, terms: PublishedTerms, before: PublishedTerms | None) -> None:
    """Keep with the publication what it was said to change: as last shown, or else made now or by a worker."""
    wanted = select(Publication).where(Publication.tenant_id == tenant.id, Publication.terms_id == terms.id)
    publication = session.scalars(wanted.order_by(Publication.published_at.desc()).limit(1)).first()
    if publication is None:
        return  # these terms hold from before publications were kept
    sides = (published.read(before) if before else None, published.read(terms))
    run = latest(session, tenant, *sides)
    if run:
        lock(session, run)
    if run and run.report:
        _put(session, publication, run.report)
    elif not is_long(session, tenant):
        _put(session, publication, canonical(report_of(session, tenant, *sides)).decode())
    else:
        start(session, tenant, *sides).publication_id = publication.id


def report(session: Session, publication: Publication) -> PublicationReport | None:
    return session.get(PublicationReport, publication.id)


def reported(session: Session, tenant: Tenant) -> Collection[str]:
    """The publications that have a report."""
    wanted = select(PublicationReport.publication_id).where(PublicationReport.tenant_id == tenant.id)
    return set(session.scalars(wanted))


def _put(session: Session, publication: Publication, body: str) -> None:
    if session.get(PublicationReport, publication.id) is None:
        session.add(PublicationReport(publication_id=publication.id, tenant_id=publication.tenant_id, body=body))
