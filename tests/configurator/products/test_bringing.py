"""A manager brings a file, sees what it would do, and takes in just that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database, now
from configurator.files import Files
from configurator.imports import waiting
from configurator.jobs.models import Job
from configurator.products.models import Product, ProductFile
from tests.configurator.imports.dry_run import shown_on
from tests.configurator.people import staff
from tests.configurator.products.books import book, number, text
from tests.configurator.products.bringing import HERE, PRICES, bring, brought_products, id_on

POLISH = {"Accept-Language": "pl"}


@pytest.fixture
def manager(app: Flask) -> FlaskClient:
    return staff(app, role="manager")


def known(database: Database, *skus: str) -> Sequence[Product]:
    with database.reading() as session:
        return session.scalars(select(Product).where(Product.sku.in_(skus)).order_by(Product.sku)).all()


def test_what_was_shown_is_taken_in_and_the_rest_is_told(manager: FlaskClient, database: Database) -> None:
    bring(manager)
    page = manager.get(HERE, headers=POLISH).text
    assert "Wiersz 4, N-3, kolumna „Cena brutto”" in page
    assert "<dt>Nowe</dt><dd>2</dd>" in page
    assert "Dla 1 produktu rodzaj jest zgadnięty" in page
    assert known(database, "N-1", "N-2", "N-3") == []
    taken = manager.post(f"{HERE}{id_on(page)}/taken", data={"shown": shown_on(page)})
    assert taken.status_code == 303
    sofa, blanket = known(database, "N-1", "N-2", "N-3")
    assert (sofa.kind, sofa.size, sofa.price_gr) == ("sofa", (1700, 900, 820), 1_999_90)
    assert (blanket.kind, blanket.category) == (None, "Tekstylia")
    assert "Nowe: 2, zmienione: 0" in manager.get(taken.location, headers=POLISH).text


def test_nothing_is_taken_in_when_the_catalogue_has_changed_since(manager: FlaskClient, database: Database) -> None:
    brought = brought_products(manager)
    shown = shown_on(manager.get(HERE).text)
    with database.writing() as session:
        tenant_id = session.scalars(select(ProductFile)).one().tenant_id
        session.add(Product(tenant_id=tenant_id, sku="N-1", name_pl="x", name_en="x", price_gr=1, words=" x "))
    refused = manager.post(f"{HERE}{brought}/taken", data={"shown": shown}, headers=POLISH)
    assert refused.status_code == 409
    assert "zmienił się katalog" in refused.text
    assert known(database, "N-2") == []
    assert "0,01 zł → 1999,90 zł" in refused.text.replace("\u00a0", " ").replace("1 999", "1999")


def test_columns_chosen_by_hand_stay_for_the_next_file(manager: FlaskClient, database: Database) -> None:
    odd = PRICES.replace("Indeks", "Oznaczenie").replace("N-", "M-")
    bring(manager, odd)
    page = manager.get(HERE, headers=POLISH).text
    assert "Wskaż jeszcze kolumny:" in page
    with database.reading() as session:
        brought = session.scalars(select(ProductFile)).one().id
    form = {"column-0": "sku", "column-1": "name_pl", "column-2": "price", "all-vat": "23", "guesses": "on"}
    assert manager.post(f"{HERE}{brought}/columns", data=form).status_code == 303
    manager.post(f"{HERE}{brought}/taken", data={"shown": shown_on(manager.get(HERE).text)})
    assert [one.vat_percent for one in known(database, "M-1", "M-2")] == [23, 23]
    bring(manager, odd.replace("99;;;", "89;;;"))
    again = manager.get(HERE, headers=POLISH).text
    assert "99 zł → 89 zł" in again.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"column-0": "sku", "column-1": "sku"}, "Dwie kolumny mówią o tym samym: Indeks, Nazwa."),
        ({"column-0": "sku", "category": "Sofy", "kind": "rakieta"}, "Nie znamy rodzaju „rakieta”."),
    ],
)
def test_a_choice_that_cannot_be_is_told_and_stays_in_the_form(
    manager: FlaskClient, form: dict[str, str], said: str
) -> None:
    brought = brought_products(manager)
    refused = manager.post(f"{HERE}{brought}/columns", data=form, headers=POLISH)
    assert refused.status_code == 400
    assert said in refused.text
    assert "<dt>Nowe</dt><dd>2</dd>" in refused.text


def test_a_kind_is_chosen_for_a_category(manager: FlaskClient, database: Database) -> None:
    rows = [
        [text("Indeks"), text("Nazwa"), text("Cena"), text("Szer. cm"), text("Gł. cm"), text("Wys. cm"), text("Grupa")],
        [text("K-1"), text("Fala"), number("10"), number("60"), number("48"), number("18"), text("Misy")],
    ]
    bring(manager, book(*rows), "cennik.xlsx")
    page = manager.get(HERE).text
    fields = ("sku", "name_pl", "price", "width_mm:cm", "depth_mm:cm", "height_mm:cm", "category")
    form = {f"column-{place}": name for place, name in enumerate(fields)}
    kinds = {"category": "Misy", "kind": "umywalka"}
    assert manager.post(f"{HERE}{id_on(page)}/columns", data=form | kinds).status_code == 303
    page = manager.get(HERE).text
    manager.post(f"{HERE}{id_on(page)}/taken", data={"shown": shown_on(page)})
    assert known(database, "K-1")[0].kind == "washbasin"


def test_the_rows_left_out_come_with_their_reason(manager: FlaskClient) -> None:
    table = manager.get(f"{HERE}{brought_products(manager)}/wrong.csv", headers=POLISH)
    header, row = table.data.decode("utf-8-sig").splitlines()
    assert header.startswith("Wiersz;Kolumna z błędem;Przyczyna;Indeks;Nazwa;")
    assert row.startswith("4;Cena brutto;Cena jest w złotych")
    assert row.endswith(";N-3;Stolik kawowy;abc;;90;60;45;Stoliki")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Wybierz plik"),
        (b"<html/>", "nie umiemy"),
        (b"a;b\n", "ani jednego"),
        (b"kod;nazwa;hex\nA1;Biel;#ffffff\n", "/desk/decks/"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(manager: FlaskClient, data: bytes, said: str) -> None:
    refused = bring(manager, data)
    assert refused.status_code == 400
    assert said in manager.post(HERE, data={}, headers=POLISH).text or said in refused.text


def test_a_file_that_nobody_takes_in_is_gone_after_a_day(manager: FlaskClient, app: Flask, database: Database) -> None:
    brought_products(manager)
    with database.writing() as session:
        key = session.scalars(select(ProductFile)).one().sheet
        waiting.forget(session, ProductFile, at=now() + timedelta(days=1, minutes=1))
        assert not waiting.holder(ProductFile)(session, key)
        job = session.scalars(select(Job).where(Job.kind == "remove_files")).one()
        assert key in job.payload
    files: Files = app.extensions["files"]
    assert files.get(key) is not None
    assert "/taken" not in manager.get(HERE).text


def test_what_a_price_list_does_not_say_stays(manager: FlaskClient, database: Database) -> None:
    with database.reading() as session:
        wanted = select(Product).where(Product.name_pl == "Sofa rozkładana Wieczór")
        before = session.scalars(wanted).one()
    bring(manager, f"Indeks;Nazwa;Cena\n{before.sku};Sofa rozkładana Świt;2222\n")
    page = manager.get(HERE).text
    manager.post(f"{HERE}{id_on(page)}/taken", data={"shown": shown_on(page)})
    (after,) = known(database, before.sku)
    assert (after.name_pl, after.price_gr, after.name_en) == ("Sofa rozkładana Świt", 2_222_00, before.name_en)
    assert (after.kind, after.size, after.vat_percent) == (before.kind, before.size, before.vat_percent)
    bring(manager, f"Indeks;Nazwa;Cena;Szerokość;Głębokość;Wysokość\n{before.sku};Sofa;2222;20 mm;90 cm;0,8 m\n")
    assert "kolumna „Szerokość”" in manager.get(HERE, headers=POLISH).text
