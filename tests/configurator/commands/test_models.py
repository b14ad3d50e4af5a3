"""A library's dry run on the command line: what would come of each piece, and why nothing of some."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from configurator.cli import main
from tests.rooms.models.libraries import library


def test_a_library_is_told_piece_by_piece(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "meble.sh3f"
    file.write_bytes(library({}, {"doorOrWindow": "true"}))
    assert main(["models", str(file), "-o", str(tmp_path / "out"), "--strict"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["taken"], told["of"], told["pieces"][1]["refused"]["reason"]) == (1, 2, "is_opening")
    assert (tmp_path / "out" / "1.glb").read_bytes()[:4] == b"glTF"
