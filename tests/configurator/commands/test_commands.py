"""The command line: JSON out, errors in one line with exit code 2, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from configurator.cli import main
from configurator.config import ROOT
from configurator.start.starts import starts

TERMS = str(ROOT / "examples" / "terms" / "dom-i-mebel.json")


@pytest.fixture
def plan(tmp_path: Path) -> str:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(starts()["moving_in"].document), "utf-8")
    return str(file)


def test_rooms_tells_areas_in_whole_mm2(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rooms", plan]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [room["area_mm2"] for room in told["rooms"]] == [20_800_000]


def test_draw_writes_a_drawing(plan: str, tmp_path: Path) -> None:
    assert main(["draw", plan, "-o", str(tmp_path / "plan.svg")]) == 0
    assert "<svg" in (tmp_path / "plan.svg").read_text("utf-8")


@pytest.mark.parametrize("name", ["room.glb", "room.html", "room.obj", "room.ifc"])
def test_scene_writes_the_room_in_3d(plan: str, tmp_path: Path, name: str) -> None:
    assert main(["scene", plan, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).stat().st_size > 100_000


@pytest.mark.parametrize(("own", "charged_gr"), [(0, 300_00), (1, 0)])
def test_decide_tells_the_fee(tmp_path: Path, capsys: pytest.CaptureFixture[str], own: int, charged_gr: int) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps({"own_elements": own, "own_dimensions": 0, "designer_began": False}))
    assert main(["decide", "--terms", TERMS, "--facts", str(facts), "--at", "2026-11-22T10:00:00Z"]) == 0
    assert json.loads(capsys.readouterr().out)["charged_gr"] == charged_gr


def test_lint_finds_nothing_in_the_demonstrations_terms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--terms", TERMS, "--strict"]) == 0
    assert json.loads(capsys.readouterr().out) == {"findings": []}


def test_nearest_names_paints_with_their_difference(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nearest", "#a7b59e", "-n", "3"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told) == 3
    assert told[0]["delta_e"] <= told[1]["delta_e"] <= told[2]["delta_e"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "json"),
        ("[]", "not a plan"),
        ('{"version": 1, "walls": {"w1": {"level": "l1", "a": [0, 0], "b": [4e3, 0]}}}', "walls/w1/b/0"),
        ('{"version": 1, "walls": {"w1": {"level": "l1", "a": [0, NaN], "b": [1, 0]}}}', "number"),
        ('{"version": 1, "walls": {}, "chairs": {}}', "chairs"),
    ],
    ids=["broken", "a list", "a float", "not a number", "unknown collection"],
)
def test_a_bad_plan_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    file = tmp_path / "bad.json"
    file.write_text(text)
    assert main(["rooms", str(file)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert shown.err.count("\n") == 1


def test_a_file_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rooms", "/nowhere.json"]) == 2
    assert "/nowhere.json" in capsys.readouterr().err
