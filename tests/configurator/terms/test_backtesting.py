"""Terms tried on services already closed."""

from __future__ import annotations

import json

from apiflask import APIFlask
from sqlalchemy import select

from configurator.db import Database
from configurator.offers.models import Service
from configurator.stores.models import Store
from configurator.terms.backtesting import Backtest, report_of
from incentives.terms import Terms
from tests.configurator.people import KRAKOW, guest, staff
from tests.configurator.terms.drafting import HERE, draft, drafted, in_force


def close(app: APIFlask, code: str) -> None:
    desk, database = staff(app), app.extensions["database"]
    desk.post(f"/s/{KRAKOW}/desk/p/{code}/service")
    with database.reading() as session:
        service = session.scalars(select(Service).where(Service.closed_at.is_(None))).one().id
    desk.post(f"/s/{KRAKOW}/desk/services/{service}/close", data={"receipt": "PAR/1"})


def tried(app: APIFlask, database: Database, after: dict[str, object]) -> Backtest:
    before = Terms.read(in_force(app))
    with database.reading() as session:
        tenant = session.scalars(select(Store).where(Store.slug == KRAKOW)).one().tenant
        return Backtest.read(report_of(session, tenant, before, Terms.read(after)))


def without_rules(app: APIFlask) -> dict[str, object]:
    return {**in_force(app), "rules": []}


def test_what_was_free_would_be_charged(app: APIFlask, database: Database) -> None:
    close(app, guest(app).code)
    close(app, guest(app, start="new_colour").code)
    found = tried(app, database, without_rules(app))
    assert (found.total.cases, found.total.changed, found.cheaper, found.dearer) == (2, 1, 0, 1)
    assert (found.total.before_gr, found.total.after_gr) == (30_000, 60_000)
    [rule], [store], [week] = found.rules, found.stores, found.weeks
    assert (rule.before_gr, rule.after_gr, store.name, week.cases) == (30_000, 0, "Dom i Mebel Kraków", 2)


def test_the_largest_differences_are_explained(app: APIFlask, database: Database) -> None:
    close(app, guest(app).code)
    [found] = tried(app, database, without_rules(app)).largest
    assert found.before.pl == "Pomoc projektanta: 0 zł, bo masz już własny szkic"
    assert found.after.pl == "Pomoc projektanta: 300 zł"
    with database.reading() as session:
        assert found.service == session.scalars(select(Service.id)).one()


def test_a_fact_that_only_the_draft_reads_is_gathered(app: APIFlask, database: Database) -> None:
    close(app, guest(app).code)
    rule = json.loads(json.dumps(in_force(app)["rules"][0]))
    rule["when"] = {"fact": "own_structure", "is": "at_least", "value": 4}
    found = tried(app, database, {**in_force(app), "rules": [rule]})
    assert (found.total.changed, found.not_final) == (0, 0)


def test_of_an_erased_project_only_what_was_committed_is_known(app: APIFlask, database: Database) -> None:
    anna = guest(app)
    close(app, anna.code)
    for url in (f"p/{anna.code}/binned", f"bin/{anna.code}/erased"):
        assert anna.client.post(f"/s/{KRAKOW}/{url}").status_code == 303
    rule = json.loads(json.dumps(in_force(app)["rules"][0]))
    same = tried(app, database, in_force(app))
    rule["when"] = {"fact": "own_structure", "is": "at_least", "value": 4}
    other = tried(app, database, {**in_force(app), "rules": [rule]})
    assert (same.total.changed, same.not_final, other.not_final) == (0, 0, 1)


def test_the_page_says_how_many_fees_would_be_others(app: APIFlask) -> None:
    close(app, guest(app).code)
    drafted(app)
    manager = staff(app, role="manager")
    version = draft(app).version
    manager.post(f"{HERE}drafts/{draft(app).id}/rules/began-at-home/removed", data={"version": str(version)})
    page = manager.get(f"{HERE}backtest?new={draft(app).id}").text.replace("\u00a0", " ")
    assert "Inna opłata w 1 usłudze z 1" in page
    assert "Razem 0 zł, po zmianie 300 zł: +300 zł" in page


def test_without_a_past_the_page_says_so(app: APIFlask) -> None:
    drafted(app)
    page = staff(app, role="manager").get(f"{HERE}backtest?new={draft(app).id}")
    assert "Nie ma jeszcze zamkniętych usług" in page.text
