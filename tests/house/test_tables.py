"""The migrations build exactly the tables that the rooms describe."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from minplan import db
from minplan.db.tables import MODULES

SOURCE = Path(db.__file__).parents[2]


def test_every_module_with_a_table_is_known() -> None:
    files = [file for file in SOURCE.rglob("*.py") if re.search(r"^class .*table=True", file.read_text("utf-8"), re.M)]
    assert {".".join(file.relative_to(SOURCE).with_suffix("").parts) for file in files} == set(MODULES)


def test_migrations_and_tables_agree(database: Engine) -> None:
    with database.connect() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), db.metadata())
    if difference:
        pytest.fail(f'bin/migration "what changes" drafts what is missing: {difference}')
