"""`configurator pdf` and `configurator quantities` on a plan file, and on a project's code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfReader

from configurator.cli import main
from configurator.start.starts import starts
from tests.configurator.people import guest


@pytest.fixture
def plan(tmp_path: Path) -> str:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(starts()["toilet"].document), "utf-8")
    return str(file)


def test_a_plan_file_is_printed_without_a_fee(plan: str, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert main(["pdf", plan, "-o", str(out), "--pages", "plan", "readiness", "fee", "--language", "en"]) == 0
    assert [entry["/Title"] for entry in PdfReader(out).outline if not isinstance(entry, list)] == [
        "Plan",
        "Still to check",
    ]


def test_a_code_prints_its_project(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out = guest(app).code, tmp_path / "out.pdf"
    monkeypatch.setenv("CONFIGURATOR_DATABASE_URL", app.extensions["settings"].database_url)
    assert main(["pdf", code, "-o", str(out), "--pages", "readiness", "fee"]) == 0
    assert "Dom i Mebel Kraków" in PdfReader(out).pages[0].extract_text()


def test_a_code_that_nobody_has_is_one_line_of_error(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CONFIGURATOR_DATABASE_URL", app.extensions["settings"].database_url)
    assert main(["pdf", "22222222" + "2", "-o", str(tmp_path / "out.pdf")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_quantities_tell_areas_and_things(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quantities", plan]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["tiles"][0]["net_mm2"] > 0
    assert sum(item["count"] for item in told["items"]) == len(starts()["toilet"].document["items"])
