"""The database: one Base, UTC times, and transactions that say whether they write."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from flask import current_app
from sqlalchemy import Dialect, Engine, MetaData, Table, Text, create_engine, event, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.types import DateTime, TypeDecorator

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time; SQLite forgets the zone, so it is taken off on the way in and put back on the way out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Every table's parent; texts are unbounded and times are UTC unless a column says otherwise."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {str: Text(), datetime: UtcDateTime()}  # noqa: RUF012 - SQLAlchemy reads it on the class


def new_id() -> str:
    """A random identifier: 26 base-32 letters, 130 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(26))


def now() -> datetime:
    """The present time, UTC."""
    return datetime.now(UTC)


class Database:
    """An engine and its two kinds of transaction."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self._writers = sessionmaker(self.engine.execution_options(writes=True), expire_on_commit=False)
        self._readers = sessionmaker(self.engine, expire_on_commit=False, autoflush=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits at the end of the block, or undoes all of it when the block raises."""
        with self._writers.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that is rolled back at the end of the block."""
        with self._readers() as session:
            yield session

    def close(self) -> None:
        """Give the connections back; a command does so before it ends."""
        self.engine.dispose()


def lock(session: Session, row: Base) -> None:
    """Wait for whoever else is writing this row, then read it anew; SQLite's writers wait as they begin."""
    table, key = type(row).__table__, inspect(row).identity
    assert isinstance(table, Table)  # noqa: S101 - tells the type checker
    where = (column == value for column, value in zip(table.primary_key, key or (), strict=True))
    session.execute(select(*table.primary_key).where(*where).with_for_update())
    session.refresh(row)


def insert_into(session: Session, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can also say what it does where the row is there already."""
    made = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    return made(table)


def make_engine(url: str) -> Engine:
    """An engine for SQLite (WAL, synchronous FULL, foreign keys on) or PostgreSQL."""
    if url.startswith("postgresql:"):
        return create_engine(url.replace("postgresql:", "postgresql+psycopg:", 1), pool_size=10, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": 30})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin by itself: _begin_sqlite does
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 30000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A write takes its lock at once: upgraded later it fails with "database is locked" whatever the timeout."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def database() -> Database:
    """The running application's database."""
    found = current_app.extensions["database"]
    assert isinstance(found, Database)  # noqa: S101 - tells the type checker
    return found
