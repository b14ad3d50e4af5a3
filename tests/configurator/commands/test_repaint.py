"""`configurator repaint`."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from configurator.cli import main
from tests.samples.photo.rooms_in_code import FAR_TAP, WALL_TAP, as_file, inside, room

JOB = {"wall": [WALL_TAP, FAR_TAP], "keep": [], "old": "#a8553a", "white": None, "new": "#f1ece0"}


def _repaint(folder: Path, job: object) -> int:
    (folder / "photo.png").write_bytes(as_file(room()))
    (folder / "job.json").write_text(json.dumps(job))
    names = [str(folder / name) for name in ("photo.png", "job.json", "out.png", "mask.png")]
    return main(["repaint", *names[:3], "--mask", names[3]])


def test_a_wall_is_repainted_and_its_mask_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _repaint(tmp_path, JOB) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["approximate"], told["doubt"]) == (False, None)
    with Image.open(tmp_path / "mask.png") as mask, Image.open(tmp_path / "out.png") as out:
        assert (mask.mode, mask.size) == ("L", (120, 90))
        painted = np.asarray(out)
    assert painted[inside()].mean() > room()[inside()].mean() + 40


def test_the_bench_tells_how_far_the_picture_is_from_the_truth(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "case.json").write_text(json.dumps(JOB))
    truth = {"photo": room(), "mask": np.where(inside(), 255, 0).astype(np.uint8), "recoloured": room("#f1ece0")}
    for name, pixels in truth.items():
        (folder / f"{name}.png").write_bytes(as_file(pixels))
    assert main(["bench", "repaint", "--photos", str(tmp_path)]) == 0
    mean = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert mean["iou"] > 0.95
    assert mean["delta_e_known"] < mean["delta_e_multiply"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"wall": [[500, 5]]}, "wall/0: outside the picture"),
        ({"old": "#000000"}, "old: too dark"),
        ({"wall": []}, "wall: no wall"),
        ({"new": "blue"}, "new: not a hex colour"),
    ],
)
def test_a_wrong_job_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, object], told: str
) -> None:
    assert _repaint(tmp_path, JOB | change) == 2
    assert told in capsys.readouterr().err
