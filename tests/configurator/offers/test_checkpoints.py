"""A day's signature finds what was changed, cut off, or left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from configurator import added_only
from configurator.config import Settings
from configurator.db import Database
from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.worker import Worker
from configurator.offers import checkpoints
from configurator.offers.models import Checkpoint, FeeEvent, LedgerEntry
from incentives.canonical import canonical
from incentives.chain import Entry, entry_sha
from tests.configurator.people import unguard
from tests.configurator.purchases.shopping import Shop
from tests.conftest import SECRET


@pytest.fixture
def shop(app: Flask) -> Shop:
    """A chain of four rows; a checkpoint after two of them, and one after all, a day later."""
    shop = Shop.open(app)
    shop.buy(2_500_00)
    shop.close()
    sign(shop.database)
    with shop.database.writing() as session:
        unguard(session, "checkpoint")
        for point in session.scalars(select(Checkpoint)):
            point.day -= timedelta(days=1)
        session.flush()
        added_only.guard(session.connection())
    shop.bring_back(1)
    shop.bring_back(1)
    sign(shop.database)
    return shop


def sign(database: Database) -> Checkpoint:
    with database.writing() as session:
        return checkpoints.sign(session, SECRET)


def broken(database: Database, key: bytes = SECRET) -> list[tuple[str, int, str]]:
    with database.reading() as session:
        return [(found["what"], found["n"], found["reason"]) for found in checkpoints.broken(session, key)]


def test_what_nobody_touched_holds(shop: Shop) -> None:
    assert broken(shop.database) == []


def test_a_day_has_one_checkpoint(shop: Shop) -> None:
    assert sign(shop.database).n == 2
    with shop.database.reading() as session:
        assert len(session.scalars(select(Checkpoint)).all()) == 2


def test_a_checkpoint_names_only_what_has_grown_and_the_one_before(shop: Shop) -> None:
    with shop.database.reading() as session:
        first, second = (json.loads(body) for body in session.scalars(select(Checkpoint.body).order_by(Checkpoint.n)))
    assert second["heads"][checkpoints.PREVIOUS] == [1, first["signature"]]
    assert [n for id_, (n, _) in second["heads"].items() if id_ != checkpoints.PREVIOUS] == [4]


def cheapen(session: Session) -> None:
    """A fee made smaller in place."""
    row = session.scalars(select(LedgerEntry).where(LedgerEntry.n == 3)).one()
    row.body = row.body.replace('"charged_gr":30000', '"charged_gr":0')


def forge(session: Session) -> None:
    """The row changed and the chain from there on written anew, as one can without the secret key."""
    previous = ""
    for row in session.scalars(select(LedgerEntry).order_by(LedgerEntry.n)):
        body = json.loads(row.body) | ({"reason": "forged"} if row.n == 2 else {})
        entry = Entry(row.n, previous or row.previous, body, "")
        row.body, row.previous = canonical(body).decode(), entry.previous
        row.sha = previous = entry_sha(entry.n, entry.previous, body)


def cut(session: Session) -> None:
    session.execute(delete(LedgerEntry).where(LedgerEntry.n == 4))


def cut_whole(session: Session) -> None:
    session.execute(delete(LedgerEntry))


def take_out(session: Session) -> None:
    session.execute(delete(LedgerEntry).where(LedgerEntry.n == 2))


def scribble(session: Session) -> None:
    session.execute(update(LedgerEntry).where(LedgerEntry.n == 2).values(body="{"))


@pytest.mark.parametrize(
    ("tamper", "place"),
    [
        (cheapen, ("chain", 3, "changed")),
        (forge, ("chain", 2, "changed")),
        (cut, ("chain", 4, "cut_off")),
        (cut_whole, ("chain", 1, "cut_off")),
        (take_out, ("chain", 2, "missing")),
        (scribble, ("chain", 2, "changed")),
    ],
)
def test_a_tampered_ledger_is_found_at_its_first_place(
    shop: Shop, tamper: Callable[[Session], None], place: tuple[str, int, str]
) -> None:
    with shop.database.writing() as session:
        unguard(session, "ledger_entry")
        unguard(session, "fee_event")
        session.execute(delete(FeeEvent))
        tamper(session)
    assert broken(shop.database) == [place]


def test_a_changed_checkpoint_is_found(shop: Shop) -> None:
    with shop.database.writing() as session:
        unguard(session, "checkpoint")
        point = session.get_one(Checkpoint, 1)
        point.body = point.body.replace('"heads":{"', '"heads":{"x')
    assert broken(shop.database)[0] == ("checkpoint", 1, "changed")


def test_a_checkpoint_left_out_is_found(shop: Shop) -> None:
    with shop.database.writing() as session:
        unguard(session, "checkpoint")
        session.execute(delete(Checkpoint).where(Checkpoint.n == 1))
    assert broken(shop.database) == [("checkpoint", 1, "missing")]


def test_another_key_signs_nothing(shop: Shop) -> None:
    assert broken(shop.database, b"another key")[0] == ("checkpoint", 1, "changed")


def test_the_workers_sign_once_a_day(database: Database, settings: Settings) -> None:
    worker = Worker(Tools(database, settings), kinds())
    for _ in range(2):
        worker.keep_up()
    while worker.work_once():
        pass
    with database.reading() as session:
        assert [point.n for point in session.scalars(select(Checkpoint))] == [1]
