"""Runs the migrations on the connection that `configurator.schema` brings."""

from alembic import context

from configurator.schema import METADATA

connection = context.config.attributes["connection"]
is_sqlite = connection.dialect.name == "sqlite"
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=is_sqlite,
    compare_type=True,
    user_module_prefix="configurator.db.",
)


def switch_references(state: str) -> None:
    """SQLite alters a table by making it anew, while rows of others refer to it: they are looked at after it."""
    if is_sqlite:
        connection.commit()
        connection.connection.driver_connection.execute(f"PRAGMA foreign_keys = {state}")


switch_references("OFF")
with context.begin_transaction():
    before = context.get_context().get_current_heads()
    context.run_migrations()
    is_changed = context.get_context().get_current_heads() != before
    if is_sqlite and is_changed and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
        raise RuntimeError(f"rows refer to rows that are not there: {broken[:5]}")
connection.commit()
switch_references("ON")
