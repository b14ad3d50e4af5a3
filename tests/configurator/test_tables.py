"""The tables: each belongs to a tenant, and the models are what the migrations make."""

from alembic import command
from flask import Flask

from configurator import schema
from configurator.db import Database
from tests.configurator.people import guest
from tests.configurator.schemes.keeping import kept_scheme, schemes_of

SHARED_BY_ALL = {
    "tenant",
    "allowance",
    "job",
    "checkpoint",
}  # who the tenants are, counts of tries, work that names its tenant inside, and where all chains of a day end


def test_every_table_carries_its_tenant() -> None:
    without = {table.name for table in schema.METADATA.sorted_tables if "tenant_id" not in table.columns}
    assert without <= SHARED_BY_ALL


def test_the_models_are_what_the_migrations_make(database: Database) -> None:
    with database.engine.connect() as connection:
        command.check(schema.config(connection))


def test_an_older_database_is_brought_up_with_all_that_refers_to_all(app: Flask, database: Database) -> None:
    owner = guest(app)
    kept = kept_scheme(owner, name="Spokojny").json
    owner.client.post(f"/s/{owner.store}/p/{owner.code}/schemes/{kept['id']}/votes", data={"word": "ładny"})
    with database.engine.connect() as connection:
        command.downgrade(schema.config(connection), "0007")
    schema.upgrade(database)
    assert [(one["name"], [vote["word"] for vote in one["votes"]]) for one in schemes_of(owner)] == [
        ("Spokojny", ["ładny"])
    ]
