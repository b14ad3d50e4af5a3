"""`configurator deck`: a file looked through, and put into a retailer's deck."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from configurator.cli import main
from configurator.commands.deck_argument import DeckFile
from configurator.db import Database
from tests.configurator.decks.bringing import COLOURS, deck_at
from tests.configurator.people import KRAKOW

EXAMPLES = Path(__file__).parents[3] / "examples" / "flats"


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


@pytest.fixture
def painted(tmp_path: Path) -> Path:
    """A room of the demonstration with its walls in the paint A-2 of one's own deck."""
    plan = json.loads((EXAMPLES / "studio.json").read_text("utf-8"))
    wall = next(iter(plan["walls"]))
    plan["finishes"] = {
        "f1": {"wall": wall, "side": "right", "paint": "A-2"},
        "f2": {"wall": wall, "side": "left", "paint": "A-2"},
    }
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan), "utf-8")
    return path


def test_a_plan_is_counted_and_drawn_in_the_paints_of_a_file(
    file: Path, painted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quantities", str(painted), "--deck", str(file)]) == 0
    assert [paint["name"]["pl"] for paint in json.loads(capsys.readouterr().out)["paints"]] == ["Szałwia"]
    drawn, shade = tmp_path / "plan.svg", DeckFile.read(str(file)).deck().hex_of("A-2")
    wall = next(iter(json.loads(painted.read_text("utf-8"))["walls"]))
    assert main(["draw", str(painted), "--deck", str(file), "--wall", wall, "-o", str(drawn)]) == 0
    assert str(shade) in drawn.read_text("utf-8")


@pytest.mark.parametrize(
    "command", [["quantities"], ["check"], ["draw", "-o", "plan.svg"], ["scene", "-o", "room.glb"]]
)
def test_a_code_that_the_file_does_not_hold_is_refused(
    command: list[str], painted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "inne.csv"
    other.write_text("Kod;Nazwa;Lab L;Lab a;Lab b\nB-1;Mgła;92;0;1\n", "utf-8")
    assert main([*command, str(painted), "--deck", str(other)]) == 2
    assert "finishes/f1/paint: not in deck" in capsys.readouterr().err
