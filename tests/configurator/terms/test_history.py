"""A retailer's services from before, from a file: read whole or not at all, tried, taken in, removed."""

from __future__ import annotations

import io
import json
from datetime import datetime
from typing import Any

import pytest
from apiflask import APIFlask
from sqlalchemy import delete, func, select

from configurator.config import ROOT
from configurator.db import Database
from configurator.errors import Refused
from configurator.i18n import WARSAW
from configurator.offers.models import Publication, PublishedTerms, Quote
from configurator.terms.history_columns import Columns
from configurator.terms.history_table import MOST_ROWS, Sheet, read_history
from configurator.terms.models import PastFile, PastRow
from incentives.terms import Terms
from incentives.wording import Words
from tests.configurator.people import guest, unguard
from tests.configurator.terms.drafting import HERE, draft, marek
from tests.configurator.terms.filling import Manager
from tests.configurator.terms.test_backtesting import close
from tests.configurator.terms.test_together import at_draft, fixed, rule

STORES = {"krakow": Words("Kraków", "Kraków"), "poznan": Words("Poznań", "Poznań")}
ELEMENTS = "Elementy narysowane przed rozpoczęciem pracy projektanta"
TODAY = datetime(2026, 11, 22, 12, tzinfo=WARSAW)
GOOD = f"Data;Sklep;Opłata z cennika;Pobrana opłata;{ELEMENTS}\n"


def columns(name: str = "dom-i-mebel") -> Columns:
    terms = Terms.read(json.loads((ROOT / "examples" / "terms" / f"{name}.json").read_text("utf-8")))
    return Columns.of([terms], STORES)


def read(text: str, encoding: str = "utf-8", name: str = "dom-i-mebel") -> Sheet:
    return read_history(text.encode(encoding), columns(name), TODAY)


def bring(manager: Manager, text: str) -> Manager:
    data = {"file": (io.BytesIO(text.encode()), "historia 2025.csv")}
    answer = manager.client.post(f"{HERE}history", data=data, content_type="multipart/form-data", follow_redirects=True)
    return manager._landed(answer)


def held(database: Database) -> tuple[int, int]:
    with database.reading() as session:
        counts = (session.scalar(select(func.count()).select_from(table)) or 0 for table in (PastFile, PastRow))
        files, rows = counts
        return files, rows


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1250"])
def test_a_row_is_a_day_an_amount_to_the_grosz_and_facts(encoding: str) -> None:
    [row] = read(GOOD + "05.03.2026;poznań;1 299,90 zł;0,05;4\n", encoding).rows
    assert row.at.astimezone(WARSAW).isoformat() == "2026-03-05T12:00:00+01:00"
    assert (row.listed_gr, row.charged_gr) == (129_990, 5)
    assert row.facts == {"store": "poznan", "own_elements": 4}


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        ("31.02.2026;Kraków;300;300;1", "Data", "history_date"),
        ("23.11.2026;Kraków;300;300;1", "Data", "history_future"),
        ("2026-03-05;Gdańsk;300;300;1", "Sklep", "history_choice"),
        ("2026-03-05;=cmd;300;300;1", "Sklep", "formula_cell"),
        ("2026-03-05;;300;300;1", "Sklep", "missing"),
        ("2026-03-05;Kraków;300;;1", "Pobrana opłata", "missing"),
        ("2026-03-05;Kraków;300;300,005;1", "Pobrana opłata", "history_money"),
        ("2026-03-05;Kraków;300;-5;1", "Pobrana opłata", "history_money"),
        ("2026-03-05;Kraków;=2+2;300;1", "Opłata z cennika", "history_money"),
        ("2026-03-05;Kraków;300;300;1,5", ELEMENTS, "history_count"),
        ("2026-03-05;Kraków;300;300;1;Anna Nowak", "", "too_many_cells"),
        ('2026-03-05;Kraków;300;300;"1', "", "not_a_table"),
    ],
)
def test_a_mistake_is_told_by_its_row_and_column(line: str, column: str, reason: str) -> None:
    sheet = read(GOOD + "2026-03-05;Kraków;300;300;1\n" + line + "\n")
    assert [(one.line, one.column, one.refused.reason) for one in sheet.wrong] == [(3, column, reason)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Data;Sklep;Pobrana opłata;Nazwisko klienta\n1;2;3;4", "column_unknown"),
        ("Data;Data;Sklep;Pobrana opłata\n1;2;3;4", "column_unknown"),
        ("Data;Pobrana opłata\n2026-01-01;300", "column_missing"),
        (GOOD, "history_empty"),
        (GOOD + "2026-03-05;Kraków;300;300;1\n" * (MOST_ROWS + 1), "history_too_many_rows"),
        ("PK\x03\x04\0\0", "not_text"),
        ("x" * 5_300_000, "too_large"),
    ],
    ids=lambda value: value[:20],
)
def test_a_file_that_is_no_such_table_is_refused_whole(text: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text)
    assert refused.value.reason == reason


def test_commas_in_the_name_of_a_fact_part_no_columns() -> None:
    label = {"pl": "Panele, listwy, kleje", "en": "Panels, skirting, glue"}
    own = {"type": "count", "label": label, "changer": "store"}
    when = {"fact": "floor", "is": "at_least", "value": 1}
    rules = [{"id": "r", "title": label, "when": when, "then": {"kind": "waive"}}]
    fee = {"kind": "fixed", "amount_gr": 1}
    terms = {"id": "t", "version": 1, "services": {"s": {"title": label, "fee": fee}}, "rules": rules}
    found = Columns.of([Terms.read({**terms, "facts": {"floor": own}})], {"krakow": STORES["krakow"]})
    file = "Data;Pobrana opłata;Panele, listwy, kleje\n2026-03-05;1;2\n".encode()
    assert read_history(file, found, TODAY).rows[0].facts == {"store": "krakow", "floor": 2}


def test_facts_are_written_as_people_write_them() -> None:
    header = "Date,Store,Fee charged,Zakupy z projektu po odjęciu zwrotów,brought_dimensions,products_picked\n"
    row = '2026-03-05,krakow,0,"2 500,50",tak,3\n'
    [found] = read(header + row, name="salon-lazienek").rows
    assert found.facts["project_purchases_kept_gross_gr"] == 250_050
    assert (found.facts["brought_dimensions"], found.facts["products_picked"]) == (True, 3)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_template_is_read_back_by_its_own_columns(app: APIFlask) -> None:
    answer = marek(app).client.get(f"{HERE}history/template.csv")
    header = answer.data.decode("utf-8-sig").strip()
    assert header.startswith("Data;Opłata z cennika;Pobrana opłata;Sklep;")
    assert ELEMENTS in header
    cells = ["2026-03-05", "300", "0", "Dom i Mebel Kraków", *[""] * (header.count(";") - 3)]
    assert "Plik jest w porządku: 1 usługa" in bring(marek(app), f"{header}\n{';'.join(cells)}\n").text


FILE = f"Data;Sklep;Pobrana opłata;{ELEMENTS}\n2025-03-05;Dom i Mebel Kraków;250;0\n2025-03-06;Dom i Mebel Poznań;0;3\n"


def test_nothing_is_half_taken_in(app: APIFlask, database: Database) -> None:
    page = bring(marek(app), FILE + "2025-03-07;Gdańsk;dużo;1\n")
    assert page.status == 400
    assert "2 miejsca do poprawienia w pliku" in page.text
    assert held(database) == (0, 0)


def test_what_was_taken_in_is_tried_beside_own_services_until_it_is_removed(app: APIFlask, database: Database) -> None:
    close(app, guest(app).code)
    manager = marek(app).press("Zmień warunki").press("Usuń: Projekt zaczęty u Ciebie")
    page = f"{HERE}backtest?new={draft(app).id}"
    waiting = bring(manager, FILE)
    assert "z historii z pliku." not in marek(app).open(page).text
    waiting.press("Dodaj do historii")
    told = marek(app).open(page).text.replace("\u00a0", " ")
    assert "Inna opłata w 2 usługach z 3" in told
    assert "W tym 2 usługi z historii z pliku. Klienci zapłacili za nie naprawdę 250 zł." in told
    marek(app).open(f"{HERE}history").press("Usuń: historia 2025.csv")
    assert held(database) == (0, 0)
    assert "Inna opłata w 1 usłudze z 1" in marek(app).open(page).text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_fact_of_a_draft_not_yet_published_has_its_column(app: APIFlask) -> None:
    """Its name is still a passing one; what the file says of it is found all the same."""
    manager = (
        rule(fixed(marek(app)), "Szkic", "300")
        .press("Zapisz")
        .press("Dodaj własny fakt")
        .fill("Co to jest", "tak albo nie")
    )
    manager.press("Pokaż pola").fill("po polsku", "Karta budowniczego").fill("po angielsku", "Builder's card")
    manager.fill("Kto może to zmienić", "sklep").press("Zapisz")
    form = next(iter(json.loads(draft(app).body)["rules"]))["id"]
    manager.open(at_draft(app, f"/rules/{form}")).press("Dodaj warunek").fill("Co się liczy", "Karta budowniczego")
    manager.press("Pokaż pola").fill("Ile lub co", "tak").press("Zapisz")
    file = "Data;Sklep;Pobrana opłata;Karta budowniczego\n2025-03-05;Dom i Mebel Kraków;250;tak\n"
    bring(marek(app), file).press("Dodaj do historii")
    told = marek(app).open(f"{HERE}backtest?new={draft(app).id}").text.replace("\u00a0", " ")
    assert "Razem 300 zł, po zmianie 0 zł: −300 zł" in told


def test_a_file_that_waits_gives_way_and_the_same_file_is_not_counted_twice(app: APIFlask, database: Database) -> None:
    bring(bring(marek(app), FILE), FILE).press("Dodaj do historii")
    assert "Ten plik jest już w historii" in bring(marek(app), FILE).text
    assert held(database) == (1, 2)


def test_before_any_terms_are_in_force_they_are_held_against_what_was_paid(app: APIFlask, database: Database) -> None:
    marek(app).press("Zmień warunki")
    with database.writing() as session:
        for table in (Publication, PublishedTerms):
            unguard(session, table.__tablename__)
        origin = session.scalars(select(PublishedTerms)).all()
        assert origin
        session.execute(delete(Quote))
        session.execute(delete(Publication).where(Publication.tenant_id == _tenant(session)))
        _forget_origin(session)
        session.execute(delete(PublishedTerms).where(PublishedTerms.tenant_id == _tenant(session)))
    bring(marek(app), FILE).press("Dodaj do historii")
    told = marek(app).open(f"{HERE}backtest?new={draft(app).id}").text.replace("\u00a0", " ")
    assert "porównujemy z tym, co klienci naprawdę zapłacili" in told
    assert "Razem 250 zł, po zmianie 300 zł: +50 zł" in told


def _tenant(session: Any) -> str:
    from configurator.stores.models import Tenant

    return str(session.scalars(select(Tenant.id).where(Tenant.slug == "dom-i-mebel")).one())


def _forget_origin(session: Any) -> None:
    from configurator.terms.models import TermsDraft

    session.scalars(select(TermsDraft)).one().origin_id = None
    session.flush()
