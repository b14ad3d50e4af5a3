"""Decisions by API: decided, kept, explained for ever, and followed as they change."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete

from configurator.db import Database
from configurator.offers import feed
from configurator.offers.models import FeeEvent
from configurator.projects.code import spoken
from configurator.systems import keys
from tests.configurator.decisions.asking import asked, system
from tests.configurator.people import BATHROOMS, KRAKOW, guest, staff, unguard
from tests.configurator.purchases.shopping import Shop
from tests.configurator.terms.drafting import POZNAN


def events(crm: FlaskClient, after: int = 0, slug: str = BATHROOMS, most: int = 500) -> Any:
    return crm.get(f"/api/v1/stores/{slug}/fee-events?after={after}&most={most}").json


def test_a_decision_is_explained_by_its_id_ever_after(app: Flask) -> None:
    crm = system(app)
    made = asked(crm)
    assert (made.status_code, made.json["decision"]["charged_gr"]) == (201, 0)
    again = crm.get(f"/api/v1/stores/{KRAKOW}/decisions/{made.json['id']}")
    assert again.json == made.json
    assert again.json["replays"]
    assert again.json["decision"]["text"]["pl"]


def test_the_same_question_is_kept_once(app: Flask) -> None:
    crm = system(app)
    assert asked(crm).json == asked(crm).json


def test_what_is_not_known_is_named_and_waives_nothing(app: Flask) -> None:
    decision = asked(system(app), facts={"service": "room_design"}).json["decision"]
    assert (decision["charged_gr"], decision["final"]) == (30_000, False)
    assert "own_elements" in decision["needs"]


def test_the_terms_of_a_decision_can_be_read(app: Flask) -> None:
    crm = system(app)
    sha = asked(crm).json["decision"]["terms_sha"]
    assert crm.get(f"/api/v1/stores/{KRAKOW}/terms/{sha}").json["id"] == "dom-i-mebel"
    assert asked(crm, terms=sha).status_code == 201


@pytest.mark.parametrize(
    ("body", "path", "reason"),
    [
        ({"facts": {"own_elements": 1.0}}, "facts/own_elements", "not_a_whole_number"),
        ({"facts": {"own_fancy": 1}}, "facts/own_fancy", "unknown_fact"),
        ({"facts": []}, "facts", "not_an_object"),
        ({"facts": {"service": "moon_landing"}}, "service", "unknown_service"),
        ({"at": "2030-05-04T10:00:00"}, "at", "time_without_zone"),
        ({"at": "9999-12-31T23:59:59Z"}, "at", "not_a_time"),
        ({"terms": "f00"}, "terms", "no_version"),
        ({"when": 1}, "when", "unknown_field"),
    ],
)
def test_what_cannot_be_read_is_named(app: Flask, body: dict[str, Any], path: str, reason: str) -> None:
    answer = asked(system(app), **body)
    assert (answer.status_code, answer.json["error"]["path"], answer.json["error"]["reason"]) == (400, path, reason)


def test_another_retailers_decision_is_not_found(app: Flask) -> None:
    id_ = asked(system(app)).json["id"]
    assert system(app, BATHROOMS).get(f"/api/v1/stores/{BATHROOMS}/decisions/{id_}").status_code == 404


def test_a_key_for_purchases_asks_for_no_decision(app: Flask) -> None:
    assert asked(system(app, right=keys.PURCHASES)).status_code == 403


def test_a_basket_is_quoted_and_not_bought(app: Flask) -> None:
    shop, crm = Shop.open(app), system(app, BATHROOMS)
    body = {"project": shop.customer.code, "lines": [{"name": "Wanna", "amount_gr": 3_000_00}]}
    told = crm.post(f"/api/v1/stores/{BATHROOMS}/quotes", json=body).json
    assert told["fee"]["charged_gr"] > told["with_basket"]["charged_gr"] == 0
    assert told["fee"]["ways"]
    assert (shop.count(), shop.fee()["charged_gr"]) == (0, told["fee"]["charged_gr"])


def test_a_basket_says_what_it_costs_and_nothing_else(app: Flask) -> None:
    shop, crm = Shop.open(app), system(app, BATHROOMS)
    told = {"project": shop.customer.code, "amount_gr": 100}
    wrong = {"receipt": told | {"receipt": "PAR/1"}, "amount_gr": told | {"amount_gr": -1}}
    for path, body in wrong.items():
        answer = crm.post(f"/api/v1/stores/{BATHROOMS}/quotes", json=body)
        assert (answer.status_code, answer.json["error"]["path"]) == (400, path)


def test_every_change_of_a_fee_is_told_in_its_order(app: Flask) -> None:
    shop, crm = Shop.open(app), system(app, BATHROOMS)
    shop.close()
    shop.buy(3_000_00)
    told = events(crm)
    assert [event["kind"] for event in told["events"]] == ["opened", "committed", "adjusted"]
    assert [event["n"] for event in told["events"]] == [1, 2, 3]
    adjusted = told["events"][-1]
    assert adjusted["before_gr"] > adjusted["charged_gr"] == 0
    assert crm.get(f"/api/v1/stores/{BATHROOMS}/decisions/{adjusted['decision']}").json["replays"]


def test_the_store_of_an_event_is_where_the_designer_is(app: Flask) -> None:
    code = guest(app).code
    assert staff(app, POZNAN).post(f"/s/{POZNAN}/desk/p/{code}/service").status_code == 303
    assert [event["store"] for event in events(system(app), slug=KRAKOW)["events"]] == [POZNAN]


def test_a_reader_goes_on_where_it_was(app: Flask) -> None:
    shop, crm = Shop.open(app), system(app, BATHROOMS)
    shop.close()
    first = events(crm, most=1)
    assert [event["kind"] for event in events(crm, first["next"])["events"]] == ["committed"]
    assert events(crm, 2) == {"events": [], "next": 2}


def test_a_retailer_follows_only_its_own(app: Flask) -> None:
    Shop.open(app).close()
    assert events(system(app), slug=KRAKOW)["events"] == []


def test_of_an_erased_project_no_code_is_told(app: Flask) -> None:
    shop, crm = Shop.open(app), system(app, BATHROOMS)
    shop.close()
    code, here = shop.customer.code, f"/s/{BATHROOMS}"
    assert [event["project"] for event in events(crm)["events"]] == [spoken(code)] * 2
    for address in (f"{here}/p/{code}/binned", f"{here}/bin/{code}/erased"):
        assert shop.customer.client.post(address).status_code == 303
    assert [event["project"] for event in events(crm)["events"]] == [None, None]


def test_an_event_taken_out_is_found(app: Flask, database: Database) -> None:
    Shop.open(app).close()
    with database.writing() as session:
        assert not list(feed.broken(session))
        unguard(session, "fee_event")
        session.execute(delete(FeeEvent).where(FeeEvent.n == 1))
        assert [found["reason"] for found in feed.broken(session)] == ["missing", "not_told"]
