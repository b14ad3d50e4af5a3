"""Some tables the database itself keeps from being changed."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from configurator import schema
from configurator.added_only import TABLES, unguarded
from configurator.db import Database
from configurator.offers.models import PublishedTerms
from tests.configurator.people import unguard


def test_after_the_migrations_every_such_table_is_guarded(database: Database) -> None:
    with database.engine.connect() as connection:
        assert unguarded(connection) == []


@pytest.mark.parametrize("statement", [update(PublishedTerms).values(body="{}"), delete(PublishedTerms)])
def test_published_terms_are_neither_changed_nor_removed(database: Database, statement: object) -> None:
    with pytest.raises(DBAPIError, match="only ever added"), database.writing() as session:
        session.execute(statement)  # type: ignore[call-overload]


@pytest.mark.parametrize("table", TABLES)
def test_a_guard_taken_off_is_put_on_again_by_the_next_start(database: Database, table: str) -> None:
    with database.writing() as session:
        unguard(session, table)
    with database.engine.connect() as connection:
        assert unguarded(connection) == [table]
    schema.upgrade(database)
    with database.engine.connect() as connection:
        assert unguarded(connection) == []


def test_not_even_all_of_a_table_goes_at_once(database: Database) -> None:
    is_sqlite = database.engine.dialect.name == "sqlite"
    statement = text("DELETE FROM published_terms" if is_sqlite else "TRUNCATE checkpoint")
    with pytest.raises(DBAPIError, match="only ever added"), database.writing() as session:
        session.execute(statement)
