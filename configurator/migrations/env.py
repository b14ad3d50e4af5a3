"""Runs the migrations on the connection that `configurator.schema` brings."""

from alembic import context

from configurator.schema import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    user_module_prefix="configurator.db.",
)
with context.begin_transaction():
    context.run_migrations()
connection.commit()
