"""What a publication was said to change is kept with it for ever; a long past is worked out by a worker."""

from __future__ import annotations

import pytest
from apiflask import APIFlask
from sqlalchemy import select

from configurator.config import Settings
from configurator.db import Database
from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.worker import Worker
from configurator.offers.models import Service
from configurator.terms import runs
from configurator.terms.models import PublicationReport
from tests.configurator.people import KRAKOW, Guest, guest
from tests.configurator.terms.drafting import HERE, draft, hanna, in_force_sha, marek, publication
from tests.configurator.terms.filling import Manager
from tests.configurator.terms.test_backtesting import close


def without_the_rule(app: APIFlask) -> Manager:
    """Marek asks for terms in which everybody pays."""
    return marek(app).press("Zmień warunki").press("Usuń: Projekt zaczęty u Ciebie").press("Poproś o publikację")


def closed(app: APIFlask) -> Guest:
    anna = guest(app)
    close(app, anna.code)
    return anna


def publish(app: APIFlask) -> Manager:
    return hanna(app).open(f"{HERE}drafts/{draft(app).id}").press("Opublikuj")


def report_page(app: APIFlask) -> str:
    return hanna(app).open(f"{HERE}publications/{publication(app).id}/report").text.replace("\u00a0", " ")


def work(database: Database, settings: Settings) -> None:
    worker = Worker(Tools(database, settings), {runs.KIND: kinds()[runs.KIND]})
    while worker.work_once():
        pass


def test_the_report_is_opened_from_the_list_also_when_its_services_are_erased(
    app: APIFlask, database: Database
) -> None:
    anna = closed(app)
    before = in_force_sha(app)
    without_the_rule(app)
    assert "Co miało się zmienić" in publish(app).text
    assert anna.code in report_page(app)
    for url in (f"p/{anna.code}/binned", f"bin/{anna.code}/erased"):
        assert anna.client.post(f"/s/{KRAKOW}/{url}").status_code == 303
    page = report_page(app)
    assert "Inna opłata w 1 usłudze z 1" in page
    assert "Razem 0 zł, po zmianie 300 zł: +300 zł" in page
    assert anna.code not in page
    with database.reading() as session:
        body = session.scalars(select(PublicationReport.body)).one()
        service = session.scalars(select(Service)).one()
    assert service.id in body
    assert before in body
    assert in_force_sha(app) in body
    assert anna.code not in body
    assert anna.project_id not in body


def test_a_long_past_is_worked_out_while_the_second_manager_is_awaited(
    app: APIFlask, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "AT_ONCE", 0)
    monkeypatch.setattr(runs, "CHUNK", 1)
    closed(app)
    closed(app)
    without_the_rule(app)
    reader = hanna(app).open(f"{HERE}backtest?new={draft(app).id}")
    assert "Policzone: 0 z 2" in reader.text
    work(database, settings)
    assert "Inna opłata w 2 usługach z 2" in hanna(app).open(f"{HERE}backtest?new={draft(app).id}").text
    publish(app)
    assert "Inna opłata w 2 usługach z 2" in report_page(app)


def test_a_publication_that_is_quicker_than_the_worker_gets_its_report_afterwards(
    app: APIFlask, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "AT_ONCE", 0)
    closed(app)
    without_the_rule(app)
    publish(app)
    assert "nie ma policzonego porównania" in report_page(app)
    work(database, settings)
    assert "Inna opłata w 1 usłudze z 1" in report_page(app)


def test_a_long_past_is_tried_by_the_press_of_a_button_and_again(
    app: APIFlask, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "AT_ONCE", 0)
    closed(app)
    marek(app).press("Zmień warunki")
    page = f"{HERE}backtest?new={draft(app).id}"
    assert "Policzone: 0 z 1" in marek(app).open(page).press("Policz").text
    work(database, settings)
    closed(app)
    marek(app).open(page).press("Policz jeszcze raz")
    work(database, settings)
    assert "Inna opłata w 0 usługach z 2" in marek(app).open(page).text
