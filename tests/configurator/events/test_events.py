"""Events: counted by store and hour out of a closed list, of nobody in particular, on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.db import Database
from configurator.events.models import Event
from configurator.events.vocabulary import DETAILS, SCREENS
from tests.configurator.people import KRAKOW

TOOL = {"name": "tool", "screen": "studio", "detail": "wall", "times": 2}


def send(app: Flask, *events: Any, headers: dict[str, str] | None = None, **more: Any) -> int:
    body = {"store": KRAKOW, "events": list(events), **more}
    return app.test_client().post("/api/v1/events", json=body, headers=headers).status_code


def counted(database: Database) -> list[tuple[str, str, str, int]]:
    with database.reading() as session:
        return [(row.name, row.screen, row.detail, row.times) for row in session.scalars(select(Event))]


def test_counts_of_an_hour_add_up(app: Flask, database: Database) -> None:
    assert [send(app, TOOL), send(app, TOOL)] == [204, 204]
    assert sum(times for *_, times in counted(database)) == 4


def test_no_column_identifies_anyone() -> None:
    assert set(Event.__table__.columns.keys()) == {
        "store_id",
        "tenant_id",
        "hour",
        "name",
        "screen",
        "detail",
        "times",
    }


def test_no_time_is_finer_than_the_hour(app: Flask, database: Database) -> None:
    send(app, TOOL)
    with database.reading() as session:
        hour = session.scalars(select(Event.hour)).one()
    assert (hour.minute, hour.second, hour.microsecond) == (0, 0, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {**TOOL, "name": "anna@poczta.example"},
        {**TOOL, "detail": "anything"},
        {**TOOL, "detail": ["wall"]},
        {**TOOL, "screen": "elsewhere"},
        {**TOOL, "times": 0},
        {**TOOL, "times": 10**9},
        {**TOOL, "times": True},
        {**TOOL, "project": "x"},
        {"name": "tool"},
        "tool",
        None,
    ],
    ids=str,
)
def test_whatever_is_not_on_the_list_is_refused_whole(app: Flask, database: Database, wrong: Any) -> None:
    assert send(app, TOOL, wrong) == 400
    assert counted(database) == []


def test_a_batch_with_more_in_it_is_refused(app: Flask, database: Database) -> None:
    assert send(app, TOOL, actor="x") == 400
    assert send(app, *[TOOL] * 51) == 400
    assert counted(database) == []


@pytest.mark.parametrize("header", ["DNT", "Sec-GPC"])
def test_who_asks_not_to_be_tracked_is_not_counted(app: Flask, database: Database, header: str) -> None:
    assert send(app, TOOL, headers={header: "1"}) == 204
    assert counted(database) == []


def test_a_store_that_is_none_is_refused(app: Flask) -> None:
    answer = app.test_client().post("/api/v1/events", json={"store": "nowhere", "events": [TOOL]})
    assert answer.status_code == 404


def test_every_word_of_the_list_can_be_counted(app: Flask, database: Database) -> None:
    all_of_them = [
        {"name": name, "screen": screen, "detail": detail, "times": 1}
        for name, details in DETAILS.items()
        for detail in details
        for screen in SCREENS
    ]
    assert send(app, *all_of_them) == 204
    assert len(counted(database)) == len(all_of_them)
