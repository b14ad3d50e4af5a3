"""Tables of cases on the command line: charged, compared, or refused in one line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from configurator.cli import main
from tests.incentives.build import AT, at_least, rule, terms_data
from tests.incentives.bulk_tables import rows_of, write


@pytest.fixture
def terms(tmp_path: Path) -> str:
    file = tmp_path / "terms.json"
    file.write_text(json.dumps(terms_data(rule("drawn", at_least("own_elements", 1)))), "utf-8")
    return str(file)


@pytest.fixture
def facts(tmp_path: Path) -> str:
    return str(write(tmp_path / "facts.parquet", [{"at": AT, "case": n, "own_elements": n} for n in (0, 1)]))


def test_every_row_is_charged(terms: str, facts: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.parquet"
    assert main(["charge-all", "--terms", terms, "--facts", facts, "-o", str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["charged_gr"] == 30_000
    assert [row["charged_gr"] for row in rows_of(out)] == [30_000, 0]


def test_a_backtest_takes_a_table(terms: str, facts: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after = tmp_path / "after.json"
    after.write_text(json.dumps(terms_data()), "utf-8")
    assert main(["backtest", "--terms", terms, "--against", str(after), "--facts", facts]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["cases"], told["dearer"]["difference_gr"]) == (2, 30_000)


def test_a_backtest_still_takes_lines(terms: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = tmp_path / "history.jsonl"
    lines.write_text(json.dumps({"at": AT.isoformat(), "facts": {"own_elements": 1}}) + "\n", "utf-8")
    assert main(["backtest", "--terms", terms, "--against", terms, "--facts", str(lines)]) == 0
    assert json.loads(capsys.readouterr().out)["cases"] == 1


def test_a_wrong_column_is_refused_in_one_line(terms: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = write(tmp_path / "wrong.parquet", [{"at": AT, "own_element": 1}])
    assert main(["charge-all", "--terms", terms, "--facts", str(wrong)]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "configurator: own_element: unknown fact\n")


@pytest.mark.parametrize("command", ["charge-all", "backtest"])
def test_without_the_engine_it_says_how_to_get_it(
    command: str, terms: str, facts: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    against = ["--against", terms] if command == "backtest" else []
    assert main([command, "--terms", terms, *against, "--facts", facts]) == 2
    assert "pip install --require-hashes -r requirements/bulk.txt" in capsys.readouterr().err
