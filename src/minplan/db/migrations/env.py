"""What Alembic runs: the migrations, on the connection that `minplan.db.migrate` opened."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from minplan.db.tables import metadata


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """SQLModel's own column types need their import in the drafted file."""
    if kind == "type" and type(item).__module__.startswith("sqlmodel."):
        autogen.imports.add("import sqlmodel")
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata(),
    render_item=render_item,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
