"""Notes and measured lengths on a drawing, in the list of changes, and when their level has gone."""

from __future__ import annotations

import re

import pytest

from rooms.changes import changes
from rooms.drawing.plan import draw_plan
from rooms.fault import Fault
from rooms.outline import find_rooms
from tests.rooms.rectangle import rectangle

NOTE = {"level": "l1", "at": [1000, 800], "text": "Rura za ścianką"}


def test_a_measured_length_is_written_to_the_millimetre() -> None:
    plan = rectangle(dimensions={"d1": {"level": "l1", "a": [1000, 1000], "b": [1300, 1400]}})
    assert draw_plan(plan).count(">50</text>") == draw_plan(rectangle()).count(">50</text>") + 1


def test_a_length_of_nothing_is_not_drawn() -> None:
    plan = rectangle(dimensions={"d1": {"level": "l1", "a": [1000, 1000], "b": [1000, 1000]}})
    assert draw_plan(plan) == draw_plan(rectangle())


def test_notes_have_numbers_and_make_room_for_themselves() -> None:
    plan = rectangle(notes={"n1": NOTE, "n2": {**NOTE, "at": [9000, 9000]}})
    drawn = draw_plan(plan, scale=50)
    assert [re.search(r">(\d)</text>", one)[1] for one in re.findall(r"<circle.*?</text>", drawn, re.S)] == ["1", "2"]  # type: ignore[index]
    width = float(re.search(r'viewBox="\S+ \S+ (\S+)', drawn)[1])  # type: ignore[index]
    assert width > 9000


def test_changes_quote_the_note() -> None:
    [added] = changes(rectangle(), rectangle(notes={"n1": NOTE}))
    assert added.text["pl"] == "Notatka dodana: „Rura za ścianką”"
    [changed] = changes(rectangle(notes={"n1": NOTE}), rectangle(notes={"n1": {**NOTE, "text": "Nie"}}))
    assert changed.text["en"] == "Note changed: “Nie”"
    dimension = {"d1": {"level": "l1", "a": [0, 0], "b": [100, 0]}}
    [gone] = changes(rectangle(dimensions=dimension), rectangle())
    assert (gone.kind, gone.text["pl"]) == ("removed", "Wymiar usunięty")


def test_what_has_lost_its_level_is_loose() -> None:
    plan = rectangle(
        notes={"n1": {**NOTE, "level": "l9"}}, dimensions={"d1": {"level": "l9", "a": [0, 0], "b": [1, 1]}}
    )
    assert [(one.collection, one.reason) for one in find_rooms(plan).loose] == [
        ("notes", "no_level"),
        ("dimensions", "no_level"),
    ]


def test_a_note_without_words_is_refused() -> None:
    with pytest.raises(Fault, match="notes/n1/text"):
        rectangle(notes={"n1": {"level": "l1", "at": [0, 0]}})
