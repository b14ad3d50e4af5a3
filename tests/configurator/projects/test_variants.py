"""Which variant the studio opens, and whose edits it takes, on both databases."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.configurator.people import KRAKOW, Guest, guest, staff

NAME = {"plan": {"name": "Salon"}}


def boot(browser: FlaskClient, anna: Guest, query: str = "") -> Any:
    """What the studio's page begins with."""
    page = browser.get(f"/s/{anna.store}/p/{anna.code}{query}")
    assert page.status_code == 200, page.text
    return json.loads(page.text.split('<script type="application/json" id="boot">')[1].split("</script>")[0])


def served(app: Flask) -> tuple[Guest, FlaskClient, str]:
    """A customer, a designer whose service is open, and the designer's variant."""
    anna, designer = guest(app), staff(app)
    designer.post(f"/s/{KRAKOW}/desk/p/{anna.code}/service")
    return anna, designer, boot(designer, anna)["project"]["variant"]


def send(browser: FlaskClient, anna: Guest, variant: str) -> Any:
    edit = {**anna.edit(NAME), "variant": variant}
    answer = browser.post(f"/api/v1/projects/{anna.project_id}/edits", json={"base": anna.seq, "edits": [edit]})
    result = answer.json["results"][0]
    return result["result"], result["path"], result["reason"]


def test_a_designer_opens_his_own_variant_and_the_customer_hers(app: Flask) -> None:
    anna, _, his = served(app)
    assert his != anna.variant
    assert boot(anna.client, anna)["project"]["variant"] == anna.variant


def test_a_designer_who_has_not_begun_looks_at_the_customers(app: Flask) -> None:
    anna, designer = guest(app), staff(app)
    found = boot(designer, anna)
    assert (found["project"]["variant"], found["may_edit"]) == (anna.variant, False)


def test_the_other_variant_is_there_to_look_at(app: Flask) -> None:
    anna, designer, his = served(app)
    hers, looked = boot(anna.client, anna), boot(anna.client, anna, f"?variant={his}")
    assert [hers["may_edit"], looked["may_edit"]] == [True, False]
    assert boot(designer, anna, f"?variant={anna.variant}")["may_edit"] is False


def test_a_variant_of_another_project_is_not_found(app: Flask) -> None:
    anna, _, _ = served(app)
    assert anna.client.get(f"/s/{KRAKOW}/p/{anna.code}?variant={guest(app).variant}").status_code == 404


def test_a_stranger_sees_only_what_the_customer_drew(app: Flask) -> None:
    anna, _, his = served(app)
    found = boot(app.test_client(), anna, f"?variant={his}")
    assert (found["project"]["variant"], found["variants"]) == (anna.variant, [])


@pytest.mark.parametrize("who", ["customer", "designer"])
def test_each_changes_only_their_own(app: Flask, who: str) -> None:
    anna, designer, his = served(app)
    browser, own, other = (anna.client, anna.variant, his) if who == "customer" else (designer, his, anna.variant)
    assert send(browser, anna, own)[0] == "logged"
    assert send(browser, anna, other) == ("refused", "variant", "not_your_variant")


def test_a_designer_who_has_not_begun_changes_nothing(app: Flask) -> None:
    anna = guest(app)
    assert send(staff(app), anna, anna.variant) == ("refused", "variant", "not_your_variant")


def test_staff_draw_in_a_project_that_they_began_at_the_desk(app: Flask) -> None:
    designer = staff(app)
    answer = designer.post(f"/s/{KRAKOW}/projects", data={"width": "2.4", "length": "1.8"})
    found = json.loads(
        designer.get(answer.location).text.split('<script type="application/json" id="boot">')[1].split("</script>")[0]
    )
    edit = {**guest(app).edit(NAME), "variant": found["project"]["variant"]}
    sent = designer.post(f"{found['project']['url']}/edits", json={"base": 0, "edits": [edit]})
    assert [found["may_edit"], sent.json["results"][0]["result"]] == [True, "logged"]


def test_a_variant_is_read_with_the_number_it_stands_at(app: Flask) -> None:
    anna, designer, his = served(app)
    send(designer, anna, his)
    found = anna.client.get(f"/api/v1/projects/{anna.project_id}/variants/{his}").json
    assert (found["seq"], found["document"]["plan"]["name"]) == (anna.seq + 1, "Salon")


def test_what_is_drawn_comes_back_in_the_order_it_was_drawn(app: Flask) -> None:
    anna = guest(app)
    labels = ["rbbbbbbbbbb", "raaaaaaaaaa"]
    anna.send(anna.edit({f"rooms/{id_}": {"level": "lground0000", "at": [0, 0]} for id_ in labels}))
    found = anna.client.get(f"/api/v1/projects/{anna.project_id}/variants/{anna.variant}").json
    assert [id_ for id_ in found["document"]["rooms"] if id_ in labels] == labels
