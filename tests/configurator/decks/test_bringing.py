"""A manager brings a file of colours, sees what it would do, and takes in just that."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from configurator.config import Settings
from configurator.db import Database
from configurator.decks import bringing
from samples import readers
from samples.colour.measured import from_text
from samples.deck import Deck
from samples.demo import demo_deck
from samples.paint import make_paint
from tests.configurator.decks.bringing import (
    COLOURS,
    HERE,
    aim,
    bring,
    deck_at,
    deck_id_on,
    id_on,
    own_deck,
    shown_on,
    take,
    work,
)
from tests.configurator.people import KRAKOW, staff
from tests.configurator.products.books import book, text

POLISH = {"Accept-Language": "pl"}
FEW = Deck("few", "Kilka", "Few", demo_deck().paints[::300])


@pytest.fixture
def manager(app: Flask) -> FlaskClient:
    return staff(app, role="manager")


def test_a_retailers_own_colours_take_the_demonstrations_place(manager: FlaskClient, database: Database) -> None:
    assert bring(manager).status_code == 303
    page = manager.get(HERE, headers=POLISH).text
    assert "<strong>moje_kolory.csv</strong>: CSV, 2 wiersze" in page
    assert "<dt>Nowe</dt><dd>2</dd>" in page
    assert deck_at(database).demonstration
    assert take(manager).status_code == 303
    deck = deck_at(database)
    assert [(paint.code, paint.name_pl, paint.lab, paint.base) for paint in deck] == [
        ("A-1", "Mgła", (92.5, -0.4, 1.2), "A"),
        ("A-2", "Szałwia", (68.0, -10.0, 12.0), "B"),
    ]
    assert not deck.demonstration
    assert deck["ZK-0001"] == demo_deck()["ZK-0001"]


def test_a_colour_that_left_is_known_and_cannot_be_chosen(manager: FlaskClient, database: Database) -> None:
    own_deck(manager)
    own_deck(manager, COLOURS.replace("A-2;", "A-3;"))
    deck = deck_at(database)
    assert [paint.code for paint in deck] == ["A-1", "A-3"]
    assert "A-2" not in deck
    assert deck["A-2"].name_pl == "Szałwia"
    own_deck(manager)
    assert "A-2" in deck_at(database)


FAULTS = """kod;nazwa;L;a;b
1;Dobry;50;0;0
2;Za jasny;150,5;0;0
1;Drugi raz;60;0;0
4;Nie liczba;pięć;0;0
5;Bliźniak;50,1;0;0
"""


def test_what_is_wrong_is_told_by_row_and_column_and_pairs_that_look_the_same(manager: FlaskClient) -> None:
    bring(manager, FAULTS)
    page = " ".join(manager.get(HERE, headers=POLISH).text.split())
    assert "Wiersz 3, Lab: L</strong><br>Wartość musi być od" in page
    assert "Wiersz 4, kod</strong><br>Kod 1 jest już wyżej w pliku." in page
    assert "Wiersz 5, Lab: L</strong><br>To nie jest liczba: „pięć”." in page
    assert "1 para kolorów nie do odróżnienia" in page
    assert "<dt>Nowe</dt><dd>2</dd>" in page


def test_nothing_of_a_file_cut_in_half_is_taken_in(manager: FlaskClient, database: Database) -> None:
    whole = readers.write(FEW, "ase")
    assert bring(manager, whole[: len(whole) // 2], "pół.ase").status_code == 303
    page = manager.get(HERE, headers=POLISH).text
    assert "Plik urywa się w środku" in page
    refused = manager.post(f"{HERE}files/{id_on(page)}/taken", data={"shown": shown_on(page)})
    assert refused.status_code == 409
    assert deck_at(database).demonstration


@pytest.mark.parametrize("ending", ["csv", "ase", "gpl", "aco", "cxf", "sbz"])
def test_what_was_exported_comes_back(manager: FlaskClient, ending: str) -> None:
    own_deck(manager, readers.write(FEW, "csv"))
    exported = manager.get(f"{HERE}all.{ending}").data
    back = {swatch.name.removeprefix(swatch.code).strip() for swatch in readers.read(exported, f"x.{ending}").swatches}
    named = {paint.name_pl for paint in FEW} | {f"{paint.code} {paint.name_pl}" for paint in FEW}
    assert len(back) == len(FEW)
    assert back <= named


def test_what_a_palette_tells_is_called_by_words(manager: FlaskClient) -> None:
    bring(manager, readers.write(FEW, "cxf"), "wzornik.cxf")
    page = manager.get(HERE, headers=POLISH).text
    assert "<strong>nazwa</strong>" in page
    assert "<strong>approximate</strong>" not in page


def test_a_measured_spectrum_is_kept_and_goes_out_again(manager: FlaskClient, database: Database) -> None:
    spectrum = tuple(round(0.1 + 0.02 * band, 4) for band in range(31))
    paint = make_paint("W-1", "Wrzos", "Heather", (60, 20, -10), spectrum=spectrum)
    own_deck(manager, readers.write(Deck("one", "Jeden", "One", (paint,)), "cxf"), "wzornik.cxf")
    assert deck_at(database)["W-1"].spectrum == spectrum
    (back,) = readers.read(manager.get(f"{HERE}all.cxf").data, "wzornik.cxf").swatches
    assert from_text(back.told["spectrum"]) == spectrum


def test_colours_are_added_and_withdrawn_by_their_codes(manager: FlaskClient, database: Database) -> None:
    own_deck(manager)
    deck_id = deck_id_on(manager.get(HERE).text)
    bring(manager, "kod;hex\nB-1;#336699\n")
    aim(manager, manager.get(HERE).text, deck_id=deck_id, goal="add")
    take(manager)
    assert [paint.code for paint in deck_at(database)] == ["A-1", "A-2", "B-1"]
    bring(manager, "kod;hex\nA-1;\n")
    aim(manager, manager.get(HERE).text, deck_id=deck_id, goal="remove")
    take(manager)
    assert [paint.code for paint in deck_at(database)] == ["A-2", "B-1"]


def test_a_removed_deck_gives_way_to_the_demonstration(manager: FlaskClient, database: Database) -> None:
    own_deck(manager)
    assert manager.post(f"{HERE}{deck_id_on(manager.get(HERE).text)}/removed").status_code == 303
    deck = deck_at(database)
    assert deck.demonstration
    assert deck["A-1"].name_pl == "Mgła"


def test_a_code_of_another_deck_is_told_with_that_deck_and_a_prefix_keeps_both(
    manager: FlaskClient, database: Database
) -> None:
    own_deck(manager)
    bring(manager, COLOURS)
    aim(manager, manager.get(HERE).text, name="Drugi", deck_id="")
    page = manager.get(HERE, headers=POLISH).text
    assert "Kod A-1 ma już kolor z wzornika „moje kolory”." in page
    aim(manager, page, name="Drugi", deck_id="", prefix="M-")
    assert take(manager).status_code == 303
    assert {"A-1", "A-2", "M-A-1", "M-A-2"} <= {paint.code for paint in deck_at(database)}


def test_a_large_file_is_taken_in_by_a_job_and_only_as_shown(
    manager: FlaskClient, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "LARGE", 2)
    bring(manager)
    assert take(manager).status_code == 303
    assert "data-progress" in manager.get(HERE).text
    assert deck_at(database).demonstration
    assert manager.post(HERE, data={"file": (b"", "x.csv")}).status_code == 400
    work(database, settings)
    assert len(deck_at(database)) == 2
    assert "data-progress" not in manager.get(HERE).text


def test_a_job_that_was_stopped_changes_nothing(
    manager: FlaskClient, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "LARGE", 2)
    bring(manager)
    take(manager)
    assert bring(manager).status_code == 409
    assert manager.post(f"{HERE}files/{id_on(manager.get(HERE).text)}/removed").status_code == 303
    work(database, settings)
    assert deck_at(database).demonstration


def test_a_book_is_read_as_a_table_is(manager: FlaskClient, database: Database) -> None:
    rows = [[text("Kod koloru"), text("Nazwa"), text("HEX")], [text("A-1"), text("Mgła"), text("#e8e8e2")]]
    own_deck(manager, book(*rows), "wzornik.xlsx")
    assert [(paint.code, paint.hex) for paint in deck_at(database)] == [("A-1", "#e8e8e2")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\x00" * 20, "nie umiemy odczytać"),
        (b"ASEF\x00\x01", "ani jednego koloru"),
        (b"kod;hex\n", "nie ma kolorów"),
    ],
    ids=["picture", "half", "empty"],
)
def test_what_is_no_deck_is_refused_in_its_place(manager: FlaskClient, data: bytes, words: str) -> None:
    manager.environ_base["HTTP_ACCEPT_LANGUAGE"] = "pl"
    refused = bring(manager, data, "x.ase")
    assert refused.status_code == 400
    assert words in refused.text


def test_the_browsers_address_changes_with_the_colours(manager: FlaskClient, app: Flask) -> None:
    before = app.test_client().get(f"/s/{KRAKOW}/colours/").text
    own_deck(manager)
    after = app.test_client().get(f"/s/{KRAKOW}/colours/").text
    assert "/catalogue/deck-" in before
    assert f"/catalogue/{KRAKOW}/deck-" in after
