"""One page that whoever runs the store reads in a minute, and the same as a table to keep."""

from __future__ import annotations

import csv
from io import StringIO

from flask import Blueprint, Response, render_template

from configurator.db import now
from configurator.figures.colours import STAGES, colours
from configurator.figures.weeks import Figures, figures, local
from configurator.i18n import day_of, translate
from configurator.web import attachment, manager_at, reading

blueprint = Blueprint("figures", __name__, url_prefix="/s/<slug>/desk/figures")

COLUMNS = ("week", "begun", "handed_over", "closed", "listed", "charged", "by_rules", "by_people")


@blueprint.get("/")
def page(slug: str) -> str:
    """*Wyniki*: what was begun at home, what came of it, and what it cost."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        found = figures(session, store, local(now()))
        return render_template("figures/page.html", store=store, visitor=visitor, figures=found, day_of=day_of)


@blueprint.get("/weeks.csv")
def table(slug: str) -> Response:
    """The weeks as CSV: amounts in złoty with a point, as a spreadsheet reads them."""
    with reading() as session:
        store, _ = manager_at(session, slug)
        found = figures(session, store, local(now()))
    name = f"{slug}-{found.weeks[0].monday.isoformat()}.csv"
    return attachment(_csv(found), "text/csv", name)


@blueprint.get("/colours")
def colour_page(slug: str) -> str:
    """What became of each colour, from the sample ordered to the paint paid for."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        found = colours(session, store.tenant_id, now())
        return render_template("figures/colours.html", store=store, visitor=visitor, colours=found, stages=STAGES)


@blueprint.get("/colours.csv")
def colour_table(slug: str) -> Response:
    with reading() as session:
        store, _ = manager_at(session, slug)
        found = colours(session, store.tenant_id, now())
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow([translate(f"colour_figures.{name}") for name in ("colour", *STAGES)])
    rows.writerows([one.paint, *(getattr(one, stage) for stage in STAGES)] for one in found)
    return attachment(written.getvalue(), "text/csv", f"{slug}-colours.csv")


def _csv(found: Figures) -> str:
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow([translate(f"figures.{name}") for name in COLUMNS])
    for week in found.weeks:
        amounts = (f"{gr // 100}.{gr % 100:02d}" for gr in vars(week.money).values())
        rows.writerow([week.monday.isoformat(), week.begun, week.handed_over, week.closed, *amounts])
    return written.getvalue()
