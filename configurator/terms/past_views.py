"""Terms tried on the past, the reports kept with publications, and a retailer's history from files."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as Answer

from configurator.db import now
from configurator.errors import Refused
from configurator.i18n import language
from configurator.offers import terms as published
from configurator.offers.models import Publication
from configurator.stores.models import Store
from configurator.terms import history, page, past, runs
from configurator.terms.backtesting import Backtest, report_of
from configurator.terms.history_columns import OWN
from configurator.terms.history_table import MOST_BYTES, MOST_ROWS, Sheet, read_history
from configurator.terms.identifiers import settled
from configurator.terms.models import BacktestRun, TermsDraft
from configurator.web import attachment, begin, manager_at, reading
from incentives import wording
from incentives.terms import Terms

blueprint = Blueprint("terms_past", __name__, url_prefix="/s/<slug>/desk/terms")


@blueprint.get("/backtest")
def tried_on_the_past(slug: str) -> str:
    """A version or draft (`new`) on the retailer's past, beside the terms in force; a long past is a worker's."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        before, after, draft = _sides(session, store, request.args.get("new", ""))
        run = runs.latest(session, store.tenant, before, after) if after else None
        found = None
        if after and not runs.is_long(session, store.tenant):
            found, run = Backtest.read(report_of(session, store.tenant, before, after)), None
        elif run and run.report:
            found = Backtest.read(page.as_json(run.report))
        return _report_page(session, slug, found, draft=draft, run=run, after=after)


@blueprint.post("/backtest")
def try_on_the_past(slug: str) -> Answer:
    """Have a worker try them on all of a long past."""
    new = request.form.get("new", "")
    with begin() as session:
        store, _ = manager_at(session, slug)
        before, after, _ = _sides(session, store, new)
        if after:
            runs.start(session, store.tenant, before, after)
    return redirect(f"/s/{slug}/desk/terms/backtest?new={new}", 303)


@blueprint.get("/publications/<publication_id>/report")
def kept_report(slug: str, publication_id: str) -> str:
    """What this publication was said to change, as it was said."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        publication = published.publication(session, store.tenant_id, publication_id)
        report = runs.report(session, publication)
        found = Backtest.read(page.as_json(report.body)) if report else None
        return _report_page(session, slug, found, publication=publication)


@blueprint.get("/history")
def past_files(slug: str) -> str:
    return _history_page(slug)


@blueprint.get("/history/template.csv")
def template(slug: str) -> Response:
    """An empty table, its columns those of the facts that the terms read."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        data = history.columns(session, store).template(language())
    return attachment(data, "text/csv", "historia-uslug.csv")


@blueprint.post("/history")
def try_file(slug: str) -> Answer | tuple[str, int]:
    """Read a file: what is wrong in it is told and nothing is kept; without a mistake it waits to be taken in."""
    try:
        with reading() as session:
            store, _ = manager_at(session, slug)
            data = _sent()
            sheet = read_history(data, history.columns(session, store), now())
        if not sheet.wrong:
            with begin() as session:
                store, visitor = manager_at(session, slug)
                name = request.files["file"].filename or ""
                history.bring(session, store.tenant, visitor, name, data, sheet.rows)
    except Refused as refused:
        if refused.status != 400:
            raise
        return _history_page(slug, wrong=refused), refused.status
    return (_history_page(slug, sheet=sheet), 400) if sheet.wrong else redirect(_files(slug), 303)


@blueprint.post("/history/<file_id>/taken")
def take_file(slug: str, file_id: str) -> Answer:
    with begin() as session:
        store, _ = manager_at(session, slug)
        history.take(history.find(session, store.tenant, file_id))
    return redirect(_files(slug), 303)


@blueprint.post("/history/<file_id>/removed")
def remove_file(slug: str, file_id: str) -> Answer:
    with begin() as session:
        store, _ = manager_at(session, slug)
        history.remove(session, history.find(session, store.tenant, file_id))
    return redirect(_files(slug), 303)


def _sent() -> bytes:
    file = request.files.get("file")
    data = file.read(MOST_BYTES + 1) if file else b""
    if not data:
        raise Refused("history_no_file", path="file")
    return data


def _sides(session: Session, store: Store, new: str) -> tuple[Terms | None, Terms | None, TermsDraft | None]:
    """The terms in force, and those that are tried."""
    data, draft = page.named(session, store, new)
    current = published.in_force(session, store.tenant_id)
    return published.read(current) if current else None, page.readable(settled(data)), draft


def _report_page(
    session: Session,
    slug: str,
    found: Backtest | None,
    *,
    draft: TermsDraft | None = None,
    run: BacktestRun | None = None,
    after: Terms | None = None,
    publication: Publication | None = None,
) -> str:
    store, visitor = manager_at(session, slug)
    told = [one.service for one in found.largest if one.service] if found else []
    return render_template(
        "terms/backtest.html",
        store=store,
        visitor=visitor,
        draft=draft,
        found=found,
        run=run,
        has_failed=bool(run and runs.has_failed(session, run)),
        after=after,
        new=request.args.get("new", ""),
        count=past.count(session, store.tenant) if after and not found else 0,
        publication=publication,
        held=published.read(publication.terms) if publication else None,
        since=page.since,
        day_of=lambda day, at: wording.calendar_day(day, seen_from=at.date()),
        projects=past.projects_of(session, store.tenant, told),
    )


def _history_page(slug: str, *, wrong: Refused | None = None, sheet: Sheet | None = None) -> str:
    with reading() as session:
        store, visitor = manager_at(session, slug)
        found = history.columns(session, store)
        return render_template(
            "terms/history.html",
            store=store,
            visitor=visitor,
            files=history.files(session, store.tenant),
            columns=[*OWN.values(), *(found.facts[name].label for name in found.offered)],
            most_rows=wording.count(MOST_ROWS),
            wrong=wrong,
            sheet=sheet,
            since=page.since,
        )


def _files(slug: str) -> str:
    return f"/s/{slug}/desk/terms/history"
