"""`configurator deck import FILE`: a file of colours, looked through or put into a retailer's deck."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.commands.deck_argument import NOBODY, DeckFile
from configurator.commands.plan_argument import put_json
from configurator.config import Settings
from configurator.db import Database, lock
from configurator.decks import keeping
from configurator.decks.desk_page import FILES
from configurator.decks.service import deck_of, decks_of
from configurator.decks.trying import GOALS, Held, Tried
from configurator.stores.models import Store
from rooms.fault import Fault
from samples import readers
from samples.deck import Deck
from samples.demo import demo_deck


def add_to(commands: Any) -> None:
    parser = commands.add_parser("deck", help="the colours that a retailer sells")
    doing = parser.add_subparsers(dest="doing", required=True, metavar="WHAT")
    importing = doing.add_parser("import", help="a file of colours; exit code 1 when some of them stay out")
    importing.add_argument(
        "file", metavar="FILE", help="CSV, XLSX, ASE, ACO, GPL, CxF3 or SBZ, or - for standard input"
    )
    importing.add_argument("--store", help="the short name of a store: put them into its deck; else only look")
    importing.add_argument("--deck", help="the deck's name; a new one where there is none of this name")
    importing.add_argument("--goal", choices=GOALS, default="replace", help="what becomes of the deck's own colours")
    exporting = doing.add_parser("export", help="the colours as a file on standard output")
    exporting.add_argument("format", choices=FILES)
    exporting.add_argument("--store", help="the short name of a store; else the demonstration deck")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    return _export(options) if options.doing == "export" else _import(options)


def deck_named(slug: str | None) -> Deck:
    """The colours of the store of this short name; the demonstration deck without one."""
    if not slug:
        return demo_deck()
    with _database() as database, database.reading() as session:
        return deck_of(session, _store(session, slug).tenant_id)


def _export(options: argparse.Namespace) -> int:
    sys.stdout.buffer.write(readers.write(deck_named(options.store), options.format))
    return 0


def _import(options: argparse.Namespace) -> int:
    """Exit code 1 when a colour stays out, 2 when nothing can be taken in."""
    file = DeckFile.read(options.file)
    if not options.store:
        return _told(file, file.tried(options.goal, NOBODY), is_taken=False)
    with _database() as database, database.writing() as session:
        found = _take(session, _store(session, options.store), file, options)
    return _told(file, found, is_taken=found.does_something)


def _take(session: Session, store: Store, file: DeckFile, options: argparse.Namespace) -> Tried:
    lock(session, store.tenant)
    decks = decks_of(session, store.tenant_id)
    name = options.deck or (decks[0].name_pl if decks else Path(options.file).stem)
    deck = next((deck for deck in decks if deck.name_pl == name), None)
    found = file.tried(options.goal, Held.of(session, store.tenant_id, deck.id if deck else None))
    if found.does_something:
        keeping.change(session, deck or keeping.make(session, store.tenant_id, name, None), found, None)
    return found


def _told(file: DeckFile, found: Tried, *, is_taken: bool) -> int:
    put_json(
        {
            "format": file.sheet.format,
            "columns": file.columns,
            "taken": is_taken,
            **found.counts,
            "refused": [
                {"row": one.number, "field": one.field, "reason": one.reason, **one.detail} for one in found.wrong
            ],
            "look_the_same": [[pair.first.code, pair.second.code, round(pair.delta_e, 3)] for pair in found.twins],
            "approximate": found.approximate,
            "cut": found.is_cut,
        }
    )
    return 2 if found.is_cut else int(bool(found.wrong))


@contextmanager
def _database() -> Iterator[Database]:
    database = Database(Settings.read().database_url)
    try:
        yield database
    finally:
        database.engine.dispose()


def _store(session: Session, slug: str) -> Store:
    store = session.scalar(select(Store).where(Store.slug == slug))
    if store is None:
        raise Fault("--store", "no_such_store")
    return store
