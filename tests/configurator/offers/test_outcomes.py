"""What the designer's help costs in the furniture store, whoever draws what and when, on both databases."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database
from configurator.offers import ledger
from configurator.offers.models import Service
from configurator.offers.services import first_broken
from configurator.offers.terms import publish
from configurator.stores.models import Store
from tests.configurator.people import KRAKOW, Guest, guest, staff

LISTED_GR = 30_000
SOFA = {"kind": "sofa", "at": [1500, 1500], "size": [2000, 900, 850]}
TERMS = {
    "id": "dearer",
    "version": 1,
    "title": {"pl": "Drożej", "en": "Dearer"},
    "currency": "PLN",
    "timezone": "Europe/Warsaw",
    "quote_days": 30,
    "services": {
        "room_design": {"title": {"pl": "Pomoc", "en": "Help"}, "fee": {"kind": "fixed", "amount_gr": 90000}},
    },
    "rules": [],
}


@dataclass
class Case:
    """A customer with a project, and a designer of the store."""

    anna: Guest
    designer: FlaskClient
    database: Database

    def begin(self) -> None:
        answer = self.designer.post(f"/s/{KRAKOW}/desk/p/{self.anna.code}/service")
        assert answer.status_code == 303, answer.text

    def designer_sends(self, changed: dict[str, Any], *, remove: tuple[str, ...] = ()) -> None:
        edit = {**self.anna.edit(changed, remove=remove), "variant": self.service.variant_id}
        answer = self.designer.post(f"/api/v1/projects/{self.anna.project_id}/edits", json={"base": 0, "edits": [edit]})
        assert answer.json["results"][0]["result"] == "logged", answer.text

    def close(self, who: FlaskClient | None = None, **form: str) -> Any:
        url = f"/s/{KRAKOW}/desk/services/{self.service.id}/close"
        return (who or self.designer).post(url, data={"receipt": "PAR/1", **form})

    @property
    def service(self) -> Service:
        with self.database.reading() as session:
            return session.scalars(select(Service).where(Service.project_id == self.anna.project_id)).one()

    @property
    def ledger(self) -> list[dict[str, Any]]:
        with self.database.reading() as session:
            service = session.get_one(Service, self.service.id)
            assert first_broken(service) is None
            return [json.loads(entry.body) for entry in service.entries]

    @property
    def decision(self) -> dict[str, Any]:
        return next(row["decision"] for row in self.ledger if row["kind"] == "committed")

    @property
    def fee(self) -> dict[str, Any]:
        polled = self.anna.client.get(f"/api/v1/projects/{self.anna.project_id}/edits?since=0")
        return dict(polled.json["fee"])

    def level(self) -> str:
        polled = self.anna.client.get(f"/api/v1/projects/{self.anna.project_id}/variants/{self.anna.variant}")
        return next(iter(polled.json["document"]["levels"]))


def case_of(app: Flask, **form: str) -> Case:
    return Case(guest(app, **form), staff(app), app.extensions["database"])


@pytest.fixture
def begun(app: Flask) -> Case:
    """She has typed the size of her room."""
    return case_of(app)


@pytest.fixture
def unbegun(app: Flask) -> Case:
    """She has only chosen a starting room."""
    return case_of(app, start="new_colour")


def test_who_has_only_chosen_a_starting_room_pays_for_the_help(unbegun: Case) -> None:
    unbegun.begin()
    unbegun.close()
    assert unbegun.decision["charged_gr"] == LISTED_GR


def test_who_begins_nothing_pays_though_the_designer_has_typed_the_room_in_the_store(app: Flask) -> None:
    desk = staff(app)
    code = desk.post(f"/s/{KRAKOW}/projects", data={"width": "4", "length": "3"}).location.rsplit("/", 1)[1]
    assert desk.post(f"/s/{KRAKOW}/desk/p/{code}/service").status_code == 303
    with app.extensions["database"].reading() as session:
        service = session.scalars(select(Service)).one().id
    assert desk.post(f"/s/{KRAKOW}/desk/services/{service}/close", data={"receipt": "PAR/1"}).status_code == 303
    with app.extensions["database"].reading() as session:
        assert ledger.charged_gr(session.get_one(Service, service)) == LISTED_GR


def test_a_fragment_makes_it_free(unbegun: Case) -> None:
    drawn = unbegun.anna.edit({"items/i0000000001": {**SOFA, "level": unbegun.level()}})
    unbegun.anna.send(drawn)
    unbegun.begin()
    unbegun.close()
    assert unbegun.decision["charged_gr"] == 0


def test_it_stays_free_when_the_designer_deletes_everything_and_draws_anew(begun: Case) -> None:
    level = begun.level()
    begun.begin()
    document = begun.anna.client.get(
        f"/api/v1/projects/{begun.anna.project_id}/variants/{begun.service.variant_id}"
    ).json["document"]
    drawn = [f"{name}/{id_}" for name in ("openings", "walls", "rooms") for id_ in document[name]]
    begun.designer_sends({}, remove=tuple(drawn))
    begun.designer_sends({"walls/w0000000001": {"level": level, "a": [0, 0], "b": [5000, 0]}})
    begun.close()
    assert begun.decision["charged_gr"] == 0
    assert begun.fee["charged_gr"] == 0


def test_drawing_after_the_designers_first_edit_changes_nothing_and_nobody_is_told_to_draw(unbegun: Case) -> None:
    unbegun.begin()
    unbegun.designer_sends({"items/i0000000009": {**SOFA, "level": unbegun.level()}})
    unbegun.anna.send(unbegun.anna.edit({"items/i0000000001": {**SOFA, "level": unbegun.level()}}))
    fee = unbegun.fee
    assert fee["charged_gr"] == LISTED_GR
    assert fee["ways"] == []
    assert any(reason["met"] is False for reason in fee["reasons"])
    unbegun.close()
    assert unbegun.decision["charged_gr"] == LISTED_GR


def test_until_the_designers_first_edit_drawing_still_counts(unbegun: Case) -> None:
    unbegun.begin()
    unbegun.anna.send(unbegun.anna.edit({"items/i0000000001": {**SOFA, "level": unbegun.level()}}))
    unbegun.designer_sends({"items/i0000000009": {**SOFA, "level": unbegun.level()}})
    assert unbegun.fee["charged_gr"] == 0


def test_closing_twice_commits_once(unbegun: Case) -> None:
    unbegun.begin()
    unbegun.close()
    unbegun.close(receipt="PAR/2")
    assert [row["kind"] for row in unbegun.ledger] == ["opened", "committed", "settled"]
    assert unbegun.service.receipt == "PAR/1"


def test_a_manager_charges_less_with_a_reason_in_a_row_of_its_own(app: Flask, unbegun: Case) -> None:
    unbegun.begin()
    answer = unbegun.close(staff(app, role="manager"), less="100", reason="Długo czekała na odpowiedź")
    assert answer.status_code == 303
    assert [row["kind"] for row in unbegun.ledger] == ["opened", "committed", "less", "settled"]
    assert unbegun.ledger[2]["charged_gr"] == unbegun.ledger[3]["amount_gr"] == 10_000


@pytest.mark.parametrize(
    ("role", "less", "reason", "status"),
    [
        ("designer", "100", "bo tak", 403),
        ("manager", "300,01", "bo tak", 400),
        ("manager", "100", "  ", 400),
        ("manager", "-1", "bo tak", 400),
        ("manager", "mało", "bo tak", 400),
    ],
)
def test_nobody_charges_more_or_less_without_right_and_reason(
    app: Flask, unbegun: Case, role: str, less: str, reason: str, status: int
) -> None:
    unbegun.begin()
    assert unbegun.close(staff(app, role=role), less=less, reason=reason).status_code == status
    assert [row["kind"] for row in unbegun.ledger] == ["opened"]


def test_what_was_quoted_holds_when_the_terms_change(unbegun: Case) -> None:
    unbegun.anna.send(unbegun.anna.edit({"plan": {"name": "Salon"}}))
    with unbegun.database.writing() as session:
        publish(session, session.scalars(select(Store).where(Store.slug == KRAKOW)).one().tenant, TERMS)
    unbegun.begin()
    unbegun.close()
    assert unbegun.decision["listed_gr"] == LISTED_GR
