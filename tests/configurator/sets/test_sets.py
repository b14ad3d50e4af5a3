"""Sets: kept, offered to whom they belong, thrown away, and checked when they come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from configurator.db import Database
from configurator.sets import service
from configurator.sets.demo import SETS
from configurator.sets.models import ItemSet
from configurator.stores.models import Tenant
from rooms.kinds import KINDS
from tests.configurator.people import BATHROOMS, guest, staff
from tests.configurator.sets.keeping import PAIR, kept, names


def test_ones_own_set_is_offered_after_the_stores_and_to_nobody_else(app: Flask) -> None:
    mine, other = guest(app).client, guest(app).client
    before = names(mine)
    answer = kept(mine, name=" Kanapa ")
    assert answer.status_code == 201
    assert answer.json["items"] == PAIR
    assert names(mine) == [*before, "Kanapa"]
    assert names(other) == names(app.test_client()) == before


def test_staff_keep_one_for_everyone_and_take_it_away(app: Flask) -> None:
    designer, customer = staff(app), guest(app).client
    assert kept(customer, for_all=True).json["error"]["reason"] == "staff_only"
    made = kept(designer, for_all=True).json["id"]
    assert "Kanapa" in names(customer)
    assert "Kanapa" not in names(customer, BATHROOMS)
    url = f"/api/v1/stores/dom-i-mebel-poznan/sets/{made}"
    assert customer.delete(url).status_code == 404
    assert staff(app, BATHROOMS).delete(url).status_code == 404
    assert designer.delete(url).status_code == 204
    assert "Kanapa" not in names(customer)


@pytest.mark.parametrize(
    ("said", "path", "reason"),
    [
        ({"name": "  "}, "name", "missing"),
        ({"name": "x" * 61}, "name", "too_long"),
        ({"name": 5}, "name", "not_a_text"),
        ({"items": PAIR[:1]}, "items", "set_size"),
        ({"items": PAIR * 31}, "items", "set_size"),
        ({"items": "sofa"}, "items", "not_a_list"),
        ({"items": [*PAIR, 5]}, "items/2", "not_an_object"),
        ({"items": [*PAIR, {**PAIR[0], "level": "l1"}]}, "items/2/level", "unknown_field"),
        ({"items": [*PAIR, {**PAIR[0], "size": [0, 1, 1]}]}, "items/2/size/0", "out_of_range"),
        ({"items": [*PAIR, {**PAIR[0], "at": [20_001, 0]}]}, "items/2/at", "out_of_range"),
        ({"items": [*PAIR, {"kind": "sofa", "at": [0, 0]}]}, "items/2/size", "missing"),
        ({"more": 1}, "more", "unknown_field"),
    ],
)
def test_a_set_that_is_wrong_is_refused_at_its_place(app: Flask, said: dict[str, Any], path: str, reason: str) -> None:
    browser = guest(app).client
    answer = kept(browser, **said)
    assert (answer.status_code, answer.json["error"]["path"], answer.json["error"]["reason"]) == (400, path, reason)
    assert "Kanapa" not in names(browser)


def test_what_is_no_object_is_refused(app: Flask) -> None:
    assert guest(app).client.post("/api/v1/stores/dom-i-mebel-krakow/sets", json=[1]).status_code == 400


def test_there_are_not_too_many_of_one_person(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST_SETS", 1)
    browser = guest(app).client
    assert kept(browser).status_code == 201
    assert kept(browser).status_code == 429
    assert kept(guest(app).client).status_code == 201


def test_sets_go_with_their_person(app: Flask, database: Database) -> None:
    one, other = guest(app), guest(app)
    kept(one.client)
    with database.writing() as session:
        actor, heir = (_actor(session, who.project_id) for who in (one, other))
        service.pass_on(session, actor, heir)
    assert "Kanapa" in names(other.client)
    with database.writing() as session:
        service.erase_own(session, heir)
    assert "Kanapa" not in names(other.client)


@pytest.mark.parametrize("file", sorted(SETS.glob("*.json")), ids=lambda file: file.stem)
def test_the_demonstrations_sets_are_well_made(file: Path, database: Database) -> None:
    for one in json.loads(file.read_text("utf-8")):
        assert service._items(one["items"]) == one["items"]
        for item in one["items"]:
            kind = KINDS[item["kind"]]
            bounds = zip(kind.least, item["size"], kind.most, strict=True)
            assert all(least <= mm <= most for least, mm, most in bounds), item
    with database.reading() as session:
        seeded = session.query(ItemSet).join(Tenant).filter(Tenant.slug == file.stem).count()
    assert seeded == len(json.loads(file.read_text("utf-8")))


def _actor(session: Any, project_id: str) -> str:
    from configurator.projects.models import Grant

    return str(session.query(Grant.actor_id).filter(Grant.project_id == project_id).first()[0])
