"""`configurator check`: findings as JSON, exit codes for scripts."""

from __future__ import annotations

import json

import pytest

from configurator.cli import main
from configurator.config import ROOT

FLAT = str(ROOT / "examples" / "flats" / "studio.json")
TOLD = {"check", "severity", "entities", "value", "wanted", "source", "text", "why", "fix"}


def test_check_tells_findings_with_sources_and_ways_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", FLAT]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert all(set(finding) >= TOLD for finding in findings)
    assert {"guideline", "standard"} == {finding["severity"] for finding in findings}
    assert any(finding["fix"] for finding in findings)


def test_strict_exits_with_1_when_anything_was_found_and_only_then(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", FLAT, "--strict"]) == 1
    assert main(["check", FLAT, "--pack", "contrast", "--strict"]) == 0
    capsys.readouterr()


def test_packs_are_chosen_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", FLAT, "--pack", "fit", "electrical"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {finding["source"]["pack"] for finding in findings} == {"fit", "electrical"}


def test_a_pack_that_nobody_wrote_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", FLAT, "--pack", "nothing"]) == 2
    assert capsys.readouterr().err.startswith("configurator: pack: unknown (found nothing")
