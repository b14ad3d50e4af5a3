"""The customer's own contribution is read on from where it was left, and says what reading the whole log says."""

from __future__ import annotations

import json

from flask import Flask
from sqlalchemy import update

from configurator.db import Database
from configurator.projects import contribution
from configurator.projects.models import LoggedEdit, Project
from rooms.authorship import Authorship, authorship
from tests.configurator.people import Guest, guest


def own(database: Database, owner: Guest) -> Authorship:
    with database.reading() as session:
        return contribution.of(session, session.get_one(Project, owner.project_id))


def read_afresh(database: Database, owner: Guest) -> Authorship:
    with database.reading() as session:
        log = contribution.log_of(session, session.get_one(Project, owner.project_id))
        return authorship(log, opened=contribution.templates())


def test_reading_on_says_what_reading_afresh_says(app: Flask, database: Database) -> None:
    owner = guest(app, start="moving_in")
    level = next(iter(owner.client.get(f"/api/v1/projects/{owner.project_id}/edits?since=0").json["others"][0]["set"]))
    for place in range(6):
        wall = {"level": level.split("/")[-1], "a": [9000, place * 700], "b": [9000, place * 700 + 600]}
        owner.send(owner.edit({f"walls/w000000000{place}": wall}, input_="typed"))
        assert own(database, owner) == read_afresh(database, owner)


def test_rows_that_were_read_and_then_undone_are_forgotten(app: Flask, database: Database) -> None:
    owner = guest(app)
    before = own(database, owner)
    owner.send(
        owner.edit({"items/i0000000001": {"level": "l1", "kind": "sofa", "at": [0, 0], "size": [900, 900, 900]}})
    )
    assert own(database, owner) != before
    with database.writing() as session:
        session.execute(update(LoggedEdit).where(LoggedEdit.seq == 2).values(edit_id="another", body=_idle(owner)))
    assert own(database, owner) == before


def _idle(owner: Guest) -> str:
    return json.dumps(owner.edit({"plan": {"name": "x"}}))
