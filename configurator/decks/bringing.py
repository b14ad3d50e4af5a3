"""Files of colours at the desk: brought and read once, mapped, shown as a dry run, taken in as shown or forgotten.

A large one is taken in by a job; until it is done the deck is what it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256

from sqlalchemy import update
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import Database, lock, now
from configurator.decks import keeping
from configurator.decks.models import DeckFile, FanDeck
from configurator.decks.service import decks_of, version_of
from configurator.decks.sheet import guessed
from configurator.decks.trying import GOALS, Held, Tried, missing, tried
from configurator.errors import Conflict, NotFound, Refused
from configurator.exports.kept import Kept
from configurator.files import Files
from configurator.imports import waiting
from configurator.imports.many_rows import uncollected
from configurator.imports.sheet import Sheet
from configurator.jobs import service as jobs
from configurator.stores.models import Tenant

JOB = "take_in_deck"
LARGE = 5_000
"""So many rows are taken in by a job."""
READ_PERCENT, TRIED_PERCENT = 10, 60
TRIED: Kept[Tried] = Kept(most=4)


def bring(session: Session, files: Files, tenant: Tenant, by: Visitor, name: str, sheet: Sheet) -> DeckFile:
    """Keep what was read, its columns guessed, for the retailer's only deck or a new one. Another that waits gives way.

    Refused `no_colour_rows`; Conflict `deck_being_taken` while a file is being taken in.
    """
    if not any(row.refused is None for row in sheet.rows):
        raise Refused("no_colour_rows", path="file")
    lock(session, tenant)
    if there := waiting.waiting(session, DeckFile, tenant):
        _refuse_taking(there)
    file = waiting.begin_sheet(session, files, DeckFile, tenant, by, name, sheet)
    decks = decks_of(session, tenant.id)
    file.deck_id, file.deck_name = decks[0].id if len(decks) == 1 else None, _stem(name)
    file.mapping = json.dumps(guessed(sheet), ensure_ascii=False)
    session.add(file)
    session.flush()
    return file


def columns_of(file: DeckFile) -> dict[str, str]:
    found: dict[str, str] = json.loads(file.mapping)
    return found


def aim(
    session: Session, tenant: Tenant, file: DeckFile, columns: Mapping[str, str], *, deck_id: str, name: str, goal: str
) -> None:
    """Read the file by these columns, for this deck or, without one, a new one of this name.

    Refused `deck_name_missing`, `not_a_choice`; NotFound `no_deck`; Conflict `deck_being_taken`.
    """
    _refuse_taking(file)
    if goal not in GOALS:
        raise Refused("not_a_choice", path="goal")
    deck = keeping.find(session, tenant.id, deck_id) if deck_id else None
    named = " ".join(name.split())[: waiting.MOST_NAME]
    if deck is None and not named:
        raise Refused("deck_name_missing", path="name")
    file.deck_id, file.deck_name, file.goal = deck.id if deck else None, named, goal
    file.mapping = json.dumps(dict(columns), ensure_ascii=False)


def dry_run(session: Session, files: Files, file: DeckFile) -> tuple[Tried, str]:
    """What taking the file in would do, and what names just that; Refused `colour_column_missing`."""
    columns = columns_of(file)
    if file.goal != "remove" and missing(columns):
        raise Refused("colour_column_missing", path="columns")
    key = file.sheet, file.mapping, file.goal, file.deck_id, version_of(session, file.tenant_id)

    def run() -> Tried:
        with uncollected():
            held = Held.of(session, file.tenant_id, file.deck_id)
            return tried(waiting.sheet_of(files, file), columns, file.goal, held)

    found = TRIED.get(key, run)
    return found, sha256(f"{file.id}{file.mapping}{file.deck_name}{found.digest}".encode()).hexdigest()


def take(session: Session, files: Files, tenant: Tenant, file: DeckFile, shown: str) -> None:
    """Do what the dry run has shown; Conflict `deck_changed` when it would be another. A job does a large file."""
    waiting.still_waiting(session, tenant, file)
    _refuse_taking(file)
    file.taking, file.report = shown, ""
    if len(waiting.sheet_of(files, file).rows) < LARGE:
        _finish(session, file, _agreed(session, files, file, shown))
    else:
        jobs.enqueue(session, JOB, {"file": file.id}, dedup=f"{file.id} {shown}"[:80])


def carry_out(database: Database, files: Files, file_id: str) -> Callable[[Session], None]:
    """The job's part: all that takes time, then what is written in one transaction. Safe to repeat."""
    _tell(database, file_id, READ_PERCENT)
    with database.reading() as session:
        file = session.get(DeckFile, file_id)
        if file is not None and file.taking and file.taken_at is None:
            dry_run(session, files, file)
    _tell(database, file_id, TRIED_PERCENT)

    def finish(session: Session) -> None:
        file = session.get(DeckFile, file_id)
        if file is None or not file.taking or file.taken_at is not None:
            return
        lock(session, session.get_one(Tenant, file.tenant_id))
        try:
            _finish(session, file, _agreed(session, files, file, file.taking))
        except (Conflict, NotFound) as refused:
            file.taking, file.percent, file.report = "", 0, json.dumps({"refused": refused.reason})

    return finish


def _agreed(session: Session, files: Files, file: DeckFile, shown: str) -> Tried:
    planned, names = dry_run(session, files, file)
    if names != shown or not planned.does_something:
        raise Conflict("deck_changed")
    return planned


def _finish(session: Session, file: DeckFile, planned: Tried) -> None:
    deck = _deck(session, file)
    with uncollected():
        keeping.change(session, deck, planned, file.brought_by)
    file.deck_id, file.taken_at, file.percent = deck.id, now(), 100
    file.report = json.dumps(planned.counts)
    waiting.let_go(session, file)


def _deck(session: Session, file: DeckFile) -> FanDeck:
    if file.deck_id is not None:
        return keeping.find(session, file.tenant_id, file.deck_id)
    return keeping.make(session, file.tenant_id, file.deck_name, file.brought_by)


def _tell(database: Database, file_id: str, percent: int) -> None:
    with database.writing() as session:
        session.execute(update(DeckFile).where(DeckFile.id == file_id).values(percent=percent))


def _refuse_taking(file: DeckFile) -> None:
    if file.taking and file.taken_at is None:
        raise Conflict("deck_being_taken")


def _stem(name: str) -> str:
    return " ".join(name.rpartition(".")[0].replace("_", " ").split())[: waiting.MOST_NAME]
