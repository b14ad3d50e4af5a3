"""`configurator key` makes what opens the API, and `configurator verify` finds what was tampered with."""

from __future__ import annotations

import json

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.cli import main
from configurator.config import Settings
from configurator.offers import checkpoints
from configurator.offers.models import LedgerEntry
from incentives.chain import entry_sha
from incentives.decision import ENGINE
from tests.configurator.people import BATHROOMS, unguard
from tests.configurator.purchases.shopping import Shop
from tests.conftest import SECRET

Out = pytest.CaptureFixture[str]


@pytest.fixture
def shop(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A showroom, and a command line on its database."""
    monkeypatch.setenv("CONFIGURATOR_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("CONFIGURATOR_SECRET_KEY", SECRET.decode())
    return Shop.open(app)


def told(out: Out, *arguments: str) -> dict[str, object]:
    main(arguments)
    found: dict[str, object] = json.loads(out.readouterr().out)
    return found


def test_a_key_from_the_command_line_opens_the_api(shop: Shop, capsys: Out) -> None:
    shop.token = str(told(capsys, "key", "make", "--store", BATHROOMS, "--name", "ERP")["key"])
    assert shop.tell().status_code == 201


def test_a_key_can_be_revoked(shop: Shop, capsys: Out) -> None:
    (key,) = told(capsys, "key", "list", "--store", BATHROOMS)["keys"]  # type: ignore[misc]
    (revoked,) = told(capsys, "key", "revoke", "--store", BATHROOMS, key["id"])["keys"]  # type: ignore[misc]
    assert (key["revoked"], shop.tell().status_code) == (None, 401)
    assert revoked["revoked"]
    assert "key" not in revoked


@pytest.mark.parametrize(
    "arguments",
    [
        ["make", "--store", "nowhere", "--name", "ERP"],
        ["make", "--store", BATHROOMS, "--name", " "],
        ["revoke", "--store", BATHROOMS, "x"],
    ],
)
def test_bad_input_is_refused_in_a_line(shop: Shop, capsys: Out, arguments: list[str]) -> None:
    assert main(["key", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_verify_finds_nothing_where_nothing_is(shop: Shop, capsys: Out) -> None:
    shop.close()
    assert told(capsys, "verify") == {"wrong": [], "decided_again": 1, "by_another_engine": 0}


def test_verify_names_the_first_broken_place(shop: Shop, capsys: Out) -> None:
    service = shop.close()
    with shop.database.writing() as session:
        checkpoints.sign(session, SECRET)
        row = session.scalars(select(LedgerEntry).where(LedgerEntry.n == 2)).one()
        unguard(session, "ledger_entry")
        row.body = row.body.replace('"charged_gr":30000', '"charged_gr":0')
    unguarded = {"table": "ledger_entry", "what": "not_guarded"}
    changed = {"service": service, "what": "chain", "n": 2, "reason": "changed"}
    unlike = {"service": service, "what": "decision", "n": 2, "unlike": ["charged_gr", "lines"]}
    assert told(capsys, "verify")["wrong"] == [unguarded, changed, unlike]


@pytest.mark.parametrize(
    ("before", "after", "unlike"),
    [
        ('"charged_gr":30000', '"charged_gr":0', "charged_gr"),
        ('"project_purchases_kept_gross_gr":0', '"project_purchases_kept_gross_gr":999999', "facts_sha"),
        ('"facts":{', '"facts":{"nothing_known":1,', "facts"),
    ],
)
def test_a_decision_whose_chain_was_written_anew_is_not_what_is_decided_again(
    shop: Shop, capsys: Out, before: str, after: str, unlike: str
) -> None:
    shop.close()
    with shop.database.writing() as session:
        row = session.scalars(select(LedgerEntry).where(LedgerEntry.n == 2)).one()
        unguard(session, "ledger_entry")
        assert before in row.body
        row.body = row.body.replace(before, after, 1)
        row.sha = entry_sha(row.n, row.previous, json.loads(row.body))
    (_, found) = told(capsys, "verify")["wrong"]  # type: ignore[misc]
    assert (found["what"], found["unlike"][0]) == ("decision", unlike)


@pytest.mark.parametrize(("before", "after", "counted"), [("", "", (1, 0)), ('"final":true', '"final":false', (0, 1))])
def test_what_another_engine_decided_is_the_same_or_counted(
    shop: Shop, capsys: Out, before: str, after: str, counted: tuple[int, int]
) -> None:
    shop.close()
    with shop.database.writing() as session:
        row = session.scalars(select(LedgerEntry).where(LedgerEntry.n == 2)).one()
        unguard(session, "ledger_entry")
        row.body = row.body.replace(f'"engine":"{ENGINE}"', '"engine":"0"').replace(before, after, 1)
        row.sha = entry_sha(row.n, row.previous, json.loads(row.body))
    found = told(capsys, "verify")
    assert (found["decided_again"], found["by_another_engine"]) == counted
    assert "decision" not in [wrong["what"] for wrong in found["wrong"]]
