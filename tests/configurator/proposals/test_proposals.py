"""A proposal from the designer's first press to the agreed plan, on both databases."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from configurator.db import Database
from configurator.mail.models import Mail
from configurator.projects.models import Project
from configurator.proposals.agreed import accepted_plan
from configurator.proposals.models import Proposal
from configurator.proposals.service import is_settled, latest
from tests.configurator.people import KRAKOW, Guest, guest, staff

BATH = {"level": "l1", "kind": "bath", "at": [1000, 500], "size": [1700, 750, 580]}
WALL = {"level": "l1", "a": [2000, 500], "b": [2000, 1500]}
HERS = {
    "items/i0000000001": BATH,
    "walls/w0000000009": WALL,
    "finishes/f0000000001": {"wall": "w0000000009", "side": "left", "paint": "Z-001"},
}


@dataclass
class Case:
    """A customer whose room holds a bath, a wall and colours, and a designer who works on it."""

    anna: Guest
    designer: FlaskClient
    variant: str
    faces: tuple[str, str]

    def send(self, changed: dict[str, Any], *, remove: tuple[str, ...] = ()) -> None:
        edit = {**self.anna.edit(changed, remove=remove), "variant": self.variant}
        answer = self.designer.post(f"/api/v1/projects/{self.anna.project_id}/edits", json={"base": 0, "edits": [edit]})
        assert answer.json["results"][0]["result"] == "logged", answer.text

    def propose(self, note: str = "") -> Any:
        answer = self.designer.post(f"/api/v1/projects/{self.anna.project_id}/proposals", json={"note": note})
        assert answer.status_code == 200, answer.text
        return answer.json

    def journey(self) -> Any:
        """He moves the bath, removes a wall and changes two paints, and proposes."""
        one, other = self.faces
        self.send({"items/i0000000001": {"at": [1400, 500]}})
        self.send({}, remove=("walls/w0000000009",))
        self.send({f"finishes/{one}": {"paint": "Z-101"}, f"finishes/{other}": {"paint": "Z-102"}})
        return self.propose("Więcej miejsca przy wannie.")


@pytest.fixture
def case(app: Flask) -> Case:
    anna, designer = guest(app), staff(app)
    document = _boot(anna.client, anna)["project"]["document"]
    walls = list(document["walls"])[:2]
    faces = ("f0000000002", "f0000000003")
    painted = {
        f"finishes/{id_}": {"wall": wall, "side": "right", "paint": "Z-001"}
        for id_, wall in zip(faces, walls, strict=True)
    }
    level = next(iter(document["levels"]))
    drawn = {path: {**fields, "level": level} if "level" in fields else fields for path, fields in HERS.items()}
    assert anna.send(anna.edit(drawn | painted)).json["results"][0]["result"] == "logged"
    asked = {"kind": "hand_over", "email": "anna@poczta.example", "wish": "łazienka"}
    assert anna.client.post(f"/api/v1/projects/{anna.project_id}/requests", json=asked).status_code == 200
    designer.post(f"/s/{KRAKOW}/desk/p/{anna.code}/service")
    return Case(anna, designer, _boot(designer, anna)["project"]["variant"], faces)


def test_she_accepts_three_and_comments_on_one_and_he_sees_it(case: Case, database: Database) -> None:
    sent = case.journey()
    assert len(sent["items"]) == 4
    with database.reading() as session:
        ids = [item.id for item in session.get_one(Proposal, sent["id"]).items]
    her = case.anna.client
    assert her.post(f"{sent['path']}/items/{ids[1]}/comments", data={"text": "A dalej od okna?"}).status_code == 303
    for id_ in (ids[0], ids[2], ids[3]):
        assert her.post(f"{sent['path']}/items/{id_}", data={"state": "accepted"}).status_code == 303
    assert case.anna.code not in case.designer.get(f"/s/{KRAKOW}/desk/").text
    card = case.designer.get(f"/s/{KRAKOW}/desk/p/{case.anna.code}").text
    assert "Propozycja wysłana" in card
    assert "3 zaakceptowane, 1 czeka" in card
    assert "1 komentarz" in card
    assert _boot(case.designer, case.anna)["proposal"]["counts"] == {"accepted": 3, "declined": 0, "waiting": 1}
    assert "A dalej od okna?" in case.designer.get(sent["path"]).text


def test_the_studio_can_show_each_change_alone(case: Case) -> None:
    sent = case.journey()
    told = _boot(case.anna.client, case.anna)["proposal"]
    assert told["variant"] == case.variant
    assert [change["text"]["pl"] for change in told["changes"]] == sent["items"]
    assert "items/i0000000001" in {path for change in told["changes"] for path in change["paths"]}
    page = case.anna.client.get(sent["path"]).text
    assert f"?variant={case.variant}&amp;compare=1&amp;view=scene&amp;change=4" in page


def test_the_designer_compares_what_is_not_sent_yet(case: Case) -> None:
    pouffe = {"level": "l1", "kind": "pouffe", "at": [700, 700], "size": [400, 400, 400]}
    case.send({"items/i0000000009": pouffe})
    url = f"/api/v1/projects/{case.anna.project_id}/proposals/next"
    (change,) = case.designer.get(url).json["changes"]
    assert (change["n"], change["paths"]) == (1, ["items/i0000000009"])
    assert case.anna.client.get(url).status_code == 403


def test_the_agreed_plan_holds_what_was_accepted_and_nothing_else(case: Case, database: Database) -> None:
    sent = case.journey()
    with database.reading() as session:
        items = {item.text_pl.split()[0]: item.id for item in session.get_one(Proposal, sent["id"]).items}
        assert accepted_plan(session, session.get_one(Project, case.anna.project_id)) is None
    case.anna.client.post(f"{sent['path']}/items/{items['Wanna']}", data={"state": "accepted"})
    with database.reading() as session:
        plan = accepted_plan(session, session.get_one(Project, case.anna.project_id))
        assert plan is not None
        assert plan.items["i0000000001"].at == (1400, 500)
        assert "w0000000009" in plan.walls


def test_a_later_edit_shows_that_it_came_after_acceptance(case: Case, database: Database) -> None:
    sent = case.journey()
    case.anna.client.post(f"{sent['path']}/accepted")
    with database.reading() as session:
        assert is_settled(session, session.get_one(Project, case.anna.project_id))
    case.send({"items/i0000000001": {"at": [1900, 500]}})
    assert "Zmieniono po akceptacji" in case.anna.client.get(sent["path"]).text
    with database.reading() as session:
        project = session.get_one(Project, case.anna.project_id)
        plan = accepted_plan(session, project)
        assert (plan.items["i0000000001"].at if plan else None, is_settled(session, project)) == ((1400, 500), False)


def test_the_next_proposal_asks_only_for_what_is_new(case: Case) -> None:
    first = case.journey()
    case.anna.client.post(f"{first['path']}/accepted")
    case.send({"items/i0000000001": {"at": [1900, 500]}})
    second = case.propose()
    assert second["items"] == ["Wanna przesunięta o 50 cm"]
    assert "Jest nowsza propozycja" in case.anna.client.get(first["path"]).text


def test_an_answer_to_a_replaced_proposal_is_refused(case: Case) -> None:
    first = case.journey()
    case.send({"items/i0000000001": {"at": [1900, 500]}})
    case.propose()
    assert case.anna.client.post(f"{first['path']}/accepted").status_code == 409


def test_what_was_declined_stays_declined_when_it_is_offered_unchanged(case: Case, database: Database) -> None:
    first = case.journey()
    with database.reading() as session:
        bath = next(one.id for one in session.get_one(Proposal, first["id"]).items if one.kind == "moved")
    case.anna.client.post(f"{first['path']}/items/{bath}", data={"state": "declined"})
    case.send({f"finishes/{case.faces[0]}": {"paint": "Z-103"}})
    assert case.propose()["counts"] == {"accepted": 0, "declined": 1, "waiting": 3}


def test_pressing_twice_proposes_once(case: Case, database: Database) -> None:
    assert case.journey()["id"] == case.propose()["id"]
    with database.reading() as session:
        assert session.query(Mail).filter(Mail.cause.startswith("proposal/")).count() == 1


def test_two_plans_alike_are_no_proposal(case: Case) -> None:
    answer = case.designer.post(f"/api/v1/projects/{case.anna.project_id}/proposals", json={})
    assert answer.json["error"]["reason"] == "nothing_to_propose"


def test_without_a_service_there_is_no_proposal(app: Flask) -> None:
    anna = guest(app)
    answer = staff(app).post(f"/api/v1/projects/{anna.project_id}/proposals", json={})
    assert answer.json["error"]["reason"] == "begin_first"


def test_the_link_of_the_mail_needs_no_account(app: Flask, case: Case, database: Database) -> None:
    case.journey()
    with database.reading() as session:
        from email import message_from_string, policy

        written = session.query(Mail).filter(Mail.cause.startswith("proposal/")).one()
        mail = message_from_string(written.message, policy=policy.default)
        assert written.recipient == "anna@poczta.example"
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "Wanna przesunięta o 40 cm" in text
    path, token = re.search(r"http://localhost(/\S+)#(\S+)", text).groups()  # type: ignore[union-attr]
    phone = app.test_client()
    assert "Wanna" not in phone.get(path).text
    assert phone.post(f"{path}/open", data={"token": token}).status_code == 303
    assert "Wanna przesunięta o 40 cm" in phone.get(path).text
    assert phone.post(f"{path}/accepted").status_code == 303
    with database.reading() as session:
        proposal = latest(session, session.get_one(Project, case.anna.project_id))
        assert proposal is not None
        assert {item.state for item in proposal.items} == {"accepted"}


def test_a_designer_cannot_answer_for_the_customer(case: Case) -> None:
    sent = case.journey()
    answer = case.designer.post(f"{sent['path']}/accepted", headers={"Accept": "application/json"})
    assert answer.json["error"]["reason"] == "customer_decides"


@pytest.mark.parametrize(("text", "reason"), [("  ", "missing"), ("a" * 2001, "too_long")])
def test_a_comment_says_something_and_not_too_much(case: Case, database: Database, text: str, reason: str) -> None:
    sent = case.journey()
    with database.reading() as session:
        item = session.get_one(Proposal, sent["id"]).items[0].id
    answer = case.anna.client.post(
        f"{sent['path']}/items/{item}/comments", data={"text": text}, headers={"Accept": "application/json"}
    )
    assert answer.json["error"]["reason"] == reason


@pytest.mark.parametrize("query", ["", "?item=1", "?item=2", "?item=99"])
def test_the_picture_is_drawn_without_a_style(case: Case, query: str) -> None:
    sent = case.journey()
    drawn = case.anna.client.get(f"{sent['path']}/plan.svg{query}")
    assert (drawn.status_code, drawn.mimetype) == (200, "image/svg+xml")
    assert "style" not in drawn.text
    assert "stroke-dasharray" in drawn.text


def test_the_customers_studio_leads_to_a_proposal_for_as_long_as_it_waits(case: Case) -> None:
    sent = case.journey()
    studio, leads = f"/s/{KRAKOW}/p/{case.anna.code}", 'id="see-proposal"'
    assert leads in case.anna.client.get(studio).text
    assert leads not in case.designer.get(studio).text
    case.anna.client.post(f"{sent['path']}/accepted")
    assert leads not in case.anna.client.get(studio).text


def test_the_page_speaks_english(case: Case) -> None:
    sent = case.journey()
    assert "Bath moved by 40 cm" in case.anna.client.get(f"{sent['path']}?lang=en").text


def _boot(browser: FlaskClient, anna: Guest) -> Any:
    page = browser.get(f"/s/{KRAKOW}/p/{anna.code}").text
    return json.loads(page.split('<script type="application/json" id="boot">')[1].split("</script>")[0])
