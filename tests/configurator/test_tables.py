"""The tables: each belongs to a tenant, and the models are what the migrations make."""

from alembic import command

from configurator import schema
from configurator.db import Database

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
