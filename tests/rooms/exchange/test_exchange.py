"""A file's format is told by its content; every file is answered with a plan or a reason."""

import json
from collections.abc import Callable

import pytest

from rooms.exchange import FORMATS, Imported, read
from rooms.exchange.report import REASONS
from rooms.fault import Fault
from rooms.plan import Plan

DOCUMENT = {"version": 1, "plan": {"name": "Łazienka"}, "levels": {"l1": {"name": "Parter"}}}


def test_each_format_file_is_found() -> None:
    assert {format_.name for format_ in FORMATS} == {"blueprint", "document", "dxf", "floorplanner", "ifc", "sweethome"}


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG\r\n\x1a\n", b"[1, 2]", b"<svg/>", b"{}"])
def test_a_file_of_another_kind_is_no_plan(data: bytes) -> None:
    with pytest.raises(Fault, match="not a plan"):
        read("plan.json", data)


def test_the_name_of_a_file_does_not_matter() -> None:
    assert read("home.sh3d", json.dumps(DOCUMENT).encode()).report.format == "document"


def test_a_home_without_its_archive_is_read_too() -> None:
    assert read("x", b"<?xml version='1.0'?>\n<home version='7000' name='Dom'/>").document["plan"]["name"] == "Dom"


def test_a_home_without_a_name_takes_the_files(imported: Callable[..., Imported]) -> None:
    assert imported().document["plan"]["name"] == "home"


@pytest.mark.parametrize("name", ["C:\\plany\\Dom.sh3d", "/home/me/Dom.sh3x", "Dom"])
def test_a_homes_name_is_the_last_part_of_its_path(imported: Callable[..., Imported], name: str) -> None:
    assert imported(name=name).document["plan"]["name"] == "Dom"


def test_a_file_imported_twice_gives_the_same_plan(home: Callable[..., bytes], box: str) -> None:
    assert read("a", home(box)) == read("a", home(box))


def test_two_files_share_no_ids(imported: Callable[..., Imported], box: str, wall: Callable[..., str]) -> None:
    one, other = imported(box), imported(box, wall(0, 200, 400, 200))
    assert not set(one.document["walls"]) & set(other.document["walls"])


def test_an_empty_home_is_an_empty_plan_on_one_level(imported: Callable[..., Imported]) -> None:
    plan = Plan.read(imported(wallHeight="270").document)
    assert [level.height for level in plan.levels.values()] == [2700]


def test_the_report_is_json_data(imported: Callable[..., Imported]) -> None:
    report = imported("<label/>", "<surprise/>").report.as_data()
    assert json.loads(json.dumps(report))["notes"] == [
        {"place": "label", "reason": "not_imported", "count": 1, "detail": {}},
        {"place": "surprise", "reason": "not_understood", "count": 1, "detail": {}},
    ]


def test_every_reason_is_explained() -> None:
    assert all(sentence for sentence in REASONS.values())
