"""`configurator deck`: a file looked through, and put into a retailer's deck."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from configurator.cli import main
from configurator.db import Database
from tests.configurator.decks.bringing import COLOURS, deck_at
from tests.configurator.people import KRAKOW


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "moje.csv"
    path.write_text(COLOURS + "A-3;Za jasny;150;0;0;A\n", "utf-8")
    return path


def test_without_a_store_it_only_looks(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "import", str(file)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["taken"], told["added"]) == (False, 2)
    assert told["refused"] == [{"row": 4, "field": "L", "reason": "out_of_range", "least": 0, "most": 100}]


def test_with_a_store_it_is_the_stores_deck(
    file: Path, database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFIGURATOR_DATABASE_URL", database_url)
    assert main(["deck", "import", str(file), "--store", KRAKOW]) == 1
    deck = deck_at(database)
    assert ([paint.code for paint in deck], deck.name_pl) == (["A-1", "A-2"], "moje")
