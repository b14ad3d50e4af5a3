"""Edits in and out of a project, on both databases."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from configurator.db import Database
from configurator.projects.models import Project
from configurator.projects.service import edits_since, first_variant, head_plan
from rooms.edit import Edit, fold
from tests.configurator.people import guest

WALL = {"walls/w0000000001": {"level": "l1", "a": [0, 0], "b": [4000, 0]}}


def test_an_edit_is_logged_with_its_number(app: Flask) -> None:
    anna = guest(app)
    answer = anna.send(anna.edit(WALL), base=anna.seq).json
    assert [result["result"] for result in answer["results"]] == ["logged"]
    assert answer["results"][0]["seq"] == answer["seq"] == anna.seq + 1


def test_an_edit_sent_twice_is_known(app: Flask) -> None:
    anna = guest(app)
    edit = anna.edit(WALL)
    first, second = anna.send(edit).json, anna.send(edit).json
    assert (second["results"][0]["result"], second["results"][0]["seq"]) == ("known", first["seq"])


def test_a_bad_edit_is_refused_alone_with_its_place(app: Flask) -> None:
    anna = guest(app)
    bad = anna.edit({"walls/w0000000002": {"level": "l1", "a": [0, 0.5], "b": [1, 1]}})
    results = anna.send(bad, anna.edit(WALL)).json["results"]
    assert [result["result"] for result in results] == ["refused", "logged"]
    assert results[0]["path"] == "walls/w0000000002/a/1"


def test_what_others_did_comes_back_with_the_answer(app: Flask) -> None:
    anna = guest(app)
    first = anna.edit(WALL)
    anna.send(first)
    others = anna.send(anna.edit({"plan": {"name": "Salon"}}), base=anna.seq).json["others"]
    assert [edit["id"] for edit in others] == [first["id"]]


def test_nothing_new_is_answered_without_a_body(app: Flask) -> None:
    anna = guest(app)
    url = f"/api/v1/projects/{anna.project_id}/edits?since={anna.seq}"
    tag = anna.client.get(url).headers["ETag"]
    assert anna.client.get(url, headers={"If-None-Match": tag}).status_code == 304


def test_the_head_is_the_fold_of_the_log(app: Flask, database: Database) -> None:
    anna = guest(app)
    anna.send(anna.edit(WALL), anna.edit({"plan": {"name": "Salon"}}), anna.edit({}, remove=("walls/w0000000001",)))
    with database.reading() as session:
        project = session.get_one(Project, anna.project_id)
        log = [Edit.from_log(row) for row in edits_since(session, project, 0)[1]]
        assert fold(log) == head_plan(first_variant(project)).document


def test_many_at_once_are_each_logged_once(app: Flask, database: Database) -> None:
    anna = guest(app)
    edits = [anna.edit({"plan": {"name": f"Salon {number}"}}) for number in range(12)]

    def send(edit: object) -> int:
        browser = app.test_client()
        cookie = anna.client.get_cookie("visit-dom-i-mebel")
        assert cookie is not None
        browser.set_cookie("visit-dom-i-mebel", cookie.value)
        return browser.post(f"/api/v1/projects/{anna.project_id}/edits", json={"base": 0, "edits": [edit]}).status_code

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(send, edits + edits)) == {200}
    with database.reading() as session:
        _, logged = edits_since(session, session.get_one(Project, anna.project_id), anna.seq)
    assert sorted(edit["id"] for edit in logged) == sorted(str(edit["id"]) for edit in edits)


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        (b"{", 400, "not_json"),
        (b"[]", 400, "not_json"),
        (json.dumps({"base": 0.5, "edits": []}).encode(), 400, "not_a_whole_number"),
        (json.dumps({"base": 0, "edits": [{}] * 201}).encode(), 429, "too_many_edits"),
        (b" " * (256 * 1024 + 1), 400, "http_413"),
    ],
    ids=["broken", "a list", "half a number", "too many", "too large"],
)
def test_a_bad_batch_is_refused_in_words(app: Flask, body: bytes, status: int, reason: str) -> None:
    anna = guest(app)
    url = f"/api/v1/projects/{anna.project_id}/edits"
    answer = anna.client.post(url, data=body, content_type="application/json")
    assert (answer.status_code, answer.json["error"]["reason"]) == (status, reason)


def test_an_edit_for_a_variant_of_another_project_is_refused(app: Flask) -> None:
    anna, ola = guest(app), guest(app)
    stolen = {**anna.edit(WALL), "variant": ola.variant}
    assert anna.send(stolen).json["results"][0]["reason"] == "no_variant"


def test_an_answer_that_is_cut_says_how_far_it_reaches(app: Flask, database: Database) -> None:
    anna = guest(app)
    anna.send(*(anna.edit({"plan": {"name": f"Salon {number}"}}) for number in range(5)))
    with database.reading() as session:
        reached, edits = edits_since(session, session.get_one(Project, anna.project_id), anna.seq, most=3)
    assert (reached, len(edits)) == (anna.seq + 3, 3)
