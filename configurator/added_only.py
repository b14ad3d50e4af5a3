"""Tables that are only ever added to: the database itself refuses to change or remove a row of them, whoever asks.

Whoever may alter the schema can take the triggers off; `verify` then says so, and the chains and checkpoints tell what
was changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

TABLES = (
    "ledger_entry",
    "fee_event",
    "checkpoint",
    "purchase_entry",
    "published_terms",
    "publication",
    "kept_decision",
    "called_off",
    "publication_report",
)

_ON_POSTGRESQL = """
CREATE OR REPLACE FUNCTION only_added() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME; END $$"""


def guard(connection: Connection) -> None:
    """Put the triggers on the tables that lack one."""
    for table in unguarded(connection):
        for statement in _statements(connection.dialect.name, table):
            connection.execute(text(statement))


def unguarded(connection: Connection) -> list[str]:
    """The tables of TABLES whose rows could be changed or removed."""
    if connection.dialect.name == "sqlite":
        found = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        return [table for table in TABLES if not {_named(table, "update"), _named(table, "delete")} <= found]
    on = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'only_added' AND tgenabled <> 'D'"
    guarded = set(connection.scalars(text(on)))
    return [table for table in TABLES if table not in guarded]


def _named(table: str, act: str) -> str:
    return f"{table}_only_added_{act}"


def _statements(dialect: str, table: str) -> Iterator[str]:
    """The table's name is one of TABLES, never from outside."""
    if dialect == "sqlite":
        for act in ("update", "delete"):
            refuse = f"SELECT RAISE(ABORT, 'rows of {table} are only ever added')"
            yield f"CREATE TRIGGER IF NOT EXISTS {_named(table, act)} BEFORE {act} ON {table} BEGIN {refuse}; END"
        return
    yield _ON_POSTGRESQL
    acts = "BEFORE UPDATE OR DELETE OR TRUNCATE"
    yield f"CREATE OR REPLACE TRIGGER only_added {acts} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION only_added()"
