"""Our own JSON comes back as it was; what is wrong with it is told with its place."""

import json

import pytest

from rooms.exchange import read
from rooms.fault import Fault

DOCUMENT = {"version": 1, "plan": {"name": "Łazienka"}, "levels": {"l1": {"name": "Parter"}}}
WALL = {"level": "l1", "a": [0, 0], "b": [4000, 0]}


def test_a_document_comes_back_as_it_was() -> None:
    assert read("x", json.dumps(DOCUMENT).encode()).document == DOCUMENT


def test_a_byte_order_mark_is_no_harm() -> None:
    assert read("x", json.dumps(DOCUMENT).encode("utf-8-sig")).document == DOCUMENT


def test_a_projects_export_gives_its_plan_and_tells_of_the_rest() -> None:
    imported = read("x", json.dumps({"plan": DOCUMENT, "edits": []}).encode())
    assert imported.document == DOCUMENT
    assert [(note.place, note.reason) for note in imported.report.notes] == [("edits", "not_imported")]


def test_the_entities_are_counted() -> None:
    assert read("x", json.dumps(DOCUMENT).encode()).report.counts == {"levels": 1}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"plan": ', "damaged_json"),
        ('{"plan": NaN}', "not_a_number"),
        ('{"plan": ' + "9" * 5000 + "}", "damaged_json"),
        ('{"plan": ' + "[" * 100_000, "damaged_json"),
        ('{"plan": {}}', "unknown_version"),
        ('{"version": 2, "walls": {}}', "unknown_version"),
        ('{"colour": "red"}', "not_a_plan"),
    ],
)
def test_a_broken_document_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        read("plan.json", text.encode())
    assert refused.value.reason == reason


def test_letters_in_no_known_code_are_refused() -> None:
    with pytest.raises(Fault, match="not text"):
        read("plan.json", b'{"plan": "\xff\xfe"}')


def test_a_wrong_field_is_refused_with_its_place() -> None:
    with pytest.raises(Fault) as refused:
        read("x", json.dumps(DOCUMENT | {"walls": {"w1": WALL | {"a": [0.5, 0]}}}).encode())
    assert (refused.value.path, refused.value.reason) == ("walls/w1/a/0", "not_a_whole_number")


def test_more_walls_than_a_plan_holds_are_refused() -> None:
    walls = {f"w{number}": WALL for number in range(10_000)}
    with pytest.raises(Fault, match="too many"):
        read("x", json.dumps(DOCUMENT | {"walls": walls}).encode())


def test_a_tangle_of_walls_is_refused_before_its_rooms_are_sought() -> None:
    across = {f"w{n}": WALL | {"a": [0, n * 20], "b": [9000, n * 20]} for n in range(160)}
    down = {f"w{n}": WALL | {"a": [n * 20, 0], "b": [n * 20, 9000]} for n in range(160, 320)}
    with pytest.raises(Fault, match="too tangled"):
        read("x", json.dumps(DOCUMENT | {"walls": across | down}).encode())
