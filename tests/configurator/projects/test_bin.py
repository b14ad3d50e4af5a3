"""The bin: out of everyone's sight, back with one press, and gone for good when its time is over, on both databases."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from configurator.commands.verify import _wrong_heads
from configurator.config import Settings
from configurator.db import Base, Database, now
from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.models import Job
from configurator.jobs.worker import Worker
from configurator.offers import checkpoints
from configurator.offers.models import LedgerEntry, Service
from configurator.orders.models import SampleOrder
from configurator.projects.erasing import KEPT, belongs
from configurator.projects.models import Project
from configurator.proposals.models import Proposal
from tests.configurator.accounts.signing_in import ACCOUNT, sign_in
from tests.configurator.orders.ordering import order_samples
from tests.configurator.people import KRAKOW, Guest, guest, staff
from tests.conftest import SECRET

ERASED = {
    "collection_note",
    "comment",
    "customer_mark",
    "dimensions_mark",
    "grant",
    "help_request",
    "list_change",
    "listed_product",
    "logged_edit",
    "marked_picture",
    "measure",
    "own_value",
    "paint_basket",
    "pairing",
    "photo",
    "picture",
    "presence",
    "proposal",
    "proposal_item",
    "quote",
    "rendering",
    "scheme",
    "scheme_vote",
}


def put(browser: FlaskClient, code: str) -> int:
    return browser.post(f"/s/{KRAKOW}/p/{code}/binned").status_code


def restore(browser: FlaskClient, code: str) -> int:
    return browser.post(f"/s/{KRAKOW}/bin/{code}/restored").status_code


def erase(browser: FlaskClient, code: str) -> int:
    return browser.post(f"/s/{KRAKOW}/bin/{code}/erased").status_code


def asked(anna: Guest) -> None:
    answer = anna.client.post(
        f"/api/v1/projects/{anna.project_id}/requests", json={"kind": "hand_over", "email": "anna@poczta.example"}
    )
    assert answer.status_code == 200


def served(app: Flask, database: Database, anna: Guest, *, closed: bool = True) -> FlaskClient:
    """The designer begins, proposes one change, which is commented on, and closes."""
    asked(anna)
    designer = staff(app)
    designer.post(f"/s/{KRAKOW}/desk/p/{anna.code}/service")
    with database.reading() as session:
        service = session.scalars(select(Service).where(Service.project_id == anna.project_id)).one()
    edit = {**anna.edit({"plan": {"name": "Inna nazwa"}}), "variant": service.variant_id}
    designer.post(f"/api/v1/projects/{anna.project_id}/edits", json={"base": 0, "edits": [edit]})
    proposal = designer.post(f"/api/v1/projects/{anna.project_id}/proposals", json={}).json["id"]
    with database.reading() as session:
        item = session.get_one(Proposal, proposal).items[0].id
    page = f"/s/{KRAKOW}/p/{anna.code}/proposal/{proposal}"
    assert anna.client.post(f"{page}/items/{item}/comments", data={"text": "Dobrze"}).status_code == 303
    if closed:
        answer = designer.post(
            f"/s/{KRAKOW}/desk/services/{service.id}/close", data={"receipt": "PAR/1", "reason": "umowa"}
        )
        assert answer.status_code == 303
    return designer


def test_a_binned_project_lies_in_its_owners_bin(app: Flask) -> None:
    anna = guest(app)
    assert put(anna.client, anna.code) == 303
    assert f"/s/{KRAKOW}/bin/{anna.code}/restored" in anna.client.get(f"/s/{KRAKOW}/bin").text


def test_the_start_page_offers_to_undo_it(app: Flask) -> None:
    anna = guest(app)
    page = anna.client.post(f"/s/{KRAKOW}/p/{anna.code}/binned", follow_redirects=True).text
    assert "leży w koszu" in page
    assert f"/s/{KRAKOW}/p/{anna.code}" not in re.sub(r"bin/\w+/restored", "", page)


def test_nothing_finds_a_binned_project(app: Flask, database: Database) -> None:
    anna, designer = guest(app), staff(app)
    asked(anna)
    link = anna.client.post(f"/api/v1/projects/{anna.project_id}/links", json={"role": "viewer"}).json
    put(anna.client, anna.code)
    api, page = f"/api/v1/projects/{anna.project_id}", f"/s/{KRAKOW}/p/{anna.code}"
    for browser in (anna.client, designer, guest(app).client):
        assert browser.get(page).status_code == 404
        assert browser.get(f"{page}/documents").status_code == 404
        assert browser.get(f"{api}/edits").status_code == 404
        assert browser.post(f"{api}/links", json={"role": "viewer"}).status_code == 404
        assert browser.post(f"{page}/copy").status_code == 404
        assert browser.post(f"/s/{KRAKOW}/find", data={"code": anna.code}).status_code == 404
        assert browser.post(link["path"], data={"token": link["token"]}).status_code == 404
    assert anna.code not in designer.get(f"/s/{KRAKOW}/desk/").text
    assert anna.code not in designer.get(f"/s/{KRAKOW}/desk/?q=anna").text
    assert designer.get(f"/s/{KRAKOW}/desk/p/{anna.code}").status_code == 404


def test_an_unknown_link_and_one_to_a_binned_project_are_told_the_same(app: Flask) -> None:
    anna, stranger = guest(app), app.test_client()
    link = anna.client.post(f"/api/v1/projects/{anna.project_id}/links", json={"role": "viewer"}).json
    put(anna.client, anna.code)
    pages = {stranger.post(link["path"], data={"token": token}).text for token in (link["token"], "nothing")}
    assert len({re.sub(r'nonce="[^"]*"', "", page) for page in pages}) == 1


def test_a_restored_project_is_whole_again(app: Flask) -> None:
    anna = guest(app)
    asked(anna)
    put(anna.client, anna.code)
    assert restore(anna.client, anna.code) == 303
    assert anna.send(anna.edit({"plan": {"name": "Salon"}})).json["results"][0]["result"] == "logged"
    assert anna.code in staff(app).get(f"/s/{KRAKOW}/desk/").text


@pytest.mark.parametrize("act", [put, restore, erase])
def test_only_the_owner_has_it_in_hand(app: Flask, act: object) -> None:
    anna = guest(app)
    editor = app.test_client()
    link = anna.client.post(f"/api/v1/projects/{anna.project_id}/links", json={"role": "editor"}).json
    editor.post(link["path"], data={"token": link["token"]})
    if act is not put:
        put(anna.client, anna.code)
    for browser in (editor, staff(app), guest(app).client, app.test_client()):
        assert act(browser, anna.code) in (403, 404)  # type: ignore[operator]
        assert anna.code not in browser.get(f"/s/{KRAKOW}/bin").text


def test_while_the_store_works_on_it_it_stays(app: Flask, database: Database) -> None:
    anna = guest(app)
    served(app, database, anna, closed=False)
    answer = anna.client.post(f"/s/{KRAKOW}/p/{anna.code}/binned")
    assert answer.status_code == 409
    assert "12 000 00 12" in answer.text


def test_what_is_not_in_the_bin_is_not_erased(app: Flask) -> None:
    anna = guest(app)
    assert erase(anna.client, anna.code) == 409
    assert anna.client.get(f"/s/{KRAKOW}/p/{anna.code}").status_code == 200


def test_every_table_of_a_project_is_kept_or_erased() -> None:
    of_project = {table.name for table in Base.metadata.sorted_tables if belongs(table, "") is not None}
    assert of_project - set(KEPT) == ERASED


def test_what_is_erased_leaves_only_the_ledger_and_orders(app: Flask, database: Database) -> None:
    anna = guest(app)
    served(app, database, anna)
    order = order_samples(app, anna.client, KRAKOW, project=anna.code)
    put(anna.client, anna.code)
    assert erase(anna.client, anna.code) == 303
    with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            if table.name in ERASED:
                assert session.execute(select(table).where(belongs(table, anna.project_id))).all() == [], table.name  # type: ignore[arg-type]
        left = session.get_one(Project, anna.project_id)
        assert (left.name, left.head_seq, len(left.variants)) == ("", 0, 1)
        assert '"walls"' not in left.variants[0].head_plan or '"walls":{}' in left.variants[0].head_plan.replace(
            " ", ""
        )
        assert [row.kind for row in session.scalars(select(LedgerEntry).order_by(LedgerEntry.n))] == [
            "opened",
            "committed",
        ]
        assert session.get_one(SampleOrder, order).project_id is None
        assert [*_wrong_heads(session), *checkpoints.broken(session, SECRET)] == []


def test_the_slip_of_a_closed_service_outlives_the_project(app: Flask, database: Database) -> None:
    anna = guest(app)
    designer = served(app, database, anna)
    put(anna.client, anna.code)
    erase(anna.client, anna.code)
    with database.reading() as session:
        service = session.scalars(select(Service)).one().id
    assert designer.get(f"/s/{KRAKOW}/desk/services/{service}/slip").status_code == 200


def test_an_order_outlives_its_project(app: Flask, database: Database) -> None:
    anna = guest(app)
    order = order_samples(app, anna.client, KRAKOW, project=anna.code)
    designer = staff(app)
    put(anna.client, anna.code)
    assert anna.code not in designer.get(f"/s/{KRAKOW}/desk/orders/{order}").text
    erase(anna.client, anna.code)
    assert designer.get(f"/s/{KRAKOW}/desk/orders/{order}").status_code == 200


@pytest.mark.parametrize(("days", "gone"), [(29, False), (31, True)])
def test_after_thirty_days_a_job_erases_it(
    app: Flask, database: Database, settings: Settings, days: int, gone: bool
) -> None:
    anna = guest(app)
    put(anna.client, anna.code)
    with database.writing() as session:
        session.execute(update(Project).values(deleted_at=now() - timedelta(days=days)))
        session.execute(update(Job).values(due_at=now() - timedelta(seconds=1)))
    assert Worker(Tools(database, settings), kinds()).work_once()
    with database.reading() as session:
        assert (session.get_one(Project, anna.project_id).erased_at is not None) is gone
    assert restore(anna.client, anna.code) == (404 if gone else 303)


def test_the_job_waits_its_thirty_days(app: Flask, database: Database, settings: Settings) -> None:
    anna = guest(app)
    put(anna.client, anna.code)
    assert not Worker(Tools(database, settings), kinds()).work_once()


def test_an_account_deleted_alone_leaves_the_projects_in_this_browser(app: Flask, database: Database) -> None:
    anna, tablet = guest(app), app.test_client()
    sign_in(database, anna.client)
    sign_in(database, tablet)
    assert anna.client.post(f"{ACCOUNT}/deleted", data={"projects": "stay"}).status_code == 303
    assert anna.code in anna.client.get(f"/s/{KRAKOW}/").text
    assert anna.code not in tablet.get(f"/s/{KRAKOW}/").text
    sign_in(database, anna.client)
    assert anna.code in anna.client.get(ACCOUNT).text


def test_an_account_can_take_its_projects_with_it(app: Flask, database: Database) -> None:
    anna = guest(app)
    sign_in(database, anna.client)
    assert anna.client.post(f"{ACCOUNT}/deleted", data={"projects": "go"}).status_code == 303
    with database.reading() as session:
        assert session.get_one(Project, anna.project_id).erased_at is not None


def test_an_account_stays_when_a_store_works_on_what_should_go(app: Flask, database: Database) -> None:
    anna = guest(app)
    served(app, database, anna, closed=False)
    sign_in(database, anna.client)
    assert anna.client.post(f"{ACCOUNT}/deleted", data={"projects": "go"}).status_code == 409
    assert anna.code in anna.client.get(ACCOUNT).text
